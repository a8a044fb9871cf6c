import Intake

extension Rule {
  static let groupsAmbiguousFrequency = Rule(
    id: "groups/ambiguous-frequency",
    summary: "meetings that are called bimonthly",
    why:
      "The word means twice a month to some people and every two months to others, so no calendar can be made from it.",
    howToFix: "write `twice a month`, `biweekly`, or `every two months`",
    examples: [
      Example(
        ["sigs.yaml": Samples.meetings.replacing("weekly", with: "bimonthly").marked("description:")],
        finds: ["1 meeting is called bimonthly, which has two meanings: Regular meeting"]),
      Example(["sigs.yaml": Samples.meetings.replacing("weekly", with: "monthly")]),
    ]
  ) { data, rule in
    let found = data.dataGroups.flatMap(\.allMeetings).filter { Folding.letters($0.frequency ?? "") == "bimonthly" }
    guard !found.isEmpty else { return [] }
    return [
      rule.finding(
        .note,
        "\(found.count.counted("meeting")) \(found.count == 1 ? "is" : "are") called bimonthly, which has two meanings: "
          + Rows.list(found.map(\.description)), key: "bimonthly", at: found.map { .init(.fact, $0.location) })
    ]
  }
}
