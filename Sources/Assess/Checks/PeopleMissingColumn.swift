import Intake

extension Rule {
  static let peopleMissingColumn = Rule(
    id: "people/missing-column",
    summary: "a maintainers list without a column that reviewers ask for",
    why:
      "Reviewers ask for the name, contact, domain of responsibility, and affiliation of each maintainer; projects have been sent back for one missing column.",
    howToFix: "add the column",
    examples: [
      Example(
        [
          "MAINTAINERS.md":
            "# Maintainers\n\n| Name | GitHub |\n|---|---|\n↓| Ann Example | @ann |\n| Bob Example | @bob |\n"
        ],
        finds: ["the list of maintainers gives no organization and no domain of responsibility"]),
      Example(
        [
          "MAINTAINERS.md": "# Maintainers\n\n| Name | GitHub | Company | Scope |\n|---|---|---|---|\n"
            + "↓| Ann Example | @ann | Acme | |\n| Bob Example | @bob | Acme | |\n"
        ],
        finds: ["the list of maintainers leaves the domain of responsibility blank"]),
      Example(["MAINTAINERS.md": Samples.maintainers]),
    ]
  ) { data, rule in
    guard data.hasMaintainerList, data.maintainers.count >= 2, let first = data.maintainers.first else { return [] }
    let columns: [(name: String, column: PeopleColumn, value: (Person) -> String?)] = [
      ("account", .handle, \.handle), ("organization", .organization, \.organization),
      ("domain of responsibility", .domain, \.domain),
    ]
    let missing = columns.filter { column in data.maintainers.allSatisfy { (column.value($0) ?? "").isEmpty } }
    guard !missing.isEmpty else { return [] }
    let headed = data.document(first.location.path)?.peopleColumns(at: first.location.line) ?? []
    let blank = missing.filter { headed.contains($0.column) }.map { "the \($0.name)" }
    let absent = missing.filter { !headed.contains($0.column) }.map { "no \($0.name)" }
    let parts = [
      absent.isEmpty ? nil : "gives \(Rows.list(absent))", blank.isEmpty ? nil : "leaves \(Rows.list(blank)) blank",
    ].compactMap { $0 }
    return [
      rule.finding(
        .note, "the list of maintainers \(parts.joined(separator: " and "))", key: "columns",
        at: [.init(.fact, first.location)], confidence: .medium,
        fix: absent.isEmpty ? "fill the column in" : nil)
    ]
  }
}
