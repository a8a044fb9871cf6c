import Testing

@testable import Intake

/// Where evidence stands and what is none: situations S10 to S20, S32, S34, S38 of the reference.
@Suite struct EvidenceTests {
  private func item(_ text: String, _ index: Int = 0) throws -> ChecklistItem {
    let found = try facts(text).items
    return try #require(found.indices.contains(index) ? found[index] : nil)
  }

  private let box = "- [x] **Roadmap change process is documented.**\n"

  @Test(arguments: [
    "\nA flush paragraph.\n", "\n  An indented paragraph.\n", "  - A nested bullet.\n", "- A sibling bullet.\n",
    "\n> A quoted policy.\n", "\n| a | b |\n|---|---|\n| c | d |\n", "\n```\ncode\n```\n",
  ])
  func findsEvidenceWhereverItStands(evidence: String) throws {
    #expect(try item(box + evidence).evidence == .answered)
  }

  @Test func takesEverythingUpToTheNextCriterionOrHeading() throws {
    let first = try item(box + "\nOne.\n\n- two\n  - three\n\n##### Four\n\n## Next\n\nNot this.\n")
    #expect(first.evidenceLines == 3...8)
    #expect(first.evidenceText == "One.\ntwo\nthree\nFour")
  }

  @Test func commentsAreNoEvidenceAndTextBehindThemIs() throws {
    #expect(try item(box + "\n<!-- (Evaluation goes here) -->\n").evidence == .empty)
    let filled = try item(box + "\n<!-- (Evaluation goes here) -->\nThe process is in the guide.\n")
    #expect(filled.evidenceLines == 4...4)
  }

  @Test func aCommentOverSeveralLinesIsLeftOut() throws {
    #expect(try item(box + "\n<!-- one\n\n- two\n\nthree -->\n").evidence == .empty)
  }

  @Test func sentencesOfTheFormAreNoEvidence() throws {
    let form = "Refer to the Adoption portion of this document."
    #expect(try item("- [x] **TOC verification of adopters.**\n\n\(form)\n").evidence == .templateOnly)
    let more = try item("- [x] **TOC verification of adopters.**\n\n\(form) Four were asked.\n")
    #expect(more.evidence == .answered)
    #expect(more.evidenceText == "Four were asked.")
  }

  @Test(arguments: [
    "This occurred on DD-MMM-YYYY, and can be found at $LINK.", "_If applicable_ a review was updated on YYYYMMDD.",
    "The project [has/has not] a plan.", "Asked in MONTH YEAR.",
  ])
  func placeholdersAreNoEvidence(line: String) throws {
    #expect(try item(box + "  - \(line)\n").evidence == .placeholder)
    #expect(try item(box + "  - \(line)\n\nIt is in the guide.\n").evidence == .answered)
  }

  @Test func shellVariablesAreNoPlaceholders() throws {
    #expect(try item(box + "\nRun $HOME/bin/plan.\n").evidence == .answered)
  }

  @Test(arguments: ["Tagging: TODO", "This is currently WIP.", "TBD", "To be filled in later."])
  func unfinishedTextIsToDo(line: String) throws {
    #expect(try item(box + "\n\(line)\n").evidence == .todo)
  }

  @Test func aToDoInAnAddressIsNone() throws {
    #expect(try item(box + "\nSee https://example.org/TODO.md for the plan.\n").evidence == .answered)
  }

  @Test func notApplicableIsAnAnswer() throws {
    #expect(try item(box + "\nN/A\n").evidence == .answered)
  }

  @Test func aBadgeIsEvidence() throws {
    #expect(try item(box + "\n[![badge](https://example.org/b.svg)](https://example.org)\n").evidence == .answered)
    #expect(try item(box + "\n<a href=\"https://example.org\"><img src=\"b.svg\"></a>\n").links.count == 1)
  }

  @Test func textBehindTheBoldCriterionCountsWhenThereIsNoOther() throws {
    let own = try item("- [x] **Third Party Security Review.** Done in 2023 by an independent laboratory.\n")
    #expect(own.evidence == .answered)
    #expect(own.evidenceLines == 1...1)
  }

  @Test func textBetweenNestedBoxesBelongsToTheOneAbove() throws {
    let text = """
      - [x] **Document the project's release process and guidelines, that defines:**

        - [x] Release expectations (scheduled or by features)

        Every four months.

        - [x] Artifacts included in the release.

        Images and a chart.

      All of it is on the web site.
      """
    #expect(
      try facts(text).items.map(\.evidenceText) == [
        "All of it is on the web site.", "Every four months.", "Images and a chart.",
      ])
  }

  @Test func textBehindAnOnlyNestedBoxBelongsToItsParentUnlessIndentedDeeper() throws {
    let head =
      "- [x] **Third Party Security Review.**\n  - [x] Moderate and low findings from the review are tracked\n\n"
    #expect(try facts(head + "  Reviewed in 2023.\n").items.map(\.evidence) == [.answered, .empty])
    #expect(try facts(head + "    See the board.\n").items.map(\.evidence) == [.empty, .answered])
  }

  @Test func aNumberedListBehindNestedBoxesIsTheirParents() throws {
    let text = """
      - [ ] **Document the project's release process and guidelines, that defines:**
        - [x] Release expectations (scheduled or by features)
        - [ ] Artifacts included in the release.

        1. Expectations: every four months, as the
           schedule says.
        2. Artifacts: TODO
      """
    let found = try facts(text).items
    #expect(found.map(\.evidence) == [.todo, .empty, .empty])
  }

  @Test func aNoteAnswersForItsSection() throws {
    let note = "## Governance and Maintainers\n\nThe governance review of May found no conflict.\n\n### Required\n\n"
    #expect(try item(note + "- [x] **All subprojects, if any, are listed.**\n").hasSectionNote)
    let form = "## Governance and Maintainers\n\nNote: a review may supplement this.\n\n### Required\n\n"
    #expect(try !item(form + "- [x] **All subprojects, if any, are listed.**\n").hasSectionNote)
  }

  @Test func countsLinksOfTheEvidenceOnly() throws {
    let text = """
      - [x] **Governance clearly documents [vendor-neutrality](https://example.org/form) of project direction.**

      In [the rules](RULES.md), [there][r], <https://example.org/a> and www.example.org, not `[here](x)` or ![b](c.png).

      [r]: https://example.org/b
      """
    #expect(
      try item(text).links.map(\.destination) == [
        "RULES.md", "https://example.org/b", "https://example.org/a", "www.example.org",
      ])
  }
}
