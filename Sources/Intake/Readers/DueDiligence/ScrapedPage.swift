import Diagnostics
import StructuredData

/// What a saved web page adds around a document, and what saving took from it.
struct ScrapedPage: Sendable {
  /// Lines of the document itself; the whole file when it is no saved page.
  let body: ClosedRange<Int>
  /// Whether bullets are `•` and headings are plain lines, as on a page saved as text.
  let isText: Bool
  /// Whether links became plain text.
  let lostLinks: Bool
  /// The page's own title; nil for other files.
  let title: String?
  /// The day the page names for the document: of its commit or first post.
  let date: CalendarDate?

  /// Looks for the signs of a saved commit page or issue page.
  init(_ source: SourceText, firstLine: Int) {
    var first = min(max(1, firstLine), source.lineCount)
    var last = source.lineCount
    var bullets = 0
    var inlineLinks = 0
    var title: String?
    var date: CalendarDate?
    var isPage = false
    var hasFirstPost = false
    for number in first...source.lineCount {
      let range = source.byteRange(ofLine: number)
      let line = source.bytes[range].drop { $0 == 0x20 }
      if line.starts(with: [0xE2, 0x80, 0xA2]) { bullets += 1 }
      if inlineLinks == 0, Self.hasInlineLink(line) { inlineLinks = 1 }
      guard line.count < 400, !hasFirstPost else { continue }
      if line.starts(with: "Skip to content".utf8) || Self.contains(line, "indicating copy to clipboard") {
        isPage = true
      } else if isPage, line.starts(with: "@@ ".utf8), Self.contains(line.dropFirst(3), "@@"), first <= firstLine {
        first = min(number + 1, source.lineCount)
        last = source.lineCount
      } else if isPage, Self.contains(line, "comments on commit") || Self.contains(line, "comment on commit") {
        last = max(first, number - 1)
      } else if isPage, Self.contains(line, " authored "), date == nil {
        date = DateScanner.date(in: String(decoding: line, as: UTF8.self))
      } else if Self.contains(line, " opened this issue ") || Self.contains(line, " opened this pull request ") {
        isPage = true
        title = (1..<number).reversed().lazy.map(source.lineText).first { !$0.allSatisfy(\.isWhitespace) }
        first = min(number + 1, source.lineCount)
      } else if Self.contains(line, " avatar ") {
        // The line that names the author and time of a post stands below the post.
        let text = String(decoding: line, as: UTF8.self)
        guard let posted = DateScanner.date(in: text) else { continue }
        date = posted
        hasFirstPost = true
        last = max(first, number - 1)
      }
    }
    body = first...max(first, last)
    isText = bullets >= 3
    lostLinks = isText && inlineLinks == 0
    self.title = title
    self.date = date
  }

  private static func contains(_ line: ArraySlice<UInt8>, _ phrase: String) -> Bool {
    let phrase = Array(phrase.utf8)
    guard line.count >= phrase.count else { return false }
    return (line.startIndex...(line.endIndex - phrase.count)).contains { start in
      line[start] == phrase[0] && line[start..<(start + phrase.count)].elementsEqual(phrase)
    }
  }

  private static func hasInlineLink(_ line: ArraySlice<UInt8>) -> Bool {
    line.indices.dropLast().contains { line[$0] == UInt8(ascii: "]") && line[$0 + 1] == UInt8(ascii: "(") }
  }
}
