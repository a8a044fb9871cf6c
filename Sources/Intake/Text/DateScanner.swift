import Words
public import StructuredData

/// A date or a span of days as a text names it.
public struct DateMention: Sendable, Hashable {
  /// How exactly the text names it.
  public enum Precision: Sendable, Hashable {
    case day, month, year
  }

  /// Byte range in the text that was scanned.
  public var range: Range<Int>
  /// First day meant; the first of the month or year when no day is named.
  public var first: CalendarDate
  /// Last day meant; equal to `first` for a single day.
  public var last: CalendarDate
  /// How exactly the text names it.
  public var precision: Precision
  /// Whether the text names no year and the given one was taken.
  public var isYearAssumed: Bool
}

/// Finds dates in prose, in every form met in real documents: `2024-04-12 15:48:53 UTC`, `(2021/06/01)`, `28-01-2025`,
/// `10-JULY-2024`, `4 April, 2022`, `Oct 15, 2021`, `February 9 - 10, 2021`, `Jul 04 '24 15:07`, `October 11-15`,
/// `August 2025`, `July 2023-24`, `Q3 2024`, `2021 May 21`, `Apr-22-2019`, `20211109`, `2026-03`,
/// `since 2019`.
///
/// `07-02-2024` is read day first, as the forms ask for it; `07/02/2024` is ambiguous and counts as its year.
public enum DateScanner {
  /// The dates of a text, in order, not overlapping.
  ///
  /// A day without a year (`October 11-15`) is found only when `year` says which one to take.
  public static func dates(in text: String, assumingYear year: Int? = nil) -> [DateMention] {
    guard text.utf8.contains(where: \.isASCIIDigit) else { return [] }
    let bytes = Array(text.utf8)
    return dates(in: bytes[...], assumingYear: year)
  }

  /// The dates of a piece of a file; ranges are offsets into the same bytes.
  static func dates(in bytes: ArraySlice<UInt8>, assumingYear year: Int? = nil) -> [DateMention] {
    // Every form of a date has a digit.
    guard bytes.contains(where: \.isASCIIDigit) else { return [] }
    var cursor = DateCursor(tokens: DateToken.tokens(of: bytes), bytes: bytes, assumedYear: year)
    var found: [DateMention] = []
    while !cursor.isAtEnd {
      if let mention = cursor.mention() { found.append(mention) } else { cursor.index += 1 }
    }
    return found
  }

  /// The only date of a text, or the first one.
  static func date(in text: String) -> CalendarDate? { dates(in: text).first?.first }

  /// 1 to 12 for an English month's name or usual abbreviation in lower case.
  static func month(named word: String) -> Int? {
    if word == "sept" { return 9 }
    guard (3...9).contains(word.utf8.count) else { return nil }
    return Lexicon.times.months.firstIndex { month in
      month.utf8.first == word.utf8.first
        && (month.utf8.elementsEqual(word.utf8) || month.utf8.prefix(3).elementsEqual(word.utf8))
    }.map { $0 + 1 }
  }

}
