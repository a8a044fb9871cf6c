import Foundation

// embed-defaults ROOT OUTPUT FOLDER…: writes a Swift file that holds every file under ROOT/FOLDER as it is, and of files
// of words (`content/lexicon`) what is in them as well, so that no run has to read YAML to know it.

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2 else {
  FileHandle.standardError.write(Data("usage: embed-defaults ROOT OUTPUT FOLDER…\n".utf8))
  exit(2)
}
let root = URL(fileURLWithPath: arguments[0], isDirectory: true)
let output = URL(fileURLWithPath: arguments[1])

func literal(_ text: String) -> String { "###\"\"\"\n\(text)\n\"\"\"###" }

func unquoted(_ text: some StringProtocol) -> String {
  let word = text.trimmingCharacters(in: .whitespaces)
  return word.hasPrefix("\"") ? String(word.dropFirst().dropLast()) : word
}

/// The words of a list in brackets.
func words(_ list: String) -> [String] {
  var isQuoted = false
  let parts = list.dropFirst().dropLast().split { letter in
    if letter == "\"" { isQuoted.toggle() }
    return letter == "," && !isQuoted
  }
  return parts.map(unquoted).filter { !$0.isEmpty }
}

/// What a file of words holds, for `LexiconFile`: of each key a line with the form of its value, the key, and rows of
/// words, each row behind an empty field. It knows no more of YAML than these files need; a test holds that it reads
/// them as YAML is read.
func lists(_ yaml: String) -> String {
  var lines: [String] = []
  for line in yaml.split(separator: "\n") where line.drop(while: { $0 == " " }).first != "#" {
    let isInList = lines.last.map { $0.contains(": [") && !$0.hasSuffix("]") } ?? false
    if isInList || line.drop(while: { $0 == " " }).first == "[" {
      lines[lines.count - 1] += " " + line.trimmingCharacters(in: .whitespaces)
    } else {
      lines.append(String(line))
    }
  }
  var values: [(form: String, key: String, rows: [[String]])] = []
  for line in lines {
    let key = line.prefix { $0 != ":" }
    let value = line.dropFirst(key.count + 1).trimmingCharacters(in: .whitespaces)
    let isList = value.hasPrefix("[")
    if !line.hasPrefix(" ") {
      values.append((isList ? "list" : "meanings", unquoted(key), isList ? [words(value)] : []))
    } else {
      if isList { values[values.count - 1].form = "groups" }
      values[values.count - 1].rows.append([unquoted(key)] + (isList ? words(value) : [unquoted(value)]))
    }
  }
  return values.map { value in
    ([value.form, value.key] + value.rows.flatMap { [""] + $0 }).joined(separator: "\t")
  }.joined(separator: "\n")
}

var files: [String] = []
var lexicon: [String] = []
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
      lexicon.append("    (name: \"\(name.prefix { $0 != "." })\", lists: \(literal(lists(text)))),")
    }
  }
}
var lines = ["enum EmbeddedFiles {"]
lines += ["  static let files: [(path: StaticString, text: StaticString)] = ["] + files + ["  ]"]
if !lexicon.isEmpty {
  lines += ["", "  static let lexicon: [(name: StaticString, lists: StaticString)] = ["] + lexicon + ["  ]"]
}
try Data((lines + ["}", ""]).joined(separator: "\n").utf8).write(to: output)
