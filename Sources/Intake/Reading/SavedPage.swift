import Diagnostics
import Markdown

extension SourceDocument {
  /// Drops from the tree what a saved page has around its document: navigation, counters, programs' comments, quoted
  /// mail. Lines keep their numbers.
  mutating func leaveOutFurniture(of page: ScrapedPage) {
    let shown = page.shownLines(of: source)
    func isShown(_ lines: ClosedRange<Int>) -> Bool { shown.contains { $0.overlaps(lines) } }
    markdown = markdown?.filter { isShown($0.lines) }
    furnitureLines = (1...source.lineCount).count { line in
      !isShown(line...line) && source.signs(ofLine: line).first != 0
    }
    // A saved commit shows a file with a title of its own; an issue's title is the page's.
    savedPageTitle = page.kind == .issue ? page.title : nil
  }
}

extension ScrapedPage {
  /// Lines a reader of the page came for: the document and people's comments, without the mail they quote.
  func shownLines(of source: SourceText) -> [ClosedRange<Int>] {
    let answers = comments.filter { !ThreadComments.isBot($0.author) }.compactMap { comment in
      comment.lines.flatMap { lines -> ClosedRange<Int>? in
        let quote = lines.first { NoteOutline.endsMail(source.lineText($0)) }
        let last = quote.map { $0 - 1 } ?? lines.upperBound
        return last < lines.lowerBound ? nil : lines.lowerBound...last
      }
    }
    return content + answers
  }
}
