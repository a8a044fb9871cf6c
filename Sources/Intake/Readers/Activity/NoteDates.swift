import Criteria
import StructuredData
import Words

/// The days a document of notes speaks for.
struct NoteDates {
  /// The day the document itself names: in its title, beside `Date:` or alone in a line at its head, else that of its
  /// newest meeting.
  let document: CalendarDate?
  /// Lines under the newest of several dated meetings and lines before the first; nil when there are no such meetings.
  /// What was open at an older meeting and is not carried on is not known to be open.
  let current: Set<Int>?

  init(_ outline: NoteOutline) {
    let meetings = outline.lines.indices.compactMap { index -> (index: Int, date: CalendarDate)? in
      guard outline.lines[index].headingLevel != nil else { return nil }
      return Self.onlyDate(of: outline.lines[index].text).map { (index, $0) }
    }
    let newest = meetings.max { $0.date < $1.date }
    if meetings.count > 1, let newest {
      current = Set(outline.section(of: newest.index)).union(0..<meetings[0].index)
    } else {
      current = nil
    }
    document = Self.headDate(outline) ?? newest?.date
  }

  /// The day named at the head of a document, before its second heading.
  private static func headDate(_ outline: NoteOutline) -> CalendarDate? {
    var headings = 0
    for line in outline.lines.prefix(8) {
      if line.headingLevel != nil { headings += 1 }
      if headings > 1 { return nil }
      if line.headingLevel != nil || onlyDate(of: line.text) != nil {
        if let date = day(in: line.text) { return date }
      }
      for piece in line.pieces {
        guard let colon = piece.text.firstPlace(ofByte: UInt8(ascii: ":")),
          Lexicon.activity.dateLabels.equal(normalized: PhraseMatcher.normalized(String(piece.text[..<colon])))
        else { continue }
        return day(in: piece.text)
      }
    }
    return nil
  }

  private static func day(in text: String) -> CalendarDate? {
    DateScanner.dates(in: text).first { $0.precision == .day && $0.first == $0.last }?.first
  }

  /// The day of a line that names a day and, besides it, only a meeting; nil for any other line.
  static func onlyDate(of text: String) -> CalendarDate? {
    guard let mention = DateScanner.dates(in: text).first, mention.precision == .day else { return nil }
    let bytes = Array(text.utf8)
    let rest = Array(bytes[..<mention.range.lowerBound]) + [0x20] + Array(bytes[mention.range.upperBound...])
    let words = String(decoding: PhraseMatcher.normalized(String(decoding: rest, as: UTF8.self)), as: UTF8.self)
    let isMeeting = words.split(separator: " ").allSatisfy {
      Int($0) != nil || Lexicon.activity.meetingTitles.contains(String($0))
    }
    return isMeeting ? mention.first : nil
  }
}
