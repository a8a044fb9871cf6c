import Foundation
import TestSupport
import Testing

/// Words of documents belong into `content/lexicon`; what is still listed in code is counted here.
@Suite struct WordListTests {
  /// Folders whose lists are no words of documents.
  private static let folders = [
    "Intake/History/": "arguments of git",
    "Intake/Readers/Imports/": "keys of formats that other tools define",
    "Intake/Workspace/": "keys of the workspace file",
    "Intake/Inspect/": "members of inspect/1",
    "Assess/Snapshots/": "members of snapshot/1",
  ]

  /// The files that hold lists, and why their lists are no words either.
  private static let reasons = [
    "Intake/Model/NameFolding.swift": "letters of Unicode",
    "Intake/Reading/LeadingComment.swift": "keys that this program defines",
    "Intake/Classification/Candidate.swift": "names that HTML defines",
    "Intake/Classification/FileFormat.swift": "formats that code reads",
    "Intake/Readers/Data/GroupRules.swift": "ids of rules",
    "Intake/Readers/DueDiligence/InlineScanner.swift": "forms of links that GFM defines",
    "Intake/Discovery/DiskTree.swift": "folders of a site that this program writes",
    "Intake/Text/HTMLTag.swift": "names that HTML defines",
    "Intake/Text/HTMLText.swift": "names that HTML defines",
    "Intake/Text/ICalendar.swift": "lines that RFC 5545 demands",
    "Assess/Language/RowAttributes.swift": "names of the language of checks",
    "Assess/Checks/Samples.swift": "an example of rules",
  ]

  @Test func areDataUnlessThereIsAReason() throws {
    let root = Shared.packageRoot.appending(path: "Sources")
    var found: [(path: String, text: String)] = []
    for folder in ["Intake", "Assess"] {
      for file in Shared.files(in: root.appending(path: folder), endings: [".swift"]) {
        let path = String(
          file.path(percentEncoded: false).dropFirst(root.path(percentEncoded: false).count).drop { $0 == "/" })
        guard !Self.folders.keys.contains(where: path.hasPrefix) else { continue }
        let lists = SwiftLists(try String(contentsOf: file, encoding: .utf8)).lists
        found += lists.map { (path, "\(path):\($0.line) \($0.words.prefix(4).joined(separator: ", "))") }
      }
    }
    let unexplained = found.filter { Self.reasons[$0.path] == nil }
    #expect(unexplained.isEmpty, "lists without a reason:\n\(unexplained.map(\.text).joined(separator: "\n"))")
    #expect(Set(found.map(\.path)) == Set(Self.reasons.keys))
    #expect(found.count < 15)
  }

  @Test(arguments: [
    (#"let a = ["x", "y", "z"]"#, ["x", "y", "z"]), (#"let a = ["x", "y"]"#, nil),
    (#"let a = ["x": .one, "y": .two, "z": .one]"#, ["x", "y", "z"]), (#"case "x", "y", "z": 1"#, ["x", "y", "z"]),
    (#"Phrases("x", "y", "z")"#, ["x", "y", "z"]), (#"// ["x", "y", "z"]"#, nil), (#"f("x", "y", "z")"#, nil),
    (#"RecordShape(keys: ["x", "y", "z"])"#, nil), (#"["a.md": "x\n", "b.md": "y\n", "c.md": "z"]"#, nil),
    (#"["x \(["a", "b", "c"].count)", "y", "z"]"#, nil), (#"["-", ":", "("]"#, nil),
  ])
  func areFoundInCode(_ code: String, _ words: [String]?) {
    #expect(SwiftLists(code).lists.first?.words == words)
  }
}

/// Lists of three words or more in Swift code: literals in brackets, cases, and arguments of `Phrases`. Keys of records
/// and files of examples are none.
private struct SwiftLists {
  private(set) var lists: [(line: Int, words: [String])] = []

  private enum Token: Equatable {
    case text(String)
    case word(String)
    case sign(Character)
    /// A text of several lines, or one with a value in it.
    case other
  }

  private let code: [Character]
  private var index = 0
  private var tokens: [(token: Token, line: Int)] = []

  init(_ code: String) {
    self.code = Array(code)
    tokenize()
    var open: [Int] = []
    for (index, (token, line)) in tokens.enumerated() {
      switch token {
      case .sign("["), .sign("("): open.append(index)
      case .sign("]"), .sign(")"):
        guard let start = open.popLast() else { continue }
        let before = start > 0 ? tokens[start - 1].token : .other
        let isLabeled = before == .sign(":") && start > 1 && tokens[start - 2].token == .word("keys")
        guard token == .sign("]") ? !isLabeled : before == .word("Phrases") else { continue }
        add(tokens[(start + 1)..<index].map(\.token), tokens[start].line)
      case .word("case"):
        let rest = tokens[(index + 1)...].prefix { if case .text = $0.token { true } else { $0.token == .sign(",") } }
        if tokens.indices.contains(rest.endIndex), tokens[rest.endIndex].token == .sign(":") {
          add(rest.map(\.token), line)
        }
      default: break
      }
    }
  }

  private mutating func add(_ tokens: [Token], _ line: Int) {
    var words: [String] = []
    for (index, token) in tokens.enumerated() {
      switch token {
      case .text(let text): words.append(text)
      case .sign(let sign): if !",:().[]".contains(sign) { return }
      case .word: if index == 0 || tokens[index - 1] != .sign(".") { return }
      case .other: return
      }
    }
    words.removeAll { !$0.contains(where: \.isLetter) }
    if words.count >= 3, !words.contains(where: { $0.contains(#"\n"#) }) { lists.append((line, words)) }
  }

  private func at(_ offset: Int) -> Character? { index + offset < code.count ? code[index + offset] : nil }

  private mutating func tokenize() {
    var line = 1
    while let character = at(0) {
      if character == "\n" { line += 1 }
      if character == "/", at(1) == "/" {
        while let next = at(0), next != "\n" { index += 1 }
      } else if character == "\"" {
        let start = line
        let token = text()
        line += token.lines
        tokens.append((token.token, start))
      } else if character.isLetter || character == "_" {
        var word = ""
        while let next = at(0), next.isLetter || next.isNumber || next == "_" {
          word.append(next)
          index += 1
        }
        tokens.append((.word(word), line))
      } else {
        if !character.isWhitespace, !character.isNumber, character != "#" { tokens.append((.sign(character), line)) }
        index += 1
      }
    }
  }

  /// The text that begins here, as written.
  private mutating func text() -> (token: Token, lines: Int) {
    let isRaw = index > 0 && code[index - 1] == "#"
    if at(1) == "\"", at(2) == "\"" {
      index += 3
      var lines = 0
      while at(0) != nil, !(at(0) == "\"" && at(1) == "\"" && at(2) == "\"") {
        if at(0) == "\n" { lines += 1 }
        index += 1
      }
      index += 3
      return (.other, lines)
    }
    index += 1
    var text = ""
    var depth = 0
    var hasValue = false
    while let next = at(0), depth > 0 || next != "\"" || isRaw && at(1) != "#" {
      if !isRaw, next == "\\", depth == 0 {
        text.append(next)
        index += 1
        if at(0) == "(" {
          depth = 1
          hasValue = true
        }
        text.append(at(0) ?? " ")
      } else {
        if depth > 0 { depth += next == "(" ? 1 : next == ")" ? -1 : 0 }
        text.append(next)
      }
      index += 1
    }
    index += 1
    return (hasValue ? .other : .text(text), 0)
  }
}
