import Intake

extension Rule {
  static let powerListedInactive = Rule(
    id: "power/listed-inactive",
    summary: "a listed maintainer whom no commit names for longer than the community's own rule on inactivity allows",
    why:
      "Who is listed and no longer there makes a community look broader than it is, and counts in votes of all members.",
    howToFix: "ask whether they are still active, and do what the rule says where they are not",
    examples: [
      Example(
        ["GOVERNANCE.md": PowerSamples.inactivity, "MAINTAINERS.md": PowerSamples.twoOfThree.marked("| Bob")],
        after: PowerSamples.commits(by: ("Ann Example", "2026-10-02"), ("Bob Example", "2025-04-07")),
        finds: [
          "Bob Example: no commit in the given repositories since 2025-04; other work is not seen (the community's own rule: 6 months)"
        ]),
      // Whom no commit ever names may work elsewhere, or under a name that the list does not give.
      Example(
        ["GOVERNANCE.md": PowerSamples.inactivity, "MAINTAINERS.md": PowerSamples.twoOfThree],
        after: PowerSamples.commits(by: ("Ann Example", "2026-10-02"), ("Bob Example", "2026-06-07"))),
      Example(
        ["GOVERNANCE.md": PowerSamples.governance, "MAINTAINERS.md": PowerSamples.twoOfThree],
        after: PowerSamples.commits(by: ("Bob Example", "2025-04-07"))),
      Example(["GOVERNANCE.md": PowerSamples.inactivity, "MAINTAINERS.md": PowerSamples.twoOfThree]),
    ]
  ) { data, rule in
    guard let inactive = data.view.inactive else { return [] }
    return inactive.people.map { entry in
      let name = entry.person.shownName
      return rule.finding(
        .note, "\(name): \(ActivityWords.since(entry.last)) (the community's own rule: \(inactive.months) months)",
        key: Folding.letters(entry.person.handle ?? name),
        at: [.init(.fact, entry.person.location), .init(.claim, inactive.rule.location)], confidence: .medium)
    }
  }
}
