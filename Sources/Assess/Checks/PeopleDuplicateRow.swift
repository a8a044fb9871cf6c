import Intake

extension Rule {
  static let peopleDuplicateRow = Rule(
    id: "people/duplicate-row",
    summary: "a person listed twice in one list",
    why: "Reviewers count the rows.",
    howToFix: "merge the rows",
    examples: [
      Example(
        ["MAINTAINERS.md": Samples.maintainers + "↓| A. Example | [Ann](https://github.com/Ann) | Acme | core |\n"],
        finds: ["Ann is listed twice as maintainer, here and in line 5"]),
      Example([
        "MAINTAINERS.md": Samples.maintainers
          + "\n## Emeritus maintainers\n\n| Name | GitHub | Organization |\n|---|---|---|\n| Ann Example | [ann](https://github.com/ann) | Acme |\n"
      ]),
    ]
  ) { data, rule in
    guard let path = data.community.index.maintainerList?.path, let list = data.document(path) else { return [] }
    var first: [String: Person] = [:]
    return list.facts.people.compactMap { person -> Finding? in
      guard let handle = person.handle else { return nil }
      // A list by areas or roles names one person again for each.
      let parts = [
        NameFolding.handle(handle), person.status.rawValue, person.role, Folding.letters(person.domain ?? ""),
      ]
      let key = parts.joined(separator: "\u{0}")
      guard let earlier = first.keepFirst(person, forKey: key),
        earlier.location.line != person.location.line,
        !hasHeading(between: earlier.location.line, and: person.location.line, in: list)
      else { return nil }
      return rule.finding(
        .note, "\(handle) is listed twice as \(person.role), here and in line \(earlier.location.line)", key: key,
        at: [.init(.fact, person.location), .init(.fact, earlier.location)])
    }
  }

  private static func hasHeading(between first: Int, and last: Int, in document: SourceDocument) -> Bool {
    document.markdown?.headings.contains { $0.line > first && $0.line < last } ?? false
  }
}
