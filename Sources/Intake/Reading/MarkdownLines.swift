import Diagnostics
import Markdown

/// A document of another markup as the Markdown it would be, each text on the line it has in the file: for the readers
/// that go by lines. Columns are those of the Markdown.
struct MarkdownLines {
  private var lines: [[UInt8]]

  /// The text of a document of the file `source`.
  static func text(of document: Document, like source: SourceText) -> SourceText {
    var writer = MarkdownLines(lines: [[UInt8]](repeating: [], count: max(1, source.lineCount)))
    for block in document.blocks { writer.write(block, indent: "") }
    return SourceText(path: source.path, bytes: Array(writer.lines.joined(separator: [0x0A])))
  }

  private init(lines: [[UInt8]]) { self.lines = lines }

  /// Adds text to a line; the first text of a line stands behind its indentation.
  private mutating func put(_ text: some StringProtocol, at line: Int, indent: String) {
    guard lines.indices.contains(line - 1) else { return }
    if lines[line - 1].isEmpty { lines[line - 1] += Array(indent.utf8) }
    // A line that the text itself ends would move all that follow.
    lines[line - 1] += text.utf8.map { $0 == 0x0A ? 0x20 : $0 }
  }

  private mutating func write(_ block: Block, indent: String) {
    let first = block.lines.lowerBound
    switch block.kind {
    case .heading(let level):
      put(String(repeating: "#", count: level) + " ", at: first, indent: indent)
      write(block.inlines, indent: indent)
    case .paragraph: write(block.inlines, indent: indent)
    case .blockQuote: for child in block.children { write(child, indent: indent + "> ") }
    case .list(let start, _):
      for (number, item) in block.children.enumerated() {
        let sign = start.map { "\($0 + number). " } ?? "- "
        var mark = ""
        if case .item(let checked?) = item.kind { mark = checked ? "[x] " : "[ ] " }
        put(sign + mark, at: item.lines.lowerBound, indent: indent)
        for child in item.children {
          write(child, indent: indent + String(repeating: " ", count: sign.utf8.count))
        }
      }
    case .table: write(table: block, indent: indent)
    case .code(_, let text):
      let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
      let isFenced = block.lines.count > parts.count
      if isFenced {
        put("```", at: first, indent: indent)
        put("```", at: block.lines.upperBound, indent: indent)
      }
      for (number, part) in parts.enumerated() where !part.isEmpty {
        put(part, at: first + number + (isFenced ? 1 : 0), indent: indent + (isFenced ? "" : "    "))
      }
    case .thematicBreak: put("***", at: first, indent: indent)
    case .item, .row, .cell, .html, .footnote: break
    }
  }

  private mutating func write(table: Block, indent: String) {
    let rows = table.children
    for (number, row) in rows.enumerated() {
      let line = row.lines.lowerBound
      let cells = row.children.map { cell in
        Self.flat(cell.inlines).split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
      }
      put("| " + cells.joined(separator: " | ") + " |", at: line, indent: indent)
      guard number == 0, rows.count == 1 || rows[1].lines.lowerBound > line + 1 else { continue }
      put("|" + String(repeating: " --- |", count: cells.count), at: line + 1, indent: indent)
    }
  }

  private mutating func write(_ inlines: [Inline], indent: String) {
    for inline in inlines {
      let line = inline.line
      switch inline.kind {
      case .text(let text): put(text, at: line, indent: indent)
      case .code(let text): put("`\(text)`", at: line, indent: indent)
      case .softBreak, .lineBreak, .html, .footnoteReference: break
      case .emphasis: write(inline, between: "*", "*", indent: indent)
      case .strong: write(inline, between: "**", "**", indent: indent)
      case .strikethrough: write(inline, between: "~~", "~~", indent: indent)
      case .link(let destination, _): write(inline, between: "[", "](\(destination))", indent: indent)
      case .image(let destination, _): write(inline, between: "![", "](\(destination))", indent: indent)
      }
    }
  }

  private mutating func write(_ inline: Inline, between start: String, _ end: String, indent: String) {
    put(start, at: inline.line, indent: indent)
    write(inline.children, indent: indent)
    put(end, at: inline.children.last?.line ?? inline.line, indent: indent)
  }

  /// Inline content of a cell on one line.
  private static func flat(_ inlines: [Inline]) -> String {
    inlines.map { inline -> String in
      switch inline.kind {
      case .text(let text): return text
      case .code(let text): return "`\(text)`"
      case .softBreak: return " "
      case .lineBreak: return "<br>"
      case .html, .footnoteReference: return ""
      case .emphasis, .strong, .strikethrough: return flat(inline.children)
      case .link(let destination, _): return "[\(flat(inline.children))](\(destination))"
      case .image(let destination, _): return "![\(flat(inline.children))](\(destination))"
      }
    }.joined()
  }
}
