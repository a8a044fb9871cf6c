import Criteria
public import StructuredData

/// When a group meets, normalized from the many spellings in use. What cannot be normalized is nil and has a reason.
public struct MeetingTime: Sendable, Hashable {
  /// A day of the week; the raw value is its two letters in a calendar file.
  public enum Weekday: String, Sendable, Hashable, CaseIterable {
    case monday = "MO"
    case tuesday = "TU"
    case wednesday = "WE"
    case thursday = "TH"
    case friday = "FR"
    case saturday = "SA"
    case sunday = "SU"
  }

  /// How often.
  public enum Recurrence: Sendable, Hashable {
    /// Every week, every two weeks …
    case weeks(Int)
    /// Every month on the weekday's occurrences with these numbers, -1 for the last; empty when the text does not say which.
    case monthly([Int])
  }

  /// Days of the week, in the order written.
  public var weekdays: [Weekday]
  /// Start, in minutes since midnight in its zone.
  public var start: Int?
  /// End, in minutes since midnight in its zone; less than `start` when it is past midnight.
  public var end: Int?
  /// Identifier in the time zone database (`America/Los_Angeles`, `UTC`).
  public var zone: String?
  /// How often.
  public var recurrence: Recurrence?
  /// First day of the series, if the text names one.
  public var firstDay: CalendarDate?
  /// Why something could not be normalized, for people, in the order day, time, zone, frequency.
  public var problems: [String]

  /// Normalizes a meeting's own words.
  public init(_ meeting: Group.Meeting) {
    self.init(day: meeting.day, time: meeting.time, timeZone: meeting.timeZone, frequency: meeting.frequency)
  }

  /// Normalizes words for the day (`Thursdays (starting February 15th 2024)`), the time (`9:00AM-10:00AM`), the zone
  /// (`PT (Pacific Time)`) and the frequency (`monthly - last Wednesday every month`).
  public init(day: String?, time: String?, timeZone: String?, frequency: String?) {
    let days = MeetingWords(day)
    let often = MeetingWords(frequency)
    problems = []
    weekdays = days.weekdays.isEmpty ? often.weekdays : days.weekdays
    if weekdays.isEmpty {
      problems.append(day.map { "no day of the week in `\($0)`" } ?? "no day is given")
    }
    let clock = MeetingClock(time)
    start = clock?.start
    end = clock?.end
    if start == nil { problems.append(time.map { "time `\($0)` cannot be read" } ?? "no time is given") }
    switch MeetingZone.find(in: timeZone ?? time) {
    case .success(let zone): self.zone = zone
    case .failure(let problem): problems.append(problem.reason)
    }
    firstDay = often.firstDay ?? days.firstDay
    do throws(MeetingZone.Problem) {
      recurrence = try Self.recurrence(often, days, written: frequency)
      if !often.weekdays.isEmpty, often.weekdays != weekdays {
        weekdays = []
        problems.append("day and frequency name different days of the week")
      }
    } catch {
      problems.append(error.reason)
    }
  }

  private static func recurrence(
    _ often: MeetingWords, _ days: MeetingWords, written: String?
  ) throws(MeetingZone.Problem) -> Recurrence {
    let numbers = often.ordinals.isEmpty ? days.ordinals : often.ordinals
    let text = written ?? ""
    if often.contains("after the") { throw MeetingZone.Problem("frequency `\(text)` counts from another day") }
    if often.contains("bimonthly", "bimonthy", "bi monthly", "twice a month") {
      throw MeetingZone.Problem("frequency `\(text)` means twice a month or every second month")
    }
    if let weeks = often.weeks { return .weeks(weeks) }
    if often.contains("biweekly", "bi weekly", "fortnightly", "every other", "every second week") { return .weeks(2) }
    if often.contains("weekly", "every week", "each week") { return .weeks(1) }
    if often.contains("monthly", "of the month", "of each month", "of every month", "every month", "once a month") {
      return .monthly(numbers)
    }
    if written == nil, !numbers.isEmpty { return .monthly(numbers) }
    throw MeetingZone.Problem(written.map { "frequency `\($0)` cannot be read" } ?? "no frequency is given")
  }
}

/// The words of a day or frequency.
private struct MeetingWords {
  private let normalized: [UInt8]
  private let words: [String]
  let firstDay: CalendarDate?

  init(_ text: String?) {
    let text = text ?? ""
    normalized = PhraseMatcher.normalized(text)
    words = normalized.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    let year = words.lazy.compactMap { $0.utf8.count == 4 ? Int($0) : nil }.first { (2000...2199).contains($0) }
    firstDay = DateScanner.dates(in: text, assumingYear: year).first { $0.precision == .day }?.first
  }

  /// Whether one of some phrases occurs.
  func contains(_ phrases: String...) -> Bool { Phrases(list: phrases).occur(inNormalized: normalized) }

  var weekdays: [MeetingTime.Weekday] {
    var seen: [MeetingTime.Weekday] = []
    for word in words {
      if let day = Self.weekday(word), !seen.contains(day) { seen.append(day) }
    }
    return seen
  }

  /// `first`, `3rd`, `last`: only those that stand before a day of the week or `and`, so that dates do not count.
  var ordinals: [Int] {
    words.indices.compactMap { index in
      guard let number = Self.ordinals[words[index]] else { return nil }
      let next = words[(index + 1)...].first { Self.ordinals[$0] == nil && $0 != "and" }
      return next.flatMap(Self.weekday) == nil ? nil : number
    }
  }

  /// `every four weeks`, `every 2 weeks`.
  var weeks: Int? {
    guard let index = words.firstIndex(of: "weeks"), index > 1, words[index - 2] == "every" else { return nil }
    return Self.cardinals.firstIndex(of: words[index - 1])
      ?? Int(words[index - 1]).flatMap { (1...52).contains($0) ? $0 : nil }
  }

  private static let ordinals: [String: Int] = [
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5,
    "last": -1,
  ]
  private static let cardinals = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight"]
  private static let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

  /// `Thursday`, `Thursdays`, `Thu`, `Thurs`.
  private static func weekday(_ word: String) -> MeetingTime.Weekday? {
    let stem = word.count > 5 && word.hasSuffix("s") && word.hasSuffix("days") ? String(word.dropLast()) : word
    let short = ["mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"]
    guard let index = names.firstIndex(where: { $0 == stem || short.contains(stem) && $0.prefix(3) == stem.prefix(3) })
    else { return nil }
    return MeetingTime.Weekday.allCases[index]
  }
}
