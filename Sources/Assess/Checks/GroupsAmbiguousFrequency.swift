import Intake

extension Rule {
  static let groupsAmbiguousFrequency = Rule(
    id: "groups/ambiguous-frequency",
    summary: "meetings that are said to be bimonthly",
    why: "The word means twice a month to some and every second month to others, and no calendar can be made of it.",
    howToFix: "write `twice a month`, `biweekly` or `every second month`",
    examples: [
      Example(
        ["sigs.yaml": Samples.meetings.replacing("weekly", with: "bimonthly").marked("description:")],
        finds: ["1 meeting is said to be bimonthly: Regular meeting"]),
      Example(["sigs.yaml": Samples.meetings.replacing("weekly", with: "monthly")], finds: []),
    ]
  ) { data, rule in
    let found = data.meetings.filter { Folding.letters($0.frequency ?? "") == "bimonthly" }
    guard !found.isEmpty else { return [] }
    return [
      rule.finding(
        .note,
        "\(Rows.count(found.count, "meeting")) \(found.count == 1 ? "is" : "are") said to be bimonthly: "
          + Rows.list(found.map(\.description)), key: "bimonthly", at: found.map { .init(.fact, $0.location) })
    ]
  }
}
