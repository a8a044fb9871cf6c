import Foundation

// embed-defaults [--text] ROOT OUTPUT FOLDER…: writes a Swift file that holds every file under ROOT/FOLDER, as base64
// text or, with --text, as it is. Base64 in a string literal compiles quickly and needs no escaping, whatever the bytes
// are; files of text need no decoding at run time.

var arguments = Array(CommandLine.arguments.dropFirst())
let isText = arguments.first == "--text"
if isText { arguments.removeFirst() }
guard arguments.count >= 2 else {
  FileHandle.standardError.write(Data("usage: embed-defaults [--text] ROOT OUTPUT FOLDER…\n".utf8))
  exit(2)
}
let root = URL(fileURLWithPath: arguments[0], isDirectory: true)
let output = URL(fileURLWithPath: arguments[1])

let form = isText ? "text" : "base64"
var lines = ["enum EmbeddedFiles {", "  static let files: [(path: StaticString, \(form): StaticString)] = ["]
for folder in arguments.dropFirst(2) {
  let base = root.appendingPathComponent(folder, isDirectory: true)
  let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
  for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !name.hasPrefix(".") {
    var isFolder: ObjCBool = false
    let file = base.appendingPathComponent(name)
    // Criteria in folders below are those of communities whose documents lie here, not everybody's.
    guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue,
      folder != "content/criteria" || !name.contains("/")
    else { continue }
    let bytes = try Data(contentsOf: file)
    let literal =
      isText
      ? "###\"\"\"\n\(String(decoding: bytes, as: UTF8.self))\n\"\"\"###" : "\"\(bytes.base64EncodedString())\""
    lines.append("    (path: \"\(folder)/\(name)\", \(form): \(literal)),")
  }
}
lines += ["  ]", "}", ""]
try Data(lines.joined(separator: "\n").utf8).write(to: output)
