import StructuredData
import Testing

@testable import Intake

/// Pages that were saved as text, and references that stand for criteria: situations S8 and S44 to S46.
@Suite struct SavedPageTests {
  private let page = """
    community copied to clipboard

    Example Graduation Application

    Open alice opened this issue 1 year ago \u{2022} 1 comments

    Application Level Assertion

      \u{2022} [x] This project is currently Incubating, accepted on 2022-04-19, and applying to Graduate.

    Engineering Principles

      \u{2022} [x] #340

      \u{2022} This was done in our community repo.
      \u{2022} [x] Document what the project does, and why it does it.
      \u{2022} [ ] #339
      \u{2022} [x] Roadmap change process is documented.

    We have a process.

    Security

    Required

      \u{2022} [x] Clearly defined and discoverable process to report security issues.
      \u{2022} [ ] #11
      \u{2022} [ ] #12

    alice avatar Jul 04 '24 15:07 alice

    - [x] Third Party Security Review.

    bob avatar Dec 03 '24 10:12 bob

    """

  @Test func readsTheChecklistOfASavedIssue() throws {
    let found = try facts(page)
    #expect(
      found.items.map { $0.criterion?.rawValue ?? "-" } == [
        "APP-LEVEL", "ENG-GOALS", "ENG-WHAT", "ENG-ROAD", "ENG-ROADCHG", "SEC-REPORT", "-", "-",
      ])
    #expect(
      found.items.map(\.evidence) == [
        .empty, .answered, .empty, .empty, .answered, .empty, .empty, .empty,
      ])
    #expect(found.lostLinks)
    #expect(found.date == CalendarDate(year: 2024, month: 7, day: 4))
    #expect(
      found.sections.map(\.heading) == [
        "Application Level Assertion", "Engineering Principles", "Security", "Required",
      ])
  }

  @Test func resolvesAReferenceByItsPositionOnlyWhenTheGapFits() throws {
    let found = try facts(page).items
    #expect(found[1].resolution == .position)
    #expect(found[1].issueReference == 340)
    guard case .unresolved(let candidates) = found[6].resolution else {
      Issue.record("resolved \(found[6].resolution)")
      return
    }
    #expect(candidates.prefix(2) == ["SEC-ACL", "SEC-RESP"])
    #expect(candidates.count > 2)
  }

  @Test func aBoxWithTheNestedBoxesOfOneCriterionIsThatCriterion() throws {
    let text = """
      - [ ] #382
        - [x] Release expectations (scheduled or by features)
        - [ ] Artifacts included in the release.
      """
    #expect(try items(text).first == "ENG-REL unchecked 0 empty")
  }

  @Test(arguments: ["#58", "example/community#58", "https://github.com/example/community/issues/58"])
  func readsReferencesToIssues(reference: String) throws {
    #expect(try facts("- [ ] \(reference)\n").items.map(\.issueReference) == [58])
  }

  @Test func leavesOutThePageAroundACommit() throws {
    let text = """
      Skip to content
      Example commit
      alice authored Sep 7, 2021
      Showing 1 changed file with 4 additions and 0 deletions.
      4 changes: 4 additions & 0 deletions 4 dd.md
      @@ -0,0 +1,4 @@
      # Example Incubation Stage Review Proposal

      ## Users
      Used by 12 organizations.

      0 comments on commit d0ef43c
      """
    let found = try facts(text)
    #expect(found.sections.map(\.heading) == ["Example Incubation Stage Review Proposal", "Users"])
    #expect(found.claims.map(\.value) == [12])
    #expect(found.date == CalendarDate(year: 2021, month: 9, day: 7))
    #expect(!found.lostLinks)
  }

  @Test func aThreadWithoutAChecklistIsLeftToOthers() throws {
    #expect(try facts("# Thread\n\n- [x] Buy milk\n", kind: .thread).items.isEmpty)
  }
}
