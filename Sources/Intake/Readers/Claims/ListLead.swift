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
    guard paragraph.hasSuffix(":"), let last = EvidenceText.sentences(of: paragraph).last, last.utf8.count < 200 else {
      return nil
    }
    let words = Set(last.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init))
    func holds(_ some: String...) -> Bool { some.contains(where: words.contains) }
    let isOfOrganizations = holds("organizations", "organisations", "companies")
    let people = words.compactMap { Lexicon.claims.kind(of: $0) }.filter {
      $0.isPlural && Lexicon.claims.people.contains($0.kind)
    }
    text = paragraph
    if (holds("users", "adopters", "end-users") && holds("include", "includes", "including", "are", "following"))
      || (isOfOrganizations && holds("use", "using", "adopted", "adopting"))
    {
      (kind, scope) = ("adopters", nil)
    } else if isOfOrganizations, holds("these", "following"), !Self.countsPeople(last),
      let scope = people.map(\.kind).min(),
      holds("from", "represented", "represent", "employed", "affiliated")
    {
      (kind, self.scope) = ("organizations", scope)
    } else {
      return nil
    }
  }

  /// Whether a sentence holds a number: what follows "3 maintainers from 2 organizations:" are people.
  private static func countsPeople(_ sentence: String) -> Bool {
    ClaimToken.tokens(of: PlainText(Array(sentence.utf8)), dates: []).contains { $0.number != nil }
  }
}
