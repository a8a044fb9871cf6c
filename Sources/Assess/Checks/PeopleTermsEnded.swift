import Diagnostics
import Intake

extension Rule {
  static let peopleTermsEnded = Rule(
    id: "people/terms-ended",
    summary: "a list of people whose terms have all ended",
    why: "Who is in office today is not known, and so is whether the election that was due took place.",
    howToFix: "list who is in office now, with the days on which their terms end",
    examples: [
      Example(
        ["steering/README.md": committee("2012-01-31")],
        finds: ["the terms of all 2 people listed have ended, the last on 2012-01-31"]),
      Example(["steering/README.md": committee("2999-01-31").replacing("↓", with: "")]),
      Example([
        "steering/README.md": committee("2012-01-31").replacing("↓", with: "").replacing("## Members", with: "## 2010")
      ]),
    ]
  ) { data, rule in
    data.ownDocuments.flatMap { document -> [Finding] in
      let people = document.facts.people.filter { $0.status == .active }
      guard kinds.contains(document.kind), people.contains(where: { $0.termEnd != nil }) else { return [] }
      let headings = document.markdown?.headings ?? []
      // The members of earlier years may be listed above those of today.
      guard !people.contains(where: { $0.termEnd.map { $0 >= data.asOf } ?? false }) else { return [] }
      let lists = Dictionary(grouping: people) { person in headings.last { $0.line < person.location.line }?.line ?? 0 }
      return lists.sorted { $0.key < $1.key }.compactMap { line, people -> Finding? in
        let ends = people.compactMap(\.termEnd)
        let heading = headings.first { $0.line == line }?.text ?? ""
        guard people.count > 1, ends.count == people.count, let last = ends.max(),
          !heading.split(whereSeparator: { !$0.isNumber }).contains(where: { $0.count == 4 })
        else { return nil }
        return rule.finding(
          .note, "the terms of all \(people.count) people listed have ended, the last on \(last)", key: heading,
          at: people.map { .init(.fact, $0.location) }, actual: last.description)
      }
    }
  }

  private static let kinds: Set<DocumentKind> = [.maintainers, .governance, .membership, .readme, .page]

  private static func committee(_ end: String) -> String {
    """
    # Steering Committee

    ## Members

    | Name | GitHub | Organization | Term begins | Term ends |
    |---|---|---|---|---|
    ↓| Ann Example | @ann95 | Acme | 2010-01 | 2011-01-31 |
    | Bob Example | @bob95 | Globex | 2010-01 | \(end) |

    """
  }
}
