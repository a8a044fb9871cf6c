extension Rule {
  static let claimOrganizationCount = Rule(
    id: "claim/organization-count",
    summary: "a number of maintainer organizations that differs from the maintainers list",
    why: "Independence from a single employer is judged by the maintainers' organizations.",
    howToFix: "write the number of different organizations that the maintainers list shows",
    examples: [
      Example(
        application: "We have 2 maintainers from ↓5 organizations.", beside: ["MAINTAINERS.md": Samples.maintainers],
        finds: ["5 maintainer organizations claimed, 2 listed in MAINTAINERS.md"]),
      Example(
        application: "We have 3 maintainers from 3 organizations.",
        beside: [
          "MAINTAINERS.md": Samples.maintainers
            + "| Eve Example | [eve](https://github.com/eve) | Independent | docs |\n"
        ]),
      Example(
        application: "The project has added maintainers from 3 new organizations.",
        beside: ["MAINTAINERS.md": Samples.maintainers]),
      Example(
        application: "We have 2 maintainers from 2 organizations.", beside: ["MAINTAINERS.md": Samples.maintainers]),
    ]
  ) { data, rule in
    guard data.employersAreKnown else { return [] }
    return data.organizationCounts().compactMap { compared in
      // Some count people without an employer as one more organization.
      let isWithIndependents = !data.employers.independents.isEmpty && compared.claim.value == compared.count + 1
      guard compared.comparison != .holds, !isWithIndependents else { return nil }
      return rule.finding(on: compared, in: data, past: data.pastOrganizations(compared.claim), canCorrect: false)
    }
  }
}
