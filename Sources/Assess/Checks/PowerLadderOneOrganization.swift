import Intake

extension Rule {
  static let powerLadderOneOrganization = Rule(
    id: "power/ladder-one-organization",
    summary: "a contributor ladder, and everybody who became a maintainer since the list began is of one organization",
    why: "Graduation asks for evidence that the ladder produces maintainers of more than one organization.",
    howToFix: "help contributors of other organizations up the ladder; nothing needs to change in the files",
    examples: [
      Example(
        ["MAINTAINERS.md": PowerSamples.grown("Acme"), "CONTRIBUTOR_LADDER.md": "↓" + PowerSamples.ladder],
        after: [.init("2023-05-04", files: ["MAINTAINERS.md": Samples.maintainers])],
        finds: ["all 3 maintainers who were added to the list since 2023-05 are of Acme"]),
      Example(
        ["MAINTAINERS.md": PowerSamples.grown("Initech"), "CONTRIBUTOR_LADDER.md": PowerSamples.ladder],
        after: [.init("2023-05-04", files: ["MAINTAINERS.md": Samples.maintainers])]),
      // Whose organization is not stated can be of another one.
      Example(
        ["MAINTAINERS.md": PowerSamples.grown("-"), "CONTRIBUTOR_LADDER.md": PowerSamples.ladder],
        after: [.init("2023-05-04", files: ["MAINTAINERS.md": Samples.maintainers])]),
    ]
  ) { data, rule in
    guard let ladder = data.ownDocuments.first(where: { $0.kind == .membership }),
      let history = data.community.maintainerHistory, history.isComplete,
      let first = history.versions.first(where: { !$0.maintainers.isEmpty })?.commit.date
    else { return [] }
    let added = data.community.maintainerChanges.filter { $0.kind == .added }.map(\.person)
    let employers = Employers(added, names: data.community.organizations)
    guard added.count >= 3, let only = employers.organizations.first, only.people.count == added.count else {
      return []
    }
    return [
      rule.finding(
        .note,
        "all \(added.count) maintainers who were added to the list since \(String(first.description.prefix(7))) are of "
          + only.name, key: Folding.letters(only.name),
        at: [.init(.claim, ladder.source.location(line: 1))] + added.map { .init(.fact, $0.location) },
        confidence: .medium)
    ]
  }
}
