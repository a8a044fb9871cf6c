import Criteria
import Diagnostics
import Intake

extension Rule {
  static let reviewSuspect = Rule(
    id: "review/suspect",
    summary: "a criterion whose claim or evidence changed since a reviewer looked at it",
    why: "The reviewer judged what was there on that day, not what is there now.",
    howToFix: "review it again and renew the stamp; `sitegen explain` with the criterion prints it",
    examples: [
      Example(
        [
          "MAINTAINERS.md": Samples.maintainers,
          "application.md": Samples.fullApplication([
            "- [x] **Document Security Self-Assessment.**\n\nIt is [here](security.md)."
          ]),
          "security.md": "# Self-assessment\n\nWe found 4 weak places.\n",
          "sitegen.yaml": review.marked("criterion:"),
        ],
        finds: ["SEC-SELF was reviewed on 2026-07-04 by Ann Example; since then the evidence changed"]),
      Example([
        "MAINTAINERS.md": Samples.maintainers,
        "application.md": Samples.fullApplication([
          "- [x] **Document Security Self-Assessment.**\n\nIt is\n[here](security.md)."
        ]),
        "security.md": "# Self-assessment\n\nWe found\n3 weak   places.\r\n",
        "sitegen.yaml": review,
      ]),
    ],
    scope: .judgment { model, _, rule in
      model.criteria.compactMap { assessment in
        guard let review = assessment.review, review.isSuspect else { return nil }
        let id = assessment.criterion.id
        let words = review.changes.map(\.message).uniqued()
        return rule.finding(
          .warning, "\(id) was \(review.words); since then \(Rows.list(words, most: 3))",
          key: "\(id) \(review.entry.date) \(review.entry.reviewer)",
          at: [.init(.claim, review.entry.location)] + review.changes.map { .init(.fact, $0.location) }, criterion: id)
      }
    }
  )

  /// A review of the second example, as `sitegen explain` prints it.
  private static let review = """
    reviews:
    - criterion: SEC-SELF
      reviewer: Ann Example
      date: 2026-07-04
      claim: "f90efc99041a8b07"
      evidence:
        security.md: ["6f249da7711d2535"]

    """
}
