public import Diagnostics

extension HTMLRenderer {
  /// A file that is not Markdown, as a numbered list of its lines, each with its anchor.
  public func listing(_ source: SourceText) -> RenderedDocument {
    var result = RenderedDocument()
    result.html.reserveCapacity(source.byteCount + source.lineCount * 40)
    result.html.append(markup: "<ol class=\"listing\">\n")
    for line in 1...source.lineCount {
      result.html.append(contentsOf: "<li id=\"L\(line)\">".utf8)
      result.lines.append(line)
      result.slots.append(.init(line: line, offset: result.html.count))
      result.html.append(markup: "<code>")
      result.html.append(escaped: source.lineText(line))
      result.html.append(markup: "</code></li>\n")
    }
    result.html.append(markup: "</ol>\n")
    return result
  }
}
