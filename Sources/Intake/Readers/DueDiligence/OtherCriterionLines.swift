import Criteria
import Words

/// Criterion lines of documents without boxes: headings, numbered entries, bold lines, table rows and questions.
struct OtherCriterionLines {
  let document: DocumentLines
  let finder: CriterionFinder

  /// Headings, numbered entries, bold or italic paragraphs, quotes and questions whose words name a criterion; each
  /// reaches to the next one, the next entry of its own list or the next heading.
  func items(questions: [(index: Int, answer: Range<Int>)]) -> [CriterionLine] {
    let questions = Set(questions.map(\.index))
    var items: [CriterionLine] = []
    var section = ""
    var sectionLine: Int?
    var reach = 0
    for (index, line) in document.lines.enumerated() where line.isContent && line.kind != .code {
      let level = line.headingLevel
      if let level, level <= reach || reach == 0 { items.closeBody(at: index) }
      let isNumbered = self.isNumbered(line)
      if level == nil, !questions.contains(index), !isNumbered, !isSetApart(index) { continue }
      let end = level == nil ? document.paragraphEnd(from: index) : index + 1
      var text = document.text(line)
      for next in document.lines[(index + 1)..<end] { text.append(line: document.text(next)) }
      if let criterion = finder.criterion(of: text, under: nil) {
        items.closeBody(at: index)
        items.append(
          CriterionLine(
            state: .nobox, depth: 0, indent: line.indent, criterion: criterion, issueReference: nil, text: text,
            line: index, body: end..<document.lines.count, parent: nil, section: section,
            sectionLine: sectionLine))
        reach = level ?? 0
      } else if level != nil {
        (section, sectionLine) = (text.string, index)
      } else if questions.contains(index)
        || isNumbered
          && items.last.map({ self.isNumbered(document.lines[$0.line]) && $0.indent == line.indent }) == true
      {
        items.closeBody(at: index)
      }
    }
    return items
  }

  /// Whether a line begins an entry of a numbered list that is in no other list.
  private func isNumbered(_ line: TextLine) -> Bool {
    if case .numbered = line.kind { line.indent < 4 } else { false }
  }

  /// Whether a paragraph is quoted, or bold or italic as a whole, behind a blank line or a heading.
  private func isSetApart(_ index: Int) -> Bool {
    let line = document.lines[index]
    if index > 0, document.lines[index - 1].isContent, document.lines[index - 1].headingLevel == nil { return false }
    switch line.kind {
    case .quote: return true
    case .text, .bullet, .numbered:
      let signs = "*_".utf8
      guard let first = document.bytes[line.content].first, signs.contains(first) else { return false }
      let last = document.lines[document.paragraphEnd(from: index) - 1].content
      return document.bytes[last].suffix(4).contains { signs.contains($0) }
    default: return false
    }
  }
}

/// Criteria as rows of a table: a column names the criterion, others its status and its evidence.
struct CriterionTables {
  /// A row that names a criterion.
  struct Row {
    var item: CriterionLine
    /// Text of the evidence column.
    var evidence: PlainText
  }

  /// Rows of every table that has a column for the criterion.
  static func rows(_ document: DocumentLines, finder: CriterionFinder) -> [Row] {
    var rows: [Row] = []
    for table in document.tables {
      guard let columns = header(table.header.map(\.string)) else { continue }
      for index in table.rows {
        let cells = document.cells(document.lines[index])
        guard columns.criterion < cells.count,
          let criterion = finder.criterion(of: cells[columns.criterion], under: nil)
        else { continue }
        let status = columns.status.flatMap { $0 < cells.count ? cells[$0].string : nil } ?? ""
        rows.append(
          Row(
            item: CriterionLine(
              state: state(status), depth: 0, indent: 0, criterion: criterion, issueReference: nil,
              text: cells[columns.criterion], line: index, body: (index + 1)..<(index + 1), parent: nil,
              section: table.heading ?? "", sectionLine: nil),
            evidence: columns.evidence.flatMap { $0 < cells.count ? cells[$0] : nil } ?? PlainText()))
      }
    }
    return rows
  }

  private static func header(
    _ names: [String]
  ) -> (criterion: Int, status: Int?, evidence: Int?)? {
    func column(_ words: [String]) -> Int? {
      names.firstIndex { name in words.contains { name.lowercased().contains($0) } }
    }
    guard let criterion = column(Lexicon.applications.criterionColumns) else { return nil }
    let evidence = column(Lexicon.applications.evidenceColumns)
    return (criterion, column(Lexicon.applications.statusColumns), evidence)
  }

  /// A tick or a word for done in the status column; anything else that is there means not done.
  static func state(_ status: String) -> ChecklistItem.State {
    let scalars = status.unicodeScalars
    if scalars.contains(where: { ["✅", "✔", "✓", "☑"].contains($0) }) { return .checked }
    let words = PhraseMatcher.normalized(status)
    if Lexicon.applications.met.equal(normalized: words) { return .checked }
    return scalars.contains { !$0.properties.isWhitespace } ? .unchecked : .nobox
  }
}

/// A table of plain lines.
struct LineTable {
  /// The last heading before it; nil where there is none.
  let heading: String?
  /// The cells of its first row.
  let header: [PlainText]
  /// The numbers of the lines of its other rows.
  var rows: Range<Int>
}

extension DocumentLines {
  /// The tables in their order: rows that follow each other.
  var tables: [LineTable] {
    var tables: [LineTable] = []
    var heading: TextLine?
    for (index, line) in lines.enumerated() {
      if line.headingLevel != nil { heading = line }
      guard line.kind == .tableRow else { continue }
      if index > 0, lines[index - 1].kind == .tableRow, let last = tables.indices.last {
        tables[last].rows = tables[last].rows.lowerBound..<(index + 1)
      } else {
        let title = heading.map { text($0).string }
        tables.append(LineTable(heading: title, header: cells(line), rows: (index + 1)..<(index + 1)))
      }
    }
    return tables
  }

  /// The cells of a table's row; `\|` does not end one.
  func cells(_ line: TextLine) -> [PlainText] {
    var cells: [PlainText] = []
    var start = line.content.lowerBound + 1
    for index in line.content where index >= start && bytes[index] == UInt8(ascii: "|") {
      if bytes[index - 1] == UInt8(ascii: "\\") { continue }
      cells.append(PlainText(bytes, Self.trimmed(bytes, start..<index), references: references))
      start = index + 1
      if cells.count == 64 { return cells }
    }
    // The last `|` may be left out.
    let rest = Self.trimmed(bytes, min(start, line.content.upperBound)..<line.content.upperBound)
    if !rest.isEmpty { cells.append(PlainText(bytes, rest, references: references)) }
    return cells
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  /// The plain text of the lines of one paragraph or list entry; links and emphasis may span them.
  func text(of paragraph: [TextLine]) -> PlainText {
    guard let first = paragraph.first, let last = paragraph.last, paragraph.count > 1 else {
      return paragraph.first.map(text) ?? PlainText()
    }
    return PlainText(bytes, first.content.lowerBound..<last.content.upperBound, references: references)
  }
}
