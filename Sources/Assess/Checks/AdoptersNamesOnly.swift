import Intake

extension Rule {
  static let adoptersNamesOnly = Rule(
    id: "adopters/names-only",
    summary: "an adopters list that gives names and nothing about the use",
    why:
      "Nearly every due-diligence report asks how, how widely, and since when an adopter uses the project; reviewers look for it here.",
    howToFix: "add columns for the level of use, its start, and what the project is used for",
    examples: [
      Example(
        ["ADOPTERS.md": "# Adopters\n\n↓* Umbrella\n* Stark\n* Hooli\n"],
        finds: ["none of 3 adopters has a level, a start date or a use case"]),
      Example(["ADOPTERS.md": Samples.adopters]),
    ]
  ) { data, rule in
    let rows = data.adopters
    let isBare = rows.allSatisfy { row in
      [row.since, row.level, row.useCase].allSatisfy { ($0 ?? "").isEmpty }
    }
    guard isBare, rows.count >= 3, let first = rows.first else { return [] }
    return [
      rule.finding(
        .note, "none of \(rows.count) adopters has a level, a start date or a use case", key: "columns",
        at: [.init(.fact, first.location)])
    ]
  }
}
