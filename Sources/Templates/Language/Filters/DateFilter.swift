/// `date`: an ISO 8601 text in another form. Dates are texts; their own clock is shown, no zone is converted.
enum DateFilter {
  static let spec = FilterSpec(
    "date", Signature("format?"), onUndefined: .fails, isKept: true,
    "an ISO 8601 date in the form of `strftime` (`%Y-%m-%d` if none is given)",
    [LanguageExample("{{ '2024-05-01' | date('%-d %B %Y') }}", "1 May 2024")]
  ) { value, arguments throws(ValueError) in
    guard let text = value.asString else { throw .type("`date` needs a string, not \(value.aKind)") }
    guard let date = CivilDate(text) else {
      throw ValueError("`\(text)` is no date", help: "dates are written as `2024-05-01`, with or without a time")
    }
    return .string(try date.formatted(try arguments.text(0, "format")?.asString ?? "%Y-%m-%d"))
  }
}

/// A day and a time as written, without a zone.
struct CivilDate {
  private(set) var (year, month, day) = (0, 1, 1)
  private(set) var (hour, minute, second) = (0, 0, 0)

  /// Reads `YYYY-MM-DD` with an optional `T` or space, `HH:MM[:SS[.fraction]]` and `Z` or an offset.
  init?(_ text: String) {
    var bytes = Array(text.utf8)[...]
    func number(_ digits: Int) -> Int? {
      var number = 0
      for _ in 0..<digits {
        guard let digit = bytes.first, digit.isASCIIDigit else { return nil }
        number = number * 10 + Int(digit) - 0x30
        bytes = bytes.dropFirst()
      }
      return number
    }
    func take(_ byte: UInt8) -> Bool {
      guard bytes.first == byte else { return false }
      bytes = bytes.dropFirst()
      return true
    }
    guard let year = number(4), take(0x2D), let month = number(2), take(0x2D), let day = number(2) else { return nil }
    guard year >= 1, (1...12).contains(month), day >= 1, day <= Self.days(in: month, year) else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
    if bytes.isEmpty { return }
    guard take(0x54) || take(0x74) || take(0x20) else { return nil }
    guard let hour = number(2), hour < 24 else { return nil }
    self.hour = hour
    if take(0x3A) {
      guard let minute = number(2), minute < 60 else { return nil }
      self.minute = minute
      if take(0x3A) {
        guard let second = number(2), second < 60 else { return nil }
        self.second = second
        if take(0x2E) || take(0x2C) {
          guard bytes.first?.isASCIIDigit ?? false else { return nil }
          while bytes.first?.isASCIIDigit ?? false { bytes = bytes.dropFirst() }
        }
      }
    }
    if take(0x5A) || take(0x7A) || bytes.isEmpty {
      if !bytes.isEmpty { return nil }
      return
    }
    guard take(0x2B) || take(0x2D), let zone = number(2), zone < 24 else { return nil }
    if take(0x3A) || !bytes.isEmpty {
      guard let minutes = number(2), minutes < 60 else { return nil }
      if take(0x3A) {
        guard let seconds = number(2), seconds < 60 else { return nil }
      }
    }
    if !bytes.isEmpty { return nil }
  }

  private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  private static func days(in month: Int, _ year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  /// 1 is the first of January.
  private var dayOfYear: Int { (1..<month).reduce(day) { $0 + Self.days(in: $1, year) } }

  /// 0 is Sunday.
  private var weekday: Int {
    let before = year - 1
    return (before * 365 + before / 4 - before / 100 + before / 400 + dayOfYear) % 7
  }

  /// The year and the week of ISO 8601.
  private var isoWeek: (year: Int, week: Int) {
    let fromMonday = (weekday + 6) % 7
    let week = (dayOfYear - fromMonday + 9) / 7
    if week == 0 { return (year - 1, Self.isoWeeks(year - 1)) }
    if week == 53, Self.isoWeeks(year) == 52 { return (year + 1, 1) }
    return (year, week)
  }

  private static func isoWeeks(_ year: Int) -> Int {
    func lastWeekday(_ year: Int) -> Int { (year + year / 4 - year / 100 + year / 400) % 7 }
    return lastWeekday(year) == 4 || lastWeekday(year - 1) == 3 ? 53 : 52
  }

  /// The date in a form of `strftime`, with English names.
  func formatted(_ format: String) throws(ValueError) -> String {
    let bytes = Array(format.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(32)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "%") else {
        out.append(bytes[index])
        index += 1
        continue
      }
      let bare = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "-")
      index += bare ? 2 : 1
      guard index < bytes.count else { throw ValueError("the format of a date ends within a `%` sequence") }
      guard append(bytes[index], bare: bare, to: &out) else {
        let code = String(decoding: bytes[index...], as: UTF8.self).unicodeScalars.first.map(String.init) ?? ""
        throw ValueError("`%\(bare ? "-" : "")\(code)` is no form of a date")
      }
      index += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends a part of the date; false where there is none of this letter.
  private func append(_ code: UInt8, bare: Bool, to out: inout [UInt8]) -> Bool {
    func number(_ number: Int, _ width: Int = 1, _ fill: Unicode.Scalar = "0") {
      var unit = 10
      for _ in 1..<max(width, 1) {
        if number < unit, !bare { out.append(UInt8(ascii: fill)) }
        unit *= 10
      }
      out.append(contentsOf: String(number).utf8)
    }
    func text(_ text: String) { out.append(contentsOf: text.utf8) }
    let hour12 = hour % 12 == 0 ? 12 : hour % 12
    switch Unicode.Scalar(code) {
    case "d": number(day, 2)
    case "e": number(day, 2, " ")
    case "m": number(month, 2)
    case "H": number(hour, 2)
    case "I": number(hour12, 2)
    case "M": number(minute, 2)
    case "S": number(second, 2)
    case "j": number(dayOfYear, 3)
    case "y": number(year % 100, 2)
    case "Y": number(year)
    case "V": number(isoWeek.week, 2)
    case "U": number((dayOfYear + 6 - weekday) / 7, 2)
    case "W": number((dayOfYear + 6 - (weekday + 6) % 7) / 7, 2)
    case _ where bare: return false
    case "B": text(Self.months[month - 1])
    case "b", "h": text(String(Self.months[month - 1].prefix(3)))
    case "A": text(Self.weekdays[weekday])
    case "a": text(String(Self.weekdays[weekday].prefix(3)))
    case "p": text(hour < 12 ? "AM" : "PM")
    case "F":
      number(year)
      for part in [month, day] {
        text("-")
        number(part, 2)
      }
    case "T":
      number(hour, 2)
      for part in [minute, second] {
        text(":")
        number(part, 2)
      }
    case "G": number(isoWeek.year)
    case "u": number(weekday == 0 ? 7 : weekday)
    case "w": number(weekday)
    case "%": text("%")
    default: return false
    }
    return true
  }
}
