public import StructuredData

/// Writes regular meetings as an iCalendar file (RFC 5545).
public enum ICalendar {
  /// The calendar of a community's own meetings, of its groups' and those of their subprojects, lines ended by CRLF.
  ///
  /// `start` takes the place of a clock: a series that names no first day begins on or after it. Meetings for which
  /// `problem(of:)` has a reason are left out.
  public static func calendar(
    for groups: [Group], and community: (name: String, meetings: [Group.Meeting])? = nil, from start: CalendarDate
  ) -> [UInt8] {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sitegen//meetings//EN"]
    var zones: Set<String> = []
    var events: [String] = []
    var identifiers: Set<String> = []
    let own = community.map { community in community.meetings.map { (community.name, $0) } } ?? []
    let groupMeetings = groups.map { group in
      group.meetings.map { (group.name, $0) }
        + group.subprojects.flatMap { part in
          part.meetings.map { (part.name, $0) }
        }
    }
    for meetings in [own] + groupMeetings {
      for (name, meeting) in meetings {
        let time = MeetingTime(meeting)
        guard let series = Series(time, from: start) else { continue }
        let identifier = identifier(name, meeting)
        guard identifiers.insert(identifier).inserted else { continue }
        zones.insert(series.zone)
        events += ["BEGIN:VEVENT", "UID:\(identifier)@sitegen", "DTSTAMP:\(digits(start))T000000Z"] + series.lines
        events.append("SUMMARY:\(escaped(meeting.description.isEmpty ? name : "\(name): \(meeting.description)"))")
        if let url = meeting.url, isPlainURL(url) { events.append("URL:\(url)") }
        if let archive = meeting.archiveURL { events.append("DESCRIPTION:\(escaped("Notes: \(archive)"))") }
        events.append("END:VEVENT")
      }
    }
    for zone in zones.sortedByBytes() {
      lines += MeetingZone.definition(of: zone) ?? []
    }
    lines += events + ["END:VCALENDAR"]
    return lines.flatMap(folded)
  }

  /// Why a meeting cannot be in a calendar; nil when it can.
  public static func problem(of time: MeetingTime) -> String? {
    guard !time.weekdays.isEmpty, time.start != nil, let zone = time.zone, let recurrence = time.recurrence else {
      return time.problems.joined(separator: "; ")
    }
    if MeetingZone.definition(of: zone) == nil { return "the clock changes of `\(zone)` are not known here" }
    switch recurrence {
    case .weeks(let weeks) where weeks > 1 && time.firstDay == nil:
      return "every \(weeks == 2 ? "other week" : "\(weeks) weeks"), start week not given"
    case .monthly(let numbers) where numbers.isEmpty: return "monthly, week not given"
    default: return nil
    }
  }

  static func digits(_ date: CalendarDate) -> String { date.description.filter { $0 != "-" } }

  /// Names the meeting by its own words (FNV-1a), so that it stays the same when others come or go.
  private static func identifier(_ group: String, _ meeting: Group.Meeting) -> String {
    let words = [group, meeting.description, meeting.day ?? "", meeting.time ?? "", meeting.frequency ?? ""]
    let hash = words.joined(separator: "\u{1F}").utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return String(hash, radix: 16)
  }

  private static func isPlainURL(_ url: String) -> Bool {
    (url.hasPrefix("https://") || url.hasPrefix("http://")) && url.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }

  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result.append(contentsOf: ["\\", scalar])
      case "\n": result.append(contentsOf: ["\\", "n"])
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// A line in pieces of at most 75 bytes; no character is cut.
  private static func folded(_ line: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var width = 0
    for scalar in line.unicodeScalars {
      let units = Array(String(scalar).utf8)
      if width + units.count > 75 {
        bytes += [0x0D, 0x0A, 0x20]
        width = 1
      }
      bytes += units
      width += units.count
    }
    return bytes + [0x0D, 0x0A]
  }
}

/// One repeating entry.
private struct Series {
  let zone: String
  let lines: [String]

  init?(_ time: MeetingTime, from start: CalendarDate) {
    guard ICalendar.problem(of: time) == nil, let zone = time.zone, let minutes = time.start,
      let recurrence = time.recurrence
    else { return nil }
    let (rule, matches): (String, (CalendarDate) -> Bool)
    switch recurrence {
    case .weeks(let weeks):
      let days = time.weekdays.map(\.rawValue).joined(separator: ",")
      rule = "FREQ=WEEKLY" + (weeks > 1 ? ";INTERVAL=\(weeks)" : "") + ";BYDAY=\(days)"
      matches = { time.weekdays.contains($0.weekday) }
    case .monthly(let numbers):
      let days = numbers.flatMap { number in time.weekdays.map { "\(number)\($0.rawValue)" } }
      rule = "FREQ=MONTHLY;BYDAY=\(days.joined(separator: ","))"
      matches = { day in
        guard time.weekdays.contains(day.weekday) else { return false }
        let isLast = day.day + 7 > CalendarDate.days(in: day.month, of: day.year)
        return numbers.contains((day.day - 1) / 7 + 1) || isLast && numbers.contains(-1)
      }
    }
    let earliest = (time.firstDay ?? start).daysSinceEpoch
    // A fifth weekday comes at the latest after three months.
    guard let first = (0..<100).lazy.map({ CalendarDate(daysSinceEpoch: earliest + $0) }).first(where: matches) else {
      return nil
    }
    self.zone = zone
    var lines = ["DTSTART" + Self.stamp(first, minutes, zone)]
    if let end = time.end {
      let day = end > minutes ? first : CalendarDate(daysSinceEpoch: first.daysSinceEpoch + 1)
      lines.append("DTEND" + Self.stamp(day, end, zone))
    }
    self.lines = lines + ["RRULE:\(rule)"]
  }

  private static func stamp(_ day: CalendarDate, _ minutes: Int, _ zone: String) -> String {
    let clock = MeetingZone.twoDigits(minutes / 60) + MeetingZone.twoDigits(minutes % 60) + "00"
    let isUTC = zone == "UTC"
    return (isUTC ? ":" : ";TZID=\(zone):") + "\(ICalendar.digits(day))T\(clock)" + (isUTC ? "Z" : "")
  }
}

extension CalendarDate {
  /// Its day of the week; 1970-01-01 was a Thursday.
  var weekday: MeetingTime.Weekday {
    MeetingTime.Weekday.allCases[((daysSinceEpoch + 3) % 7 + 7) % 7]
  }
}
