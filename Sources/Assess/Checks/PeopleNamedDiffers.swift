import Diagnostics
import Intake

extension Rule {
  static let peopleNamedDiffers = Rule(
    id: "people/named-differs",
    summary: "people named with their organizations who are listed otherwise",
    why: "Reviewers look the members of a committee up, and their employers decide whether it is independent.",
    howToFix: "write who is in office now, and for whom they work",
    examples: [
      Example(
        application:
          "↓The committee has Ann Example (Acme), Bob Example (Initech), Cid von Example (Initech) - 3 seats.",
        beside: ["steering/README.md": members],
        finds: ["Bob Example is named with Initech, but steering/README.md gives Globex"]),
      Example(
        application: "↓The committee has Ann Example (Acme), Bob Example (Globex), Eve Example (Hooli).",
        beside: ["steering/README.md": members],
        finds: ["Eve Example is named beside people of steering/README.md, but is not listed"]),
      Example(
        application:
          "The committee has Ann Example (Acme), Bob Example (Globex) and Cid von Example (Initech). The board (Trust) meets.",
        beside: ["steering/README.md": members]),
      Example(
        application: "Speakers were Ann Example (Acme), Eve Example (Hooli), Joe Example (Hooli), Kim Example (Hooli).",
        beside: ["steering/README.md": members]),
    ]
  ) { data, rule in
    data.namedGroups.flatMap { group -> [Finding] in
      group.people.compactMap { named -> Finding? in
        guard let row = named.row else {
          guard !data.listings.contains(where: { Folding.letters($0.name) == Folding.letters(named.name) }) else {
            return nil
          }
          return rule.finding(
            .note, "\(named.name) is named beside people of \(group.path), but is not listed", key: named.name,
            at: [.init(.claim, group.location), .init(.fact, group.first)], confidence: .medium, claim: .differs,
            expected: named.name)
        }
        guard let organization = row.organization, !data.areSame(organization, named.organization) else { return nil }
        return rule.finding(
          .note, "\(named.name) is named with \(named.organization), but \(group.path) gives \(organization)",
          key: named.name, at: [.init(.claim, group.location), .init(.fact, row.location)], confidence: .medium,
          claim: .differs, expected: named.organization, actual: organization)
      }
    }
  }

  private static let members = """
    # Steering Committee Members

    | Name | GitHub | Organization |
    |---|---|---|
    | Ann Example | [ann](https://github.com/ann) | Acme |
    | Bob Example | [bob](https://github.com/bob) | Globex |
    | Cid von Example | [cid](https://github.com/cid) | Initech |

    """
}

/// People whom one text of the application names with their organizations, with the document that lists most of them.
struct NamedGroup: Sendable {
  /// Where they are named.
  let location: Location
  /// The document that lists them.
  let path: String
  /// The first row of it that names one of them.
  let first: Location
  /// Each with the row that lists them.
  let people: [(name: String, organization: String, row: Person?)]
}

extension CommunityData {
  /// Texts of the application that name three people or more with their organizations, `Ann Example (Acme)`, more than half
  /// of whom are in one list.
  func groupsByName() -> [NamedGroup] {
    guard let application else { return [] }
    let lists = ownDocuments.filter { $0.kind != .dueDiligence && $0.facts.people.count > 1 }
    guard !lists.isEmpty else { return [] }
    return Prose.all(in: application).filter { !$0.isHeading && $0.holds(UInt8(ascii: "(")) }.compactMap { prose in
      let named = NamedPeople.withOrganizations(in: prose.text)
      guard named.count > 2 else { return nil }
      let found = lists.map { document in
        (
          document,
          named.map { named in
            document.facts.people.first {
              $0.status == .active && Folding.letters($0.name) == Folding.letters(named.name)
            }
          }
        )
      }
      guard let best = found.max(by: { $0.1.count { $0 != nil } < $1.1.count { $0 != nil } }),
        best.1.count(where: { $0 != nil }) * 2 > named.count, let first = best.1.compactMap({ $0 }).first
      else { return nil }
      return NamedGroup(
        location: application.source.location(line: prose.lines.lowerBound), path: best.0.path, first: first.location,
        people: zip(named, best.1).map { ($0.name, $0.organization, $1) })
    }
  }
}
