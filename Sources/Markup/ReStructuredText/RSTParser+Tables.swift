import Markdown

extension RSTParser {
  /// Reads a table of signs: `+---+` around every cell, or `===` above and below.
  mutating func table(at index: Int, in lines: ArraySlice<MarkupLine>) -> Int? {
    let text = self.lines.text(lines[index])
    if text.count >= 3, text.first == UInt8(ascii: "+"), text.dropFirst().first == UInt8(ascii: "-"),
      text.last == UInt8(ascii: "+"), text.allSatisfy({ "+-".utf8.contains($0) })
    {
      return gridTable(at: index, in: lines)
    }
    return simpleTable(at: index, in: lines)
  }

  private mutating func write(_ table: MarkupTable, line: Int) {
    anchorBlock(line: line)
    var names = self.names
    let path = self.path
    table.write(to: &builder, line: line) { piece, builder in
      var parser = RSTInlines(piece.text, line: piece.line, path: path)
      parser.write(to: &builder, &names)
    }
    self.names = names
  }

  /// Anchors before a block that has no text of its own.
  private mutating func anchorBlock(line: Int) {
    for html in waiting.compactMap(Anchor.html) { builder.add(block: .html(html), lines: line...line) }
    waiting.removeAll()
  }

  // MARK: Grids

  private mutating func gridTable(at index: Int, in lines: ArraySlice<MarkupLine>) -> Int {
    let end =
      lines[index...].firstIndex { !"+|".utf8.contains(self.lines.text($0).first ?? 0x20) } ?? lines.endIndex
    let part = lines[index..<end]
    let rules = part.map { ColumnText(self.lines.text($0)) }
    // Columns begin where any line of the frame has a corner.
    var corners: Set<Int> = []
    for rule in rules where rule.isRule { corners.formUnion(rule.corners) }
    let bounds = Array(corners.sorted().prefix(MarkupTable.widest + 1))
    guard bounds.count > 1 else {
      paragraph(part)
      return end
    }
    var table = MarkupTable()
    var cells = [[MarkupLine]](repeating: [], count: bounds.count - 1)
    var started = part.first?.number ?? 1
    func finish(_ line: Int) {
      if cells.contains(where: { $0.contains { !$0.isBlank } }) {
        table.rows.append((cells.map { .init(pieces: MarkupTable.pieces(of: $0[...], in: self.lines)) }, started))
      }
      cells = [[MarkupLine]](repeating: [], count: bounds.count - 1)
      started = line + 1
    }
    for (line, rule) in zip(part, rules) {
      if rule.isRule {
        finish(line.number)
        if rule.isHeadingRule { table.headings = table.rows.count }
        continue
      }
      // A frame line on a part of the width ends the row, too; what spans it goes on in the next one.
      if rule.hasRule(between: bounds) { finish(line.number) }
      var column = 0
      while column < bounds.count - 1 {
        var next = column + 1
        while next < bounds.count - 1, !rule.isBar(at: bounds[next]) { next += 1 }
        let range = rule.range(from: bounds[column] + 1, to: bounds[next])
        if !rule.isFrame(range) {
          let start = line.start + range.lowerBound
          let cut = MarkupLine(number: line.number, start: start, end: line.start + range.upperBound, indent: 0)
          cells[column].append(trimmed(cut))
        }
        column = next
      }
    }
    finish(part.last?.number ?? 1)
    table.lastLine = part.last?.number ?? 1
    write(table, line: part.first?.number ?? 1)
    return end
  }

  private func trimmed(_ line: MarkupLine) -> MarkupLine {
    var line = lines.line(line, dropping: 0)
    while line.end > line.start, MarkupLines.isBlank(lines.bytes[line.end - 1]) { line.end -= 1 }
    return line
  }

  // MARK: Simple tables

  private func isSimpleRule(_ line: MarkupLine) -> Bool {
    let text = lines.text(line)
    return text.first == UInt8(ascii: "=") && text.contains(0x20)
      && text.allSatisfy { $0 == UInt8(ascii: "=") || $0 == 0x20 }
  }

