import Intake

extension Rule {
  static let adoptersDuplicateRow = Rule(
    id: "adopters/duplicate-row",
    summary: "an adopter listed twice in one list",
    why: "The number of adopters is off by one, and a reviewer who notices will count the rest, too.",
    howToFix: "merge the rows",
    examples: [
      Example(
        [
          "ADOPTERS.md": Samples.adopters
            + "↓| End-user | UMBRELLA Inc. | 2025 | https://umbrella.example | Clusters |\n"
        ],
        finds: ["UMBRELLA Inc. is listed twice, here and in line 5"]),
      Example(["ADOPTERS.md": Samples.adopters + "| End-user | Umbrella | 2025 | https://umbrella.example | edge |\n"]),
      Example(
        ["ADOPTERS.md": Samples.adopters + "| Vendor | Umbrella | 2025 | https://umbrella.example | product |\n"]),
      Example([
        "ADOPTERS.md": Samples.adopters
          + "\n## By way of another project\n\n| Type | Name | Since | Website | Use |\n|---|---|---|---|---|\n"
          + "| End-user | Umbrella | 2015 | https://umbrella.example | Clusters |\n"
      ]),
    ]
  ) { data, rule in
    var first: [String: Adopter] = [:]
    return data.adopters.compactMap { row -> Finding? in
      // One organization may use a project and sell it: that is two rows of different types.
      let name = data.community.organizations.identity(of: row.name)
      // Nor are lists below headings of their own one list.
      let heading = data.document(row.location.path)?.markdown?.headings.last { $0.line < row.location.line }?.text
      let key = [row.location.path, heading ?? "", Folding.letters(row.type ?? ""), name].joined(separator: "\u{0}")
      guard !name.isEmpty, let earlier = first.keepFirst(row, forKey: key) else { return nil }
      // It may also be listed once for each of its products.
      let uses = [row.useCase, earlier.useCase].compactMap { $0.map(Folding.letters) }.filter { !$0.isEmpty }
      guard Set(uses).count <= 1 else { return nil }
      return rule.finding(
        .note, "\(row.name) is listed twice, here and in line \(earlier.location.line)", key: name,
        at: [.init(.fact, row.location), .init(.fact, earlier.location)])
    }
  }
}
