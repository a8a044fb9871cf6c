import Diagnostics
import StructuredData

/// What a file of a source changes in the built-in words. The built-in file of its name tells which keys there are and
/// what each holds, so that no second description is needed.
///
/// A list in its place replaces a built-in one; a mapping `{add: […], remove: […]}` changes it.
struct LexiconChanges {
  private let source: SourceText
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: SourceText) { self.source = source }

  /// Applies the changes; false when there are none.
  mutating func apply(to files: inout [LexiconFile]) -> Bool {
    let name = source.lexiconName
    guard let index = files.firstIndex(where: { $0.name == name }) else {
      diagnostics.append(
        Diagnostic(
          "lexicon/unknown-file", .error, at: source.location(line: 1), "there are no words called `\(name)`",
          help: help(files.map(\.name)), solution: .meant(by: name, among: files.map(\.name)), kind: .configuration))
      return false
    }
    let staged = YAML.read(source)
    diagnostics += staged.diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      if diagnostic.severity == .error { diagnostic.kind = .configuration }
      return diagnostic
    }
    guard let root = staged.value else { return false }
    diagnostics += files[index].shape.diagnostics(of: root, in: source, area: "lexicon")
    for place in files[index].values.indices {
      guard let node = root[files[index].values[place].key], !node.isNull else { continue }
      change(&files[index].values[place].value, by: node)
    }
    return true
  }

  /// Applies what has the form it should have; that the rest has not is told already.
  private mutating func change(_ value: inout LexiconFile.Value, by node: Node) {
    switch value {
    case .list(let words): value = .list(changed(words, by: node))
    case .groups(var groups):
      for index in groups.indices {
        guard let node = node[groups[index].name] else { continue }
        groups[index].words = changed(groups[index].words, by: node)
      }
      value = .groups(groups)
    case .meanings(var meanings):
      for entry in node.entries {
        guard let word = entry.key.string else { continue }
        meanings.removeAll { $0.word == word }
        if let meaning = entry.value.string { meanings.append(.init(word: word, meaning: meaning)) }
      }
      value = .meanings(meanings)
    }
  }

  private mutating func changed(_ words: [String], by node: Node) -> [String] {
    if node.isSequence { return distinct(node) }
    var words = words
    if let added = node["add"] { words += distinct(added).filter { !words.contains($0) } }
    for element in node["remove"]?.elements ?? [] {
      guard let word = element.string else { continue }
      if !words.contains(word) {
        note("lexicon/unknown-word", element, "unknown word `\(word)`", help(words), .error, near: words)
      }
      words.removeAll { $0 == word }
    }
    return words
  }

  private mutating func distinct(_ node: Node) -> [String] {
    var words: [String] = []
    for element in node.elements {
      guard let word = element.string else { continue }
      if words.contains(word) {
        note("lexicon/duplicate", element, "`\(word)` occurs twice", "keep one of them", .warning)
      } else {
        words.append(word)
      }
    }
    return words
  }

  private func help(_ known: [String]) -> String { "known: \(known.joined(separator: ", "))" }

  private mutating func note(
    _ rule: RuleID, _ node: Node, _ summary: String, _ help: String, _ severity: Severity, near names: [String] = []
  ) {
    let place = node.location(in: source)
    let solution = Solution.meant(by: node.string ?? "", among: names, at: place)
    diagnostics.append(
      Diagnostic(rule, severity, at: place, summary, help: help, solution: solution, kind: .configuration))
  }
}
