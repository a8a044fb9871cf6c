import Markdown

/// A table whose columns are recognized by the words of their headings: the model shared by lists of people and of
/// adopters, in Markdown tables and in comma-separated lines.
struct HeadedTable<Column: Hashable> {
  struct Row {
    /// Cells in the order of the columns; cells missing at the end are absent.
    var cells: [[Inline]]
    /// 1-based line in the file.
    var line: Int
  }

  /// Headings without markup, as written.
  var headings: [String]
  /// Meaning of each column, nil where the heading says nothing; a meaning is given once.
  var columns: [Column?]
  /// Rows below the heading.
  var rows: [Row]

  /// The cell of a row under a column; nil when the table has no such column or the row no such cell.
  func cell(_ column: Column, of row: Row) -> [Inline]? {
    guard let index = columns.firstIndex(of: column), index < row.cells.count else { return nil }
    return row.cells[index]
  }

  /// Text of a cell, blanks folded; nil for an absent, empty or placeholder cell.
  func text(_ column: Column, of row: Row) -> String? {
    Placeholder.real(cell(column, of: row).map { Self.text(of: $0) })
  }

  /// Text of inline content with its breaks as commas.
  static func text(of cell: [Inline]) -> String {
    // What stands before a break is folded once, however many there are.
    var (done, open, isBroken) = ("", "", false)
    for inline in cell {
      switch inline.kind {
      case .lineBreak: open += ", "
      case .html(let tag):
        guard tag.lowercased().hasPrefix("<br") else { continue }
        let part = open.blanksFolded
        if isBroken { done += part.isEmpty ? "," : ", " + part } else { done = part }
        (open, isBroken) = ("", true)
      default: open += [inline].plainText
      }
    }
    return isBroken ? done + ", " + open : open
  }

  func has(_ column: Column) -> Bool { columns.contains(column) }

  /// A table with its columns recognized.
  init(headings: [String], rows: [Row], recognize: (String) -> Column?) {
    self.headings = headings
    self.rows = rows.count > IntakeLimits.listed ? Array(rows.prefix(IntakeLimits.listed)) : rows
    var given: Set<Column> = []
    columns = headings.map { heading in
      recognize(heading).flatMap { given.insert($0).inserted ? $0 : nil }
    }
  }

  /// The table of a region with the rows cut off from it; nil for any other region.
  init?(_ region: Region, recognize: (String) -> Column?) {
    self.init(region.block, recognize: recognize)
    for paragraph in region.cutOff { rows += Self.rows(of: paragraph) }
  }

  /// Rows of a paragraph: one for each line, a cell between two pipes.
  private static func rows(of paragraph: Block) -> [Row] {
    paragraph.inlines.split { $0.kind == .softBreak || $0.kind == .lineBreak }.compactMap { line in
      var cells: [[Inline]] = []
      for inline in line {
        guard case .text(let text) = inline.kind else {
          if !cells.isEmpty { cells[cells.count - 1].append(inline) }
          continue
        }
        for (index, part) in text.split(separator: "|", omittingEmptySubsequences: false).enumerated() {
          if index > 0 { cells.append([]) }
          if !part.isEmpty, !cells.isEmpty {
            cells[cells.count - 1].append(Inline(text: String(part), line: inline.line))
          }
        }
      }
      if cells.last?.plainText.blanksFolded.isEmpty == true { cells.removeLast() }
      return line.first.map { Row(cells: cells, line: $0.line) }
    }
  }

  /// The table of a block; nil for any other block.
  init?(_ block: Block, recognize: (String) -> Column?) {
    guard case .table = block.kind, let header = block.children.first else { return nil }
    let rows = block.children.dropFirst().map { row in
      Row(cells: row.children.map(\.inlines), line: row.lines.lowerBound)
    }
    self.init(
      headings: header.children.map { $0.inlines.plainText.blanksFolded }, rows: rows, recognize: recognize)
  }
}
