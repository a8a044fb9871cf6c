import Testing

@testable import Intake

/// Boxes in every spelling met: situations S1 to S9, S49 and S55 of the reference.
@Suite struct BoxTests {
  @Test(arguments: [
    "- [x] **Clear and discoverable project governance documentation.**",
    "- [X] **Clear and discoverable project governance documentation.**",
    "- [x]  **Clear and discoverable project governance documentation.**",
    "- [x]**Clear and discoverable project governance documentation.**",
    "* [x] Clear and discoverable project governance documentation",
    "1. [x] Clear and discoverable project governance documentation",
    "[x] Clear and discoverable project governance documentation",
    "  \u{2022} [x] Clear and discoverable project governance documentation.",
    "- [\u{2713}] **Clear and discoverable project governance documentation.**",
    "-\u{A0}[x]\u{A0}**Clear and discoverable project governance documentation.**",
  ])
  func readsATickedBox(line: String) throws {
    #expect(try items(line + "\n\nText.\n") == ["GOV-DOC checked 0 answered"])
  }

  @Test(arguments: ["- [ ] ", "- [] ", "[ ] ", "- [  ] "])
  func readsAnOpenBox(box: String) throws {
    #expect(try items(box + "**Roadmap change process is documented.**\n") == ["ENG-ROADCHG unchecked 0 empty"])
  }

  @Test(arguments: ["[x](https://example.org) Roadmap change process is documented", "- [link] Roadmap change process"])
  func takesNoLinkForABox(line: String) throws {
    #expect(try items(line + "\n").isEmpty)
  }

  @Test func readsNestedBoxesOfTwoOrThreeBlanks() throws {
    let text = """
      - [ ] **Document the project's release process and guidelines, that defines:**
        - [x] Release expectations (scheduled or by features)
         - [ ] Tagging as stable, unstable, and security related releases
      - [x] **Review and acknowledgement of expectations for graduated projects.**
         - [x] Met during Project's application on 23-04-2024.
      """
    #expect(
      try items(text) == [
        "ENG-REL unchecked 0 empty", "ENG-REL.exp checked 1 empty", "ENG-REL.tag unchecked 1 empty",
        "PROC-ACK checked 0 empty", "PROC-ACK.met checked 1 answered",
      ])
  }

  @Test func aSingleNestedBoxInOtherWordsIsTheOnlyCriterionNestedThere() throws {
    let text = """
      - [x] **Review and acknowledgement of expectations for graduated projects.**
        - [x] We [met](https://example.org/42) in spring, on 3 April 2024.
      """
    #expect(try items(text).last == "PROC-ACK.met checked 1 answered")
  }

  @Test func aTopLevelCriterionIndentedByMistakeKeepsItsDepthAndIsRecognized() throws {
    let text = """
      - [x] **Document the project's release process and guidelines, that defines:**
        - [x] Artifacts included in the release.

        Listed with each one.

        - [x] **History of regular, quality releases.**
      """
    #expect(try items(text).last == "ENG-HIST checked 1 empty")
  }

  @Test func shortPhrasesOfNestedCriteriaMatchUnderTheirParentOnly() throws {
    #expect(try items("- [x] The artifacts included in the release are signed\n") == ["- checked 0 empty"])
  }

  @Test func theLongestPhraseWins() throws {
    let text = "- [x] **Used in appropriate capacity by at least 3 independent adopters (not required to be in the "
    #expect(try items(text + "publicly documented list of adopters)**\n") == ["ECO-3 checked 0 empty"])
  }

  @Test func joinsACriterionThatIsWrapped() throws {
    let text = """
      - [x] **Document complete list of
        current maintainers, including names.**

        In the file.
      """
    let found = try facts(text).items
    #expect(found.map(\.criterion) == ["GOV-LIST"])
    #expect(found.first?.evidenceText == "In the file.")
  }

  @Test func joinsALongBoxThatIsWrapped() throws {
    let text = """
      - [x] **Third Party Security Review.**
        - [x] Moderate and low findings from it are planned or tracked, as are its general themes: a guide for
          reviewing changes, say.
      """
    #expect(try items(text) == ["SEC-3P checked 0 empty", "SEC-3P.find checked 1 empty"])
  }

  @Test func aCriterionRepeatedInTheSummaryIsReadTwice() throws {
    let text = "- [ ] Security Self-Assessment\n\n## Security\n\n- [x] **Document Security Self-Assessment.**\n"
    #expect(try items(text) == ["SEC-SELF unchecked 0 empty", "SEC-SELF checked 0 empty"])
  }

  @Test func boxesInCodeAndCommentsAreNone() throws {
    let text =
      "```\n- [x] Roadmap change process is documented\n```\n<!--\n- [x] Roadmap change process is documented\n-->\n"
    #expect(try items(text).isEmpty)
  }

  /// Interviews have boxes of their own; the form can go on behind them.
  @Test func theFormGoesOnBehindTheInterviews() throws {
    let text =
      "## Ecosystem\n\n- [x] **TOC verification of adopters.**\n\n#### Adoption\n\n##### Adopter 1 - Acme\n\n- [x] They use it.\n"
      + "\n- [x] **Clearly documented integrations with other projects.**\n\nThey are on a page.\n"
    let items = try facts(text).items
    #expect(items.compactMap { $0.criterion?.rawValue } == ["ECO-TOCV", "ECO-INT"])
    #expect(items.last?.evidence == .answered)
  }
}
