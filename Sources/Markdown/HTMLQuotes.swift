/// Quotes with alerts, and footnotes.
extension HTMLWriter {
  /// A quote, or an alert when its first line is `[!NOTE]` or one of its kin.
  mutating func writeQuote(_ index: Int) {
    let quote = nodes[index]
    let content = content(of: index)
    guard let first = content.first, nodes[first].kind == .paragraph else {
      return writeQuote(content, quote)
    }
    let inlines = self.content(of: first)
    let lineEnd =
      Document.Siblings(nodes, inlines).first {
        nodes[$0].kind == .softBreak || nodes[$0].kind == .lineBreak
      }
      ?? inlines.upperBound
    guard let alert = Alert(firstLine: plainText(inlines.lowerBound..<lineEnd)) else {
      return writeQuote(content, quote)
    }
    open("<div role=\"note\" class=\"alert\"", line: Int(quote.line))
    html.append(markup: "<p class=\"alert-title\">")
    html.append(markup: alert.title)
    html.append(markup: "</p>\n")
    if lineEnd + 1 < inlines.upperBound {
      let line = Int(min(nodes[lineEnd + 1].line, nodes[first].lastLine))
      offerSlot(line)
      writeParagraph((lineEnd + 1)..<inlines.upperBound, line: line)
    }
    writeBlocks(inlines.upperBound..<content.upperBound, isTight: false)
    html.append(markup: "</div>\n")
  }

  private mutating func writeQuote(_ content: Range<Int>, _ quote: Node) {
    open("<blockquote", line: Int(quote.line))
    writeBlocks(content, isTight: false)
    html.append(markup: "</blockquote>\n")
  }

  /// cmark sorts definitions by their first reference and drops those nobody refers to.
  mutating func writeFootnote(_ index: Int) {
    footnotes += 1
    let id = renderer.hasAnchors ? " id=\"Fn-\(footnotes)\"" : ""
    html.append(composed: "<div class=\"footnote\"\(id)>")
    writeLineAnchor(Int(nodes[index].line))
    let back = references.contains(String(footnotes))
    let name = "<span class=\"footnote-number\">\(footnotes)</span>"
    let link =
      "<a href=\"#FnRef-\(footnotes)\" aria-label=\"back to the reference of note \(footnotes)\">\(name)</a>"
    html.append(composed: back ? link : name)
    writeBlocks(content(of: index), isTight: false)
    html.append(markup: "</div>\n")
  }
}

/// The five alerts of GitHub's Markdown.
private struct Alert {
  let title: StaticString

  init?(firstLine: [UInt8]) {
    let line = String(decoding: firstLine, as: UTF8.self)
    switch line.split(separator: " ").joined(separator: " ").uppercased() {
    case "[!NOTE]": title = "Note"
    case "[!TIP]": title = "Tip"
    case "[!IMPORTANT]": title = "Important"
    case "[!WARNING]": title = "Warning"
    case "[!CAUTION]": title = "Caution"
    default: return nil
    }
  }
}
