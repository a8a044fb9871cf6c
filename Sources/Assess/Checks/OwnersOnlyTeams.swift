import Diagnostics
import Intake

extension Rule {
  static let ownersOnlyTeams = Rule(
    id: "owners/only-teams",
    summary: "owners that are all teams, whose members no file lists",
    why: "Nobody outside the organization can see who may approve; reviewers have asked for the names.",
    howToFix: "list the members of the teams in a file, or link to such a list",
    examples: [
      Example(
        ["CODEOWNERS": "↓* @example/core\ndocs/ @example/docs\n", "README.md": "# Example\n"],
        finds: ["only teams own the code, and no file lists their members: example/core and example/docs"]),
      Example([
        "CODEOWNERS": "* @example/core\n", "README.md": "# Example\n", "MAINTAINERS.md": Samples.maintainers,
      ]),
      Example(["CODEOWNERS": "* @ann @example/docs\n", "README.md": "# Example\n"]),
    ]
  ) { data, rule in
    // A list of maintainers, groups or aliases anywhere says who people are.
    let people = data.community.ownDocuments.contains { !$0.facts.people.isEmpty || !$0.facts.groups.isEmpty }
    let entries = data.owners.filter(\.canApprove)
    guard !people, let first = entries.first, entries.allSatisfy({ $0.name.holds("/") }),
      data.community.isComplete
    else { return [] }
    let teams = entries.map(\.name).uniqued()
    return [
      rule.finding(
        .note, "only teams own the code, and no file lists their members: \(Rows.list(teams))", key: "teams",
        at: [.init(.fact, first.location)], confidence: .medium)
    ]
  }
}
