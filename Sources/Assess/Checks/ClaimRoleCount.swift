extension Rule {
  static let claimRoleCount = Rule(
    id: "claim/role-count",
    summary: "a number of people in a role that differs from the list of roles",
    why: "Reviewers count the rows; a number that differs makes them doubt the rest.",
    howToFix: "write the number that the list shows, or just link the list",
    examples: [
      Example(
        application: "There are 3 committers and 1 reviewer.", beside: ["MAINTAINERS.md": Samples.roles],
        finds: ["3 committers claimed, 2 listed in MAINTAINERS.md"]),
      Example(
        application: "There are 2 committers, 4 approvers, and 2 new committers joined.",
        beside: ["MAINTAINERS.md": Samples.roles]),
    ]
  ) { data, rule in
    data.roleCounts().filter { $0.comparison != .holds }.map { rule.finding(on: $0, in: data, confidence: .medium) }
  }
}
