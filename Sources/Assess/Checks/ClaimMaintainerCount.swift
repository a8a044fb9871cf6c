import Intake
import Words

extension Claim {
  /// Whether it counts those of one organization or of a part of the project ("2 Acme maintainers", "3 maintainers of
  /// the operator").
  fileprivate func isOfAPart(_ data: CommunityData) -> Bool {
    if modifiers.contains(where: { word in
      data.organizations.contains { data.community.organizations.areSame(word, $0.name) }
    }) {
      return true
    }
    let lower = text.lowercased()
    guard let range = lower.firstRange(of: "maintainers of ") else { return false }
    let whole = Lexicon.findings.wholeProject + [data.community.name.lowercased()]
    return !whole.contains { lower[range.upperBound...].hasPrefix($0) }
  }
}

extension CommunityData {
  /// Claims on the number of all maintainers there are.
  func maintainerCounts() -> [ComparedClaim] {
    guard hasMaintainerList else { return [] }
    let partial = Lexicon.findings.partialMaintainers
    return assertedClaims { $0.kind == "maintainers" && $0.names.isEmpty && $0.value != nil }.filter { claim, _ in
      !claim.modifiers.contains(where: partial.contains) && !claim.isOfThePast && !claim.isOfAPart(self)
    }.map { ComparedClaim(claim: $0, document: $1, comparison: CountComparison($0, maintainers.count)) }
  }
}

extension Rule {
  static let claimMaintainerCount = Rule(
    id: "claim/maintainer-count",
    summary: "a number of maintainers that differs from the maintainers list",
    why: "Reviewers count the rows; a number that differs makes them doubt the rest.",
    howToFix: "write the number that the maintainers list shows, or just link the list",
    examples: [
      Example(
        application: "Our file shows ↓4 maintainers.", beside: ["MAINTAINERS.md": Samples.maintainers],
        finds: ["4 maintainers claimed, 2 listed in MAINTAINERS.md"]),
      Example(
        application: "Recently 1 maintainer without activity stepped down.",
        beside: ["MAINTAINERS.md": Samples.maintainers]),
      Example(
        application:
          "We have 1 Acme maintainer. Until 2025 there were 6 maintainers. The 5 maintainers of the operator help.",
        beside: ["MAINTAINERS.md": Samples.maintainers]),
      Example(
        application: "There are currently 3 core maintainers who cut releases.",
        beside: ["MAINTAINERS.md": Samples.maintainers]),
      Example(application: "Our file shows 2 maintainers.", beside: ["MAINTAINERS.md": Samples.maintainers]),
    ]
  ) { data, rule in
    guard data.hasMaintainerList else { return [] }
    let rows = data.maintainers.map(\.location)
    let list = data.document(rows[0].path)
    return data.maintainerCounts().compactMap { compared in
      let (claim, document, comparison) = (compared.claim, compared.document, compared.comparison)
      guard comparison != .holds, let value = claim.value else { return nil }
      // "Two new maintainers", "two maintainers without activity": some of them, not the whole.
      guard claim.isTotal || comparison == .overstated || value * 2 > rows.count else { return nil }
      let past = data.outcome(of: claim, in: document, against: list, past: data.pastMaintainers(claim))
      return rule.finding(
        on: claim, past, data.severity(of: past.status, comparison, in: document),
        "\(value) maintainers claimed, \(rows.count) listed in \(rows[0].path)", key: "maintainers \(value)",
        fact: rows[0], expected: String(value), actual: String(rows.count),
        fix: "write \(rows.count), as \(Rows.span(rows)) shows, or just link the list",
        solutions: claim.corrections(to: rows.count, in: document, data))
    }
  }
}