  private mutating func simpleTable(at index: Int, in lines: ArraySlice<MarkupLine>) -> Int? {
    guard isSimpleRule(lines[index]) else { return nil }
    let rule = ColumnText(self.lines.text(lines[index]))
    let columns = rule.runs
    // The table ends with a rule before a blank line or the end.
    var rules: [Int] = []
    var last: Int?
    for at in index..<lines.endIndex where isSimpleRule(lines[at]) {
      rules.append(at)
      if rules.count == 3 || rules.count == 2 && (at + 1 == lines.endIndex || lines[at + 1].isBlank) {
        last = at
        break
      }
    }
    guard let last, columns.count > 1, columns.count <= MarkupTable.widest else { return nil }
    var table = MarkupTable()
    table.lastLine = lines[last].number
    var cells: [[MarkupLine]] = []
    var started = 0
    func finish() {
      if !cells.isEmpty {
        table.rows.append((cells.map { .init(pieces: MarkupTable.pieces(of: $0[...], in: self.lines)) }, started))
      }
      cells = []
    }
    for at in (index + 1)...last {
      let line = lines[at]
      if rules.contains(at) {
        finish()
        if rules.count > 2, at == rules[1] { table.headings = table.rows.count }
        continue
      }
      let text = ColumnText(self.lines.text(line))
      // A line of hyphens below a heading that spans columns.
      if line.isBlank || self.lines.text(line).allSatisfy({ $0 == UInt8(ascii: "-") || $0 == 0x20 }), text.width > 2 {
        for column in cells.indices { cells[column].append(line.isBlank ? line : trimmed(cut(line, 0..<0))) }
        continue
      }
      let shift = line.indent - lines[index].indent
      let parts = columns.enumerated().map { number, column -> MarkupLine in
        let end = number + 1 < columns.count ? columns[number + 1].lowerBound : text.width + max(0, shift)
        return trimmed(cut(line, text.range(from: column.lowerBound - shift, to: end - shift)))
      }
      // A row begins where its first cell has text.
      if cells.isEmpty || !parts[0].isBlank {
        finish()
        started = line.number
        cells = parts.map { [$0] }
      } else {
        for column in parts.indices { cells[column].append(parts[column]) }
      }
    }
    finish()
    write(table, line: lines[index].number)
    return last + 1
  }

  private func cut(_ line: MarkupLine, _ range: Range<Int>) -> MarkupLine {
    MarkupLine(number: line.number, start: line.start + range.lowerBound, end: line.start + range.upperBound, indent: 0)
  }

  // MARK: Tables by directive

  mutating func listTable(_ body: ArraySlice<MarkupLine>, _ options: [String: String]) {
    guard let first = body.first, let indent = body.smallestIndent, let marker = marker(of: first) else { return }
    var table = MarkupTable()
    table.headings = options["header-rows"].flatMap { Int($0) } ?? 0
    table.lastLine = body.last?.number ?? first.number
    for row in items(at: body.startIndex, in: body, indent: indent, marker).items {
      let content = row.lines.trimmed
      guard let start = content.first, let inner = self.marker(of: start) else { continue }
      let cells = items(at: content.startIndex, in: content, indent: row.indent, inner).items
      table.rows.append(
        (cells.map { .init(pieces: MarkupTable.pieces(of: $0.lines.trimmed, in: lines)) }, row.first.number))
    }
    write(table, line: first.number)
  }

  mutating func csvTable(_ body: ArraySlice<MarkupLine>, _ options: [String: String], line: Int) {
    var table = MarkupTable()
    let delimiter = options["delim"] ?? ","
    let separator: UInt8 = delimiter == "tab" ? 0x09 : delimiter == "space" ? 0x20 : delimiter.utf8.first ?? 0x2C
    func cells(_ row: [SeparatedValues.Field]) -> [MarkupTable.Cell] {
      row.map { .init(pieces: $0.text.folded.isEmpty ? [] : [.init(text: trim($0.text), line: $0.line)]) }
    }
    if let header = options["header"] {
      let source = MarkupLines(header, number: line)
      if let row = SeparatedValues.rows(of: source.all[...], in: source).first { table.rows.append((cells(row), line)) }
      table.headings = 1
    }
    table.headings += options["header-rows"].flatMap { Int($0) } ?? 0
    for row in SeparatedValues.rows(of: body, in: lines, separator: separator) {
      table.rows.append((cells(row), row.first?.line ?? line))
    }
    table.lastLine = body.last?.number ?? line
    write(table, line: line)
  }

  private func trim(_ bytes: [UInt8]) -> [UInt8] {
    var rest = bytes[...].drop(while: \.isSpaceByte)
    while rest.last?.isSpaceByte == true { rest.removeLast() }
    return Array(rest)
  }
}
