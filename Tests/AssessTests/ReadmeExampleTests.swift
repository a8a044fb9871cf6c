import Assess
import Criteria
import Diagnostics
import Intake
import TestSupport
import Testing

/// The first fenced YAML below a heading of the README.
private func example(below heading: String) throws -> String {
  let tree = try #require(SourceTree.disk(root: Shared.packagePath))
  let text = String(decoding: try tree.read("README.md").get(), as: UTF8.self)
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let start = try #require(lines.firstIndex(of: "## \(heading)"))
  let open = try #require(lines[start...].firstIndex(of: "```yaml"))
  let close = try #require(lines[(open + 1)...].firstIndex(of: "```"))
  return lines[(open + 1)..<close].map { "  \($0)\n" }.joined()
}

/// What the README shows as a new criterion reads without a word of complaint and gives verdicts.
@Suite struct ReadmeExampleTests {
  private func verdict(_ chairs: String) async throws -> (Verdict, [String]) {
    let head = """
      model: cncf-levels
      title: Own
      foundation: CNCF
      levels: [sandbox, incubating, graduated]
      revisions: [{date: 2026-01-01}]
      criteria:

      """
    let staged = CriteriaReader.read(
      SourceText(path: "own.yaml", text: head + (try example(below: "A criterion is data"))))
    #expect(staged.diagnostics == [])
    let set = try #require(staged.value)
    let assessed = await assess(
      [
        "sigs.yaml":
          "sigs:\n- name: Docs\n  dir: sig-docs\n  leadership:\n    chairs: [{github: ann, name: Ann}]\n"
          + "- name: Network\n  dir: sig-network\n\(chairs)",
        "application.md": "# Example Graduation Application\n\n- [x] **Every SIG has a lead.**\n\nSee the list.\n",
        "sitegen.yaml": "communities:\n- {id: example, name: Example, models: [cncf-levels], applies_for: graduated}\n",
      ], sets: [set])
    #expect(assessed.diagnostics.filter { $0.kind == .configuration } == [])
    let judged = try #require(assessed.value.first?.models.first?.criteria.first)
    #expect(judged.criterion.id == "GOV-LEADS")
    return (judged.verdict, judged.because)
  }

  @Test func theCriterionIsMetWhereItHolds() async throws {
    let (verdict, because) = try await verdict("  leadership:\n    chairs: [{github: bob, name: Bob}]\n")
    #expect(verdict == .met && because == ["2 SIGs, each with a lead"])
  }

  @Test func theCriterionIsForTheReviewerWhereItDoesNot() async throws {
    let (verdict, because) = try await verdict("")
    #expect(verdict == .needsReview && because.first == "SIGs without a lead: Network")
  }
}
