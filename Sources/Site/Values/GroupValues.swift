import Diagnostics
import Intake
import Markdown
import StructuredData
import Templates

/// Groups with their leads and meetings, as templates see them.
struct GroupValues: Sendable {
  let places: PlaceValues
  let asOf: CalendarDate
  /// Where the pages of the groups lie, with a slash at its end.
  let folder: String

  /// A group with its page and its next meeting.
  private struct Row {
    let group: Group
    let page: String
    let next: UpcomingRow?
  }

  /// A meeting of the community, of a group or of a part of a group, and the page that tells more.
  private struct UpcomingRow {
    let group: String
    let page: String
    let meeting: TimedMeeting
  }

  /// A meeting with its time understood, and its next day.
  private struct TimedMeeting {
    let meeting: Group.Meeting
    let time: MeetingTime
    let next: CalendarDate?

    init(_ meeting: Group.Meeting, asOf: CalendarDate) {
      self.meeting = meeting
      time = MeetingTime(meeting)
      next = time.next(from: asOf)
    }
  }

  /// Meetings of the groups and of the community itself in the order of their next day; those whose next day is not
  /// known come last.
  func upcoming(_ groups: [Group], and community: Community) -> [Value] {
    let own = community.meetings.map { row(community.name, "\(folder)index.html", $0) }
    let rows = own + zip(groups, pages(of: groups)).flatMap(meetings)
    return Self.sorted(rows).map { Self.upcomingMeeting.value($0, self) }
  }

  private func meetings(of group: Group, page: String) -> [UpcomingRow] {
    (group.meetings.map { (Self.title(group), $0) }
      + group.subprojects.flatMap { part in part.meetings.map { (part.name, $0) } })
      .map { row($0, page, $1) }
  }

  private func row(_ group: String, _ page: String, _ meeting: Group.Meeting) -> UpcomingRow {
    UpcomingRow(group: group, page: page, meeting: TimedMeeting(meeting, asOf: asOf))
  }

  private static func sorted(_ rows: [UpcomingRow]) -> [UpcomingRow] {
    rows.enumerated().sorted { a, b in
      a.element.meeting.next.comes(before: b.element.meeting.next, by: <) ?? (a.offset < b.offset)
    }.map(\.element)
  }

  private static let upcomingMeeting = Record<UpcomingRow, GroupValues> {
    $0.text("group") { $0.group }
    $0.text("page") { $0.page }
    $0.value("meeting") { meeting.value($0.meeting, $1) }
  }

  /// All groups of a community; each has a page of its own.
  func groups(_ groups: [Group]) -> [Value] {
    zip(groups, pages(of: groups)).map { group, page in
      let next = Self.sorted(meetings(of: group, page: page)).first { $0.meeting.next != nil }
      return Self.group.value(Row(group: group, page: page, next: next), self)
    }
  }

  /// The page of each group, named after it; of two of one name the later ones are numbered.
  func pages(of groups: [Group]) -> [String] {
    var slugs = Slugs()
    return groups.map { group in
      let name = Slugs.slug(group.name).isEmpty ? "group" : Self.title(group)
      return "\(folder)\(Route.segment(slugs.next(for: name)))/index.html"
    }
  }

  private static let group = Record<Row, GroupValues> {
    $0.text("kind") { label($0.group.kind) }
    $0.text("name") { title($0.group) }
    $0.text("page") { $0.page }
    $0.text("calendar") { $0.group.hasCalendar ? $0.page.dropLast("index.html".count) + "calendar.ics" : nil }
    $0.text("dir") { $0.group.dir }
    $0.text("mission") { $0.group.mission }
    $0.text("charter") { address($0.group.charterLink) }
    $0.text("label") { $0.group.label }
    $0.value("leads") { lead.list($0.group.leads, $1) }
    $0.value("meetings") { meetings($0.group.meetings, $1) }
    $0.value("next") { row, values in
      row.next.map { meeting.value($0.meeting, values) } ?? Value.none
    }
    $0.value("subprojects") { subproject.list($0.group.subprojects, $1) }
    $0.text("slack") { $0.group.contact?.slack }
    $0.text("mailing_list") { $0.group.contact?.mailingList }
    $0.value("place") { $1.places.value($0.group.location) }
  }

