import Intake

extension Rule {
  static let powerEmeritusRuleNotApplied = Rule(
    id: "power/emeritus-rule-not-applied",
    summary: "a rule on inactivity that the history of the list never shows applied, although it could be today",
    why: "A process that is written down and never used tells reviewers that the others may not be used either.",
    howToFix: "apply the rule, or change it to what the community does",
    examples: [
      Example(
        [
          "GOVERNANCE.md": PowerSamples.inactivity.marked("Maintainers who"), "MAINTAINERS.md": PowerSamples.twoOfThree,
        ],
        after: [.init("2021-03-04", files: ["MAINTAINERS.md": PowerSamples.twoOfThree])]
          + PowerSamples.commits(by: ("Bob Example", "2025-04-07")),
        finds: [
          "nobody has left the list of maintainers since 2021-03, and one who is listed is not seen for longer than the 6 months of this rule"
        ]),
      // Somebody left once.
      Example(
        ["GOVERNANCE.md": PowerSamples.inactivity, "MAINTAINERS.md": PowerSamples.twoOfThree],
        after: [
          .init(
            "2021-03-04",
            files: [
              "MAINTAINERS.md": PowerSamples.twoOfThree
                + "| Eve Past | [eve](https://github.com/eve) | Hooli | docs |\n"
            ])
        ] + PowerSamples.commits(by: ("Bob Example", "2025-04-07"))),
      // The list is younger than the rule's months.
      Example(
        ["GOVERNANCE.md": PowerSamples.inactivity, "MAINTAINERS.md": PowerSamples.twoOfThree],
        after: PowerSamples.commits(by: ("Bob Example", "2025-04-07"))),
    ]
  ) { data, rule in
    guard let inactive = data.view.inactive, !inactive.people.isEmpty, data.emeritus.isEmpty,
      let history = data.community.maintainerHistory, history.isComplete,
      let first = history.versions.first(where: { !$0.maintainers.isEmpty })?.commit.date,
      first.days(to: data.asOf) > inactive.months * 31,
      !data.community.maintainerChanges.contains(where: { $0.kind == .retired })
    else { return [] }
    let count = inactive.people.count
    let words = count == 1 ? "one who is listed is" : "\(count) who are listed are"
    return [
      rule.finding(
        .note,
        "nobody has left the list of maintainers since \(String(first.description.prefix(7))), and \(words) not seen for longer "
          + "than the \(inactive.months) months of this rule", key: "emeritus",
        at: [.init(.claim, inactive.rule.location)] + inactive.people.map { .init(.fact, $0.person.location) },
        confidence: .medium)
    ]
  }
}
