import Markdown

extension AsciiDocParser {
  /// Kinds of blocks between two equal lines.
  enum Fence {
    case code, literal, nested, quote, dropped, table
  }

  /// What a line opens; nil for any other line.
  func fence(_ text: ArraySlice<UInt8>) -> Fence? {
    guard let sign = text.first, text.count >= 2 else { return nil }
    if text.count == 4, text.dropFirst().elementsEqual("===".utf8), "|,:!".utf8.contains(sign) { return .table }
    if text.starts(with: "```".utf8), text.dropFirst(3).allSatisfy({ $0.isWordByte || "+-,".utf8.contains($0) }) {
      return .code
    }
    guard text.allSatisfy({ $0 == sign }) else { return nil }
    if text.count == 2 { return sign == UInt8(ascii: "-") ? .nested : nil }
    guard text.count >= 4 else { return nil }
    switch sign {
    case UInt8(ascii: "-"): return .code
    case UInt8(ascii: "."): return .literal
    case UInt8(ascii: "="), UInt8(ascii: "*"): return .nested
    case UInt8(ascii: "_"): return .quote
    case UInt8(ascii: "+"), UInt8(ascii: "/"): return .dropped
    default: return nil
    }
  }

  /// Reads a block that a line opens and an equal one closes; one that is never closed goes to the end.
  mutating func delimited(_ line: MarkupLine, until end: Int, depth: Int) -> Bool {
    let text = lines.text(line)
    guard line.indent == 0 || depth > 0, let kind = fence(text) else { return false }
    let closing = text.starts(with: "```".utf8) ? text.prefix(3) : text
    writeCaption()
    index += 1
    switch kind {
    case .nested, .quote:
      guard depth < Self.deepest else { return true }
      if kind == .quote { builder.open(block: .blockQuote, line: line.number) }
      let style = attributes.style
      attributes.style = ""
      if style == "source" || style == "listing" {
        verbatim(closing, from: line, info: "", until: end)
      } else {
        body(until: end, closing: closing, depth: depth + 1)
        if index < end { index += 1 }
      }
      if kind == .quote { builder.close(lastLine: lines.all[index - 1].number) }
    case .code, .literal:
      verbatim(closing, from: line, info: info(text), until: end)
    case .dropped: index = close(closing, until: end)
    case .table: table(closing, from: line, until: end)
    }
    attributes = AsciiDocAttributes()
    return true
  }

  private func info(_ text: ArraySlice<UInt8>) -> String {
    text.starts(with: "```".utf8)
      ? text.dropFirst(3).string : attributes.options.first { !$0.isEmpty && $0 != "linenums" } ?? ""
  }

  /// The index behind the line that closes a block.
  private func close(_ closing: ArraySlice<UInt8>, until end: Int) -> Int {
    var at = index
    while at < end, !lines.text(lines.all[at]).elementsEqual(closing) { at += 1 }
    return min(at + 1, end)
  }

  /// The lines of a block up to the one that closes it.
  private mutating func content(upTo closing: ArraySlice<UInt8>, until end: Int) -> ArraySlice<MarkupLine> {
    let start = index
    index = close(closing, until: end)
    let isClosed = index > start && lines.text(lines.all[index - 1]).elementsEqual(closing)
    return lines.all[start..<(isClosed ? index - 1 : index)]
  }

  private mutating func verbatim(_ closing: ArraySlice<UInt8>, from line: MarkupLine, info: String, until end: Int) {
    let part = content(upTo: closing, until: end)
    code(part, info: info, line.number...max(line.number, lines.all[index - 1].number))
  }

  // MARK: Tables

  private mutating func table(_ closing: ArraySlice<UInt8>, from line: MarkupLine, until end: Int) {
    let part = content(upTo: closing, until: end)
    var table = AsciiDocTable(lines: lines, attributes: attributes, sign: closing.first ?? 0x7C).read(part)
    table.lastLine = lines.all[index - 1].number
    for html in attributes.anchors.compactMap(Anchor.html) {
      builder.add(block: .html(html), lines: line.number...line.number)
    }
    var names = names
    table.write(to: &builder, line: line.number) { piece, builder in
      var parser = AsciiDocInlines(piece.text, line: piece.line, names: names)
      parser.write(to: &builder)
      names = parser.names
    }
    self.names = names
  }
}

