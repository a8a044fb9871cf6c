import Intake

extension Rule {
  static let peopleIncompleteRow = Rule(
    id: "people/incomplete-row",
    summary: "a maintainer's row without what most other rows give",
    why: "Reviewers ask for the name, contact, domain, and affiliation of each maintainer.",
    howToFix: "fill the blank cell; write Independent where there is no employer",
    examples: [
      Example(
        [
          "MAINTAINERS.md": Samples.maintainers
            + "| Eve Example | [eve](https://github.com/eve) | Hooli | docs |\n↓| Dan Example | [dan](https://github.com/dan) | | docs |\n"
        ],
        finds: ["Dan Example has no organization"]),
      Example(["MAINTAINERS.md": Samples.maintainers]),
      Example([
        "MAINTAINERS.md": "# Maintainers\n\n- @ann\n- @bob\n- @cy\n- @dan\n",
        "README.md": "# Example\n\n## Maintainers\n\n### Docs\n\n- @ann\n- @bob\n- @cy\n",
      ]),
    ]
  ) { data, rule in
    guard data.hasMaintainerList else { return [] }
    let columns: [(String, (Person) -> String?)] = [
      ("account", \.handle), ("organization", \.organization), ("domain", \.domain),
    ]
    // A column counts when most rows of the list fill it, whatever other files say; a list by areas gives none to people
    // who answer for all.
    let rows = data.community.maintainers.compactMap(\.listings.first)
    let usual = columns.filter { column in rows.count { !(column.1($0) ?? "").isEmpty } * 4 >= rows.count * 3 }
    return data.maintainers.compactMap { person in
      let missing = usual.filter { ($0.1(person) ?? "").isEmpty }.map { "no \($0.0)" }
      guard !missing.isEmpty else { return nil }
      let name = person.nameOrAccount
      return rule.finding(
        .note, "\(name) has \(Rows.list(missing))", key: name, at: [.init(.fact, person.location)],
        confidence: .medium)
    }
  }
}
