import Criteria
import Diagnostics
import Intake

extension Rule {
  static let importBadgeDiffers = Rule(
    id: "import/badge-differs",
    summary: "the passing badge claimed beside a saved badge entry that is not passing",
    why: "The badge is asked for at the level applied for; the entry says how far the project was on its day.",
    howToFix: "complete the entry and save it again, or take the tick back",
    examples: [
      Example(
        [
          "application.md": Samples.application("Two.")
            + "↓- [x] **Achieve the OpenSSF Best Practices passing badge.**\n\nDone.\n",
          "bestpractices.json": Samples.badge(level: "in_progress", percentage: 91),
        ],
        finds: ["the badge is claimed; the badge entry (2026-08-01) is at 91 % of passing"]),
      Example(
        [
          "application.md": Samples.application("Two.")
            + "- [x] **Achieve the OpenSSF Best Practices passing badge.**\n\nDone.\n",
          "bestpractices.json": Samples.badge(level: "silver", percentage: 100),
        ],
        finds: []),
    ]
  ) { data, rule in
    guard let application = data.application,
      let item = application.facts.items.first(where: { $0.criterion == "SEC-BADGE" && $0.state == .checked })
    else { return [] }
    return data.imports.filter { $0.statement.kind == .badge }.compactMap { entry -> Finding? in
      guard let share = entry.statement.detail.flatMap(Int.init), share < 100 else { return nil }
      let day = data.document(entry.statement.location.path)?.facts.imported?.date
      let when = day.map(\.description) ?? "no date of its own"
      return rule.finding(
        .note, "the badge is claimed; the badge entry (\(when)) is at \(share) % of passing", key: "badge",
        at: [.init(.claim, item.location), .init(.fact, entry.statement.location)], confidence: .medium,
        claim: .differs, criterion: "SEC-BADGE", expected: "passing", actual: "\(share) %")
    }
  }
}
