public import Diagnostics

extension HTMLRenderer {
  /// A file that is not Markdown, as a numbered list of its lines, each with its anchor.
  public func listing(_ source: SourceText) -> RenderedDocument {
    var result = RenderedDocument()
    var html = ByteBuffer(capacity: source.byteCount + source.lineCount * 40)
    html.append(markup: "<ol class=\"listing\">\n")
    for line in 1...source.lineCount {
      html.append("<li id=\"L", line, "\">")
      result.lines.append(Int32(clamping: line))
      result.slots.append(.init(line: line, offset: html.count))
      html.append(markup: "<code>")
      html.append(escaped: source.lineText(line))
      html.append(markup: "</code></li>\n")
    }
    html.append(markup: "</ol>\n")
    result.html = html.bytes
    return result
  }
}
