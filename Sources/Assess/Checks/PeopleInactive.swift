import Diagnostics
import Intake

extension Rule {
  static let peopleInactive = Rule(
    id: "people/inactive",
    summary: "active maintainers without a commit for longer than the governance allows",
    why: "A list that keeps people who have stopped overstates how many can review and decide.",
    howToFix:
      "ask them, and move those who have stopped to the emeritus list; reviews and discussions do not show here",
    examples: [
      Example(
        [
          "MAINTAINERS.md": Samples.maintainers.marked("| Ann"),
          "GOVERNANCE.md": "# Governance\n\nMaintainers who are inactive for 6 months become emeritus.\n",
        ],
        committed: "2025-04-02",
        finds: [
          "1 of 2 active maintainers has no commit in 6 months, the limit of GOVERNANCE.md:3: ann (last 2025-04-02)"
        ]),
      Example(
        [
          "MAINTAINERS.md": Samples.maintainers,
          "GOVERNANCE.md": "# Governance\n\nMaintainers who are inactive for 6 months become emeritus.\n",
        ],
        committed: "2026-10-02", finds: []),
    ]
  ) { data, rule in
    guard let limit = data.view.power.maintainerInactivity, let months = limit.months,
      let activity = data.view.listedActivity
    else { return [] }
    let absent = activity.absent(for: months, before: data.asOf)
    // Where most are absent, they work where no history here shows it.
    guard !absent.isEmpty, absent.count * 2 <= activity.entries.count else { return [] }
    let who = absent.map { entry in
      (entry.person.handle ?? entry.person.name) + (entry.last.map { " (last \($0))" } ?? "")
    }
    return [
      rule.finding(
        .note,
        "\(absent.count) of \(activity.entries.count) active maintainers \(absent.count == 1 ? "has" : "have") no "
          + "commit in \(months) months, the limit of \(limit.location.reference): \(Rows.list(who))", key: "inactive",
        at: absent.map { .init(.fact, $0.person.location) } + [.init(.claim, limit.location)], confidence: .low)
    ]
  }
}
