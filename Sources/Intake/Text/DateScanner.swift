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
/// `August 2025`, `July 2023-24`, `Q3 2024`, `2021 May 21`, `since 2019`.
///
/// `07-02-2024` is read day first, as the forms ask for it; `07/02/2024` is ambiguous and counts as its year.
public enum DateScanner {
  /// The dates of a text, in order, not overlapping.
  ///
  /// A day without a year (`October 11-15`) is found only when `year` says which one to take.
  public static func dates(in text: String, assumingYear year: Int? = nil) -> [DateMention] {
    let bytes = Array(text.utf8)
    return dates(in: bytes[...], assumingYear: year)
  }

  /// The dates of a piece of a file; ranges are offsets into the same bytes.
  public static func dates(in bytes: ArraySlice<UInt8>, assumingYear year: Int? = nil) -> [DateMention] {
    var cursor = DateCursor(tokens: DateToken.tokens(of: bytes), bytes: bytes, assumedYear: year)
    var found: [DateMention] = []
    while !cursor.isAtEnd {
      if let mention = cursor.mention() { found.append(mention) } else { cursor.index += 1 }
    }
    return found
  }

  /// The only date of a text, or the first one.
  public static func date(in text: String) -> CalendarDate? { dates(in: text).first?.first }

  /// 1 to 12 for an English month's name or usual abbreviation in lower case.
  static func month(named word: String) -> Int? {
    if word == "sept" { return 9 }
    guard word.utf8.count >= 3 else { return nil }
    return names.firstIndex { $0 == word || $0.prefix(3) == word }.map { $0 + 1 }
  }

  private static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
}

/// Reads one date at a place in the tokens; leaves the place alone when there is none.
private struct DateCursor {
  let tokens: [DateToken]
  let bytes: ArraySlice<UInt8>
  let assumedYear: Int?
  var index = 0

  init(tokens: [DateToken], bytes: ArraySlice<UInt8>, assumedYear: Int?) {
    self.tokens = tokens
    self.bytes = bytes
    self.assumedYear = assumedYear
  }

  var isAtEnd: Bool { index >= tokens.count }

  mutating func mention() -> DateMention? {
    let start = index
    guard !isInsideName(start),
      var mention = numeric() ?? yearFirst() ?? dayFirst() ?? monthFirst() ?? quarter() ?? bareYear()
    else {
      index = start
      return nil
    }
    skipTime()
    mention.range = tokens[start].range.lowerBound..<tokens[index - 1].range.upperBound
    return mention
  }

  // MARK: Forms

  /// `2021-06-01`, `2021/06/01`, `2024-Mar-05`, `28-01-2025`, `28.01.2025`, `10/27/2023`.
  private mutating func numeric() -> DateMention? {
    let start = index
    guard let a = number(), let sign = separator(), !followsBlank, let b = monthOrNumber(), separator() == sign,
      !followsBlank, let c = number(), !continuesName
    else { return reset(to: start) }
    if a.digits == 4, c.digits <= 2, sign != .dot {
      return day(CalendarDate(year: a.value, month: b.value, day: c.value)) ?? reset(to: start)
    }
    guard c.digits == 4, a.digits <= 2, Self.years.contains(c.value) else { return reset(to: start) }
    if b.isName { return day(CalendarDate(year: c.value, month: b.value, day: a.value)) ?? reset(to: start) }
    if sign == .dot, a.digits != 2 || b.digits != 2 { return reset(to: start) }
    let dayFirst = CalendarDate(year: c.value, month: b.value, day: a.value)
    let monthFirst = CalendarDate(year: c.value, month: a.value, day: b.value)
    if sign == .slash, dayFirst != nil, monthFirst != nil, dayFirst != monthFirst { return wholeYear(c.value) }
    return day(dayFirst ?? monthFirst) ?? reset(to: start)
  }

  /// `2021 May 21`.
  private mutating func yearFirst() -> DateMention? {
    let start = index
    guard let year = year(), let name = month(), let number = dayNumber() else { return reset(to: start) }
    return day(CalendarDate(year: year, month: name.value, day: number)) ?? reset(to: start)
  }

  /// `4 April, 2022`, `28th of January 2025`, `15 – 16 September 2021`, `30 May - 2 June 2023`.
  private mutating func dayFirst() -> DateMention? {
    let start = index
    guard let firstDay = dayNumber() else { return nil }
    let firstMonth = month(allowing: "of")
    let afterFirst = index
    if dash(), let lastDay = dayNumber(), let lastMonth = month(allowing: "of") {
      return span(
        from: ((firstMonth ?? lastMonth).value, firstDay), to: (lastMonth.value, lastDay),
        isProper: lastMonth.isProper, start: start)
    }
    index = afterFirst
    guard let only = firstMonth else { return reset(to: start) }
    return span(from: (only.value, firstDay), to: (only.value, firstDay), isProper: only.isProper, start: start)
  }

