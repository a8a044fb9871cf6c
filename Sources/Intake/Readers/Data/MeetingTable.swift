import Words
import Diagnostics
import Markdown

/// Columns of a schedule of meetings, and labels of what is said about one.
enum MeetingColumn: String {
  case name, when, day, time, zone, frequency, room, notes, recordings

  /// The meaning of a heading or label; nil for an unknown one.
  static func recognize(_ heading: String) -> MeetingColumn? {
    Lexicon.groups.columns.first(in: heading.lowercaseWords.joined(separator: " ")).flatMap(MeetingColumn.init)
  }
}

/// Meetings in a table with a row for each.
enum MeetingTable {
  /// The meetings of a table; empty when its rows name no time or day.
  static func meetings(in block: Block, _ source: SourceText) -> [Group.Meeting] {
    guard let table = HeadedTable(block, recognize: MeetingColumn.recognize), table.has(.when) || table.has(.time),
      table.has(.when) || table.has(.day) || table.has(.frequency)
    else { return [] }
    // `Time (UTC)`
    let zone = table.columns.firstIndex(of: .time).map { table.headings[$0] }.flatMap { heading -> String? in
      guard case .success = MeetingZone.find(in: heading) else { return nil }
      return heading
    }
    return table.rows.compactMap { row in
      func link(_ column: MeetingColumn) -> String? { table.cell(column, of: row).flatMap { AdopterCell($0).url } }
      let when = table.text(.when, of: row)
      var meeting = Group.Meeting(
        description: table.text(.name, of: row) ?? "", day: table.text(.day, of: row), time: table.text(.time, of: row),
        timeZone: table.text(.zone, of: row), frequency: table.text(.frequency, of: row),
        url: link(.room) ?? link(.name), archiveURL: link(.notes), recordingsURL: link(.recordings),
        location: source.location(line: row.line))
      if meeting.time == nil, let when {
        meeting.time = when
        if meeting.day != nil || meeting.frequency != nil { meeting.day = meeting.day ?? when }
      } else if meeting.timeZone == nil, let zone {
        meeting.timeZone = zone
      }
      let time = MeetingTime(meeting)
      return time.weekdays.isEmpty && time.start == nil ? nil : meeting
    }
  }
}
