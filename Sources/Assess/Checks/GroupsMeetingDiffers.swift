import Diagnostics
import Intake
import Words

extension Rule {
  static let groupsMeetingDiffers = Rule(
    id: "groups/meeting-differs",
    summary: "a page that gives a different meeting time than the group data",
    why: "Newcomers come at the wrong hour and find an empty room.",
    howToFix: "use the time from the group data, with its time zone, or just link the calendar",
    examples: [
      Example(
        [
          "sigs.yaml": Samples.meetings,
          "meeting.md":
            "# Community Meeting\n\nJoin [here](https://meet.example/1).\n\n↓* Every Wednesday @ 16:00 CET/CEST\n",
        ],
        finds: ["Wednesday 16:00 CET/CEST here, Wednesday 15:00 UTC in the group data: the same only in winter"]),
      Example([
        "sigs.yaml": Samples.meetings,
        "meeting.md": "# Community Meeting\n\nJoin [here](https://meet.example/1).\n\n* Every Wednesday at 3pm UTC\n",
      ]),
      Example([
        "sigs.yaml": Samples.meetings,
        "meeting.md": "# Another meeting\n\nJoin [here](https://meet.example/2).\n\n* Every Friday at 3pm UTC\n",
      ]),
    ]
  ) { data, rule in
    let meetings = data.dataGroups.flatMap(\.allMeetings).filter {
      $0.url != nil && MeetingTime($0).startInUTC != nil
    }
    guard !meetings.isEmpty else { return [] }
    let known = Set(meetings.compactMap(\.url))
    let days = Lexicon.times.weekdays.map { Array(" \($0)".utf8) }
    let kinds: [DocumentKind] = [.readme, .page, .meetings, .governance, .contributing, .charter]
    return data.ownDocuments.filter { kinds.contains($0.kind) }.flatMap { document -> [Finding] in
      // A page is about the one meeting whose address it links.
      let addresses = Set(document.facts.links.lazy.map(\.destination).filter(known.contains))
      let linked = meetings.filter { addresses.contains($0.url ?? "") }
      guard linked.count == 1, let meeting = linked.first else { return [] }
      let said = document.words
      // A second one decides, and no more are looked for.
      var lines: [(Int, SpokenTime)] = []
      for line in document.source.lines(holding: .digit) where lines.count < 2 {
        guard document.source.byteRange(ofLine: line).count < 1000, days.contains(where: said[line: line].holds),
          let spoken = SpokenTime(document.source.lineText(line))
        else { continue }
        lines.append((line, spoken))
      }
      guard lines.count == 1, let (line, spoken) = lines.first, let words = difference(spoken, meeting) else {
        return []
      }
      let time = [meeting.day, meeting.time, meeting.timeZone].compactMap { $0 }.joined(separator: " ")
      return [
        rule.finding(
          .note, "\(spoken.text.replacing(" @", with: "")) here, \(time) in the group data: \(words)",
          key: meeting.url ?? "",
          at: [.init(.claim, document.source.location(line: line)), .init(.fact, meeting.location)],
          confidence: .medium, expected: spoken.text, actual: time)
      ]
    }
  }

  /// How two times differ, in words; nil when they are the same the whole year.
  private static func difference(_ spoken: SpokenTime, _ meeting: Group.Meeting) -> String? {
    let data = MeetingTime(meeting)
    guard let here = spoken.time.startInUTC, let there = data.startInUTC else { return nil }
    if !data.weekdays.isEmpty, data.weekdays != spoken.time.weekdays { return "another day" }
    switch (here.winter == there.winter, here.summer == there.summer) {
    case (true, true): return nil
    case (true, false): return "the same only in winter"
    case (false, true): return "the same only in summer"
    case (false, false): return "not the same time"
    }
  }
}
