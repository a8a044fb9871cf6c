import Words
import StructuredData

/// The pieces dates are read from: each reads one at the cursor, or leaves the cursor alone.
extension DateCursor {
  static let years = 1970...2199

  var kind: DateToken.Kind? { index < tokens.count ? tokens[index].kind : nil }
  var followsBlank: Bool { index < tokens.count && tokens[index].followsBlank }

  /// Whether the token continues a path, a version or a file name, in which no date is meant.
  func isInsideName(_ index: Int) -> Bool {
    guard index > 0, index < tokens.count, !tokens[index].followsBlank else { return false }
    switch tokens[index - 1].kind {
    case .slash, .dash, .dot, .colon, .word, .number: return true
    default: return bytes[tokens[index - 1].range].elementsEqual([UInt8(ascii: "#")])
    }
  }

  /// Whether the tokens just read go on as a longer number or path.
  var continuesName: Bool {
    guard let kind, !followsBlank else { return false }
    switch kind {
    case .number, .slash: return true
    case .dash: return index + 1 < tokens.count && !tokens[index + 1].followsBlank
    default: return false
    }
  }

  mutating func number() -> (value: Int, digits: Int)? {
    guard case .number(let value, let digits)? = kind else { return nil }
    index += 1
    return (value, digits)
  }

  mutating func monthOrNumber() -> (value: Int, digits: Int, isName: Bool)? {
    if case .month(let value, _)? = kind {
      index += 1
      return (value, 0, true)
    }
    return number().map { ($0.value, $0.digits, false) }
  }

  enum Sign { case dash, slash, dot }

  mutating func separator() -> Sign? {
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

  mutating func dash() -> Bool {
    guard let kind else { return false }
    switch kind {
    case .dash: break
    case .word where bytes[tokens[index].range].elementsEqual("to".utf8): break
    default: return false
    }
    index += 1
    return true
  }

  mutating func dayNumber() -> Int? {
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

  /// A month's name with the dot of an abbreviation; `preposition` may come before it.
  mutating func month(allowing preposition: String? = nil) -> (value: Int, isProper: Bool)? {
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

  mutating func year() -> Int? {
    guard case .number(let value, 4)? = kind, Self.years.contains(value) else { return nil }
    index += 1
    return value
  }

  /// A year behind a day: `, 2021`, ` 2021`, ` '24`.
  mutating func trailingYear() -> Int? {
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
  mutating func skipTime() {
    let start = index
    if case .word? = kind, !followsBlank, bytes[tokens[index].range].elementsEqual("T".utf8) { index += 1 }
    guard let hour = number(), hour.value < 25, case .colon? = kind else {
      index = start
      return
    }
    while case .colon? = kind, index + 1 < tokens.count, case .number = tokens[index + 1].kind { index += 2 }
    if case .word? = kind {
      let zone = String(decoding: bytes[tokens[index].range], as: UTF8.self).lowercased()
      if zone == "z" || Lexicon.times.zoneLetters.contains(zone) { index += 1 }
    }
  }

  mutating func span(
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

  func day(_ date: CalendarDate?) -> DateMention? {
    date.map { DateMention(range: 0..<0, first: $0, last: $0, precision: .day, isYearAssumed: false) }
  }

  /// From the first day of one month to the last of another.
  func months(from: (year: Int, month: Int), to: (year: Int, month: Int)) -> DateMention? {
    guard let first = CalendarDate(year: from.year, month: from.month, day: 1),
      let last = CalendarDate(year: to.year, month: to.month, day: CalendarDate.days(in: to.month, of: to.year)),
      first <= last
    else { return nil }
    return DateMention(range: 0..<0, first: first, last: last, precision: .month, isYearAssumed: false)
  }

  func wholeYear(_ year: Int) -> DateMention? {
    guard let first = CalendarDate(year: year, month: 1, day: 1),
      let last = CalendarDate(year: year, month: 12, day: 31)
    else { return nil }
    return DateMention(range: 0..<0, first: first, last: last, precision: .year, isYearAssumed: false)
  }

  mutating func reset(to start: Int) -> DateMention? {
    index = start
    return nil
  }
}
