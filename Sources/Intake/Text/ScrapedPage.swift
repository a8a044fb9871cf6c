import Words
import Diagnostics
import StructuredData

/// A web page that was saved as text: which of its lines are the document, which are comments, the rest is furniture.
struct ScrapedPage: Sendable, Hashable {
  /// What the page showed.
  enum Kind: String, Sendable, Hashable {
    case issue, commit
  }

  /// A comment below an issue.
  struct Comment: Sendable, Hashable {
    var author: String
    var date: CalendarDate?
    /// Lines of its text, header excluded; nil when it has none.
    var lines: ClosedRange<Int>?
  }

  /// What the page showed.
  var kind: Kind
  var title: String?
  /// Account that opened the issue or made the commit.
  var author: String?
  /// Day the document was written, as the page says.
  var date: CalendarDate?
  /// Lines of the document itself, in order; page furniture and comments are left out.
  var content: [ClosedRange<Int>]
  /// Comments below the document, in order.
  var comments: [Comment]

  /// Recognizes a saved page; nil for anything else.
  static func detect(_ source: SourceText) -> ScrapedPage? {
    guard source.signs(ofLine: 1).first != UInt8(ascii: "<") else { return nil }
    return issue(source) ?? commit(source)
  }

  /// Whether a line belongs to the document, neither furniture nor comment.
  func isContent(_ line: Int) -> Bool { content.contains { $0.contains(line) } }
}

// MARK: Issue pages

extension ScrapedPage {
  /// How many lines from the top the head of a page may reach.
  private static let headLines = 60

  private struct Header {
    let line: Int
    let author: String
    let date: CalendarDate?
  }

  private static func issue(_ source: SourceText) -> ScrapedPage? {
    let head = 1...min(headLines, source.lineCount)
    let states = Lexicon.documents.issueStates.map { Array($0.utf8) }
    let openLine = head.first { mayOpen(source, $0, states) && isOpeningLine(source.lineText($0)) }
    guard let openLine else { return nil }
    var page = ScrapedPage(kind: .issue, content: [], comments: [])
    page.author = opener(source.lineText(openLine))
    if let titleLine = (1..<openLine).last(where: { !isBlank(source, $0) && !isHeadFurniture(source.lineText($0)) }) {
      page.title = source.lineText(titleLine).whiteSpaceFolded
    }
    let headers = (openLine...source.lineCount).dropFirst().compactMap { header(source.lineText($0), at: $0) }
    let last = (openLine...source.lineCount).last { line in
      !isBlank(source, line) && !isFootFurniture(source.lineText(line))
    }
    guard let last, last > openLine else { return page }
    // Some pages sign a comment below its text, others head it: the last line tells which.
    let signsBelow = headers.last?.line == last
    var pieces: [(header: Header?, lines: ClosedRange<Int>?)] = []
    var start = openLine + 1
    var current: Header?
    for header in headers {
      let lines = textLines(source, from: start, to: header.line - 1)
      pieces.append((signsBelow ? header : current, lines))
      current = header
      start = header.line + 1
    }
    if !signsBelow { pieces.append((current, textLines(source, from: start, to: last))) }
    if !signsBelow, pieces.count > 1, pieces[0].header == nil { pieces.removeFirst() }
    page.take(pieces)
    return page
  }

  /// The first piece is the issue itself, the others are comments.
  private mutating func take(_ pieces: [(header: Header?, lines: ClosedRange<Int>?)]) {
    guard let first = pieces.first else { return }
    content = first.lines.map { [$0] } ?? []
    author = first.header?.author ?? author
    date = first.header?.date
    comments = pieces.dropFirst().compactMap { piece in
      piece.header.map { Comment(author: $0.author, date: $0.date, lines: piece.lines) }
    }
  }

  /// Whether a line begins as a state does or ends in `comments`. Every input file passes here, so no more than a
  /// word of a line is looked at.
  private static func mayOpen(_ source: SourceText, _ line: Int, _ states: [[UInt8]]) -> Bool {
    let range = source.byteRange(ofLine: line)
    guard range.count > " opened this issue".utf8.count else { return false }
    let first = source.signs(ofLine: line).first
    if states.contains(where: { $0.first == first }) {
      let start = source[range.prefix(16)].drop { $0 == 0x20 }
      if start.isEmpty || states.contains(where: { start.starts(with: $0) }) { return true }
    }
    // A longer word is an address or an account.
    let end = source[range.suffix(12)]
    guard let blank = end.lastIndex(of: 0x20) else { return false }
    return blank == end.endIndex - 1 || end[(blank + 1)...].starts(with: "comment".utf8)
  }

