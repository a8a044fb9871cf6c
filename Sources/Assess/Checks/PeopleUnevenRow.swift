import Intake

extension Rule {
  static let peopleUnevenRow = Rule(
    id: "people/uneven-row",
    summary: "a comma-separated row of a list of people with more fields than its heading",
    why: "Nobody can tell which of the fields is the organization, and tools take the wrong one.",
    howToFix: "take the comma out, or put the field that holds it into quotes",
    examples: [
      Example(
        [
          "MAINTAINERS":
            "# Maintainers\n#\n# Github ID, Name, Affiliation\n\nann, Ann Example, Acme\n↓bob, Bob, Example, Globex\n"
        ],
        finds: ["the row of bob has one field more than the heading"]),
      Example([
        "MAINTAINERS":
          "# Maintainers\n#\n# Github ID, Name, Affiliation\n\nann, Ann Example, Acme\nbob, Bob Example, \"Globex, Ltd.\"\n"
      ]),
    ]
  ) { data, rule in
    guard let path = data.community.index.maintainerList?.path, let list = data.document(path) else { return [] }
    return list.facts.people.filter { $0.surplus > 0 }.uniqued { $0.location.line }.map { person in
      let name = person.handle ?? person.name
      let fields = person.surplus == 1 ? "one field" : "\(person.surplus) fields"
      return rule.finding(
        .note, "the row of \(name) has \(fields) more than the heading", key: name,
        at: [.init(.fact, person.location)])
    }
  }
}
