@testable import Criteria
import Diagnostics
import Testing

@testable import Intake

@Suite struct NotesReaderTests {
  @Test func eventsHaveNameDaysAndState() {
    let events = readActivity(
      """
      # Notes
      ## Events
      Filter: https://example.org
      ### Widget Summit
      - Dates: February 9 - 10, 2021
      - Booth attendance was poor
      ### GadgetCon ... Lyon, FR .... October 11-15
      - Two papers submitted.  Waiting to hear from board.
      ### Tinker Forum, Oslo, Oct 20, 2021
      - Virtual
      ### Event possibilities
      - Any ideas
      ## Other
      ### Gear Summit
      - is no event here
      """, as: .notes
    ).facts.events
    #expect(events.map(\.name) == ["Widget Summit", "GadgetCon", "Tinker Forum"])
    #expect(events.map { $0.date?.description } == ["2021-02-09", "2021-10-11", "2021-10-20"])
    #expect(events.map { $0.endDate?.description } == ["2021-02-10", "2021-10-15", nil])
    #expect(events.map(\.state) == [.done, .waiting, .planned])
    #expect(events[1].details.prefix(2) == ["Lyon, FR", "October 11-15"])
    #expect(events.map(\.location.line) == [4, 7, 9])
  }

  @Test func datesDecideAgainstTheDocumentsDay() {
    let text = """
      ---
      date: 2021-07-09
      ---
      ## Events
      - Widget Summit, May 4, 2021
      - Widget Summit, August 4, 2021
      - Widget Forum
      """
    #expect(readActivity(text, as: .notes).facts.events.map(\.state) == [.done, .planned, .unknown])
  }

