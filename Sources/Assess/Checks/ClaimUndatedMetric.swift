import Intake

extension Rule {
  static let claimUndatedMetric = Rule(
    id: "claim/undated-metric",
    summary: "a figure that changes every day, without a date",
    why: "Nobody can tell how old such a figure is.",
    howToFix: "add the day of the figure, or link the page that shows it",
    examples: [
      Example(
        ["application.md": Samples.application("The repository has ↓2562 stars.")],
        finds: ["2562 stars: no date tells how old the figure is"]),
      Example(["application.md": Samples.application("The repository has 2562 stars as of 2026-10-01.")], finds: []),
    ]
  ) { data, rule in
    return data.assertingDocuments.flatMap { document in
      document.facts.claims.compactMap { claim -> Finding? in
        // A handful ("2 contributors are responsible for …") is no measure of size.
        guard claim.asOf == nil, let value = claim.value, max(value, claim.upperValue ?? value) >= 10,
          data.lexicon.findings.volatile.contains(claim.kind)
        else { return nil }
        return rule.finding(
          .note, "\(Rows.words(claim)): no date tells how old the figure is", key: "\(claim.kind) \(value)",
          at: [.init(.claim, claim.location)], confidence: .medium, claim: .unknown, criterion: claim.criterion)
      }
    }
  }
}
