import Words
import Intake
import StructuredData

extension Rule {
  static let claimStaleMetric = Rule(
    id: "claim/stale-metric",
    summary: "a dated figure that is too old",
    why: "Figures from past years say little about the project today.",
    howToFix: "give the current figure with its date, and link its source",
    examples: [
      Example(
        application: "There were ↓226 contributors as of 2021-06-01.",
        finds: ["226 contributors: the figure is from 2021-06-01, more than 365 days ago"]),
      Example(application: "There were 226 contributors as of 2026-06-01."),
      Example(
        application:
          "As of 2021-06-01 there were 7 new contributors in a month.\n\n* 20 contributors as of 2021-06-01\n* 120 contributors as of 2026-10-01\n\nAs of 2021-06-01, 23 members joined per week."
      ),
    ]
  ) { data, rule in
    // A figure that the lists show today is of today.
    lazy var confirmed = Set(data.comparedClaims().filter(\.agrees).map(\.claim.location))
    return data.documentsInUse.filter { !data.isFormOnly($0) }.flatMap { document -> [Finding] in
      let isLive = data.isPending(document) && data.isLive(document)
      let findings = document.facts.claims.compactMap { claim -> (day: String, finding: Finding)? in
        let isFigure =
          Lexicon.findings.volatile.contains(claim.kind)
          || Lexicon.findings.dated.contains(claim.kind)
        // A part of a breakdown is as old as its total; how many were new in some weeks is of those weeks.
        guard isFigure, claim.names.count != 1, case .of(let date) = document.dating(of: claim),
          let value = claim.value, !claim.modifiers.contains(where: Lexicon.findings.increments.contains)
        else { return nil }
        guard date.days(to: data.asOf) > data.maxAge, !document.hasLaterPoint(than: claim),
          !confirmed.contains(claim.location)
        else { return nil }
        let finding = rule.finding(
          isLive ? .warning : .note,
          "\(Rows.words(claim)): the figure is from \(date), more than \(data.maxAge) days ago",
          key: "\(claim.kind) \(value)", at: [.init(.claim, claim.location)], claim: .outdated,
          criterion: claim.criterion, expected: "\(value) (\(date))")
        return (date.description, finding)
      }
      // Figures of one day are one finding; all those of a decided document are of its own time.
      let isDecided = data.decided.contains(document.path)
      return Dictionary(grouping: findings) { isDecided ? "" : $0.day }.values.map { group in
        var first = group[0]
        if group.count > 1 {
          let others = (group.count - 1).counted("other")
          first.finding.message +=
            "; so \(group.count == 2 ? "is" : "are") \(others)\(isDecided ? " in this decided document" : "")"
          first.finding.places += group.dropFirst().map { .init(.related, $0.finding.places[0].location) }
        }
        return first.finding
      }.sorted { $0.places[0].location < $1.places[0].location }
    }
  }
}

extension SourceDocument {
  /// Whether a later figure of the same kind is given within five lines: in a series only the last one can be too old.
  fileprivate func hasLaterPoint(than claim: Claim) -> Bool {
    guard let date = claim.asOf else { return false }
    return facts.claims.contains {
      $0.kind == claim.kind && $0.asOf ?? date > date && abs($0.location.line - claim.location.line) <= 5
    }
  }
}
