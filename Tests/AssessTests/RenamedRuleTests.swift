import Criteria
import Diagnostics
import StructuredData
import Testing

@testable import Assess
@testable import Intake

/// A rule that gets another name stays the same rule for all that was written down before.
@Suite struct RenamedRuleTests {
  private static func rule(_ id: RuleID, formerly names: [RuleID] = []) -> Rule {
    Rule(id: id, formerly: names, summary: "s", why: "w", howToFix: "f", examples: []) { _, _ in [] }
  }
  private let renamed = Self.rule("people/second-row", formerly: ["people/twice", "people/again"])

  @Test func isFoundByEveryNameItHad() {
    for name in ["people/second-row", "people/twice", "people/again"] {
      #expect(Rule.named(name, among: [renamed])?.id == "people/second-row")
    }
    #expect(Rule.named("people/other", among: [renamed]) == nil)
    #expect(Rule.currentID("people/other", among: [renamed]) == "people/other")
  }

  @Test func aNewRuleMayTakeAFormerName() {
    let other = Self.rule("people/again")
    #expect(Rule.named("people/again", among: [renamed, other])?.id == "people/again")
  }

  @Test func fingerprintsStay() {
    let place = Finding.Place(.fact, Location(path: "MAINTAINERS.md", line: 3))
    let before = Self.rule("people/twice").finding(.note, "m", key: "k", at: [place])
    #expect(renamed.finding(.note, "m", key: "k", at: [place]).fingerprint == before.fingerprint)
  }

  @Test func waiversByAFormerNameCoverIt() async throws {
    let tree = SourceTree.memory([
      "README.md": "# Example\n",
      "sitegen.yaml": "waivers:\n- {rule: people/again, reason: r, expires: 2027-01-01}\n",
    ])
    let workspace = PortfolioReader.workspace(of: tree).value
    let portfolio = await PortfolioReader.read(tree, workspace: workspace, criteria: []).value
    let staged = WaiverReader.read(portfolio, sets: [], rules: [renamed])
    #expect(staged.diagnostics == [])
    let finding = renamed.finding(.note, "m", key: "k", at: [.init(.fact, Location(path: "a", line: 1))])
    #expect(try #require(staged.value.first).covers(finding))
  }

  @Test func savedReportsGiveItItsNewName() throws {
    let text = """
      {"schema": "snapshot/1", "as_of": "2026-01-01", "rules": ["people/twice"], "communities": [{"id": "a",
       "findings": [{"rule": "people/twice", "message": "m", "fingerprint": "f"}],
       "waivers": [{"rule": "people/twice", "reason": "r", "expires": "2027-01-01", "in_force": true}]}]}
      """
    let read = SnapshotReader.read(SourceText(path: "history/a.json", text: text), rules: [renamed]).value
    let summary = try #require(read?.communities.first)
    #expect(summary.rules == ["people/second-row"])
    #expect(summary.findings?.map(\.rule) == ["people/second-row"])
    #expect(summary.waivers?.map(\.target) == ["people/second-row"])
  }
}