  @Test func asksAreTakenFromSentencesAndLists() {
    let actions = readActivity(
      """
      ## Road
      We have plenty of users. There is work to be done. Do we need a logo?
      - Website - [WIP] Add adopters
      - Post notes to the list
      - Volunteers needed for the booth.
      ## Action items
      - [x] Ask Ann
      - Write the page
      - None
      ## Reqs to leads
      - Proposals are now public!
      ### SIGs
      - Storage and network to meet in the open
      """, as: .notes
    ).facts.actions
    #expect(
      actions.map(\.text) == [
        "There is work to be done.", "Website - [WIP] Add adopters", "Volunteers needed for the booth.", "Ask Ann",
        "Write the page", "Storage and network to meet in the open",
      ])
    #expect(actions.map(\.state) == [.open, .open, .open, .done, .open, .open])
    #expect(actions.map(\.location.line) == [2, 3, 5, 7, 8, 13])
    #expect(actions[3].topic == "Action items")
  }

  @Test func onlyTheNewestOfSeveralMeetingsHasOpenAsks() {
    let facts = readActivity(
      """
      # Meetings
      ## 2026-08-05 #2
      **Actions**
      - Plan the release
      - - **Action Items**
          - Move the meeting
      ## 2026-07-22 #1
      We decided to fork it.
      **Actions**
      - Plan the party
      """, as: .notes
    ).facts
    #expect(facts.actions.map(\.text).contains("Plan the release"))
    #expect(facts.actions.map(\.text).contains("Move the meeting"))
    #expect(!facts.actions.map(\.text).contains("Plan the party"))
    #expect(facts.decisions.map(\.text) == ["We decided to fork it."])
    #expect(facts.date?.description == "2026-08-05")
  }

  @Test func decisionsAreTakenOnlyWhenSomethingIsDecided() {
    let decisions = readActivity(
      """
      ## Cadence
      We agreed to release in May. We had no agreement about June. The proposal we arrived at is to wait.
      It is to be decided later. We used tags, but nobody had agreed on them.
      """, as: .notes
    ).facts.decisions
    #expect(decisions.map(\.text) == ["We agreed to release in May.", "The proposal we arrived at is to wait."])
    #expect(decisions.first?.topic == "Cadence")
  }

  @Test func logsOfDecisionsGiveOneEachWithItsTopic() {
    let decisions = readActivity(
      """
      # Decision log
      ## Decisions
      ### Allow new reviewers
      #### Decision
      Reviewers may come from anywhere.
      #### Approvers
      - Ann
      """, as: .notes
    ).facts.decisions
    #expect(decisions.map(\.text) == ["Reviewers may come from anywhere."])
    #expect(decisions.map(\.topic) == ["Allow new reviewers"])
  }

  @Test func reasonsOfARefusalAreFeedback() {
    let feedback = readActivity(
      """
      - Project was unable to obtain a sponsor due to
        - participation isn't documented
        - no pipeline
      - No presence due to no response
      """, as: .notes
    ).facts.feedback
    #expect(feedback.map(\.text) == ["participation isn't documented", "no pipeline"])
    #expect(feedback.map(\.location.line) == [2, 3])
  }

  @Test func aRemarkSpeaksOfTheCriterionWhoseTopicItHolds() {
    let place = Location(path: "criteria.yaml", line: 1)
    var ladder = Criterion(id: "LADDER", section: "People", text: "A ladder exists", order: 1, location: place)
    ladder.topics = ["contributor to maintainer"]
    let set = CriteriaSet(
      model: "m", title: "M", foundation: "F", levels: [], revisions: [], criteria: [ladder], location: place)
    let feedback = readActivity(
      """
      - Project was unable to obtain a sponsor due to
        - no way from Contributor to Maintainer
        - no contributor or maintainer came
      """, as: .notes, criteria: [set]
    ).facts.feedback
    #expect(feedback.map(\.criterion) == ["LADDER", nil])
  }

  @Test func linesKeptShortAreLinesOfTheirOwn() {
    let text = """
      December 16, 2021
      Moderator: Ann
      We need a scribe for the next one
      Volunteers welcome

      December 9, 2021
      Moderator: Bob
      We need a scribe
      """
    let facts = readActivity(text, as: .notes, path: "2021.txt").facts
    #expect(facts.date?.description == "2021-12-16")
    #expect(facts.actions.map(\.text) == ["We need a scribe for the next one"])
    #expect(facts.actions.map(\.location.line) == [3])
  }

  @Test func brokenEncodingIsMendedAndNotedOnce() {
    let (facts, diagnostics) = readActivity(
      "## Events\n### A Forum, 15 â€“ 16 May 2021\n### B Forum â€“ x\n", as: .notes)
    #expect(facts.events.map(\.name) == ["A Forum", "B Forum – x"])
    #expect(diagnostics.map(\.rule) == ["text/mojibake"])
    #expect(diagnostics.first?.location?.line == 2)
  }

  @Test func groupsNamedByAHeadingAreFound() {
    let groups = readActivity(
      """
      ## Outreach Committee updates
      The Outreach Committee (talks, posts) met.
      ## Tooling SIG
      - Started
      ## New working group
      Shall there be one?
      """, as: .notes
    ).facts.groups
    #expect(groups.map(\.name) == ["Outreach Committee", "Tooling SIG"])
    #expect(groups.map(\.kind) == [.committee, .sig])
    #expect(groups.first?.mission == "talks, posts")
  }

  @Test func guidesToMeetingsHoldNoAsksInProse() {
    #expect(readActivity("# Sync, 4 May 2021\nTODO: add a scribe.\n", as: .meetings).facts.actions.count == 1)
    #expect(readActivity("# Meetings\nPlease add your topic. We need a scribe.\n", as: .meetings).facts.actions.isEmpty)
  }

  /// What is said at a meeting, and what stands on its agenda, is no task.
  @Test func minutesHoldTheActionsThatTheyMark() {
    let text = """
      # Widget meeting 2026-06-03

      ## Agenda

      * Add a state to the lifecycle of groups. [#1880](https://example.org/1880)

      ## Minutes

      Ann: small surfaces should be our goal, because the more we have to support the slower we are.

      - Settings of the agenda: please put items on the top of this document.
      - Action: Dan to propose each to its group (completed 2026-09-22) and each group will decide.
      - AI: Eve to write the page.

      ## Action items

      - Fay calls the vote
      - Gus asks Ann (done)

      """
    let actions = readActivity(text, as: .meetings).facts.actions
    #expect(actions.map(\.location.line) == [12, 13, 17, 18])
    #expect(actions.map(\.state) == [.done, .open, .open, .done])
    // Notes that tell of a project are read for what it asks.
    #expect(readActivity(text, as: .notes).facts.actions.count > 4)
  }

  @Test func hostileNotesAreReadInBoundedTime() {
    _ = readActivity(String(repeating: "- we need x\n", count: 5_000), as: .notes)
    _ = readActivity(String(repeating: "we need a b\n", count: 20_000), as: .notes)
    _ = readActivity(String(repeating: "> ", count: 2_000) + "x", as: .notes)
    _ = readActivity(String(repeating: "we need a. We agreed ", count: 20_000), as: .notes)
  }
}
