import Criteria
import Diagnostics
import StructuredData
import Testing

@testable import Intake

/// Generations G0 to G3d of the reference, and what a document says of itself.
@Suite struct GenerationTests {
  private func rules(_ text: String, path: String = "dd.md") throws -> [Diagnostic] {
    let source = SourceText(path: path, text: text)
    return read(source, as: .dueDiligence, criteria: try shippedCriteria(), readers: [.dueDiligence]).diagnostics
  }

  @Test func readsMarkdownInAnAsciiDocFile() throws {
    let found = try facts("# Example Graduation Application\n\n- [x] Third Party Security Review.\n", path: "a.adoc")
    #expect(found.items.count == 1)
  }

  @Test func aDocumentWithoutCriteriaIsAWarning() throws {
    let found = try rules("# Example Graduation Application\n\nSoon.\n")
    #expect(found.map(\.rule) == ["due-diligence/no-criteria"])
    #expect(found.map(\.severity) == [.warning])
    #expect(try rules("# Example\n\n- [x] Third Party Security Review.\n").isEmpty)
  }

  @Test(arguments: [
    "### * Have committers from at least two organizations.", "### Have committers from at least two organizations.",
    "### **_Have committers from at least two organizations._**",
    "**Have committers from at least two organizations.**",
    "_Have committers from at least two\norganizations._", "> Have committers from at least two organizations.",
  ])
  func readsCriteriaAsHeadingsAndSetApart(line: String) throws {
    let found = try facts("# Example Graduation Proposal\n\n\(line)\n\nWe do.\n\n## Other\n\nText.\n")
    #expect(found.items.map(\.criterion) == ["GOV-2ORG"])
    #expect(found.items.map(\.state) == [.nobox])
    #expect(found.items.map(\.evidenceText) == ["We do."])
    #expect(found.subject == "Example")
    #expect(found.level == "graduated")
  }

  @Test func readsBoldBulletsWithoutBoxes() throws {
    let text = """
      ## Security

      - **Note:** the roadmap change process is documented elsewhere
      - **Document Security Self-Assessment.**
        - Completed in May.

      - **Third Party Security Review.**

      By a laboratory.
      """
    #expect(try items(text) == ["SEC-SELF nobox 0 answered", "SEC-3P nobox 0 answered"])
  }

  @Test func readsWhatStandsBehindABoldCriterionWithoutABox() throws {
    let text = """
      ## Governance

      - **Clear and discoverable project governance documentation.** It stands in GOVERNANCE.md of the repository.
      - **Document complete maintainer lifecycle process.** [Ladder](LADDER.md)
      - **A number of active maintainers which is appropriate to the size.**

      """
    #expect(
      try items(text) == ["GOV-DOC nobox 0 answered", "GOV-LIFE nobox 0 answered", "GOV-NUM nobox 0 empty"])
    // Beside boxes such a bullet is somebody's answer.
    let boxes = "## Governance\n\n- [x] **Document complete maintainer lifecycle process.**\n"
    #expect(
      try items(boxes + "  - **Clear and discoverable project governance documentation.** We have it.\n")
        == ["GOV-LIFE checked 0 answered"])
  }

  @Test func readsTables() throws {
    let text = """
      ## Security

      | Requirement | Status | Evidence |
      |---|---|---|
      | Document Security Self-Assessment | \u{2705} | [here](a.md) |
      | Third Party Security Review | in progress | TBD |
      | Roadmap change process is documented | \u{2705} | |
      """
    let found = try facts(text)
    #expect(found.generation == "G3d")
    #expect(found.items.map(\.state) == [.checked, .unchecked, .checked])
    #expect(found.items.map(\.evidence) == [.answered, .todo, .empty])
    #expect(found.items.first?.links.map(\.destination) == ["a.md"])
  }

  @Test(arguments: [
    ("# Example Graduation Application\n", "Example", "graduated"),
    ("# Graduation Criteria Summary for Example Two\n", "Example Two", "graduated"),
    ("# Application for Graduation: Example\n", "Example", "graduated"),
    ("# Event-driven Something (EXAMPLE) Incubation Proposal\n", "EXAMPLE", "incubating"),
    ("# Propose Example to Incubation\n", "Example", "incubating"),
    ("# $PROJECT Graduation Application\n", nil, "graduated"),
    (
      "- [x] This project is currently Incubating, accepted on 2022-04-19, and applying to Graduate.\n", nil,
      "graduated"
    ),
  ])
  func readsProjectAndLevel(text: String, subject: String?, level: String) throws {
    let found = try facts(text)
    #expect(found.subject == subject)
    #expect(found.level?.rawValue == level)
  }

  @Test func takesTheProjectFromThePathWhenNoTitleNamesIt() throws {
    #expect(try facts("## Criteria\n", path: "projects/example/review.md").subject == "example")
  }

  @Test func notesPlaceholders() throws {
    let found = try facts("# $PROJECT Graduation Application\n\n##### Adopter 1 - $COMPANY/$INDUSTRY\n").placeholders
    #expect(found.map { "\($0.line):\($0.column)+\($0.length)" } == ["1:3+8", "3:19+8"])
  }
}

extension GenerationTests {
  @Test(arguments: [
    ("# Example Graduation Application\n\n## Security\n\n- [x] **Third Party Security Review.**\n", "G3a"),
    ("# Example Graduation Due Diligence\n\n## Security\n\n- [x] **Third Party Security Review.**\n", "G3b"),
    ("# Application for Graduation: Example\n\n- [x] Have committers from at least two organizations.\n", "G2"),
    ("# Example Incubation Stage Review Proposal\n\n## Metrics\n\nText.\n", "G1"),
    ("# Notes\n\n## Metrics\n\nText.\n", "free"),
  ])
  func namesTheGeneration(text: String, generation: String) throws {
    #expect(try facts(text).generation == generation)
  }

  /// An application of before there were boxes: each criterion is numbered, its answers are nested below.
  @Test func readsNumberedCriteriaAboveTheirAnswers() throws {
    let text = """
      # Example Graduation Application

      1. Document that it is being used successfully in production by at
        least three independent end users.
        * https://example.org/users

      2. Adopt the CNCF Code of Conduct.
        * It is [here](CODE_OF_CONDUCT.md).

      3. Build it.

      """
    #expect(try facts(text).items.compactMap(\.criterion?.rawValue) == ["ECO-3", "GOV-COC"])
  }
}