/// Reads the cells of a table.
struct AsciiDocTable {
  let lines: MarkupLines
  let attributes: AsciiDocAttributes
  /// The sign before `===`: `|`, `,` or `:`.
  let sign: UInt8

  /// A cell with how many columns and rows it takes and how often it is repeated.
  private struct Cell {
    var lines: [MarkupLine] = []
    var line: Int
    var columns = 1
    var rows = 1
    var copies = 1
  }

  func read(_ part: ArraySlice<MarkupLine>) -> MarkupTable {
    let format =
      attributes.named["format"] ?? (sign == UInt8(ascii: ",") ? "csv" : sign == UInt8(ascii: ":") ? "dsv" : "psv")
    var table = MarkupTable()
    if format == "psv" {
      table.rows = rows(of: part)
    } else {
      let separator: UInt8 = format == "dsv" ? 0x3A : format == "tsv" ? 0x09 : 0x2C
      table.rows = SeparatedValues.rows(of: part, in: lines, separator: separator).map { row in
        (
          row.map { .init(pieces: $0.text.folded.isEmpty ? [] : [.init(text: $0.text.folded, line: $0.line)]) },
          row.first?.line ?? 1
        )
      }
    }
    table.headings = hasHeading(part) ? 1 : 0
    return table
  }

  /// Whether the first row is a heading: said so, or alone on the first line with a blank one behind it.
  private func hasHeading(_ part: ArraySlice<MarkupLine>) -> Bool {
    if attributes.options.contains("header") { return true }
    if attributes.options.contains("noheader") { return false }
    guard let first = part.first, !first.isBlank, part.count > 1 else { return false }
    return part[part.startIndex + 1].isBlank
  }

  // MARK: Cells behind `|`

  private func rows(of part: ArraySlice<MarkupLine>) -> [(cells: [MarkupTable.Cell], line: Int)] {
    var cells: [Cell] = []
    var firstLine = 0
    for line in part {
      let found = split(line)
      if found.isEmpty || found[0].marker == nil {
        // Text before the first `|` of a line goes on with the cell above.
        if !cells.isEmpty { cells[cells.count - 1].lines.append(found.first?.rest ?? line) }
      }
      for piece in found {
        guard let marker = piece.marker else { continue }
        var cell = marker
        cell.lines = [piece.rest]
        cells.append(cell)
      }
      if firstLine == 0, !cells.isEmpty { firstLine = cells.reduce(0) { $0 + $1.columns * $1.copies } }
    }
    return arranged(cells, width: columnCount ?? max(1, firstLine))
  }

  /// Columns as the attribute `cols` counts them.
  private var columnCount: Int? {
    guard let cols = attributes.named["cols"], !cols.isEmpty else { return nil }
    let parts = cols.split(whereSeparator: { $0 == "," || $0 == ";" })
    let count = parts.reduce(0) { total, part in
      let digits = part.utf8.drop { $0 == 0x20 }.prefix(while: \.isASCIIDigit)
      let isFactor = part.holds(byte: UInt8(ascii: "*"))
      return total + (isFactor ? min(MarkupTable.widest, Int(Array(digits).string) ?? 1) : 1)
    }
    return min(max(1, count), MarkupTable.widest)
  }

