import Words

/// Which spellings of an organization's name are one organization. Only what the table says is merged, besides case,
/// blanks and a trailing legal form; nothing is guessed.
public struct OrganizationNames: Sendable, Hashable {
  private var canonical: [String: String] = [:]

  /// A table of canonical names with their other spellings.
  public init(_ aliases: [(name: String, spellings: [String])] = []) {
    for (name, spellings) in aliases {
      for spelling in spellings + [name] { canonical[Self.key(spelling)] = name }
    }
  }

  /// The name to show for a spelling: the table's, else the spelling trimmed.
  public func name(for spelling: String) -> String {
    canonical[Self.key(spelling)] ?? spelling.split(separator: " ").joined(separator: " ")
  }

  /// Whether two spellings are one organization.
  public func areSame(_ a: String, _ b: String) -> Bool { identity(of: a) == identity(of: b) }

  /// What equal organizations share.
  public func identity(of spelling: String) -> String { Self.key(name(for: spelling)) }

  /// Lower-case letters and digits; a trailing legal form (`Inc`, `Ltd`, `GmbH` …) is left out.
  private static func key(_ spelling: String) -> String {
    var words = spelling.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    while words.count > 1, let last = words.last, Lexicon.organizations.legalForms.contains(last) { words.removeLast() }
    return words.joined()
  }
}
