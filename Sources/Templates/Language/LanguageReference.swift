/// What the language knows, for its reference page. Every example is run as a test.
public enum LanguageReference {
  /// A filter, a test or a function.
  public struct Entry: Sendable, Hashable {
    /// What it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable { case filter, test, function }
    /// What it is.
    public let kind: Kind
    /// Its name.
    public let name: String
    /// Other names of the same.
    public let aliases: [String]
    /// How it is written: `replace(old, new, count?)`; a `?` marks what may be left out.
    public let signature: String
    /// One sentence, lower-case start, no full stop.
    public let summary: String
    /// Templates and what they print.
    public let examples: [LanguageExample]
  }

  /// All filters, tests and functions of the language: each kind by name, in the order of bytes.
  public static let entries: [Entry] = {
    let filters = Filters.all.map {
      Entry(
        kind: .filter, name: $0.name, aliases: $0.aliases, signature: $0.signature.text($0.name), summary: $0.summary,
        examples: $0.examples)
    }
    let tests = Tests.all.map {
      Entry(
        kind: .test, name: $0.name, aliases: $0.aliases, signature: $0.signature.text($0.name), summary: $0.summary,
        examples: $0.examples)
    }
    let functions = Functions.all.map {
      Entry(
        kind: .function, name: $0.name, aliases: [], signature: $0.signature, summary: $0.summary,
        examples: $0.examples)
    }
    return [filters, tests, functions].flatMap { list in
      list.sortedByBytes(of: \.name)
    }
  }()
}

extension Signature {
  /// The name with its parameters.
  func text(_ name: String) -> String {
    if isVariadic { return "\(name)(…)" }
    guard !parameters.isEmpty else { return name }
    let shown = parameters.enumerated().map { $0 < required ? $1 : "\($1)?" }
    return "\(name)(\(shown.joined(separator: ", ")))"
  }
}
