import Diagnostics
import Intake

extension Rule {
  static let adoptersIncompleteRow = Rule(
    id: "adopters/incomplete-row",
    summary: "a row of the adopters list that lacks what the other rows have",
    why: "Nearly every due-diligence report asks for the level, the start and the kind of use.",
    howToFix: "fill the blank cell",
    examples: [
      Example(
        ["ADOPTERS.md": Samples.adopters + "↓| Vendor | Hooli | | https://hooli.example | |\n"],
        finds: ["Hooli has no start date and no use case"]),
      Example(["ADOPTERS.md": Samples.adopters], finds: []),
    ]
  ) { data, rule in
    let paths = data.adopters.map(\.location.path).uniqued()
    return paths.flatMap { path -> [Finding] in
      let rows = data.adopters.filter { $0.location.path == path }
      let columns: [(String, (Adopter) -> String?)] = [
        ("type", \.type), ("start date", \.since), ("level", \.level), ("use case", \.useCase),
      ]
      // A column counts when half of the rows fill it.
      let usual = columns.filter { column in
        rows.filter { !(column.1($0) ?? "").isEmpty }.count * 2 >= rows.count
      }
      return rows.compactMap { row in
        let missing = usual.filter { ($0.1(row) ?? "").isEmpty }.map { "no \($0.0)" }
        guard !missing.isEmpty else { return nil }
        return rule.finding(
          .note, "\(row.name) has \(Rows.list(missing))", key: row.name, at: [.init(.fact, row.location)])
      }
    }
  }
}
