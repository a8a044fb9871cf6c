import Diagnostics
import StructuredData

extension WorkspaceSchema.Shape {
  /// What is wrong with a value, its parts included. A null stands for an absent value.
  func diagnostics(of node: Node, in source: SourceText) -> [Diagnostic] {
    func wrong(_ expected: String, help: String? = nil) -> [Diagnostic] {
      let found = node.string.map { "`\($0)`" } ?? (node.isSequence ? "a list" : "a mapping")
      return [
        Diagnostic(
          "workspace/wrong-value", .error, at: node.location(in: source), "expected \(expected), found \(found)",
          help: help, kind: .configuration)
      ]
    }
    if node.isNull { return [] }
    switch self {
    case .any: return []
    case .text: return node.string == nil ? wrong("a text") : []
    case .flag: return node.bool == nil ? wrong("`true` or `false`") : []
    case .date:
      return node.string.flatMap { CalendarDate(iso: $0) } == nil ? wrong("a day, written YYYY-MM-DD") : []
    case .identifier:
      let isFolderSafe = node.string?.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      }
      return isFolderSafe != true || node.string?.hasPrefix("-") == true
        ? wrong("lower-case letters, digits and hyphens") : []
    case .path:
      guard let path = node.string else { return wrong("a folder") }
      return path.hasPrefix("/") || path.split(separator: "/").contains("..")
        ? wrong("a folder inside the source folder", help: "point --source at a folder that holds all repositories")
        : []
    case .choice(let words):
      guard let word = node.string else { return wrong("a text") }
      guard !words.contains(word) else { return [] }
      let near = Suggestion.nearest(to: word, among: words).map { "did you mean `\($0)`?" }
      return wrong("a known name", help: near ?? "one of \(words.joined(separator: ", "))")
    case .list(let shape):
      return node.isSequence ? node.elements.flatMap { shape.diagnostics(of: $0, in: source) } : wrong("a list")
    case .map(let shape):
      return node.isMapping ? node.entries.flatMap { shape.diagnostics(of: $0.value, in: source) } : wrong("a mapping")
    case .object(let keys):
      return node.isMapping ? diagnostics(of: node, keys: keys, in: source) : wrong("a mapping")
    }
  }

  private func diagnostics(
    of node: Node, keys: [WorkspaceSchema.Key], in source: SourceText
  ) -> [Diagnostic] {
    let names = keys.map(\.name)
    var found = node.entries.flatMap { entry -> [Diagnostic] in
      let name = entry.key.string ?? ""
      if let key = keys.first(where: { $0.name == name }) {
        return key.shape.diagnostics(of: entry.value, in: source)
      }
      let near = Suggestion.nearest(to: name, among: names).map { "did you mean `\($0)`?" }
      return [
        Diagnostic(
          "workspace/unknown-key", .error, at: entry.key.location(in: source), "unknown key `\(name)`",
          help: near ?? "known keys here: \(names.joined(separator: ", "))", kind: .configuration)
      ]
    }
    for key in keys where key.isRequired && node[key.name]?.isNull ?? true {
      found.append(
        Diagnostic(
          "workspace/missing-key", .error, at: node.location(in: source), "`\(key.name)` is missing",
          help: key.summary, kind: .configuration))
    }
    return found
  }
}
