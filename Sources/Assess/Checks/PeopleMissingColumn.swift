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
      Example(["MAINTAINERS.md": Samples.maintainers], finds: []),
    ]
  ) { data, rule in
    guard data.hasMaintainerList, data.maintainers.count >= 2, let first = data.maintainers.first else { return [] }
    let columns: [(String, (Person) -> String?)] = [
      ("account", \.handle), ("organization", \.organization), ("domain of responsibility", \.domain),
    ]
    let missing = columns.filter { column in data.maintainers.allSatisfy { (column.1($0) ?? "").isEmpty } }
    guard !missing.isEmpty else { return [] }
    let words = missing.map { "no \($0.0)" }
    return [
      rule.finding(
        .note, "the list of maintainers gives \(Rows.list(words))", key: "columns", at: [.init(.fact, first.location)],
        confidence: .medium)
    ]
  }
}
