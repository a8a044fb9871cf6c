import Foundation

// embed-defaults ROOT OUTPUT FOLDER…: writes a Swift file that holds every file under ROOT/FOLDER as base64 text.
// Base64 in a string literal compiles quickly and needs no escaping, whatever the bytes are.

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count >= 2 else {
  FileHandle.standardError.write(Data("usage: embed-defaults ROOT OUTPUT FOLDER…\n".utf8))
  exit(2)
}
let root = URL(fileURLWithPath: arguments[1], isDirectory: true)
let output = URL(fileURLWithPath: arguments[2])

var lines = ["enum EmbeddedFiles {", "  static let files: [(path: StaticString, base64: StaticString)] = ["]
for folder in arguments.dropFirst(2) {
  let base = root.appendingPathComponent(folder, isDirectory: true)
  let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
  for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !name.hasPrefix(".") {
    var isFolder: ObjCBool = false
    let file = base.appendingPathComponent(name)
    guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
      continue
    }
    let bytes = try Data(contentsOf: file)
    lines.append("    (path: \"\(folder)/\(name)\", base64: \"\(bytes.base64EncodedString())\"),")
  }
}
lines += ["  ]", "}", ""]
try Data(lines.joined(separator: "\n").utf8).write(to: output)
