import Intake

extension Rule {
  static let incompleteRow = Rule(
    id: "adopters/incomplete-row",
    summary: "a row of the adopters list that lacks what the other rows have",
    why: "Nearly every due-diligence report asks for the level, the beginning and the kind of use.",
    howToFix: "fill the blank cell",
    examples: [
      Example(
        ["ADOPTERS.md": Samples.adopters + "| Vendor | Hooli | | https://hooli.example | |\n"],
        finds: ["Hooli has no beginning and no use case"]),
      Example(["ADOPTERS.md": Samples.adopters], finds: []),
    ]
  ) { data, rule in
    let paths = data.adopters.map(\.location.path).firstOfEach { $0 }
    return paths.flatMap { path -> [Finding] in
      let rows = data.adopters.filter { $0.location.path == path }
      let columns: [(String, (Adopter) -> String?)] = [
        ("type", \.type), ("beginning", \.since), ("level", \.level), ("use case", \.useCase),
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

  static let adopterIndependence = Rule(
    id: "adopters/independence",
    summary: "adopters that employ maintainers",
    why: "Use by the makers does not count towards independent adopters.",
    howToFix: "name other adopters for the interviews",
    examples: [
      Example(
        [
          "MAINTAINERS.md": Samples.maintainers,
          "ADOPTERS.md": Samples.adopters + "| Vendor | Acme | 2020 | https://acme.example | product |\n",
        ],
        finds: ["1 of 3 adopters employs maintainers: Acme"]),
      Example(["MAINTAINERS.md": Samples.maintainers, "ADOPTERS.md": Samples.adopters], finds: []),
    ]
  ) { data, rule in
    let employers = data.organizations.map(\.name)
    let own = data.adopters.filter { row in employers.contains { data.community.organizations.areSame($0, row.name) } }
    guard !own.isEmpty else { return [] }
    return [
      rule.finding(
        .note,
        "\(own.count) of \(data.adopters.count) adopters \(own.count == 1 ? "employs" : "employ") maintainers: "
          + Rows.list(own.map(\.name).firstOfEach { $0 }),
        key: "employers", at: own.map { .init(.fact, $0.location) })
    ]
  }
}
