import Criteria
public import StructuredData
import Words

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
  var end: Int?
  /// Identifier in the time zone database (`America/Los_Angeles`, `UTC`).
  public var zone: String?
  /// How often.
  public var recurrence: Recurrence?
  /// First day of the series, if the text names one.
  public var firstDay: CalendarDate?
  /// What could not be normalized, in the order day, time, zone, frequency.
  var found: [Problem]

  /// A part of what a meeting says.
  enum Part: Sendable, Hashable { case day, time, zone, frequency, conflict }

  /// Why a part could not be normalized.
  struct Problem: Sendable, Hashable {
    let part: Part
    let reason: String
  }

  /// Why something could not be normalized, for people.
  var problems: [String] { found.map(\.reason) }

  /// Why one part could not be normalized; nil when it could.
  func problem(with part: Part) -> String? { found.first { $0.part == part }?.reason }

  /// Whether day and frequency name different days.
  var hasConflictingDays: Bool { problem(with: .conflict) != nil }

  /// Normalizes a meeting's own words: its fields, or the sentence that stands in their place.
  public init(_ meeting: Group.Meeting) {
    let fields = [meeting.day, meeting.time, meeting.timeZone, meeting.frequency]
    if fields.allSatisfy({ $0 == nil }) {
      self.init(sentence: meeting.description, timeZone: nil)
    } else if meeting.day == nil, meeting.frequency == nil, let time = meeting.time,
      !MeetingWords(time).weekdays.isEmpty || MeetingClock(time) == nil && time.holds(" ")
    {
      self.init(sentence: time, timeZone: meeting.timeZone)
    } else {
      self.init(day: meeting.day, time: meeting.time, timeZone: meeting.timeZone, frequency: meeting.frequency)
    }
  }

  /// Normalizes a sentence or a label's value: `every second Thursday at 16:00 UTC`, `Tuesdays 9:00am-10:00am PT`.
  init(sentence: String, timeZone: String? = nil) {
    let words = MeetingWords(sentence)
    found = []
    weekdays = words.weekdays
    if weekdays.isEmpty { found.append(Problem(part: .day, reason: "no day of the week is given")) }
    let times = MeetingClock.times(in: sentence)
    start = times.first?.clock.start
    end = times.first?.clock.end
    switch Self.second(of: times.map(\.after)) {
    case .none: break
    case .end: end = times[1].clock.start
    case .choice: (start, end) = (nil, nil)
    }
    if start == nil {
      let reason = times.isEmpty ? "no time is given" : Self.severalTimes
      found.append(Problem(part: .time, reason: reason))
    }
    let behind = times.first?.after.split(separator: " ").prefix(6).joined(separator: " ")
    switch MeetingZone.find(in: timeZone ?? behind ?? sentence) {
    case .success(let zone): self.zone = zone
    case .failure(let problem):
      // `Time (UTC): 16:00`; a longer text may speak of other zones.
      if timeZone == nil, words.count <= 25, case .success(let zone) = MeetingZone.find(in: times.first?.before) {
        self.zone = zone
      } else {
        found.append(Problem(part: .zone, reason: problem.isAmbiguous ? problem.reason : "no time zone is given"))
      }
    }
    firstDay = words.firstDay
    do throws(MeetingZone.Problem) {
      recurrence = try Self.recurrence(words, words, written: nil)
    } catch {
      found.append(Problem(part: .frequency, reason: error.reason))
    }
  }

  private enum Second { case none, end, choice }

  /// What a second time of a sentence is, by the words behind each time: the end (`from 13:00 CET to 13:30 CET`),
  /// another time to meet (`Tuesday at 9:00 and Friday at 8:00`), or the same one in another zone (`9:00 PT / 12:00 ET`).
  private static func second(of gaps: [String]) -> Second {
    for (index, gap) in gaps.dropLast().enumerated() {
      let words = MeetingWords(gap)
      if index == 0, gaps.count == 2, words.count <= 3, Lexicon.times.until.contains(words.last) { return .end }
      if !words.weekdays.isEmpty || words.holds(Lexicon.times.severalTimes) { return .choice }
    }
    return .none
  }

  /// Normalizes words for the day (`Thursdays (starting February 15th 2024)`), the time (`9:00AM-10:00AM`), the zone
  /// (`PT (Pacific Time)`) and the frequency (`monthly - last Wednesday every month`).
  public init(day: String?, time: String?, timeZone: String?, frequency: String?) {
    let days = MeetingWords(day)
    let often = MeetingWords(frequency)
    found = []
    weekdays = days.weekdays.isEmpty ? often.weekdays : days.weekdays
    if weekdays.isEmpty {
      found.append(Problem(part: .day, reason: day.map { "no day of the week in `\($0)`" } ?? "no day is given"))
    }
    let clock = MeetingClock(time)
    start = clock?.start
    end = clock?.end
    if start == nil {
      found.append(Problem(part: .time, reason: time.map { "time `\($0)` cannot be read" } ?? "no time is given"))
    }
    switch MeetingZone.find(in: timeZone ?? time) {
    case .success(let zone): self.zone = zone
    case .failure(let problem): found.append(Problem(part: .zone, reason: problem.reason))
    }
    firstDay = often.firstDay ?? days.firstDay
    do throws(MeetingZone.Problem) {
      recurrence = try Self.recurrence(often, days, written: frequency)
      if !often.weekdays.isEmpty, often.weekdays != weekdays {
        weekdays = []
        found.append(Problem(part: .conflict, reason: "day and frequency name different days of the week"))
      }
    } catch {
      found.append(Problem(part: .frequency, reason: error.reason))
    }
  }

  private static func recurrence(
    _ often: MeetingWords, _ days: MeetingWords, written: String?
  ) throws(MeetingZone.Problem) -> Recurrence {
    let text = written ?? often.written
    if let exception = often.exception {
      var often = often
      often.exception = nil
      let usual = try recurrence(often, days, written: written)
      if exception.weekdays.isEmpty, !exception.contains("week", "month"), exception.excluded.isEmpty { return usual }
      let excluded = exception.excluded
      guard usual == .weeks(1), !excluded.isEmpty, !excluded.contains(-1) else {
        throw MeetingZone.Problem("the exception in `\(text)` is not written to calendars")
      }
      return .monthly((1...5).filter { !excluded.contains($0) })
    }
    let known = Lexicon.times
    let numbers = often.ordinals.isEmpty ? days.ordinals : often.ordinals
    if often.holds(known.fromAnotherDay) { throw MeetingZone.Problem("frequency `\(text)` counts from another day") }
    if often.holds(known.twiceOrEverySecond) {
      throw MeetingZone.Problem("frequency `\(text)` means twice a month or every second month")
    }
    if often.holds(known.otherFrequencies) {
      throw MeetingZone.Problem("frequency `\(text)` is not written to calendars")
    }
    let isMonthly = often.holds(known.monthly)
    if let weeks = often.weeks { return .weeks(weeks) }
    if !isMonthly, often.meetsEverySecondDay { return .weeks(2) }
    if often.holds(known.everyTwoWeeks) { return .weeks(2) }
    if often.holds(known.weekly) { return .weeks(1) }
    if isMonthly { return .monthly(numbers) }
    if written == nil {
      if often.words.contains("every") && !numbers.isEmpty {
        throw MeetingZone.Problem("which weeks `every` means beside a number is not said")
      }
      if !numbers.isEmpty { return .monthly(numbers) }
    }
    if numbers.isEmpty, often.isRegular || written == nil && days.isRegular { return .weeks(1) }
    throw MeetingZone.Problem(written.map { "frequency `\($0)` cannot be read" } ?? "no frequency is given")
  }
}