  private func arranged(_ cells: [Cell], width: Int) -> [(cells: [MarkupTable.Cell], line: Int)] {
    var rows: [(cells: [MarkupTable.Cell], line: Int)] = []
    var row: [MarkupTable.Cell] = []
    var line = 0
    /// How many more rows the cell above takes, by column.
    var taken = [Int](repeating: 0, count: width)
    func skipTaken() {
      while row.count < width, taken[row.count] > 0 {
        taken[row.count] -= 1
        row.append(MarkupTable.Cell())
      }
    }
    func finish() {
      if row.count >= width {
        rows.append((Array(row.prefix(width)), line))
        row = []
      }
    }
    for cell in cells {
      let pieces = MarkupTable.pieces(of: cell.lines[...], in: lines)
      for _ in 0..<cell.copies {
        skipTaken()
        finish()
        skipTaken()
        if row.allSatisfy(\.isEmpty) { line = cell.line }
        for column in 0..<min(cell.columns, width - row.count) {
          taken[row.count] = cell.rows - 1
          row.append(column == 0 ? .init(pieces: pieces) : .init())
        }
        finish()
      }
    }
    if row.contains(where: { !$0.isEmpty }) { rows.append((row, line)) }
    return rows
  }

  /// The pieces of a line at each `|` that no backslash stands before, with what the cell says of itself.
  private func split(_ line: MarkupLine) -> [(marker: Cell?, rest: MarkupLine)] {
    let bytes = lines.bytes
    var bars: [Int] = []
    for at in line.start..<max(line.start, line.end) where bytes[at] == UInt8(ascii: "|") {
      if at == line.start || bytes[at - 1] != UInt8(ascii: "\\") { bars.append(at) }
    }
    guard !bars.isEmpty else { return line.isBlank ? [] : [(nil, line)] }
    var pieces: [(marker: Cell?, rest: MarkupLine)] = []
    var starts = bars.map { specification(before: $0, notBefore: line.start) }
    if starts[0].start > line.start {
      pieces.append((nil, cut(line, line.start..<starts[0].start)))
    }
    for (number, bar) in bars.enumerated() {
      let end = number + 1 < bars.count ? max(bar + 1, starts[number + 1].start) : line.end
      starts[number].cell.line = line.number
      pieces.append((starts[number].cell, cut(line, (bar + 1)..<end)))
    }
    return pieces
  }

  private func cut(_ line: MarkupLine, _ range: Range<Int>) -> MarkupLine {
    var part = MarkupLine(number: line.number, start: range.lowerBound, end: range.upperBound, indent: 0)
    while part.end > part.start, MarkupLines.isBlank(lines.bytes[part.end - 1]) { part.end -= 1 }
    return lines.line(part, dropping: 0)
  }

  /// What stands before a `|`: `2+`, `.3+`, `3*`, alignments, a style.
  private func specification(before bar: Int, notBefore first: Int) -> (cell: Cell, start: Int) {
    let bytes = lines.bytes
    var start = bar
    while start > first, bar - start < 12, "0123456789.+*<>^aehlmsvd".utf8.contains(bytes[start - 1]) { start -= 1 }
    var cell = Cell(line: 0)
    guard start < bar, start == first || bytes[start - 1].isSpaceByte else { return (cell, bar) }
    let text = bytes[start..<bar]
    // A lone letter or number may be the end of the text before.
    guard let sign = text.firstIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "*") }) else {
      let isStyle =
        text.count == 1 && "aehlmsvd".utf8.contains(bytes[start])
        || text.allSatisfy { "<>^.aehlmsvd".utf8.contains($0) }
      return isStyle && (start == first || text.contains { "<>^".utf8.contains($0) } || text.elementsEqual("a".utf8))
        ? (cell, start) : (cell, bar)
    }
    let numbers = text[..<sign].split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    let values = numbers.map { Int($0.string) }
    guard numbers.allSatisfy({ part in part.allSatisfy(\.isASCIIDigit) }) else { return (cell, bar) }
    func bounded(_ value: Int?) -> Int { max(1, min(value ?? 1, MarkupTable.widest)) }
    if text[sign] == UInt8(ascii: "*") {
      cell.copies = bounded(values[0])
    } else {
      cell.columns = bounded(values[0])
      if values.count > 1 { cell.rows = bounded(values[1]) }
    }
    return (cell, start)
  }
}
