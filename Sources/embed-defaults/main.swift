import Foundation
import Yams

// embed-defaults ROOT OUTPUT FOLDER…: writes a Swift file that holds every file under ROOT/FOLDER as it is, and of files
// of words (`content/lexicon`) and of criteria (`content/criteria`) what is in them as well, so that no run has to read
// YAML to know it.

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2 else {
  FileHandle.standardError.write(Data("usage: embed-defaults ROOT OUTPUT FOLDER…\n".utf8))
  exit(2)
}
let root = URL(fileURLWithPath: arguments[0], isDirectory: true)
let output = URL(fileURLWithPath: arguments[1])

func literal(_ text: String) -> String { "###\"\"\"\n\(text)\n\"\"\"###" }

/// What a file of words holds, for `LexiconFile`: of each key a line with the form of its value, the key, and rows of
/// words, each behind their number.
func lists(_ yaml: String) throws -> String {
  try (compose(yaml: yaml)?.mapping ?? [:]).map { key, value in
    let words = value.sequence.map { [$0.compactMap(\.string)] }
    let rows = (value.mapping ?? [:]).map { name, entry in
      [name.string ?? ""] + (entry.sequence?.compactMap(\.string) ?? [entry.string ?? ""])
    }
    let isGroups = value.mapping?.contains { $0.value.sequence != nil } ?? false
    let form = words != nil ? "list" : isGroups ? "groups" : "meanings"
    return ([form, key.string ?? ""] + (words ?? rows).flatMap { ["\($0.count)"] + $0 }).joined(separator: "\t")
  }.joined(separator: "\n")
}

/// The nodes of a file of criteria, for `Node(embedded:)`: each behind its form, its place and how much it holds.
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
var lexicon: [String] = []
var criteria: [String] = []
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
    files.append("    (path: \"\(folder)/\(name)\", text: \(literal(text))),")
    if folder == "content/lexicon" {
      lexicon.append("    (name: \"\(name.prefix { $0 != "." })\", lists: \(literal(try lists(text)))),")
    } else if folder == "content/criteria", let root = try compose(yaml: text) {
      criteria.append("    (name: \"\(name)\", nodes: \(literal(nodes(root)))),")
    }
  }
}
var lines = ["enum EmbeddedFiles {"]
lines += ["  static let files: [(path: StaticString, text: StaticString)] = ["] + files + ["  ]"]
if !lexicon.isEmpty {
  lines += ["", "  static let lexicon: [(name: StaticString, lists: StaticString)] = ["] + lexicon + ["  ]"]
}
if !criteria.isEmpty {
  lines += ["", "  static let criteria: [(name: StaticString, nodes: StaticString)] = ["] + criteria + ["  ]"]
}
try Data((lines + ["}", ""]).joined(separator: "\n").utf8).write(to: output)
