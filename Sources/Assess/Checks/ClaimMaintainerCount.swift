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
    data.maintainerCounts().compactMap { compared in
      let (claim, rows) = (compared.claim, compared.rows)
      guard compared.comparison != .holds, let value = claim.value else { return nil }
      // "Two new maintainers", "two maintainers without activity": some of them, not the whole.
      guard claim.isTotal || compared.comparison == .overstated || value * 2 > rows.count else { return nil }
      return rule.finding(
        on: compared, in: data, past: data.pastMaintainers(claim),
        fix: "write \(rows.count), as \(Rows.span(rows)) shows, or just link the list")
    }
  }
}
