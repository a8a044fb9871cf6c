import Testing

@testable import Intake

/// Sections, questions and status words: situations S22 to S26, S30, S32 and S40 of the reference.
@Suite struct SectionReaderTests {
  private func states(_ text: String) throws -> [String] {
    try facts(text).sections.map { "\($0.heading) \($0.level) \($0.state.rawValue)" }
  }

  @Test func tellsEmptySectionsFromContainers() throws {
    let text = "# Plan\n\n## Metrics\n\n### Stars\n12\n\n### Forks\n\n## Audit\n"
    #expect(
      try states(text) == [
        "Plan 1 container", "Metrics 2 container", "Stars 3 answered", "Forks 3 empty", "Audit 2 empty",
      ])
  }

  @Test func namesUnfinishedSections() throws {
    let text = """
      ## Audit
      This section is a place holder to be filled in.
      ## Governance
      * [WIP Rules](https://example.org/1)
      ## Review
      The review has begun and is ongoing.
      ## Roadmap
      * [WIP] Faster start
      """
    #expect(try states(text) == ["Audit 2 todo", "Governance 2 wip", "Review 2 wip", "Roadmap 2 answered"])
  }

  /// A box says itself how far it is; of two lines, the one with a link answers.
  @Test func callsNoAnswerUnfinished() throws {
    let text = """
      ## Suggested
      - [ ] **A silver badge**

      Some parts hold it, others are in progress.
      ## Users
      * The list on https://example.org/users
      * In progress: a file of them
      """
    #expect(try states(text) == ["Suggested 2 answered", "Users 2 answered"])
  }

  @Test func readsUnderlinedHeadings() throws {
    #expect(try states("Overview\n--------\n\nText.\n") == ["Overview 2 answered"])
  }

  @Test func readsStatusWords() throws {
    let found = try facts("# A\n* [DONE] One\n* [WIP] Two\n- TODO: Three\n* [WIP Four](x)\n* DONE in May\n").statusItems
    #expect(
      found.map { "\($0.marker.rawValue) \($0.text) \($0.location.line)" } == [
        "DONE One 2", "WIP Two 3", "TODO Three 4", "WIP Four 5",
      ])
  }

  @Test func findsQuestionsWithoutAnAnswer() throws {
    let text = """
      ## Alignment

      * Project is self-governing

      * Is there a documented Code of Conduct?

      [Yes](COC.md)

      * Does the project have users?

      Yes. See below.

      ## Lists

      * one

      * two
      """
    let found = try facts(text)
    #expect(found.unanswered.map(\.line) == [3])
    #expect(found.generation == "G1")
    #expect(found.items.map(\.criterion) == ["GOV-DOC", "GOV-COC"])
    #expect(found.items.map(\.evidence) == [.empty, .answered])
  }
}
