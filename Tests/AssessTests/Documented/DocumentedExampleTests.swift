import Criteria
import Defaults
import Diagnostics
import StructuredData
import TestSupport
import Testing

@testable import Assess
@testable import Intake

/// What `docs` shows as a new criterion and as a new rule works as it is shown.
@Suite struct DocumentedExampleTests {
  /// The entry, indented as in a criteria file.
  private func entry() throws -> String {
    let block = try #require(try Documentation.blocks("yaml", in: "docs/adding-a-criterion.md").first)
    return block.split(separator: "\n").map { "  \($0)\n" }.joined()
  }

  @Test func theCriterionFitsIntoAShippedSet() throws {
    let file = try #require(Defaults.files(under: "content/criteria").first { $0.path == "cncf-levels.yaml" })
    let text = String(decoding: file.bytes, as: UTF8.self) + (try entry())
    let staged = CriteriaReader.read(SourceText(path: file.path, text: text))
    #expect(staged.diagnostics == [])
    #expect(staged.value?.criteria.last?.id == "ECO-SINCE")
  }

  @Test(arguments: [
    ("2024", "Umbrella", Verdict.met, "1 adopter, each with a date"),
    ("", "Umbrella", Verdict.needsReview, "without a date: Umbrella"),
  ])
  func theCriterionIsJudged(since: String, name: String, verdict: Verdict, because: String) async throws {
    let head =
      "model: cncf-levels\ntitle: Own\nfoundation: CNCF\nlevels: [graduated]\nrevisions: [{date: 2026-12-01}]\n"
      + "criteria:\n"
    let staged = CriteriaReader.read(SourceText(path: "own.yaml", text: head + (try entry())))
    let assessed = await assess(
      [
        "ADOPTERS.md": "# Adopters\n\n| Type | Name | Since | Website | Use-Case |\n|---|---|---|---|---|\n"
          + "| End-user | \(name) | \(since) | https://umbrella.example | clusters |\n",
        "application.md":
          "# Example Graduation Application\n\n- [x] **Adopters are listed with a date.**\n\nSee there.\n",
        "sitegen.yaml": "communities:\n- {id: example, name: Example, models: [cncf-levels], applies_for: graduated}\n",
      ], sets: [try #require(staged.value)], asOf: try #require(CalendarDate(iso: "2026-12-02")))
    #expect(assessed.diagnostics.filter { $0.kind == .configuration } == [])
    let judged = try #require(assessed.value.first?.models.first?.criteria.first)
    #expect(judged.verdict == verdict && judged.because.first == because, "\(judged.because)")
  }

  @Test func theRuleFindsWhatItsExamplesSay() async throws {
    let rule = Rule.groupsSameFolder
    for example in rule.examples {
      let read = await PortfolioReader.read(
        SourceTree.memory(example.files), workspace: WorkspaceConfiguration(), criteria: shippedSets)
      let found = read.value.communities.flatMap {
        rule.findings(in: CommunityData($0, asOf: asOf, maxAge: 365), [])
      }
      #expect(found.map(\.message) == example.findings)
      let lines = found.compactMap(\.places.first?.location).map { "\($0.path):\($0.line)" }
      #expect(lines == example.marks)
    }
  }

  @Test func theRuleOfThePageIsTheOneThatRuns() throws {
    let blocks = try Documentation.blocks("swift", in: "docs/adding-a-rule.md")
    #expect(blocks.count == 1)
    #expect(try blocks.allSatisfy { try Documentation.isCompiled($0, in: "Tests/AssessTests/Documented") })
  }
}