/// The words of a day, a frequency or a sentence about both.
struct MeetingWords {
  private let normalized: [UInt8]
  fileprivate let words: [String]
  let firstDay: CalendarDate?
  let written: String
  /// What stands behind `except`, which the other words leave out.
  var exception: Exception?

  init(_ text: String?) {
    let text = text ?? ""
    written = text
    let all = PhraseMatcher.normalized(text).split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    let cut = all.indices.first { index in
      all[index].hasPrefix("except") || all[index] == "excluding"
        || all[index] == "but" && index + 1 < all.count && all[index + 1] == "not"
    }
    words = Array(all[..<(cut ?? all.endIndex)])
    exception = cut.map { Exception(words: Array(all[($0 + 1)...])) }
    // A blank at both ends, as phrases have them.
    normalized = words.isEmpty ? [] : Array(" \(words.joined(separator: " ")) ".utf8)
    let year = words.lazy.compactMap { $0.utf8.count == 4 ? Int($0) : nil }.first { (2000...2199).contains($0) }
    firstDay = DateScanner.dates(in: text, assumingYear: year).first { $0.precision == .day }?.first
  }

  /// Which meetings of a series do not take place.
  struct Exception {
    let words: [String]
    var weekdays: [MeetingTime.Weekday] { words.compactMap(MeetingWords.weekday) }
    /// Numbers of the weeks of a month that are left out, -1 for the last.
    var excluded: [Int] {
      words.indices.compactMap { index in
        let next = words[(index + 1)...].first { Lexicon.times.ordinals[$0] == nil && $0 != "and" && $0 != "the" }
        guard next.map({ MeetingWords.weekday($0) != nil || $0.hasPrefix("week") || $0 == "of" || $0 == "one" }) ?? true
        else {
          return nil
        }
        return Lexicon.times.ordinals[words[index]]
      }
    }
    func contains(_ any: String...) -> Bool { any.contains { words.contains($0) || words.contains($0 + "s") } }
  }

