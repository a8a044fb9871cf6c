/// Tables.
extension HTMLWriter {
  mutating func writeTable(_ index: Int) {
    html.append(
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table at line ",
      Int(nodes[index].line), "\">")
    html.append(markup: "<table>\n")
    let alignments = bytes[nodes[index].first].map { Alignment(rawValue: $0) ?? .none }
    let rows = Array(Document.Siblings(nodes, content(of: index)))
    let headers = rows.prefix { nodes[$0].detail == 1 }
    writeRows(headers, alignments, isHeader: true, "<thead>\n", "</thead>\n")
    writeRows(rows.dropFirst(headers.count), alignments, isHeader: false, "<tbody>\n", "</tbody>\n")
    html.append(markup: "</table></div>\n")
  }

  private mutating func writeRows(
    _ rows: ArraySlice<Int>, _ alignments: [Alignment], isHeader: Bool, _ opening: StaticString,
    _ closing: StaticString
  ) {
    guard !rows.isEmpty else { return }
    html.append(markup: opening)
    for row in rows { writeRow(row, alignments, isHeader: isHeader) }
    html.append(markup: closing)
  }

  private mutating func writeRow(_ row: Int, _ alignments: [Alignment], isHeader: Bool) {
    open("<tr", line: Int(nodes[row].line))
    for (index, cell) in Document.Siblings(nodes, content(of: row)).enumerated() {
      let alignment = index < alignments.count ? alignments[index] : .none
      html.append(markup: Self.cellOpening(alignment, isHeader))
      if nodes[cell].end == nodes[row].end, !isHeader { offerSlot(Int(nodes[row].line)) }
      writeInlines(content(of: cell))
      html.append(markup: isHeader ? "</th>" : "</td>")
    }
    html.append(markup: "</tr>\n")
  }

  private static func cellOpening(_ alignment: Alignment, _ isHeader: Bool) -> StaticString {
    switch (alignment, isHeader) {
    case (.center, true): "<th scope=\"col\" class=\"center\">"
    case (.right, true): "<th scope=\"col\" class=\"right\">"
    case (_, true): "<th scope=\"col\">"
    case (.center, false): "<td class=\"center\">"
    case (.right, false): "<td class=\"right\">"
    case (_, false): "<td>"
    }
  }
}