  private static func meetings(_ meetings: [Group.Meeting], _ values: GroupValues) -> Value {
    meeting.list(meetings.map { TimedMeeting($0, asOf: values.asOf) }, values)
  }

  /// `weekday` (two letters), `start` (minutes since midnight) and `zone` are given together or not at all; `next` is the
  /// first day from the day of assessment on, where that can be told, `problem` why it cannot, `either` the two it may be.
  private static let meeting = Record<TimedMeeting, GroupValues> {
    $0.text("description") { $0.meeting.description }
    $0.text("day") { $0.meeting.day }
    $0.text("time") { $0.meeting.time }
    $0.text("time_zone") { $0.meeting.timeZone }
    $0.text("frequency") { $0.meeting.frequency }
    $0.text("url") { address($0.meeting.url) }
    $0.text("archive_url") { address($0.meeting.archiveURL) }
    $0.text("recordings_url") { address($0.meeting.recordingsURL) }
    $0.value("place") { $1.places.value($0.meeting.location) }
    $0.text("weekday") { $0.time.isKnown ? $0.time.weekdays.first?.rawValue : nil }
    $0.number("start") { $0.time.isKnown ? $0.time.start : nil }
    $0.text("zone") { $0.time.isKnown ? $0.time.zone : nil }
    $0.text("next") { $0.next?.description }
    $0.value("either") { row, values in
      .list(row.time.either(from: values.asOf).map { .string($0.description) })
    }
    $0.value("days_away") { row, values in
      row.next.map { Value.int($0.daysSinceEpoch - values.asOf.daysSinceEpoch) } ?? Value.none
    }
    $0.text("problem") { ICalendar.problem(of: $0.time) }
  }

  private static let lead = Record<Group.Lead, GroupValues> {
    $0.text("name") { $0.name }
    $0.text("handle") { $0.handle }
    $0.text("organization") { $0.organization }
    $0.text("role") { $0.role }
    $0.value("place") { $1.places.value($0.location) }
  }

  private static let subproject = Record<Group.Subproject, GroupValues> {
    $0.text("name") { $0.name }
    $0.text("description") { $0.description }
    $0.texts("owners") { $0.owners.compactMap(address) }
    $0.value("leads") { lead.list($0.leads, $1) }
    $0.value("meetings") { meetings($0.meetings, $1) }
    $0.value("place") { $1.places.value($0.location) }
  }

  /// An address a page may link to; anything else is nothing.
  private static func address(_ text: String?) -> String? {
    guard let text, text.hasPrefix("https://") || text.hasPrefix("http://") else { return nil }
    return LinkTarget.safeAddress(text)
  }

  /// What people call a group: data often leave out the word that the heading above it has.
  private static func title(_ group: Group) -> String {
    let word: String? =
      switch group.kind {
      case .sig: "SIG"
      case .tag: "TAG"
      case .wg: "WG"
      case .userGroup, .committee, .subproject, .team: nil
      }
    let words = group.name.lowercased().runsOfLetters
    guard let word, !words.contains("group"), !words.contains(Substring(word.lowercased())) else {
      return group.name
    }
    return "\(word) \(group.name)"
  }

  static func label(_ kind: Group.Kind) -> String {
    switch kind {
    case .sig: "SIG"
    case .wg: "Working group"
    case .userGroup: "User group"
    case .committee: "Committee"
    case .subproject: "Subproject"
    case .team: "Team"
    case .tag: "TAG"
    }
  }
}

extension Group {
  /// Whether the time of one of its meetings, or of those of its parts, is known well enough for a calendar.
  var hasCalendar: Bool { allMeetings.contains(where: \.isRegular) }
}

extension Group.Meeting {
  /// Whether day, time, zone and frequency are known well enough for a calendar.
  var isRegular: Bool { ICalendar.problem(of: MeetingTime(self)) == nil }
}

extension MeetingTime {
  /// Whether day, time and zone are known.
  fileprivate var isKnown: Bool { weekdays.count == 1 && start != nil && zone != nil }
}
