import Testing

@testable import Intake

/// Boxes that restate the form in other words, and sentences wrapped over several lines.
@Suite struct OwnWordsTests {
  private let form = """
    ## Governance and Maintainers

    ### Required

    - [x] **Clear and discoverable project governance documentation.**

    Yes.


    """

  @Test(arguments: [
    ("- [x] Our current maintainers are named with contact and affiliation in\n  `MAINTAINERS.md`.", "GOV-LIST"),
    ("- [x] The whole maintainer lifecycle, from onboarding to emeritus, is described.", "GOV-LIFE"),
    ("- [x] Seven active maintainers are appropriate to the size of the code.", "GOV-NUM"),
    ("- [x] Ownership of code matches the roles that are described.", "GOV-OWN"),
  ])
  func aBoxIsKnownByTheWordsOfItsSection(box: String, criterion: String) throws {
    let item = try #require(try facts(form + box + "\n").items.last)
    #expect(item.criterion?.rawValue == criterion)
    #expect(item.resolution == .words)
    #expect(item.evidence == .answered)
  }

  @Test(arguments: [
    "- [x] We like maintainers.", "- [x] Additional information on topics such as support", "- [x] Governance is nice.",
  ])
  func aBoxThatSaysTooLittleStaysUnresolved(box: String) throws {
    let item = try #require(try facts(form + box + "\n").items.last)
    #expect(item.criterion == nil)
    #expect(item.resolution == .unresolved(candidates: []))
  }

  @Test func criteriaMayBeNumbered() throws {
    let items = try facts(
      """
      # Example Graduation Application

      1. Have committers from at least two organizations.
        * Yes, see the list.

      2. Have a healthy number of committers. A committer is someone
        who can merge.
        * Eleven.
      3. Something nobody asks for.
        * Nothing.
      4. Demonstrate a substantial ongoing flow of commits and merged contributions.
      """
    ).items
    #expect(items.map(\.criterion?.rawValue) == ["GOV-2ORG", "GOV-NUM", "COM-ACT"])
    #expect(items.map(\.evidence) == [.answered, .answered, .empty])
    #expect(items.map(\.evidenceText) == ["Yes, see the list.", "Eleven.", ""])
  }

  @Test func aBoxUnderAnotherHeadingIsNoneOfTheForm() throws {
    let text = form + "## Shopping\n\n- [x] Current maintainers with names, contact and affiliation\n"
    #expect(try facts(text).items.last?.criterion == nil)
  }

  @Test func theTextOfABoxGoesOnInTheLinesItIsWrappedOver() throws {
    let text = """
      - [x] Complete a Governance Review. The assessment stands in
        [`review.md`](https://example.org/review.md), has no open points,
        and was merged.
      """
    let item = try #require(try facts(text).items.first)
    #expect(item.criterion?.rawValue == "PROC-GOVREV")
    #expect(item.evidenceLines == 1...3)
    #expect(item.links.count == 1)
  }

  @Test func theHeadingAboveTheSectionsOfTheFormIsNotEmpty() throws {
    let text = "### Criteria\n\n## Security\n\n### Required\n\n- [x] **Third Party Security Review.**\n\nMade.\n"
    #expect(try facts(text).sections.map(\.state) == [.container, .container, .answered])
  }

  @Test(arguments: [
    ("**Example Graduation Proposal**\n\n### Incubation Criteria\n\nText.\n", "graduated"),
    ("# Contents\n\n# Progress since sandbox\n\nText.\n", "incubating"),
  ])
  func theLevelIsThatOfTheTitleOrTheFile(text: String, level: String) throws {
    #expect(try facts(text, path: "example-incubation-proposal.md").level?.rawValue == level)
  }

  @Test func theTitleDecidesBothTheSubjectAndTheLevel() throws {
    let text = "# Example Graduation Application\n\n## Application of Sample for incubation\n\nProject: Sample\n"
    let facts = try facts(text, path: "docs/sample-incubation.md")
    #expect(facts.subject == "Example")
    #expect(facts.level?.rawValue == "graduated")
  }
}
