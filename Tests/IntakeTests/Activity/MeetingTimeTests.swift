import Diagnostics
@testable import Intake
import StructuredData
import Testing

@Suite struct MeetingTimeTests {
  private func recurrence(_ frequency: String?, day: String? = "Tuesday") -> MeetingTime.Recurrence? {
    MeetingTime(day: day, time: "9:00", timeZone: "UTC", frequency: frequency).recurrence
  }

  @Test(arguments: [
    ("weekly", 1), ("weekly, you must sign in", 1), ("weekly starting Tuesday December 7th, 2021", 1), ("biweekly", 2),
    ("bi-weekly", 2), ("Biweekly, interleaved with the other one", 2),
    ("biweekly - every other Friday of the month", 2),
    ("every four weeks", 4), ("every 3 weeks", 3), ("bi-weekly ([upcoming meeting dates](#dates))", 2),
  ])
  func readsWeeks(frequency: String, weeks: Int) { #expect(recurrence(frequency) == .weeks(weeks)) }

  @Test(arguments: [
    ("First Wednesday of the month", [1]), ("monthly - third Tuesday", [3]), ("monthly", []),
    ("monthly - last Wednesday every month", [-1]), ("every third Wednesday of the month", [3]),
    ("Monthly on 4th Thursday", [4]), ("first and third Monday of each month", [1, 3]),
    ("monthly 2020 start date: Jan. 7th", []),
  ])
  func readsMonths(frequency: String, numbers: [Int]) { #expect(recurrence(frequency) == .monthly(numbers)) }

  @Test(arguments: [
    "bimonthly", "bimonthy", "monthly - Wednesday, after the fourth Tuesday, every month", "now and then",
  ])
  func keepsWhatItCannotReadWithAReason(frequency: String) {
    let time = MeetingTime(day: "Wednesday", time: "9:00", timeZone: "UTC", frequency: frequency)
    #expect(time.recurrence == nil)
    #expect(time.problems.count == 1)
    #expect(time.problems.first?.contains(frequency) == true)
  }

  @Test func dayMayNameTheWeek() {
    #expect(recurrence("monthly", day: "third Wednesday") == .monthly([3]))
    #expect(recurrence(nil, day: "third Wednesday") == .monthly([3]))
    #expect(recurrence(nil) == nil)
  }

  @Test(arguments: [
    ("9:00", 540, nil), ("08:00AM", 480, nil), ("2:30 PM", 870, nil), ("4PM", 960, nil), ("9:00AM-10:00AM", 540, 600),
    ("1-2pm", 780, 840), ("13:00 - 13:30", 780, 810), ("12:15 am", 15, nil), ("9pm UTC+8", 1260, nil),
    ("25:00", nil, nil), ("9:75", nil, nil), ("9", nil, nil), ("13:00 PM", nil, nil), ("TBD", nil, nil),
    ("9:00 and 17:00", nil, nil),
  ])
  func readsTimes(text: String, start: Int?, end: Int?) {
    let time = MeetingTime(day: "Mon", time: text, timeZone: "UTC", frequency: "weekly")
    #expect(time.start == start)
    #expect(time.end == end)
  }

  @Test(arguments: [
    ("PT (Pacific Time)", "America/Los_Angeles"), ("Eastern Time (ET)", "America/New_York"), ("UTC", "UTC"),
    ("CET (Central European Time)", "Europe/Brussels"), ("Poland", "Europe/Warsaw"), ("Europe/Madrid", "Europe/Madrid"),
    ("US/Pacific", "America/Los_Angeles"), ("UTC+8", "Etc/GMT-8"), ("UTC+5:30", "Asia/Kolkata"),
    ("GMT+0545", "Asia/Kathmandu"), ("UTC−3", "Etc/GMT+3"), ("UTC-9:30", "Pacific/Marquesas"), ("UTC+5:17", nil),
    ("AEST", "Australia/Sydney"), ("KST", "Asia/Seoul"), ("SGT", "Asia/Singapore"), ("EET", "Europe/Helsinki"),
    ("Europe/Dublin", "Europe/Dublin"), ("America/Phoenix", "America/Phoenix"), ("IST", nil), ("CST", nil),
    ("local", nil),
  ])
  func readsZones(text: String, zone: String?) {
    #expect(MeetingTime(day: "Mon", time: "9:00", timeZone: text, frequency: "weekly").zone == zone)
  }

  @Test(arguments: [
    ("weekly - except fourth Wednesday every month", MeetingTime.Recurrence.monthly([1, 2, 3, 5])),
    ("every week but not the first and third Wednesday", .monthly([2, 4, 5])),
    ("weekly except on public holidays", .weeks(1)), ("weekly, except the last Wednesday", nil),
    ("biweekly except the first Wednesday of the month", nil),
    ("weekly except in the first week of a month", .monthly([2, 3, 4, 5])),
  ])
  func leavesOutWhatIsExcepted(frequency: String, expected: MeetingTime.Recurrence?) {
    #expect(
      MeetingTime(day: "Wednesday", time: "9:00", timeZone: "UTC", frequency: frequency).recurrence == expected)
  }

  @Test func knowsTheClockChangesOfTheSouth() {
    let sydney = MeetingZone.definition(of: "Australia/Sydney") ?? []
    #expect(sydney.contains("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU"))
    #expect(sydney.contains("TZOFFSETTO:+1100"))
    #expect(MeetingZone.definition(of: "Asia/Kolkata")?.contains("TZOFFSETTO:+0530") == true)
  }

  @Test func readsDaysAndTheFirstDay() {
    let time = MeetingTime(
      day: "Thursdays (starting February 15th 2024)", time: "9:00", timeZone: "UTC", frequency: "biweekly")
    #expect(time.weekdays == [.thursday])
    #expect(time.firstDay == CalendarDate(year: 2024, month: 2, day: 15))
    #expect(MeetingTime(day: "Thu", time: nil, timeZone: nil, frequency: nil).weekdays == [.thursday])
    let dated = MeetingTime(day: nil, time: nil, timeZone: nil, frequency: "monthly 2020 start date: Jan. 7th")
    #expect(dated.firstDay == CalendarDate(year: 2020, month: 1, day: 7))
    #expect(dated.problems.count == 3)
  }

  private let place = Location(path: "sigs.yaml", line: 1)

  private func calendar(_ meetings: [Group.Meeting]) throws -> String {
    let start = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    let group = Group(kind: .sig, name: "SIG Build, Test", meetings: meetings, location: place)
    return String(decoding: ICalendar.calendar(for: [group], from: start), as: UTF8.self)
  }

  @Test func writesSeriesWithTheirZone() throws {
    let text = try calendar([
      Group.Meeting(
        description: "Regular meeting", day: "Monday", time: "9:00AM-10:00AM", timeZone: "PT (Pacific Time)",
        frequency: "weekly", url: "https://zoom.example/1", location: place),
      Group.Meeting(
        description: "Planning", day: "last Friday", time: "16:00", timeZone: "UTC", frequency: "monthly",
        location: place),
      Group.Meeting(
        description: "Triage", day: "Tuesday", time: "9:00", timeZone: "UTC", frequency: "biweekly", location: place),
    ])
    #expect(
      text.split(separator: "\r\n").filter { !$0.hasPrefix("UID") }
        == """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//sitegen//meetings//EN
        BEGIN:VTIMEZONE
        TZID:America/Los_Angeles
        BEGIN:STANDARD
        DTSTART:20071104T020000
        RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
        TZOFFSETFROM:-0700
        TZOFFSETTO:-0800
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:20070311T020000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
        TZOFFSETFROM:-0800
        TZOFFSETTO:-0700
        END:DAYLIGHT
        END:VTIMEZONE
        BEGIN:VEVENT
        DTSTAMP:20261121T000000Z
        DTSTART;TZID=America/Los_Angeles:20261123T090000
        DTEND;TZID=America/Los_Angeles:20261123T100000
        RRULE:FREQ=WEEKLY;BYDAY=MO
        SUMMARY:SIG Build\\, Test: Regular meeting
        URL:https://zoom.example/1
        END:VEVENT
        BEGIN:VEVENT
        DTSTAMP:20261121T000000Z
        DTSTART:20261127T160000Z
        RRULE:FREQ=MONTHLY;BYDAY=-1FR
        SUMMARY:SIG Build\\, Test: Planning
        END:VEVENT
        END:VCALENDAR
        """.split(separator: "\n"))
  }

