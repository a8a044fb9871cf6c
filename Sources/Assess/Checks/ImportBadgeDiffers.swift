import Criteria
import Diagnostics
import Intake

extension Rule {
  static let importBadgeDiffers = Rule(
    id: "import/badge-differs",
    summary: "a passing badge is claimed, but the saved badge entry is not passing",
    why: "The level requires the badge; the saved entry says how far the project had come on that day.",
    howToFix: "complete the entry and save it again, or untick the box",
    examples: [
      Example(
        applicationEnd: "↓- [x] **Achieve the OpenSSF Best Practices passing badge.**\n\nDone.\n",
        beside: ["bestpractices.json": Samples.badge(level: "in_progress", percentage: 91)],
        finds: ["the passing badge is claimed, but the badge entry (2026-08-01) is at 91%"]),
      Example(
        applicationEnd: "- [x] **Achieve the OpenSSF Best Practices passing badge.**\n\nDone.\n",
        beside: ["bestpractices.json": Samples.badge(level: "silver", percentage: 100)]),
    ]
  ) { data, rule in
    guard let application = data.application,
      let item = application.facts.items.first(where: { $0.criterion == "SEC-BADGE" && $0.state == .checked })
    else { return [] }
    return data.imports.filter { $0.statement.kind == .badge }.compactMap { entry -> Finding? in
      guard let share = entry.statement.detail.flatMap(Int.init), share < 100 else { return nil }
      let day = data.document(entry.statement.location.path)?.facts.imported?.date
      let when = day.map(\.description) ?? "undated"
      return rule.finding(
        .note, "the passing badge is claimed, but the badge entry (\(when)) is at \(share)%", key: "badge",
        at: [.init(.claim, item.location), .init(.fact, entry.statement.location)], confidence: .medium,
        claim: .differs, criterion: "SEC-BADGE", expected: "passing", actual: "\(share)%")
    }
  }
}
