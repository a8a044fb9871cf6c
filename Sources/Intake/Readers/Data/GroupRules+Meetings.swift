import Words
import Diagnostics
import StructuredData

/// Rules for when groups meet: what a calendar cannot be written from.
extension GroupRules {
  mutating func checkMeetings(of group: Node, _ name: String) {
    for meeting in group["meetings"].elements where meeting.isMapping {
      checkQuotes(of: meeting)
      func written(_ key: String) -> (node: Node, text: String)? {
        meeting[key].flatMap { node in Self.text(node).map { (node, $0) } }
      }
      let (day, clock, zone, frequency) = (written("day"), written("time"), written("tz"), written("frequency"))
      let time = MeetingTime(
        day: day?.text, time: clock?.text, timeZone: zone?.text, frequency: frequency?.text)
      if let day, time.weekdays.isEmpty, !time.hasConflictingDays {
        report(
          "groups/meeting-day", .note, day.node, "no day of the week in `\(day.text)`",
          help: "name the day in English, such as `Tuesday`")
      }
      if let clock, time.start == nil {
        report(
          "groups/meeting-time", .note, clock.node, "time `\(clock.text)` cannot be read", help: "write it as \"15:00\""
        )
      }
      if let zone, time.zone == nil, let reason = time.problem(with: .zone) {
        report(
          "groups/meeting-zone", .note, zone.node, reason,
          help: "write the zone's name in the time zone database, such as Europe/Berlin, or UTC")
      }
      checkFrequency(frequency, time)
      checkFirstDay(frequency ?? day, time)
    }
  }

  private mutating func checkFrequency(_ frequency: (node: Node, text: String)?, _ time: MeetingTime) {
    guard let frequency else { return }
    if time.hasConflictingDays {
      report(
        "groups/meeting-day", .note, frequency.node, "day and frequency name different days of the week",
        help: "name one of them")
    } else if let word = Self.misspelled(frequency.text) {
      report(
        "groups/meeting-frequency", .note, frequency.node, "`\(word.written)` is no word for a frequency",
        help: Suggestion.question(word.meant))
    } else if time.recurrence == nil, let reason = time.problem(with: .frequency) {
      report(
        "groups/meeting-frequency", .note, frequency.node, reason,
        help: "write weekly, biweekly, or monthly with the week, such as `monthly on the second Tuesday`")
    }
  }

  /// A series that says when it began names a day of the week that it meets on.
  private mutating func checkFirstDay(_ text: (node: Node, text: String)?, _ time: MeetingTime) {
    guard let text, let first = time.firstDay, !time.weekdays.isEmpty, !time.weekdays.contains(first.weekday) else {
      return
    }
    report(
      "groups/meeting-date", .note, text.node, "\(first) is no day on which this meeting takes place (`\(text.text)`)",
      help: "correct the date or the day of the week")
  }

  /// An unquoted `9:00` is a number of minutes to readers of YAML 1.1.
  private mutating func checkQuotes(of meeting: Node) {
    guard let time = meeting["time"], case .scalar(let text, false) = time.content else { return }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) }), text.first != "0" else {
      return
    }
    report(
      "groups/unquoted-time", .note, time, "time `\(text)` without quotes is a number to YAML 1.1",
      help: "write \"\(text)\"")
  }

  /// A text that is not left open on purpose.
  private static func text(_ node: Node) -> String? {
    node.string.flatMap { Placeholder.isPlaceholder($0) ? nil : $0.blanksFolded }
  }

  /// A word that is nearly one for a frequency or a day.
  static func misspelled(_ text: String) -> (written: String, meant: String)? {
    for written in text.lowercaseWords where written.utf8.count >= 5 && !isKnown(written) {
      if let meant = known.first(where: { Suggestion.isOneSlip(written, from: $0) }) { return (written, meant) }
    }
    return nil
  }

  private static var known: [String] { Lexicon.times.frequencies + Lexicon.times.weekdays }

  private static func isKnown(_ word: String) -> Bool {
    known.contains { word == $0 || word == $0 + "s" } || word == "month" || word == "months"
  }
}
