@testable import Criteria
import Diagnostics
import Testing

@testable import Intake

@Suite struct MailAndThreadTests {
  private let mail = """
    <html><head><title>x</title></head><body><div>Hi all,</div><div><b><u>Post Mortem</u></b></div>\
    <div><span> </span>1. <b>Docs:</b> We were late. We need to write along the way<a href="https://a.example">notes</a>[1].</div>\
    <div><b style="text-decoration: underline;">Cadence </b>(see the post)</div>\
    <div>We agreed to ship monthly.</div><div><b><u>Outreach Committee</u></b></div>\
    <div>The Outreach Committee (talks) met.</div><div>[1] <a href="https://a.example">https://a.example</a></div>\
    <blockquote>We need old things</blockquote><div>-- </div><div>Please call me</div></body></html>
    """

  @Test func topicsOfAnHTMLMailBecomeSectionsActionsAndDecisions() {
    let facts = readActivity(mail, as: .mail, path: "mail.html").facts
    #expect(facts.sections.map(\.heading) == ["Post Mortem", "Docs", "Cadence", "Outreach Committee"])
    #expect(facts.actions.map(\.text) == ["We need to write along the waynotes."])
    #expect(facts.actions.map(\.topic) == ["Docs"])
    #expect(facts.decisions.map(\.text) == ["We agreed to ship monthly."])
    #expect(facts.decisions.map(\.topic) == ["Cadence"])
    #expect(facts.groups.map(\.name) == ["Outreach Committee"])
  }

  @Test func placesInOneLongLineHaveTheirColumn() throws {
    let facts = readActivity(mail, as: .mail, path: "mail.html").facts
    let place = try #require(facts.decisions.first?.location)
    let start = try #require(mail.utf8.firstRange(of: "We agreed".utf8)?.lowerBound)
    #expect(place.line == 1)
    #expect(place.column == mail.unicodeScalars.distance(from: mail.startIndex, to: start) + 1)
  }

  @Test func plainMailHasItsDateAndDropsWhatItForwards() {
    let facts = readActivity(
      """
      From: Ann
      Subject: Plans
      Date: Mon, 4 Jun 2018 10:00:00 +0000

      We need a logo.

      > We need quotes.

      -----Original Message-----
      We need forwarded things.
      """, as: .mail, path: "mail.txt"
    ).facts
    #expect(facts.date?.description == "2018-06-04")
    #expect(facts.actions.map(\.text) == ["We need a logo."])
  }

  private let page = """
    widget icon indicating copy to clipboard operation
    Widget Graduation Application
    Open alice opened this issue 1 year ago • 4 comments
    Body
    alice avatar Jul 04 '24 15:07 alice
    @alice let me know if I can help push this forward
    bob avatar Dec 03 '24 10:12 bob
    Some notes:

      • Public list of adopters - the link is missing
      • Roadmap - say when it changes

    Almost ready.
    carol avatar Aug 11 '25 17:08 carol
    /lifecycle stale
    widget-bot avatar Nov 10 '25 10:11 widget-bot
    /remove-lifecycle stale

    The maintainer table lacks two rows.

    On Mon, Nov 10, 2025 at 11:52 AM widget-bot wrote:

    Please close this issue now or never.
    dave avatar Nov 10 '25 14:11 dave
    """

  @Test func damagedTextsAreReadWithoutHarm() {
    let notes = """
      ## Events
      ### A Forum ... Oslo ... Sept 15 â€“ 16, 2021
      - **Actions:** TODO: [WIP] we need x. We agreed. 2021/06/01 12:30 UTC+8
      unable to obtain it due to
        - [x] ~~y~~ Done: z
      """
    var state: UInt32 = 1
    for (text, kind) in [
      (mail, DocumentKind.mail), (page, .thread), (page, .notes), (notes, .notes), (notes, .roadmap),
    ] {
      let bytes = Array(text.utf8)
      for cut in stride(from: 0, to: bytes.count, by: 7) {
        var damaged = Array(bytes[..<cut])
        for _ in 0..<3 where !damaged.isEmpty {
          state = state &* 1_664_525 &+ 1_013_904_223
          damaged[Int(state >> 8) % damaged.count] = UInt8(state >> 24)
        }
        _ = readActivity(String(decoding: damaged, as: UTF8.self), as: kind, path: "x.txt")
      }
    }
  }

