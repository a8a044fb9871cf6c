import Criteria
import Diagnostics
import Intake
import StructuredData
import TestSupport
import Testing

@testable import Assess

@Suite struct RegistrationTests {
  /// A criterion is added by an entry in a criteria file: its check runs without any change of the code.
  @Test func aNewCriterionWithACheckNeedsOneEntry() async throws {
    let check = """
      {id: three, needs: [maintainers], holds: "maintainers | length >= 2", cites: maintainers, because: "maintainers | length ~ ' found'"}
      """
    let set = try ownSet(text: "Three maintainers.", checks: "- " + check)
    let files = ["MAINTAINERS.md": Samples.maintainers]
    let staged = await assess(files, sets: [set])
    let judged = try #require(staged.value.first?.models.first?.criteria.first)
    #expect(judged.verdict == .claimable)
    #expect(judged.because == ["2 found"])
    #expect(judged.cites.map(\.line) == [5, 6])
  }

  @Test func anErrorInAnExpressionIsPlacedInTheCriteriaFile() async throws {
    let set = try ownSet(checks: "- id: c\n    needs: [maintainer]\n    holds: maintainers | lenght")
    let diagnostics = await assess(["README.md": "# A\n"], sets: [set]).diagnostics.filter { $0.kind == .configuration }
    #expect(
      diagnostics.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.rule)" } == [
        "6:3 criteria/unknown-collection", "14:26 template/unknown-filter",
      ])
  }
}
