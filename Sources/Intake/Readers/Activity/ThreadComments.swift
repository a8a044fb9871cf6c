import Criteria
import Diagnostics
import StructuredData
import Words

/// Comments below an issue or application, and what reviewers remark in them.
enum ThreadComments {
  /// One comment: who, when, and its lines.
  struct Comment {
    let author: String
    let date: CalendarDate?
    let outline: NoteOutline
  }

  /// Comments of a saved issue page; those of the issue's own author answer reviewers and are left out.
  static func comments(of page: ScrapedPage, in source: SourceText) -> [Comment] {
    page.comments.compactMap { comment in
      guard let lines = comment.lines, comment.author != page.author else { return nil }
      return Comment(
        author: comment.author, date: comment.date, outline: NoteOutline(plainLines: lines, in: source))
    }
  }

  /// Comments of a thread kept as notes: sections headed `account, date` or `account (date)`.
  static func comments(in outline: NoteOutline) -> [Comment] {
    outline.lines.indices.compactMap { index in
      guard outline.lines[index].headingLevel != nil, let (author, date) = heading(outline.lines[index].text) else {
        return nil
      }
      return Comment(
        author: author, date: date, outline: NoteOutline(outline.section(of: index).map { outline.lines[$0] }))
    }
  }

  /// What reviewers remark: the bullets of a comment, or its paragraphs when it has none. Bots, commands, greetings and
  /// offers of help are no remarks.
  static func feedback(in comments: [Comment], link: CriterionLink) -> [Feedback] {
    comments.filter { !isBot($0.author) }.flatMap { comment in
      let items = comment.outline.lines.filter { $0.itemDepth == 0 }
      let remarks = items.isEmpty ? comment.outline.lines.filter { isRemark($0.text) } : items
      return remarks.map { line in
        // `Adoption Assertion - …` names its subject first.
        let subject = line.text.split(separator: " - ", maxSplits: 1).first.map(String.init)
        return Feedback(
          by: comment.author, date: comment.date, text: line.text, criterion: link.criterion(subject, line.text),
          location: line.location)
      }
    }
  }

  private static func isRemark(_ text: String) -> Bool {
    let words = PhraseMatcher.normalized(text)
    return words.filter { $0 == 0x20 }.count > 5 && !Lexicon.activity.chatter.occur(inNormalized: words)
  }

  /// Whether an account is a program's: `-bot`, `[bot]`, `-robot`.
  static func isBot(_ author: String) -> Bool {
    let name = author.lowercased()
    return name.hasSuffix("-bot") || name.hasSuffix("[bot]") || name.hasSuffix("_bot") || name.hasSuffix("robot")
      || Lexicon.activity.bots.contains(name)
  }

  private static func heading(_ text: String) -> (author: String, date: CalendarDate?)? {
    guard let mention = DateScanner.dates(in: text).first, mention.precision == .day else { return nil }
    let bytes = Array(text.utf8)
    var name = String(decoding: bytes[..<mention.range.lowerBound], as: UTF8.self)
    for ending in Lexicon.activity.commentVerbs where name.hasSuffix(ending) {
      name = String(name.dropLast(ending.count))
      break
    }
    name = String(name.filter { ![" ", ",", "(", "@", ":"].contains($0) })
    let isHandle =
      !name.isEmpty
      && name.utf8.allSatisfy { $0.isASCIIAlphanumeric || "-_[]".utf8.contains($0) }
    let tail = bytes[mention.range.upperBound...]
    guard isHandle, tail.allSatisfy({ [0x20, 0x29, 0x3A].contains($0) }) else { return nil }
    return (name, mention.first)
  }
}

extension NoteOutline {
  /// The outline of plain text: blank lines part paragraphs, `•`, `-`, `*` open bullets. Commands to bots, quoted mail and
  /// the foot of a mail are left out.
  init(plainLines lines: ClosedRange<Int>, in source: SourceText) {
    var result: [NoteLine] = []
    var open: (kind: NoteLine.Kind, text: String, location: Location)?
    func close() {
      if let line = open { result.append(NoteLine(line.kind, text: line.text, location: line.location)) }
      open = nil
    }
    for number in lines {
      let raw = source.lineText(number)
      let text = raw.whiteSpaceFolded
      if Self.endsMail(text) { break }
      if text.isEmpty || text.hasPrefix("/") || text.hasPrefix(">") {
        close()
      } else if let bullet = Self.bullet(text) {
        close()
        let indent = raw.utf8.prefix { $0 == 0x20 }.count
        open = (.item(depth: indent >= 4 ? 1 : 0, checked: nil), bullet, source.place(ofLine: number))
      } else if let line = open {
        open = (line.kind, line.text + " " + text, line.location)
      } else {
        open = (.paragraph, text, source.place(ofLine: number))
      }
    }
    close()
    self.init(result)
  }

  private static func bullet(_ text: String) -> String? {
    for sign in ["\u{2022} ", "- ", "* "] where text.hasPrefix(sign) { return String(text.dropFirst(2)) }
    return nil
  }

  /// Whether everything from here on is quoted mail or its foot.
  static func endsMail(_ text: String) -> Bool {
    text.hasPrefix("On ") && text.hasSuffix("wrote:") || text.holds("Reply to this email directly")
      || text.hasPrefix("Message ID:") || text == "--" || text == "\u{2014}"
  }
}
