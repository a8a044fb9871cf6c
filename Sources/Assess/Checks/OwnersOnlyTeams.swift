import Diagnostics
import Intake

extension Rule {
  static let ownersOnlyTeams = Rule(
    id: "owners/only-teams",
    summary: "ownership given to teams alone, whose members no file here lists",
    why: "Who may approve cannot be read by anybody outside of the organization; reviewers have asked for the names.",
    howToFix: "list the members of the teams in a file, or link one that does",
    examples: [
      Example(
        ["CODEOWNERS": "↓* @example/core\ndocs/ @example/docs\n", "README.md": "# Example\n"],
        finds: ["only teams own the code, and no file here says who is in them: example/core and example/docs"]),
      Example(
        [
          "CODEOWNERS": "* @example/core\n", "README.md": "# Example\n", "MAINTAINERS.md": Samples.maintainers,
        ], finds: []),
      Example(["CODEOWNERS": "* @ann @example/docs\n", "README.md": "# Example\n"], finds: []),
    ]
  ) { data, rule in
    // A list of maintainers, groups or aliases anywhere says who people are.
    let people = data.community.ownDocuments.contains { !$0.facts.people.isEmpty || !$0.facts.groups.isEmpty }
    let entries = data.owners.filter(\.canApprove)
    guard !people, let first = entries.first, entries.allSatisfy({ $0.name.contains("/") }),
      data.community.repositories.allSatisfy({ !$0.isAbsent && !$0.isExcerpt })
    else { return [] }
    let teams = entries.map(\.name).uniqued()
    return [
      rule.finding(
        .note, "only teams own the code, and no file here says who is in them: \(Rows.list(teams))", key: "teams",
        at: [.init(.fact, first.location)], confidence: .medium)
    ]
  }
}