  func holds(_ phrases: Phrases) -> Bool { phrases.occur(inNormalized: normalized) }

  var count: Int { words.count }
  var last: String { words.last ?? "" }

  /// `every second Thursday`: every other one.
  var meetsEverySecondDay: Bool {
    words.indices.contains { index in
      words[index] == "every" && index + 2 < words.count && ["second", "other"].contains(words[index + 1])
        && Self.weekday(words[index + 2]) != nil
    }
  }

  /// `Tuesdays`, `every Tuesday`: each week, unless something else is said.
  var isRegular: Bool {
    words.indices.contains { index in
      guard Self.weekday(words[index]) != nil else { return false }
      return words[index].hasSuffix("days") || index > 0 && Lexicon.times.every.contains(words[index - 1])
    }
  }

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
      guard let number = Lexicon.times.ordinals[words[index]] else { return nil }
      let next = words[(index + 1)...].first { Lexicon.times.ordinals[$0] == nil && $0 != "and" }
      return next.flatMap(Self.weekday) == nil ? nil : number
    }
  }

  /// `every four weeks`, `every 2 weeks`.
  var weeks: Int? {
    guard let index = words.firstIndex(of: "weeks"), index > 1, words[index - 2] == "every" else { return nil }
    return (Lexicon.times.numbers[words[index - 1]] ?? Int(words[index - 1])).flatMap {
      (1...52).contains($0) ? $0 : nil
    }
  }

  /// `Thursday`, `Thursdays`, `Thu`, `Thurs`.
  fileprivate static func weekday(_ word: String) -> MeetingTime.Weekday? {
    let stem = word.count > 5 && word.hasSuffix("s") && word.hasSuffix("days") ? String(word.dropLast()) : word
    let isShort = Lexicon.times.shortWeekdays.contains(stem)
    guard
      let index = Lexicon.times.weekdays.firstIndex(where: { $0 == stem || isShort && $0.prefix(3) == stem.prefix(3) })
    else { return nil }
    return MeetingTime.Weekday.allCases[index]
  }
}
