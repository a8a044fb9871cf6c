import Diagnostics
import Testing

@testable import Intake

/// Meetings of a document, one a line: `description | weekdays | start | zone | recurrence | problems`.
private func meetings(_ text: String, kind: DocumentKind = .readme, path: String = "README.md") -> [String] {
  facts(text, kind: kind, path: path).facts.meetings.map { meeting in
    let time = MeetingTime(meeting)
    let recurrence: String =
      switch time.recurrence {
      case .weeks(let weeks): "every \(weeks)"
      case .monthly(let numbers): "monthly \(numbers.map(String.init).joined(separator: ","))"
      case nil: "-"
      }
    let words = [
      meeting.description, time.weekdays.map(\.rawValue).joined(separator: ","), time.start.map(String.init) ?? "-",
      time.zone ?? "-", recurrence, time.problems.joined(separator: "; "),
    ]
    return words.filter { !$0.isEmpty }.joined(separator: " | ")
  }
}

@Suite struct MeetingPageTests {
  @Test(arguments: [
    ("We meet every second Thursday at 16:00 UTC.", "TH | 960 | UTC | every 2"),
    ("We meet every other Thursday at 8am PT.", "TH | 480 | America/Los_Angeles | every 2"),
    ("The call takes place on Tuesdays at 9:00am US/Pacific Time (PT).", "TU | 540 | America/Los_Angeles | every 1"),
    ("The meeting runs every other Wednesday from 13:00 CET to 13:30 CET.", "WE | 780 | Europe/Brussels | every 2"),
    ("Meets monthly, 3rd Wednesday of every month 10:00 AM Pacific Time", "WE | 600 | America/Los_Angeles | monthly 3"),
    (
      "It meets on the 1st and 3rd Tuesday of every month at 8AM PT (Pacific)",
      "TU | 480 | America/Los_Angeles | monthly 1,3"
    ),
    ("We meet every second Thursday of the month at 16:00 UTC", "TH | 960 | UTC | monthly 2"),
    ("The council meets every Thursday at 1300 UTC", "TH | 780 | UTC | every 1"),
    ("The meetings are on Fridays (biweekly) at 16:00 Europe/Stockholm time", "FR | 960 | Europe/Stockholm | every 2"),
    ("Public meeting each Monday, 12:00p-01:00p EST", "MO | 720 | America/New_York | every 1"),
    ("Meeting: every Wednesday @ 16:00 CET/CEST (10:00 EST/EDT)", "WE | 960 | Europe/Brussels | every 1"),
    ("Meeting: every Tuesday at 9:00 PT / 17:00 UTC", "TU | 540 | America/Los_Angeles | every 1"),
    (
      "We meet Tuesdays at 9:00 UTC and Fridays at 15:00 UTC.",
      "TU,FR | - | UTC | every 1 | several times are given"
    ),
    ("We meet every Tuesday at 9:00 IST", "TU | 540 | - | every 1 | time zone `IST` is that of India or Israel"),
    ("We meet on Tuesday at 9:00 UTC", "TU | 540 | UTC | - | no frequency is given"),
    (
      "The call is held every third Tuesday at 9:00 UTC.",
      "TU | 540 | UTC | - | which weeks `every` means beside a number is not said"
    ),
  ])
  func readsSentences(_ sentence: String, _ expected: String) {
    #expect(meetings("# Engine\n\n## Community\n\nCome! \(sentence)\n") == ["Community | \(expected)"])
  }

  @Test(arguments: [
    "We released it on Tuesday at 9:00 UTC.", "The meeting on Thursday, January 4th, 2024 at 9:00 UTC was short.",
    "Join our meetings.", "Calls are answered every day.", "We meet on Monday with version 1.2.",
  ])
  func takesOtherSentencesForNone(_ sentence: String) { #expect(meetings("# Engine\n\n\(sentence)\n") == []) }

  @Test func readsLabelledLinesWithTheirLinks() {
    let text = """
      ## Design sync

      Anyone is welcome.

      **Zoom Call:** https://zoom.example/j/1<br>
      **Meeting ID:** 1 2 3<br>
      **Schedule:** Tuesdays at 9:00am US/Pacific Time.<br>
      **Notes:** [here](https://notes.example)
      """
    let found = facts(text, kind: .readme, path: "README.md").facts.meetings
    #expect(meetings(text) == ["Design sync | TU | 540 | America/Los_Angeles | every 1"])
    #expect(found.map(\.url) == ["https://zoom.example/j/1"])
    #expect(found.map(\.archiveURL) == ["https://notes.example"])
    #expect(found.map(\.location.line) == [7])
  }

  @Test func readsBulletsBelowTheirNames() {
    let text = """
      The project has two regular meetings:

      * Engine and console
        * Meets monthly, 3rd Wednesday of every month 10:00 UTC
        * [Agenda & notes](https://notes.example/1)
      * Docs
        * Meets every Monday 10:00 UTC
        * [Agenda & notes](https://notes.example/2)
      """
    let found = facts(text, kind: .readme, path: "README.md").facts.meetings
    #expect(meetings(text) == ["Engine and console | WE | 600 | UTC | monthly 3", "Docs | MO | 600 | UTC | every 1"])
    #expect(found.map(\.archiveURL) == ["https://notes.example/1", "https://notes.example/2"])
  }

  @Test func readsASchedule() {
    let text = """
      # Meeting schedule

      | Meeting | Day | Time (UTC) | Frequency | Link | Agenda |
      |---|---|---|---|---|---|
      | Community | Thursday | 16:00 | biweekly | [Zoom](https://zoom.example/1) | [Notes](https://n.example) |
      | Triage | first Monday | 15:00 | monthly | | |
      | Design | TBD | TBD | | | |

      | Team | When |
      |---|---|
      | Docs | Every Tuesday at 9:00 PT |
      """
    #expect(
      meetings(text, kind: .meetings, path: "MEETING_SCHEDULE.md") == [
        "Community | TH | 960 | UTC | every 2", "Triage | MO | 900 | UTC | monthly 1",
        "Docs | TU | 540 | America/Los_Angeles | every 1",
      ])
  }

  @Test func takesMinutesForNoSchedule() {
    let text = "# 2024-01-04\n\n- Meeting moved to Thursday at 9:00 UTC\n- The next call is on Friday at 10:00 UTC\n"
    #expect(meetings(text, kind: .meetings, path: "minutes.md") == [])
  }
}
