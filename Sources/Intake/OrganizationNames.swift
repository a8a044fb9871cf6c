import Diagnostics
import Words

/// Which spellings of an organization's name are one organization: those of the table, and those that differ in case,
/// blanks, a trailing legal form, or what names a part of the same employer ("Acme Cloud", "Acme Labs", "on Acme").
public struct OrganizationNames: Sendable, Hashable {
  private var canonical: [String: String] = [:]

  /// A table of canonical names with their other spellings.
  init(_ aliases: [(name: String, spellings: [String])] = []) {
    for (name, spellings) in aliases {
      for spelling in spellings + [name] { canonical[Self.key(spelling)] = name }
    }
  }

  /// The name to show for a spelling: the table's, else the spelling trimmed.
  public func name(for spelling: String) -> String {
    canonical[Self.key(spelling)] ?? Self.withoutRelation(spelling.split(separator: " ")).joined(separator: " ")
  }

  /// "Acme" of "Sponsored by Acme": the words in front say what it is to somebody.
  private static func withoutRelation(_ words: [Substring]) -> ArraySlice<Substring> {
    let relations = Lexicon.organizations.relations
    let isRelated = words.count > 2 && words[1].lowercased() == "by" && relations.contains(words[0].lowercased())
    return isRelated ? words[2...] : words[...]
  }

  /// Whether two spellings are one organization.
  public func areSame(_ a: String, _ b: String) -> Bool { identity(of: a) == identity(of: b) }

  /// What equal organizations share.
  public func identity(of spelling: String) -> String { Self.key(name(for: spelling)) }

  /// What spellings share that are certainly one organization: those of the table, and those that differ in case, blanks
  /// or legal form.
  func strictIdentity(of spelling: String) -> String { Self.key(name(for: spelling), foldsParts: false) }

  /// Lower-case letters and digits of what is left of a name without its legal form, its part, and what is said about it
  /// in parentheses.
  private static func key(_ spelling: String, foldsParts: Bool = true) -> String {
    let lexicon = Lexicon.organizations
    let bare = spelling.split(separator: "(", omittingEmptySubsequences: false)[0]
    var words = (bare.contains(where: \.isLetter) ? bare : spelling[...]).runsOfLettersAndNumbers
      .flatMap { parts(of: $0) }
    while words.count > 1, let first = words.first, lexicon.beforeNames.contains(first) { words.removeFirst() }
    while words.count > 1, let last = words.last,
      lexicon.legalForms.contains(last)
        || foldsParts && lexicon.parts.contains(last) && !lexicon.parts.contains(words[0])
    {
      words.removeLast()
    }
    return words.joined()
  }

  /// `acme` and `cloud` of `AcmeCloud`; other words as they are.
  private static func parts(of word: Substring) -> [String] {
    let lower = word.lowercased()
    for part in Lexicon.organizations.parts where lower.hasSuffix(part) && lower.utf8.count > part.utf8.count + 2 {
      let tail = word.dropFirst(word.count - part.count)
      if tail.first?.isUppercase == true, word.dropLast(part.count).last?.isLowercase == true {
        return [String(lower.dropLast(part.count)), part]
      }
    }
    return [lower]
  }
}
