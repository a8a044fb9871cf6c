import Markdown
import Words

/// Seats of organizations with who has them: `- Acme [Member: Ann Example; End Date: 12/30/2026]`.
enum PeopleSeats {
  /// The people of a list of which each item is a seat; empty for any other list.
  static func people(in list: Block, _ context: PeopleContext) -> [Person] {
    let lines = list.children.map { item in (item.children.first?.inlines.plainText ?? "", item.lines.lowerBound) }
    guard lines.count > 1, lines[0].0.hasSuffix("]") else { return [] }
    let seats = lines.map { (PersonLine(seat: $0.0), $0.1) }
    guard seats.allSatisfy({ $0.0 != nil }) else { return [] }
    return seats.compactMap { seat, line in seat.flatMap { context.person($0, at: line) } }
  }
}

extension PersonLine {
  /// A seat with labelled values in brackets behind it, of which one is its member's name; nil for anything else.
  fileprivate init?(seat text: String) {
    let text = text.blanksFolded
    guard text.hasSuffix("]"), let open = text.lastIndex(of: "["), open > text.startIndex else { return nil }
    let values = text[text.index(after: open)...].dropLast().split(separator: ";").compactMap { part in
      part.firstIndex(of: ":").map { (part[..<$0].lowercaseWords, part[part.index(after: $0)...].blanksFolded) }
    }
    guard let member = values.first(where: { Lexicon.people.seatLabels.contains($0.0.joined(separator: " ")) })?.1,
      PersonName.isLikely(member)
    else { return nil }
    self.init(text: member)
    // The seat of those who maintain the project is no employer.
    let seat = text[..<open].blanksFolded
    if Standing.reading(of: seat) == .silent { organization = seat }
    let end = values.first { $0.0.contains(where: Lexicon.people.termEnds.contains) }
    termEnd = end.flatMap { Term.last(in: $0.1, isEnd: true) }
  }
}
