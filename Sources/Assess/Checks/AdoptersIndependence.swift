import Intake

extension Rule {
  static let adoptersIndependence = Rule(
    id: "adopters/independence",
    summary: "adopters that employ maintainers",
    why: "Use by the makers does not count towards independent adopters.",
    howToFix: "name other adopters for the interviews",
    examples: [
      Example(
        [
          "MAINTAINERS.md": Samples.maintainers,
          "ADOPTERS.md": Samples.adopters + "↓| Vendor | Acme | 2020 | https://acme.example | product |\n",
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
