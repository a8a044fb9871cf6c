import Intake
import StructuredData

extension MeetingTime {
  /// The first day from `day` on at which the meeting takes place; nil when its words do not tell.
  func next(from day: CalendarDate) -> CalendarDate? {
    guard ICalendar.problem(of: self) == nil, let recurrence else { return nil }
    let start = max(day, firstDay ?? day)
    // A fifth weekday comes at the latest after three months; longer intervals are not met in practice.
    return (0..<100).lazy.map { CalendarDate(daysSinceEpoch: start.daysSinceEpoch + $0) }.first { candidate in
      guard weekdays.contains(candidate.weekday) else { return false }
      switch recurrence {
      case .weeks(let interval):
        guard interval > 1, let firstDay else { return true }
        return (candidate.week - firstDay.week) % interval == 0
      case .monthly(let numbers):
        let isLast = candidate.day + 7 > CalendarDate.days(in: candidate.month, of: candidate.year)
        return numbers.contains((candidate.day - 1) / 7 + 1) || isLast && numbers.contains(-1)
      }
    }
  }

  /// The two days from `day` on of which one is the next: every two weeks, with no word on which of them.
  func either(from day: CalendarDate) -> [CalendarDate] {
    guard case .weeks(2) = recurrence, firstDay == nil, weekdays.count == 1, start != nil, zone != nil else {
      return []
    }
    let week = (0..<7).map { CalendarDate(daysSinceEpoch: day.daysSinceEpoch + $0) }
    return week.filter { weekdays.contains($0.weekday) }.flatMap {
      [$0, CalendarDate(daysSinceEpoch: $0.daysSinceEpoch + 7)]
    }
  }
}

extension CalendarDate {
  /// Weeks since that of 1970-01-01, which was a Thursday; a week begins on Monday.
  fileprivate var week: Int { Int((Double(daysSinceEpoch + 3) / 7).rounded(.down)) }

  fileprivate var weekday: MeetingTime.Weekday { MeetingTime.Weekday.allCases[daysSinceEpoch + 3 - week * 7] }
}
