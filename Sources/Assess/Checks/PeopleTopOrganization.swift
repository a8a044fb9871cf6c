import Intake

extension Rule {
  static let peopleTopOrganization = Rule(
    id: "people/top-organization",
    summary: "two thirds or more of the maintainers work for one organization",
    why: "If that organization withdraws, the project loses most of its maintainers.",
    howToFix:
      "recruit maintainers from other organizations, and say in the governance how votes are balanced until then",
    examples: [
      Example(
        [
          "MAINTAINERS.md": Samples.maintainers.marked("| Ann")
            + "| Dan Example | [dan](https://github.com/dan) | Acme | docs |\n"
        ],
        finds: ["2 of 3 active maintainers (67%) work for Acme"]),
      Example(["MAINTAINERS.md": Samples.maintainers]),
    ]
  ) { data, rule in
    let total = data.maintainers.count
    guard total >= 3, data.employersAreKnown, let top = data.organizations.first,
      top.people.count * 3 >= total * 2
    else { return [] }
    let share = (top.people.count * 100 + total / 2) / total
    return [
      rule.finding(
        .note, "\(top.people.count) of \(total) active maintainers (\(share)%) work for \(top.name)", key: top.name,
        at: top.people.map { .init(.fact, $0.location) }, actual: "\(share)%")
    ]
  }
}
