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
          help: help(name, among: files.map(\.name)), kind: .configuration))
      return false
    }
    let staged = YAML.read(source)
    diagnostics += staged.diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      if diagnostic.severity == .error { diagnostic.kind = .configuration }
      return diagnostic
    }
    guard let root = staged.value else { return false }
    for entry in mapping(root, "a file of words") {
      let key = entry.key.string ?? ""
      guard let place = files[index].values.firstIndex(where: { $0.key == key }) else {
        unknown(entry.key, "key", among: files[index].values.map(\.key))
        continue
      }
      change(&files[index].values[place].value, by: entry.value, key)
    }
    return true
  }

  private mutating func change(_ value: inout LexiconFile.Value, by node: Node, _ key: String) {
    switch value {
    case .list(let words): value = .list(changed(words, by: node, key))
    case .groups(var groups):
      for entry in mapping(node, "`\(key)`") {
        let name = entry.key.string ?? ""
        guard let index = groups.firstIndex(where: { $0.name == name }) else {
          unknown(entry.key, "key", among: groups.map(\.name))
          continue
        }
        groups[index].words = changed(groups[index].words, by: entry.value, "\(key).\(name)")
      }
      value = .groups(groups)
    case .meanings(var meanings):
      for entry in mapping(node, "`\(key)`") {
        guard let word = text(entry.key, key) else { continue }
        meanings.removeAll { $0.word == word }
        if !entry.value.isNull, let meaning = text(entry.value, "\(key).\(word)") {
          meanings.append(.init(word: word, meaning: meaning))
        }
      }
      value = .meanings(meanings)
    }
  }

  private mutating func changed(_ words: [String], by node: Node, _ key: String) -> [String] {
    if node.isSequence { return self.words(node, key) }
    guard node.isMapping else {
      error("lexicon/type", node, "`\(key)` must be a list of words", "write `[…]`, or `{add: […], remove: […]}`")
      return words
    }
    var words = words
    for entry in node.entries {
      switch entry.key.string {
      case "add":
        for word in self.words(entry.value, "\(key).add") where !words.contains(word) { words.append(word) }
      case "remove":
        for element in entry.value.elements {
          guard let word = text(element, "\(key).remove") else { continue }
          if !words.contains(word) { unknown(element, "word", among: words) }
          words.removeAll { $0 == word }
        }
      default: unknown(entry.key, "key", among: ["add", "remove"])
      }
    }
    return words
  }

  private mutating func words(_ node: Node, _ key: String) -> [String] {
    guard node.isSequence else {
      error("lexicon/type", node, "`\(key)` must be a list of words", "write `[…]`")
      return []
    }
    var words: [String] = []
    for element in node.elements {
      guard let word = text(element, key) else { continue }
      if words.contains(word) {
        error("lexicon/duplicate", element, "`\(word)` occurs twice in `\(key)`", "keep one of them", .warning)
      } else {
        words.append(word)
      }
    }
    return words
  }

  private mutating func mapping(_ node: Node, _ what: String) -> [Node.Entry] {
    if !node.isMapping, !node.isNull {
      error("lexicon/type", node, "\(what) must be a mapping", "write `key: value` lines")
    }
    return node.entries
  }

  private mutating func text(_ node: Node, _ key: String) -> String? {
    if let text = node.string, !text.isEmpty { return text }
    error("lexicon/type", node, "`\(key)` must hold words", "write one text; put `null`, `~` and “” in quotes")
    return nil
  }

  private mutating func unknown(_ node: Node, _ what: String, among known: [String]) {
    let name = node.string ?? ""
    error("lexicon/unknown-\(what)", node, "unknown \(what) `\(name)`", help(name, among: known))
  }

  private func help(_ name: String, among known: [String]) -> String {
    Suggestion.nearest(to: name, among: known).map { "did you mean `\($0)`?" }
      ?? "known: \(known.joined(separator: ", "))"
  }

  private mutating func error(
    _ rule: String, _ node: Node, _ summary: String, _ help: String, _ severity: Severity = .error
  ) {
    diagnostics.append(
      Diagnostic(
        RuleID(rawValue: rule), severity, at: node.location(in: source), summary, help: help, kind: .configuration))
  }
}