  /// `Open alice opened this issue 1 year ago • 1 comments`.
  private static func isOpeningLine(_ line: String) -> Bool {
    guard line.holds(" opened this issue") || line.holds(" opened this pull request") else { return false }
    let words = line.split(separator: " ")
    guard words.count <= 16, let first = words.first else { return false }
    return Lexicon.documents.issueStates.contains(String(first)) || words.last?.hasPrefix("comment") == true
  }

  private static func opener(_ line: String) -> String? {
    let words = line.split(separator: " ")
    guard let verb = words.firstIndex(of: "opened"), verb > 0 else { return nil }
    return Account.handle(String(words[verb - 1]))
  }

  /// `alice avatar Jul 04 '24 15:07 alice` or `alice commented on Jul 4, 2024`.
  private static func header(_ line: String, at number: Int) -> Header? {
    let words = line.split(separator: " ")
    guard words.count >= 3, words.count <= 12, let author = Account.handle(String(words[0])) else { return nil }
    let date = DateScanner.date(in: line)
    switch words[1] {
    case "avatar" where date != nil && Account.handle(String(words[words.count - 1])) == author: break
    case "commented" where date != nil || words.last == "ago": break
    default: return nil
    }
    return Header(line: number, author: author, date: date)
  }

  private static func isHeadFurniture(_ line: String) -> Bool {
    let line = line.whiteSpaceFolded
    return line.hasSuffix("icon indicating copy to clipboard operation") || line.hasSuffix("copied to clipboard")
      || Lexicon.documents.pageHead.contains(line)
  }

  private static func isFootFurniture(_ line: String) -> Bool {
    let line = line.whiteSpaceFolded
    return line.hasPrefix("Sign up for free to") || line.hasPrefix("Already have an account?")
      || Lexicon.documents.pageFoot.contains(line)
  }
}

// MARK: Commit pages

extension ScrapedPage {
  /// A commit page shows each changed file below a line `N changes: …` and a hunk line `@@ -0,0 +1,164 @@`.
  private static func commit(_ source: SourceText) -> ScrapedPage? {
    // Only bytes are looked at until the summary is found: every input file passes here.
    let summaryLine = (1...source.lineCount).first { line in
      source.signs(ofLine: line).first == UInt8(ascii: "S") && source[line: line].starts(with: "Showing ".utf8)
        && isChangeSummary(source.lineText(line))
    }
    guard let summary = summaryLine, summary < source.lineCount,
      (summary...source.lineCount).contains(where: { isHunk(source.lineText($0)) })
    else { return nil }
    var page = ScrapedPage(kind: .commit, content: [], comments: [])
    for line in 1..<summary {
      let words = source.lineText(line).split(separator: " ")
      guard words.count >= 4, words.count <= 8, words[1] == "authored" || words[1] == "committed" else { continue }
      page.author = Account.handle(String(words[0]))
      page.date = DateScanner.date(in: source.lineText(line))
    }
    var start: Int?
    func close(before line: Int) {
      if let first = start, let range = textLines(source, from: first, to: line - 1) { page.content.append(range) }
      start = nil
    }
    for line in (summary + 1)...source.lineCount {
      let text = source.lineText(line)
      if isHunk(text) {
        close(before: line)
        start = line + 1
      } else if isChangedFile(text) {
        close(before: line)
      } else if isCommentCount(text) {
        close(before: line)
        break
      }
    }
    close(before: source.lineCount + 1)
    return page
  }

  /// `Showing 1 changed file with 164 additions and 0 deletions.`
  private static func isChangeSummary(_ line: String) -> Bool {
    line.holds(" changed file") && line.holds(" addition")
  }

  private static func isHunk(_ line: String) -> Bool { line.hasPrefix("@@ -") && line.dropFirst(4).holds("@@") }

  /// `2 changes: 2 additions & 0 deletions 2 docs/proposal.md`
  private static func isChangedFile(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    return words.count >= 7 && Int(words[0]) != nil && words[1].hasPrefix("change") && words[3].hasPrefix("addition")
  }

  private static func isCommentCount(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    return words.count == 5 && Int(words[0]) != nil && words[1].hasPrefix("comment") && words[2] == "on"
      && words[3] == "commit"
  }
}

// MARK: Lines

extension ScrapedPage {
  private static func textLines(_ source: SourceText, from first: Int, to last: Int) -> ClosedRange<Int>? {
    guard first <= last, let start = (first...last).first(where: { !isBlank(source, $0) }),
      let end = (first...last).last(where: { !isBlank(source, $0) })
    else { return nil }
    return start...end
  }

  private static func isBlank(_ source: SourceText, _ line: Int) -> Bool {
    source.signs(ofLine: line).first == 0
  }
}
