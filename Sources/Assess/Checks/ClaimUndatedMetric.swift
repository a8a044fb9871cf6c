import Intake
import Words

extension Rule {
  static let claimUndatedMetric = Rule(
    id: "claim/undated-metric",
    summary: "a figure that changes every day, without a date",
    why: "Nobody can tell how old such a figure is.",
    howToFix: "give the date of the figure, or link the page that shows it",
    examples: [
      Example(
        application: "The repository has ↓2562 stars.", finds: ["2562 stars: nothing says how old the figure is"]),
      Example(application: "The repository has 2562 stars as of 2026-10-01."),
      Example(application: "Figures as of 2026-10-01:\n\n* Stars: 2562\n* Contributors: 120"),
      Example(application: "**Figures as of 2026-10-01, and growth since April 2026**\n\n* Stars: 2562 (26% growth)"),
      Example(
        application: "[v1.2.0](https://github.com/example/example/releases/tag/v1.2.0) had 14 new contributors."),
      Example(
        application: "[The page](https://example.org/people?start=2025-08-05&end=2026-08-05) shows 293 contributors."),
      Example(application: "Contributions (more than 10 commits each) come from Acme."),
    ]
  ) { data, rule in
    return data.assertingDocuments.filter { document in
      // What follows no form that is in use, or names no day of the last two years, is history.
      !data.decided.contains(document.path) && !data.isFormOnly(document) && data.isLive(document)
        && document.facts.items.contains { $0.criterion != nil }
    }.compactMap { document -> Finding? in
      let claims = document.facts.claims.filter { claim in
        // A handful ("2 contributors are responsible for …") is no measure of size, and a link shows the figure of today.
        guard case .unknown = document.dating(of: claim), !claim.isThreshold, let value = claim.value,
          !document.source.lineText(claim.location.line).holds("http")
        else { return false }
        return max(value, claim.upperValue ?? value) >= 10 && Lexicon.findings.volatile.contains(claim.kind)
      }
      guard let first = claims.first else { return nil }
      let more = claims.count > 1 ? " and \((claims.count - 1).counted("more figure"))" : ""
      let verb = claims.count > 1 ? "they are" : "the figure is"
      return rule.finding(
        .note, "\(Rows.words(first))\(more): nothing says how old \(verb)", key: "figures",
        at: claims.map { .init(.claim, $0.location) }, confidence: .medium, claim: .unknown, criterion: first.criterion)
    }
  }
}

extension Claim {
  /// Whether it says from what number on somebody counts ("more than 10 commits"), not how many there are.
  fileprivate var isThreshold: Bool {
    guard qualifier == .moreThan || qualifier == .atLeast, let value else { return false }
    return value < 100 && Lexicon.findings.thresholds.contains(kind)
  }
}
