import Assess
import Criteria
import Diagnostics
import Intake
import StructuredData
import TestSupport
import Testing

@Suite struct RegistrationTests {
  /// A criterion is added by an entry in a criteria file: its check runs without any change of the code.
  @Test func aNewCriterionWithACheckNeedsOneEntry() async throws {
    let yaml = """
      model: own
      title: Own rules
      foundation: Own
      revisions: [{date: 2026-01-01}]
      criteria:
      - id: OWN-1
        section: Own
        text: Three maintainers.
        requirement: [{from: 2026-01-01, is: required}]
        automation: auto
        checks:
        - {id: three, needs: [maintainers], holds: "maintainers | length >= 2", cites: maintainers, because: "maintainers | length ~ ' found'"}
        why: w
        measured: m
        fix: f

      """
    let set = try #require(CriteriaReader.read(SourceText(path: "own.yaml", text: yaml)).value)
    let files = [
      "MAINTAINERS.md": """
      # Maintainers

      | Name | GitHub | Organization |
      |---|---|---|
      | Ann Example | [ann](https://github.com/ann) | Acme |
      | Bob Example | [bob](https://github.com/bob) | Globex |

      """
    ]
    let staged = await assess(files, sets: [set])
    let judged = try #require(staged.value.first?.models.first?.criteria.first)
    #expect(judged.verdict == .claimable)
    #expect(judged.because == ["2 found"])
    #expect(judged.cites.map(\.line) == [5, 6])
  }

  @Test func anErrorInAnExpressionIsPlacedInTheCriteriaFile() async throws {
    let yaml = """
      model: own
      title: Own rules
      foundation: Own
      revisions: [{date: 2026-01-01}]
      criteria:
      - id: OWN-1
        section: Own
        text: T
        requirement: [{from: 2026-01-01, is: required}]
        automation: auto
        checks:
        - id: c
          needs: [maintainer]
          holds: maintainers | lenght
        why: w
        measured: m
        fix: f

      """
    let set = try #require(CriteriaReader.read(SourceText(path: "own.yaml", text: yaml)).value)
    let diagnostics = await assess(["README.md": "# A\n"], sets: [set]).diagnostics.filter { $0.kind == .configuration }
    #expect(
      diagnostics.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.rule)" } == [
        "6:3 criteria/unknown-collection", "14:26 template/unknown-filter",
      ])
  }
}
