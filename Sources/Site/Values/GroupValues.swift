import Diagnostics
import Intake
import Markdown
import StructuredData
import Templates

/// Groups with their leads and meetings, as templates see them.
struct GroupValues: Sendable {
  private static let shape = RecordShape(keys: [
    "kind", "name", "anchor", "dir", "mission", "charter", "label", "leads", "meetings", "subprojects", "slack",
    "mailing_list", "place",
  ])
  private static let leadShape = RecordShape(keys: ["name", "handle", "organization", "role", "place"])
  private static let meetingShape = RecordShape(keys: [
    "description", "day", "time", "time_zone", "frequency", "url", "archive_url", "recordings_url", "place",
    "weekday", "start", "zone", "next", "problem",
  ])
  private static let subprojectShape = RecordShape(keys: [
    "name", "description", "owners", "leads", "meetings", "place",
  ])

  private static let upcomingShape = RecordShape(keys: ["group", "page", "meeting"])

  let places: PlaceValues
  let asOf: CalendarDate

  /// Meetings of the groups and of the community itself in the order of their next day; those whose next day is not
  /// known stand last.
  func upcoming(_ groups: [Group], and community: Community, folder: String) -> [Value] {
    var rows = community.meetings.map { meeting -> (next: CalendarDate?, value: Value) in
      let page = "\(folder)/groups/index.html"
      return (
        MeetingTime(meeting).next(from: asOf),
        .record(Self.upcomingShape, [.string(community.name), .string(page), self.meeting(meeting)])
      )
    }
    for (index, group) in groups.enumerated() {
      let meetings =
        group.meetings.map { (group.name, $0) }
        + group.subprojects.flatMap { part in part.meetings.map { (part.name, $0) } }
      for (name, meeting) in meetings {
        let page = "\(folder)/groups/index.html#\(Self.anchor(index))"
        rows.append(
          (
            MeetingTime(meeting).next(from: asOf),
            .record(Self.upcomingShape, [.string(name), .string(page), self.meeting(meeting)])
          ))
      }
    }
    return rows.enumerated().sorted { a, b in
      switch (a.element.next, b.element.next) {
      case (let x?, let y?) where x != y: x < y
      case (_?, nil): true
      case (nil, _?): false
      default: a.offset < b.offset
      }
    }.map(\.element.value)
  }

  private static func anchor(_ index: Int) -> String { "Group-\(index + 1)" }

  /// All groups of a community; each has an anchor of its own on the page of groups.
  func groups(_ groups: [Group]) -> [Value] {
    groups.enumerated().map { index, group in
      .record(
        Self.shape,
        [
          .string(Self.label(group.kind)), .string(group.name), .string(Self.anchor(index)), .optional(group.dir),
          .optional(group.mission), .optional(address(group.charterLink)), .optional(group.label),
          .list(group.leads.map(lead)), .list(group.meetings.map(meeting)),
          .list(group.subprojects.map(subproject)), .optional(group.contact?.slack),
          .optional(group.contact?.mailingList), places.value(group.location),
        ])
    }
  }

  /// A meeting; `weekday` (two letters), `start` (minutes since midnight) and `zone` are given together or not at all;
  /// `next` is its first day from the day of assessment on, where that can be told, `problem` why it cannot.
  private func meeting(_ meeting: Group.Meeting) -> Value {
    let time = MeetingTime(meeting)
    let isKnown = time.weekdays.count == 1 && time.start != nil && time.zone != nil
    return .record(
      Self.meetingShape,
      [
        .string(meeting.description), .optional(meeting.day), .optional(meeting.time), .optional(meeting.timeZone),
        .optional(meeting.frequency), .optional(address(meeting.url)), .optional(address(meeting.archiveURL)),
        .optional(address(meeting.recordingsURL)), places.value(meeting.location),
        .optional(isKnown ? time.weekdays.first?.rawValue : nil), .optional(isKnown ? time.start : nil),
        .optional(isKnown ? time.zone : nil), .optional(time.next(from: asOf)?.description),
        .optional(ICalendar.problem(of: time)),
      ])
  }

  private func lead(_ lead: Group.Lead) -> Value {
    .record(
      Self.leadShape,
      [
        .string(lead.name), .optional(lead.handle), .optional(lead.organization), .string(lead.role),
        places.value(lead.location),
      ])
  }

  private func subproject(_ subproject: Group.Subproject) -> Value {
    .record(
      Self.subprojectShape,
      [
        .string(subproject.name), .optional(subproject.description),
        .list(subproject.owners.compactMap(address).map(Value.string)), .list(subproject.leads.map(lead)),
        .list(subproject.meetings.map(meeting)), places.value(subproject.location),
      ])
  }

  /// An address a page may link to; anything else is nothing.
  private func address(_ text: String?) -> String? {
    guard let text, text.hasPrefix("https://") || text.hasPrefix("http://") else { return nil }
    return LinkTarget.safeAddress(text)
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
