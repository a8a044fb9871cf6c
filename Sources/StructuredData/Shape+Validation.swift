public import Diagnostics

extension Shape {
  /// What is wrong with a value, its parts included; a null stands for an absent value.
  ///
  /// `area` is the first part of the rules' names: `workspace` gives `workspace/unknown-key`.
  public func diagnostics(of node: Node, in source: SourceText, area: String) -> [Diagnostic] {
    var check = ShapeCheck(source: source, area: area)
    check.check(node, self)
    return check.diagnostics
  }

  /// What is expected, in words.
  fileprivate var expectation: String {
    switch self {
    case .text: "a text"
    case .flag: "`true` or `false`"
    case .address: "an address that begins with https:// or http://"
    case .date: "a day, written YYYY-MM-DD"
    case .number(let bounds):
      bounds.upperBound == .max
        ? "a number of at least \(bounds.lowerBound)" : "a number from \(bounds.lowerBound) to \(bounds.upperBound)"
    case .identifier: "lower-case letters, digits and hyphens"
    case .path: "a folder inside the source folder"
    case .choice: "a known name"
    case .list: "a list"
    case .map, .object: "a mapping"
    case .either(let shapes): shapes.map(\.expectation).joined(separator: " or ")
    case .checkedElsewhere(let shape), .named(_, let shape): shape.expectation
    }
  }

  /// How it is written, where that is easily mistaken; nil where the words of the expectation say it.
  fileprivate var spelling: String? {
    switch self {
    case .list: "write `[one, two]`, or each entry on a line of its own behind `- `"
    case .map: "write `key: value`, each on a line of its own"
    case .object(let keys):
      "write `key: value`, each on a line of its own; keys are \(keys.map(\.name).joined(separator: ", "))"
    case .named(_, let shape): shape.spelling
    default: nil
    }
  }

  /// Whether a value has this form, whatever it holds.
  fileprivate func hasForm(of node: Node) -> Bool {
    switch self {
    case .list: node.isSequence
    case .map, .object: node.isMapping
    case .named(_, let shape): shape.hasForm(of: node)
    default: !node.isSequence && !node.isMapping
    }
  }
}

private struct ShapeCheck {
  let source: SourceText
  let area: String
  var diagnostics: [Diagnostic] = []

  mutating func check(_ node: Node, _ shape: Shape) {
    if node.isNull { return }
    switch shape {
    case .checkedElsewhere: return
    case .named(_, let shape): check(node, shape)
    case .text: if node.string == nil { wrong(node, shape) }
    case .flag: if node.bool == nil { wrong(node, shape) }
    case .date: if node.date == nil { wrong(node, shape) }
    case .address:
      let address = node.string ?? ""
      if !address.hasPrefix("https://"), !address.hasPrefix("http://") { wrong(node, shape) }
    case .number(let bounds): if !(node.int.map(bounds.contains) ?? false) { wrong(node, shape) }
    case .identifier: if !isFolderSafe(node.string) { wrong(node, shape) }
    case .path:
      guard let path = node.string else { return wrong(node, shape) }
      if path.hasPrefix("/") || path.pathNames.contains("..") {
        wrong(node, shape, help: "point --source at a folder that holds all repositories")
      }
    case .choice(let words):
      guard let word = node.string else { return wrong(node, .text) }
      if !words.contains(word) {
        let meant = Solution.meant(by: word, among: words, at: node.location(in: source))
        wrong(node, shape, help: "one of \(words.joined(separator: ", "))", solution: meant)
      }
    case .list(let element):
      guard node.isSequence else { return wrong(node, shape) }
      for part in node.elements { check(part, element) }
    case .map(let value):
      guard node.isMapping else { return wrong(node, shape) }
      for entry in node.entries where !entry.key.isRepetition { check(entry.value, value) }
    case .object(let keys):
      guard node.isMapping else { return wrong(node, shape) }
      check(node, keys)
    case .either(let shapes):
      guard let fitting = shapes.first(where: { $0.hasForm(of: node) }) else { return wrong(node, shape) }
      check(node, fitting)
    }
  }

  private mutating func check(_ node: Node, _ keys: [Shape.Key]) {
    for entry in node.entries where !entry.key.isRepetition {
      let name = entry.key.string ?? ""
      if let key = keys.first(where: { $0.name == name }) {
        check(entry.value, key.shape)
      } else {
        let names = keys.map(\.name)
        let help = "known keys here: \(names.joined(separator: ", "))"
        var meant = Solution.meant(by: name, among: names, at: entry.key.location(in: source))
        // A mapping that has the key gets no second one.
        meant?.replacements.removeAll { node[$0.text] != nil }
        note("unknown-key", entry.key, "unknown key `\(name)`", help, solution: meant)
      }
    }
    for key in keys where key.isRequired && node[key.name]?.isNull ?? true {
      note("missing-key", node, "`\(key.name)` is missing", key.summary)
    }
  }

  private mutating func wrong(_ node: Node, _ shape: Shape, help: String? = nil, solution: Solution? = nil) {
    let found = node.string.map { "`\($0)`" } ?? (node.isSequence ? "a list" : "a mapping")
    note(
      "wrong-value", node, "expected \(shape.expectation), found \(found)", help ?? shape.spelling,
      solution: solution ?? rewritten(node, shape))
  }

  /// The same value in the form that is expected, where that is known to the character.
  private func rewritten(_ node: Node, _ shape: Shape) -> Solution? {
    let place = node.location(in: source)
    guard let text = node.string, text == place.text, !text.utf8.contains(where: ",[]{}".utf8.contains) else {
      return nil
    }
    switch shape {
    case .list(let element) where element.hasForm(of: node): return .writing("[\(text)]", over: place)
    case .identifier where isFolderSafe(text.lowercased()): return .writing(text.lowercased(), over: place)
    default: return nil
    }
  }

  /// Notes what is wrong with a node; `help` is for one without a solution.
  private mutating func note(
    _ rule: String, _ node: Node, _ summary: String, _ help: String?, solution: Solution? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        RuleID(rawValue: "\(area)/\(rule)"), .error, at: node.location(in: source), summary, help: help,
        solution: solution, kind: .configuration))
  }

  private func isFolderSafe(_ text: String?) -> Bool {
    guard let text, !text.hasPrefix("-") else { return false }
    return text.utf8.allSatisfy { $0.isASCIISmall || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
  }
}
