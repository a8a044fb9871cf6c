import Criteria
import Diagnostics
import Intake
import Markdown
import Words

extension Rule {
  static let adoptersOrder = Rule(
    id: "adopters/order",
    summary: "a list that says it is in alphabetical order and is not",
    why: "People look for a name where the order says it is, and add it a second time.",
    howToFix: "move the row to its place",
    examples: [
      Example(
        [
          "ADOPTERS.md": "The list is in alphabetical order.\n\n" + Samples.adopters + "↓| Vendor | Acme | 2024 | | |\n"
        ],
        finds: ["Acme comes after Stark, but the list says it is in alphabetical order"]),
      Example([
        "ADOPTERS.md": "The list is in alphabetical order.\n\n" + Samples.adopters
          + "| Vendor | Tyrell | 2024 | | |\n"
      ]),
      Example(["ADOPTERS.md": Samples.adopters + "| Vendor | Acme | 2024 | | |\n"]),
      // Another list is in order.
      Example([
        "ADOPTERS.md": "Who speaks of it (in alphabetical order):\n* Hooli, in a talk\n* Umbrella, in a post\n\n"
          + Samples.adopters + "| Vendor | Acme | 2024 | | |\n"
      ]),
    ]
  ) { data, rule in
    let paths = data.adopters.map(\.location.path).uniqued()
    return paths.flatMap { path -> [Finding] in
      guard let document = data.document(path),
        let line = promise(in: document)
      else { return [] }
      var rows = data.adopters.filter { $0.location.path == path }
      // "Companies that speak of it (in alphabetical order):" above a list says nothing of another one.
      if let list = lines(introducedIn: line, of: document) { rows.removeAll { !list.contains($0.location.line) } }
      let types = rows.map { $0.type ?? "" }.uniqued()
      let found = types.flatMap { type in strays(rows.filter { ($0.type ?? "") == type }) }
      // Where much is out of order, another order is meant than the one of letters.
      guard found.count * 5 <= max(5, rows.count) else { return [] }
      return found.map { row, neighbor in
        rule.finding(
          .note, "\(row.name) comes \(neighbor), but the list says it is in alphabetical order", key: row.name,
          at: [.init(.fact, row.location), .init(.claim, document.source.location(line: line))],
          confidence: .medium)
      }
    }
  }

  /// The line that promises the order.
  private static func promise(in document: SourceDocument) -> Int? {
    document.words.line(of: Lexicon.findings.alphabetical.map(PhraseMatcher.normalized))
  }

  /// The lines of the list or table right below the paragraph that a line is in.
  private static func lines(introducedIn line: Int, of document: SourceDocument) -> ClosedRange<Int>? {
    guard let blocks = document.markdown?.blocks,
      let index = blocks.firstIndex(where: { $0.lines.contains(line) }), case .paragraph = blocks[index].kind,
      index + 1 < blocks.count
    else { return nil }
    switch blocks[index + 1].kind {
    case .list, .table: return blocks[index + 1].lines
    default: return nil
    }
  }

  /// Rows that stand in the way of the order, each with the neighbor it is wrong beside: those outside of the longest run that
  /// keeps it.
  private static func strays(_ rows: [Adopter]) -> [(Adopter, String)] {
    let names = rows.map { row in
      Folding.letters(row.name.lowercased().hasPrefix("the ") ? String(row.name.dropFirst(4)) : row.name)
    }
    guard rows.count > 1, rows.count <= 2000 else { return [] }
    var length = [Int](repeating: 1, count: rows.count)
    var previous = [Int](repeating: -1, count: rows.count)
    for index in rows.indices.dropFirst() {
      for earlier in 0..<index where names[earlier] <= names[index] && length[earlier] + 1 > length[index] {
        length[index] = length[earlier] + 1
        previous[index] = earlier
      }
    }
    var kept: Set<Int> = []
    var index = length.indices.max { (length[$0], $1) < (length[$1], $0) } ?? 0
    while index >= 0 {
      kept.insert(index)
      index = previous[index]
    }
    return rows.indices.filter { !kept.contains($0) }.map { stray in
      let isBefore = stray + 1 < rows.count && names[stray] > names[stray + 1]
      return (rows[stray], isBefore ? "before \(rows[stray + 1].name)" : "after \(rows[max(0, stray - 1)].name)")
    }
  }
}
