import Words

/// A sentence that announces a list of organizations: `Significant users include:`, `Maintainers come from these
/// companies:`.
struct ListLead {
  /// `adopters`, or `organizations` for those that people belong to.
  let kind: String
  /// The people, for organizations.
  let scope: String?
  /// The paragraph it ends.
  let text: String

  /// The announcement that ends a paragraph; nil when it announces nothing of the kind.
  init?(_ paragraph: String) {
    guard paragraph.hasSuffix(":"), let last = Sentences.texts(of: paragraph).last, last.utf8.count < 200 else {
      return nil
    }
    let words = Set(last.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init))
    let lexicon = Lexicon.claims
    let nouns = words.compactMap { lexicon.kind(of: $0) }.filter(\.isPlural).map(\.kind)
    let isOfOrganizations = nouns.contains("organizations")
    text = paragraph
    if (nouns.contains { $0 == "users" || $0 == "adopters" } && !words.isDisjoint(with: lexicon.announcing))
      || (isOfOrganizations && !words.isDisjoint(with: lexicon.using))
    {
      (kind, scope) = ("adopters", nil)
    } else if isOfOrganizations, !words.isDisjoint(with: lexicon.announced), !Self.countsPeople(last),
      let scope = Self.scope(nouns.filter(lexicon.people.contains)), !words.isDisjoint(with: lexicon.belonging)
    {
      (kind, self.scope) = ("organizations", scope)
    } else {
      return nil
    }
  }

  /// The people that a sentence is about: "maintainers (committers)" are maintainers.
  private static func scope(_ people: [String]) -> String? {
    people.first { $0 == "maintainers" } ?? people.min()
  }

  /// Whether a sentence holds a number: what follows "3 maintainers from 2 organizations:" are people.
  private static func countsPeople(_ sentence: String) -> Bool {
    ClaimToken.tokens(of: PlainText(Array(sentence.utf8)), dates: []).contains { $0.number != nil }
  }
}
