import Criteria
import Intake
import StructuredData
import Testing

@testable import Assess

@Suite struct AffectedAssertionsTests {
  private func communities() async -> [Community] {
    let application = Samples.fullApplication([
      "- [x] **Engage with the domain specific TAG(s).**\n\nPresented in 2024.",
      "- [ ] **TAG provides insight/recommendation of the project.**",
      "- [x] **Clear and discoverable project governance documentation.**\n\nYes.",
    ])
    let tree = SourceTree.memory(["README.md": "# Example\n", "application.md": application])
    return await PortfolioReader.read(
      tree, workspace: PortfolioReader.workspace(of: tree).value, criteria: shippedSets
    ).value.communities
  }

  /// A change of the form names the lines of the applications that it touches, with their state.
  @Test func aChangeNamesTheLinesItTouches() async throws {
    let set = try #require(shippedSets.first { $0.model == "cncf-levels" })
    let (old, new) = (try #require(set.day(named: "v1.5")), try #require(set.day(named: "v1.6")))
    let comparison = CriteriaComparison(set, from: old, to: new)
    let lines = AffectedAssertions.all(comparison, in: set, of: await communities())
    #expect(lines.map(\.change.criterion) == ["PROC-TAG", "PROC-TAGREC"])
    #expect(lines.map(\.state) == [.checked, .unchecked])
    #expect(
      AffectedAssertions.text(lines) == """
        assertions that this touches (2)
          application.md:45  PROC-TAG, ticked: required, now suggested
          application.md:49  PROC-TAGREC, not ticked: no longer required

        """)
  }

  @Test func nothingIsSaidWhereNothingChanged() async throws {
    let set = try #require(shippedSets.first { $0.model == "cncf-levels" })
    let day = try #require(set.day(named: "v1.6"))
    let comparison = CriteriaComparison(set, from: day, to: day)
    #expect(AffectedAssertions.text(AffectedAssertions.all(comparison, in: set, of: await communities())) == "")
  }
}