  @Test func saysWhyAMeetingIsLeftOut() {
    func problem(_ frequency: String, zone: String = "UTC") -> String? {
      ICalendar.problem(of: MeetingTime(day: "Monday", time: "9:00", timeZone: zone, frequency: frequency))
    }
    #expect(problem("weekly") == nil)
    #expect(problem("biweekly starting Monday March 2, 2026") == nil)
    #expect(problem("weekly on Tuesday")?.contains("different days") == true)
    #expect(problem("biweekly")?.contains("start week not given") == true)
    #expect(problem("monthly")?.contains("week not given") == true)
    #expect(problem("weekly", zone: "IST")?.contains("India or Israel") == true)
    #expect(problem("weekly", zone: "Africa/Cairo")?.contains("Africa/Cairo") == true)
  }

  @Test func longLinesAreFoldedBetweenCharacters() throws {
    let name = String(repeating: "é", count: 100)
    let text = try calendar([
      Group.Meeting(
        description: name + "\r\nEND:VEVENT", day: "Mon", time: "9:00", timeZone: "UTC", frequency: "weekly",
        url: "https://x.example\r\nX", location: place)
    ])
    let lines = text.utf8.split(separator: 0x0A)
    #expect(lines.allSatisfy { $0.count <= 76 })
    #expect(text.split(separator: "\r\n").filter { $0 == "END:VEVENT" }.count == 1)
    #expect(!text.contains("URL:"))
  }
}
