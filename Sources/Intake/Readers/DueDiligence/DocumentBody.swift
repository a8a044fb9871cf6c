import Diagnostics
import Markdown

/// Which lines of a file are the document itself, and what saving it from a web page took from it.
struct DocumentBody: Sendable {
  /// The page it was saved from, if any.
  let page: ScrapedPage?
  /// Lines of the document, in order.
  let lines: [ClosedRange<Int>]
  /// Whether bullets are `•` and headings are plain lines, as on a page saved as text.
  let isText: Bool
  /// Whether links became plain text.
  var lostLinks: Bool { isText && !hasInlineLinks }

  private let hasInlineLinks: Bool

  /// Leaves out front matter, page furniture and comments.
  init(_ source: SourceText, page: ScrapedPage?) {
    self.page = page
    let first = (FrontMatter(of: source)?.lineCount ?? 0) + 1
    lines = page?.content ?? (first <= source.lineCount ? [first...source.lineCount] : [])
    var bullets = 0
    var hasInlineLinks = false
    for number in lines.joined() {
      let signs = source.signs(ofLine: number)
      if signs.first == 0xE2, source[line: number].drop(while: { $0 == 0x20 }).starts(with: [0xE2, 0x80, 0xA2]) {
        bullets += 1
      }
      if !hasInlineLinks, signs.holds.contains(.closingBracket), Self.hasInlineLink(source[line: number]) {
        hasInlineLinks = true
      }
    }
    isText = bullets >= 3
    self.hasInlineLinks = hasInlineLinks
  }

  private static func hasInlineLink(_ line: ArraySlice<UInt8>) -> Bool {
    line.indices.dropLast().contains { line[$0] == UInt8(ascii: "]") && line[$0 + 1] == UInt8(ascii: "(") }
  }
}
