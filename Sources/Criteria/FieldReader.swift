import Diagnostics
import StructuredData

/// Takes the fields of YAML mappings one by one and notes everything that is wrong with them, so that one run names all
/// errors of a file.
struct FieldReader {
  /// The file.
  let source: SourceText
  /// What was wrong so far.
  var diagnostics: [Diagnostic]

  /// - Parameter diagnostics: what was wrong with the YAML.
  init(_ source: SourceText, _ diagnostics: [Diagnostic]) {
    self.source = source
    self.diagnostics = diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.kind = .configuration
      return diagnostic
    }
  }

  /// Notes an error at a node.
  mutating func error(_ rule: RuleID, at node: Node, _ summary: String, help: String) {
    let place = node.location(in: source)
    diagnostics.append(Diagnostic(rule, .error, at: place, summary, help: help, kind: .configuration))
  }

  /// Notes a name that is not among those known here; `help` is for one that is near none of them.
  mutating func unknown(
    _ rule: RuleID, at node: Node, _ name: String, among names: [String], _ summary: String, help: String
  ) {
    let place = node.location(in: source)
    diagnostics.append(
      Diagnostic(
        rule, .error, at: place, summary, help: help, near: .meant(name, at: place, among: names), kind: .configuration)
    )
  }

  /// Whether `node` is a mapping; notes keys that are not among `known`.
  mutating func isMapping(_ node: Node, of what: String, known: [String]) -> Bool {
    guard node.isMapping else {
      error("criteria/type", at: node, "\(what) must be a mapping", help: "write it as `key: value` lines")
      return false
    }
    for entry in node.entries {
      let key = entry.key.string ?? ""
      guard !known.contains(key), !entry.key.isRepetition else { continue }
      unknown(
        "criteria/unknown-key", at: entry.key, key, among: known, "unknown key `\(key)` in \(what)",
        help: "known keys: \(known.joined(separator: ", "))")
    }
    return true
  }

  /// The text of a key; an absent optional one is nil, an absent required one an error.
  mutating func text(_ node: Node, _ key: String, required: Bool = false) -> String? {
    scalar(node, key, required: required)?.text
  }

  /// The text of a key with the place of its first character.
  mutating func located(_ node: Node, _ key: String, required: Bool = false) -> LocatedText? {
    guard let (text, value) = scalar(node, key, required: required) else { return nil }
    var place = value.location(in: source)
    if case .scalar(_, quoted: true) = value.content { place.column += 1 }
    return LocatedText(text, at: place)
  }

  private mutating func scalar(_ node: Node, _ key: String, required: Bool) -> (text: String, value: Node)? {
    guard let value = node[key], !value.isNull else {
      if required { error("criteria/missing-key", at: node, "`\(key)` is missing", help: "add `\(key): …`") }
      return nil
    }
    guard let text = value.string else {
      error("criteria/type", at: value, "`\(key)` must be text", help: "write one text after `\(key):`")
      return nil
    }
    return (text, value)
  }

  /// The texts of a key: a sequence of them, or one alone.
  mutating func texts(_ node: Node, _ key: String) -> [String] {
    guard let value = node[key], !value.isNull else { return [] }
    let nodes = value.isSequence ? value.elements : [value]
    return nodes.compactMap { element in
      if let text = element.string { return text }
      error("criteria/type", at: element, "`\(key)` must hold texts", help: "write a list of texts")
      return nil
    }
  }

  /// A whole number of at least `least`.
  mutating func number(_ node: Node, _ key: String, least: Int = 0) -> Int? {
    guard let value = node[key], !value.isNull else { return nil }
    if let number = value.int, number >= least { return number }
    error("criteria/type", at: value, "`\(key)` must be a number of at least \(least)", help: "write digits only")
    return nil
  }

  /// `true` or `false`.
  mutating func flag(_ node: Node, _ key: String) -> Bool? {
    guard let value = node[key], !value.isNull else { return nil }
    if let flag = value.bool { return flag }
    error("criteria/type", at: value, "`\(key)` must be true or false", help: "write true or false")
    return nil
  }

  /// A day, `YYYY-MM-DD`.
  mutating func date(_ node: Node, _ key: String) -> CalendarDate? {
    guard let (text, value) = scalar(node, key, required: true) else { return nil }
    if text.utf8.count == 10, let date = CalendarDate(iso: text) { return date }
    error("criteria/date", at: value, "`\(text)` is not a day of the calendar", help: "write the day as YYYY-MM-DD")
    return nil
  }

  /// One of the raw values of an enumeration.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: Node, _ key: String, required: Bool = false
  ) -> Choice? where Choice.RawValue == String {
    guard let (text, value) = scalar(node, key, required: required) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    unknown(
      "criteria/unknown-value", at: value, text, among: names, "`\(text)` is not a value of `\(key)`",
      help: "write one of: \(names.joined(separator: ", "))")
    return nil
  }

  /// The elements of a key that must be a sequence.
  mutating func list(_ node: Node, _ key: String, required: Bool = false) -> [Node] {
    guard let value = node[key], !value.isNull else {
      if required { error("criteria/missing-key", at: node, "`\(key)` is missing", help: "add `\(key):` with a list") }
      return []
    }
    if value.isSequence { return value.elements }
    error("criteria/type", at: value, "`\(key)` must be a list", help: "start each entry with `- `")
    return []
  }
}