  /// `Oct 15, 2021`, `February 9 - 10, 2021`, `May 30 – June 2, 2023`, `October 11-15`, `August 2025`, `July 2023-24`.
  private mutating func monthFirst() -> DateMention? {
    let start = index
    guard let name = month() else { return nil }
    let afterMonth = index
    if let firstDay = dayNumber() {
      var end = (month: name.value, day: firstDay)
      let afterDay = index
      if dash() {
        if let second = month(), let day = dayNumber() {
          end = (second.value, day)
        } else {
          index = afterDay
          _ = dash()
          if let day = dayNumber() { end.day = day } else { index = afterDay }
        }
      }
      return span(from: (name.value, firstDay), to: end, isProper: name.isProper, start: start)
    }
    index = afterMonth
    if case .dash? = kind { index += 1 } else if case .comma? = kind { index += 1 }
    guard let year = year() else { return reset(to: start) }
    var last = (year: year, month: name.value)
    let afterYear = index
    if dash() {
      if let second = month(), let secondYear = self.year() {
        last = (secondYear, second.value)
      } else {
        index = afterYear
        // A period of years: `July 2023-24`.
        if dash(), !followsBlank, let next = number(), next.digits == 2, next.value == (year + 1) % 100 {
          last.year = year + 1
        } else {
          index = afterYear
        }
      }
    }
    guard let from = CalendarDate(year: year, month: name.value, day: 1),
      let to = CalendarDate(
        year: last.year, month: last.month, day: CalendarDate.days(in: last.month, of: last.year)), from <= to
    else { return reset(to: start) }
    return DateMention(range: 0..<0, first: from, last: to, precision: .month, isYearAssumed: false)
  }

  /// `Q3 2024`, `H1 2025`, `2024 Q3`.
  private mutating func quarter() -> DateMention? {
    let start = index
    var year = self.year()
    guard index < tokens.count else { return reset(to: start) }
    let word = bytes[tokens[index].range]
    guard word.count == 2, let letter = word.first, let digit = word.last, digit.isASCIIDigit else {
      return reset(to: start)
    }
    let part = Int(digit & 0x0F)
    let months = letter | 0x20 == UInt8(ascii: "q") ? 3 : letter | 0x20 == UInt8(ascii: "h") ? 6 : 0
    guard months > 0, (1...(12 / months)).contains(part) else { return reset(to: start) }
    index += 1
    if year == nil { year = self.year() }
    guard let year, let first = CalendarDate(year: year, month: (part - 1) * months + 1, day: 1),
      let last = CalendarDate(
        year: year, month: part * months, day: CalendarDate.days(in: part * months, of: year))
    else { return reset(to: start) }
    return DateMention(range: 0..<0, first: first, last: last, precision: .month, isYearAssumed: false)
  }

  /// A year after a word that speaks of time (`since 2019`) or alone in parentheses.
  private mutating func bareYear() -> DateMention? {
    let start = index
    guard let year = year(), start > 0 else { return reset(to: start) }
    let before = bytes[tokens[start - 1].range]
    let isAlone =
      before.last == UInt8(ascii: "(") && index < tokens.count
      && bytes[tokens[index].range].first == UInt8(ascii: ")")
    let word = String(decoding: before.map { $0 | 0x20 }, as: UTF8.self)
    guard isAlone || Self.timeWords.contains(word) else { return reset(to: start) }
    return wholeYear(year)
  }

  // MARK: Pieces

  private static let years = 1970...2199
  private static let timeWords: Set<String> = [
    "in", "since", "until", "till", "by", "during", "from", "before", "after", "early", "late", "mid", "end", "year",
    "spring", "summer", "autumn", "fall", "winter",
  ]

  private var kind: DateToken.Kind? { index < tokens.count ? tokens[index].kind : nil }
  private var followsBlank: Bool { index < tokens.count && tokens[index].followsBlank }

  /// Whether the token continues a path, a version or a file name, in which no date is meant.
  private func isInsideName(_ index: Int) -> Bool {
    guard index > 0, index < tokens.count, !tokens[index].followsBlank else { return false }
    switch tokens[index - 1].kind {
    case .slash, .dash, .dot, .colon, .word, .number: return true
    default: return bytes[tokens[index - 1].range].elementsEqual([UInt8(ascii: "#")])
    }
  }