  @Test func reviewersRemarksAreTakenFromASavedPage() {
    let place = Location(path: "criteria.yaml", line: 1)
    var criterion = Criterion(id: "ECO-LIST", section: "Ecosystem", text: "List", order: 1, location: place)
    criterion.match = ["public list of adopters"]
    let set = CriteriaSet(
      model: "m", title: "M", foundation: "F", levels: [], revisions: [], criteria: [criterion], location: place)
    for kind in [DocumentKind.thread, .dueDiligence] {
      let feedback = readActivity(page, as: kind, path: "issue.txt", criteria: [set]).facts.feedback
      #expect(feedback.map(\.by) == ["carol", "carol", "dave"])
      #expect(
        feedback.map(\.text) == [
          "Public list of adopters - the link is missing", "Roadmap - say when it changes",
          "The maintainer table lacks two rows.",
        ])
      #expect(feedback.map(\.location.line) == [10, 11, 19])
      #expect(feedback.map(\.criterion) == ["ECO-LIST", nil, nil])
      #expect(feedback.first?.date?.description == "2025-08-11")
    }
  }

  @Test func threadsKeptAsNotesAreReadByTheirHeadings() {
    let feedback = readActivity(
      """
      # Comments
      ## bob, 2024-12-03
      I am glad to help if something holds this up.
      ## carol, 2025-08-11
      - The roadmap lacks dates
      > - quoted
      ## widget-bot, 2025-11-10
      This issue is now stale and will be closed.
      """, as: .thread
    ).facts.feedback
    #expect(feedback.map(\.text) == ["The roadmap lacks dates"])
    #expect(feedback.map(\.by) == ["carol"])
  }

  @Test func roadmapsHaveStatusItems() {
    let items = readActivity(
      "- [DONE] a b\n- [WIP] c\n- [x] d\n- [ ] e\n- ~~f~~\n- plain\n", as: .roadmap
    ).facts.statusItems
    #expect(items.map(\.marker) == [.done, .wip, .done, .todo])
    #expect(items.map(\.text) == ["a b", "c", "d", "e"])
  }

  @Test func roadmapItemsStandUnderAMilestone() {
    let items = readActivity(
      """
      # Roadmap
      ## How to change it
      - open an issue
      ## v2.0 (September 2026)
      - Faster start
        - of the first node
      - [ ] Cold start
      ## Ideas
      - [WIP] Snapshots
      """, as: .roadmap
    ).facts.roadmapItems
    #expect(items.map(\.text) == ["Faster start", "Cold start", "Snapshots"])
    #expect(items.map(\.milestone) == ["v2.0 (September 2026)", "v2.0 (September 2026)", "Ideas"])
    #expect(items.map(\.marker) == [nil, .todo, .wip])
    #expect(items.map(\.location.line) == [5, 7, 9])
  }

  @Test func schedulesOfBothStylesAreEvents() {
    let facts = readActivity(
      """
      - when: 2024-11-05
        who: Upstream
        what: Tag 1.32
      - when: 2026/03/11
        milestone: null
        who: CI
        what: Start
        notes: null
      - when: soon
        what: Party
      """, as: .schedule, path: "schedule.yaml"
    ).facts
    #expect(facts.events.map(\.name) == ["Tag 1.32", "Start", "Party"])
    #expect(facts.events.map { $0.date?.description } == ["2024-11-05", "2026-03-11", nil])
    #expect(facts.events.map(\.details) == [["Upstream"], ["CI"], []])
    #expect(facts.unread.map(\.line) == [9])
  }
}
