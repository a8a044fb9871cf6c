import Intake
import Words

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
      Example(
        ["application.md": Samples.application("Figures as of 2026-10-01:\n\n* Stars: 2562\n* Contributors: 120")],
        finds: []),
      Example(
        [
          "application.md": Samples.application(
            "[v1.2.0](https://github.com/example/example/releases/tag/v1.2.0) had 14 new contributors.")
        ],
        finds: []),
      Example(
        [
          "application.md": Samples.application(
            "[The page](https://example.org/people?start=2025-08-05&end=2026-08-05) shows 293 contributors.")
        ],
        finds: []),
      Example(
        ["application.md": Samples.application("Contributions (more than 10 commits each) come from Acme.")],
        finds: []),
    ]
  ) { data, rule in
    return data.assertingDocuments.flatMap { document in
      document.facts.claims.compactMap { claim -> Finding? in
        // A handful ("2 contributors are responsible for …") is no measure of size.
        guard case .unknown = document.dating(of: claim, data.lexicon.findings),
          !claim.isThreshold(data.lexicon.findings), let value = claim.value,
          max(value, claim.upperValue ?? value) >= 10, data.lexicon.findings.volatile.contains(claim.kind)
        else { return nil }
        return rule.finding(
          .note, "\(Rows.words(claim)): no date tells how old the figure is", key: "\(claim.kind) \(value)",
          at: [.init(.claim, claim.location)], confidence: .medium, claim: .unknown, criterion: claim.criterion)
      }
    }
  }
}

extension Claim {
  /// Whether it says from what number on somebody counts ("more than 10 commits"), not how many there are.
  fileprivate func isThreshold(_ words: FindingWords) -> Bool {
    guard qualifier == .moreThan || qualifier == .atLeast, let value else { return false }
    return value < 100 && words.thresholds.contains(kind)
  }
}