  /// Whether the tokens just read go on as a longer number or path.
  private var continuesName: Bool {
    guard let kind, !followsBlank else { return false }
    switch kind {
    case .number, .slash: return true
    case .dash: return index + 1 < tokens.count && !tokens[index + 1].followsBlank
    default: return false
    }
  }

  private mutating func number() -> (value: Int, digits: Int)? {
    guard case .number(let value, let digits)? = kind else { return nil }
    index += 1
    return (value, digits)
  }

  private mutating func monthOrNumber() -> (value: Int, digits: Int, isName: Bool)? {
    if case .month(let value, _)? = kind {
      index += 1
      return (value, 0, true)
    }
    return number().map { ($0.value, $0.digits, false) }
  }

  private enum Sign { case dash, slash, dot }

  private mutating func separator() -> Sign? {
    guard let kind, !followsBlank else { return nil }
    let sign: Sign
    switch kind {
    case .dash: sign = .dash
    case .slash: sign = .slash
    case .dot: sign = .dot
    default: return nil
    }
    index += 1
    return sign
  }

  private mutating func dash() -> Bool {
    guard let kind else { return false }
    switch kind {
    case .dash: break
    case .word where bytes[tokens[index].range].elementsEqual("to".utf8): break
    default: return false
    }
    index += 1
    return true
  }

  private mutating func dayNumber() -> Int? {
    switch kind {
    case .number(let value, let digits)? where digits <= 2 && (1...31).contains(value):
      index += 1
      return value
    case .ordinal(let value)? where (1...31).contains(value):
      index += 1
      return value
    default: return nil
    }
  }

  /// A month's name with the dot of an abbreviation; `preposition` may stand before it.
  private mutating func month(allowing preposition: String? = nil) -> (value: Int, isProper: Bool)? {
    let start = index
    if let preposition, case .word? = kind, bytes[tokens[index].range].elementsEqual(preposition.utf8) { index += 1 }
    guard case .month(let value, let isProper)? = kind else {
      index = start
      return nil
    }
    index += 1
    if case .dot? = kind, !followsBlank { index += 1 }
    return (value, isProper)
  }

  private mutating func year() -> Int? {
    guard case .number(let value, 4)? = kind, Self.years.contains(value) else { return nil }
    index += 1
    return value
  }

  /// A year behind a day: `, 2021`, ` 2021`, ` '24`.
  private mutating func trailingYear() -> Int? {
    let start = index
    if case .comma? = kind { index += 1 }
    if let year = year() { return year }
    if case .apostrophe? = kind {
      index += 1
      if !followsBlank, let short = number(), short.digits == 2 { return 2000 + short.value }
    }
    index = start
    return nil
  }

  /// A time of day with its zone behind a date.
  private mutating func skipTime() {
    let start = index
    if case .word? = kind, !followsBlank, bytes[tokens[index].range].elementsEqual("T".utf8) { index += 1 }
    guard let hour = number(), hour.value < 25, case .colon? = kind else {
      index = start
      return
    }
    while case .colon? = kind, index + 1 < tokens.count, case .number = tokens[index + 1].kind { index += 2 }
    if case .word? = kind {
      let zone = String(decoding: bytes[tokens[index].range], as: UTF8.self)
      if ["UTC", "GMT", "Z", "CET", "CEST", "EST", "EDT", "PST", "PDT"].contains(zone) { index += 1 }
    }
  }

  private mutating func span(
    from: (month: Int, day: Int), to: (month: Int, day: Int), isProper: Bool, start: Int
  ) -> DateMention? {
    let written = trailingYear()
    guard let year = written ?? (isProper ? assumedYear : nil) else { return reset(to: start) }
    let startYear = (from.month, from.day) <= (to.month, to.day) ? year : year - 1
    guard let first = CalendarDate(year: startYear, month: from.month, day: from.day),
      let last = CalendarDate(year: year, month: to.month, day: to.day), startYear == year || from.month != to.month
    else { return reset(to: start) }
    return DateMention(range: 0..<0, first: first, last: last, precision: .day, isYearAssumed: written == nil)
  }

  private func day(_ date: CalendarDate?) -> DateMention? {
    date.map { DateMention(range: 0..<0, first: $0, last: $0, precision: .day, isYearAssumed: false) }
  }

  private func wholeYear(_ year: Int) -> DateMention? {
    guard let first = CalendarDate(year: year, month: 1, day: 1),
      let last = CalendarDate(year: year, month: 12, day: 31)
    else { return nil }
    return DateMention(range: 0..<0, first: first, last: last, precision: .year, isYearAssumed: false)
  }

  private mutating func reset(to start: Int) -> DateMention? {
    index = start
    return nil
  }
}
