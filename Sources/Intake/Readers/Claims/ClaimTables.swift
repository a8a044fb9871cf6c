import Diagnostics
import StructuredData
import Words

/// Claims in tables: the evidence column of criteria, and figures whose row or column names what they count.
struct ClaimTables {
  let document: DocumentLines
  let source: SourceText
  /// Lines of criteria; a table that has some is read as prose, cell by cell.
  let criterionLines: Set<Int>
  let lexicon = Lexicon.claims

  /// The claims of one table, given by its rows.
  func claims(in rows: [TextLine]) -> [Claim] {
    let cells = rows.map(document.cells)
    if rows.contains(where: { criterionLines.contains($0.number) }) {
      return cells.flatMap { $0.dropFirst().flatMap { ClaimScanner.claims(in: $0, of: source) } }
    }
    guard rows.count >= 3, Self.isDelimiter(cells[1]), let header = cells.first else { return [] }
    let body = cells.dropFirst(2)
    let byRow = body.flatMap { figure(inRow: $0, header: header).map { [$0] } ?? [] }
    return byRow.isEmpty ? figures(inColumns: Array(body), header: header) : byRow
  }

  /// `| GitHub stars | 1,200 | 2,500 |`: the last column that begins with a number has the newest one.
  private func figure(inRow row: [PlainText], header: [PlainText]) -> Claim? {
    guard let name = row.first.flatMap(noun) else { return nil }
    let numbers = row.indices.dropFirst().filter { Self.number(row[$0]) != nil }
    guard let index = newest(of: numbers, header), let number = Self.number(row[index]) else { return nil }
    return claim(name, number, in: row[index], row, asOf: index < header.count ? Self.day(header[index]) : nil)
  }

  /// The column that tells how things are: one whose name says so, else the latest day, else what is not named after an
  /// earlier time, else the last.
  private func newest(of columns: [Int], _ header: [PlainText]) -> Int? {
    func names(_ column: Int, _ words: [String]) -> Bool {
      guard column < header.count else { return false }
      let name = header[column].string.lowercased()
      return words.contains { name.holds($0) }
    }
    if let current = columns.first(where: { names($0, lexicon.current) }) { return current }
    let days = columns.compactMap { column in
      (column < header.count ? Self.day(header[column]) : nil).map { (column, $0) }
    }
    if let latest = days.max(by: { $0.1 < $1.1 }), days.count == columns.count { return latest.0 }
    let earlier = lexicon.earlier
    return columns.last { !names($0, earlier) } ?? columns.last
  }

  /// `| Date | Stars | Forks |` above one row of numbers, or above rows that begin with their day.
  private func figures(inColumns rows: [[PlainText]], header: [PlainText]) -> [Claim] {
    let names = header.map(noun)
    guard names.contains(where: { $0 != nil }) else { return [] }
    let days = rows.map { $0.first.flatMap(Self.day) }
    guard rows.count == 1 || days.allSatisfy({ $0 != nil }) else { return [] }
    return zip(rows, days).flatMap { row, day in
      zip(row, names).compactMap { cell, name in
        guard let name, let number = Self.number(cell) else { return nil }
        return claim(name, number, in: cell, row, asOf: day)
      }
    }
  }

  private func claim(
    _ kind: String, _ number: (value: Int, qualifier: Claim.Qualifier, range: Range<Int>), in cell: PlainText,
    _ row: [PlainText], asOf: CalendarDate?
  ) -> Claim {
    let start = cell.offsets[number.range.lowerBound]
    return Claim(
      kind: kind, value: number.value, qualifier: number.qualifier, asOf: asOf,
      text: row.map(\.string).joined(separator: " | "),
      location: source.boundedLocation(start..<(cell.offsets[number.range.upperBound - 1] + 1)))
  }

  // MARK: Cells

  /// What a cell names that can be counted: `GitHub stars`, `Merged PRs`, `Slack members`.
  private func noun(_ cell: PlainText) -> String? {
    let words = cell.string.lowercased().split { $0 == " " || $0 == "/" }.map(String.init)
    if words.contains(where: lexicon.rates.contains) { return nil }
    guard (1...4).contains(words.count), let found = words.last.flatMap(lexicon.kind), found.isPlural else {
      return nil
    }
    return found.kind
  }

  /// A number a cell begins with; rates (`35/month`) and shares are none.
  private static func number(
    _ cell: PlainText
  ) -> (value: Int, qualifier: Claim.Qualifier, range: Range<Int>)? {
    let tokens = ClaimToken.tokens(of: cell, dates: [])
    let sign = tokens.first.map { token in
      [("~", Claim.Qualifier.about), (">", .moreThan)].first { token.isSign($0.0) }
    }
    let first = sign.flatMap { $0 } == nil ? 0 : 1
    guard first < tokens.count, case .number(let value, let isOpen) = tokens[first].kind else { return nil }
    if first + 1 < tokens.count {
      let next = tokens[first + 1]
      guard next.isSign("("), !cell.string.holds(" per "), !cell.string.holds("/") else { return nil }
    }
    return (value, sign.flatMap { $0?.1 } ?? (isOpen ? .atLeast : .exact), tokens[first].range)
  }

  private static func day(_ cell: PlainText) -> CalendarDate? {
    DateScanner.dates(in: cell.string).first { $0.precision != .year }?.last
  }

  private static func isDelimiter(_ cells: [PlainText]) -> Bool {
    !cells.isEmpty && cells.allSatisfy { $0.bytes.allSatisfy { "-: ".utf8.contains($0) } }
  }
}

extension Claim {
  /// Whether it is stated as a figure of a whole community rather than told in passing.
  var isFigureOfCommunity: Bool {
    guard Lexicon.claims.figures.contains(kind) else { return false }
    return isTotal || qualifier != .exact || (value == nil && scope != nil)
  }
}
