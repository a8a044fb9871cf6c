import Foundation
import Yams

// embed-defaults ROOT OUTPUT FOLDER…: writes a Swift file that holds every file under ROOT/FOLDER as it is, and of words
// and criteria (`content/`) what YAML reads in them as well, so that no run has to.

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2 else {
  FileHandle.standardError.write(Data("usage: embed-defaults ROOT OUTPUT FOLDER…\n".utf8))
  exit(2)
}
let root = URL(fileURLWithPath: arguments[0], isDirectory: true)
let output = URL(fileURLWithPath: arguments[1])

func literal(_ text: String) -> String { "###\"\"\"\n\(text)\n\"\"\"###" }

/// What YAML reads in a file, for `Node(embedded:)`: each node behind its form, its place and how much it holds.
func nodes(_ node: Yams.Node) -> String {
  let place = "\(node.mark?.line ?? 1) \(node.mark?.column ?? 1)"
  switch node {
  case .scalar(let scalar):
    return "\(scalar.style == .plain ? "p" : "q") \(place) \(scalar.string.utf8.count) \(scalar.string)\n"
  case .sequence(let elements): return "l \(place) \(elements.count)\n" + elements.map(nodes).joined()
  case .mapping(let entries):
    return "m \(place) \(entries.count)\n" + entries.map { nodes($0.key) + nodes($0.value) }.joined()
  case .alias: fatalError("an alias")
  }
}

var files: [String] = []
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
    let text = try String(contentsOf: file, encoding: .utf8)
    // A literal has no other ends of lines.
    guard !text.utf8.contains(0x0D) else { fatalError("\(folder)/\(name): a carriage return") }
    let root = folder.hasPrefix("content/") ? try compose(yaml: text) : nil
    files.append(
      "    (path: \"\(folder)/\(name)\", text: \(literal(text)), nodes: \(literal(root.map(nodes) ?? ""))),")
  }
}
let lines =
  ["enum EmbeddedFiles {", "  static let files: [(path: StaticString, text: StaticString, nodes: StaticString)] = ["]
  + files + ["  ]", "}", ""]
try Data(lines.joined(separator: "\n").utf8).write(to: output)
