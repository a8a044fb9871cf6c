import Words
import StructuredData

/// Reads one date at a place in the tokens; leaves the place alone when there is none.
struct DateCursor {
  let tokens: [DateToken]
  let bytes: ArraySlice<UInt8>
  let assumedYear: Int?
  var index = 0

  var isAtEnd: Bool { index >= tokens.count }

  mutating func mention() -> DateMention? {
    let start = index
    guard !isInsideName(start),
      var mention = numeric() ?? yearAndMonth() ?? compact() ?? dashed() ?? yearFirst() ?? dayFirst() ?? monthFirst()
        ?? quarter()
        ?? bareYear()
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

  /// `2026-03`.
  private mutating func yearAndMonth() -> DateMention? {
    let start = index
    guard let year = year(), separator() == .dash, !followsBlank, let month = number(), month.digits == 2,
      !continuesName
    else { return reset(to: start) }
    return months(from: (year, month.value), to: (year, month.value)) ?? reset(to: start)
  }

  /// `20211109`.
  private mutating func compact() -> DateMention? {
    guard index < tokens.count else { return nil }
    let digits = bytes[tokens[index].range]
    guard digits.count == 8, digits.allSatisfy(\.isASCIIDigit) else { return nil }
    func value(_ range: Range<Int>) -> Int {
      digits.dropFirst(range.lowerBound).prefix(range.count).reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    }
    guard Self.years.contains(value(0..<4)),
      let date = CalendarDate(year: value(0..<4), month: value(4..<6), day: value(6..<8))
    else { return nil }
    index += 1
    return day(date)
  }

  /// `Apr-22-2019`.
  private mutating func dashed() -> DateMention? {
    let start = index
    guard let name = month(), separator() == .dash, !followsBlank, let number = dayNumber(), separator() == .dash,
      !followsBlank, let year = year()
    else { return reset(to: start) }
    return day(CalendarDate(year: year, month: name.value, day: number)) ?? reset(to: start)
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
    return months(from: (year, name.value), to: last) ?? reset(to: start)
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
    guard let year else { return reset(to: start) }
    return self.months(from: (year, (part - 1) * months + 1), to: (year, part * months)) ?? reset(to: start)
  }

  /// A year after a word that is about time (`since 2019`) or alone in parentheses.
  private mutating func bareYear() -> DateMention? {
    let start = index
    guard let year = year(), start > 0 else { return reset(to: start) }
    let before = bytes[tokens[start - 1].range]
    let isAlone =
      before.last == UInt8(ascii: "(") && index < tokens.count
      && bytes[tokens[index].range].first == UInt8(ascii: ")")
    let word = String(decoding: before.map { $0 | 0x20 }, as: UTF8.self)
    guard isAlone || Lexicon.times.beforeDays.contains(word) else { return reset(to: start) }
    return wholeYear(year)
  }
}
