import Diagnostics
import Intake

extension Rule {
  static let adoptersIncompleteRow = Rule(
    id: "adopters/incomplete-row",
    summary: "a row of the adopters list without what most other rows give",
    why: "Nearly every due-diligence report asks how, how widely, and since when an adopter uses the project.",
    howToFix: "fill in what the other rows give",
    examples: [
      Example(
        ["ADOPTERS.md": Samples.adopters + "↓| Vendor | Hooli | | https://hooli.example | |\n"],
        finds: ["Hooli has no start date and no use case"]),
      Example(["ADOPTERS.md": Samples.adopters]),
      Example(
        [
          "ADOPTERS.md": Samples.adopters
            + (1...20).map { "| Vendor | Hooli \($0) | 2024 | https://hooli.example | runs its cloud |\n" }.joined()
            + "↓" + (1...4).map { "| Vendor | Umbrella \($0) | 2024 | https://umbrella.example | |\n" }.joined()
        ],
        finds: ["4 of 26 adopters have no use case"]),
    ]
  ) { data, rule in
    let paths = data.adopters.map(\.location.path).uniqued()
    return paths.flatMap { path -> [Finding] in
      let rows = data.adopters.filter { $0.location.path == path }
      let columns: [(String, (Adopter) -> String?)] = [
        ("type", \.type), ("start date", \.since), ("level", \.level), ("use case", \.useCase),
      ]
      // What more than a sixth of the rows lack is no habit of the list.
      let usual = columns.filter { column in
        let filled = rows.count { !(column.1($0) ?? "").isEmpty }
        return filled * 3 >= rows.count * 2 && rows.count - filled <= max(1, rows.count / 6)
      }
      let incomplete = rows.compactMap { row -> (row: Adopter, missing: [String])? in
        let missing = usual.filter { ($0.1(row) ?? "").isEmpty }.map(\.0)
        return missing.isEmpty ? nil : (row, missing)
      }
      guard incomplete.count > 3 else {
        return incomplete.map { row, missing in
          rule.finding(
            .note, "\(row.name) has \(Rows.list(missing.map { "no \($0)" }))", key: row.name,
            at: [.init(.fact, row.location)])
        }
      }
      let columnsMissing = usual.map(\.0).filter { name in incomplete.contains { $0.missing.contains(name) } }
      return [
        rule.finding(
          .note, "\(incomplete.count) of \(rows.count) adopters have \(Rows.list(columnsMissing.map { "no \($0)" }))",
          key: path,
          at: incomplete.map { .init(.fact, $0.row.location) })
      ]
    }
  }
}
