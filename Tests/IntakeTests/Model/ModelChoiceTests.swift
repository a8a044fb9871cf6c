import Criteria
import Diagnostics
import Testing

@testable import Intake

/// Whose criteria a community is judged by, and what is wrong with names in the workspace file.
@Suite struct ModelChoiceTests {
  private func read(_ files: [String: String]) async throws -> (models: [String], errors: [String]) {
    let tree = SourceTree.memory(files)
    let workspace = PortfolioReader.workspace(of: tree)
    let read = await PortfolioReader.read(
      tree, workspace: workspace.value, criteria: try shippedCriteria(), options: IntakeOptions(jobs: 1))
    let errors = read.diagnostics.filter { $0.severity == .error }
    return (
      try #require(read.value.communities.first).models, errors.map { "\($0.rule) \($0.summary) \($0.help ?? "")" }
    )
  }

  private func workspace(_ lines: String) -> [String: String] {
    ["sitegen.yaml": "communities:\n  - id: example\n\(lines)", "example/README.md": "# Example\n"]
  }

  @Test func anotherFoundationsCommunityIsReadByTopics() async throws {
    #expect(try await read(workspace("    foundation: Apache\n")).models == ["topics"])
    let readme = "# Example\n\nExample is a project of the Apache Software Foundation.\n"
    #expect(try await read(["README.md": readme]).models == ["topics"])
  }

  @Test func whoNamesTheFoundationIsJudgedByItsCriteria() async throws {
    let readme = "# Example\n\nA CNCF project; its license is that of the Apache Software Foundation.\n"
    #expect(try await read(["README.md": readme]).models == ["cncf-levels"])
  }

  @Test func namesThatNobodyKnowsAreErrorsWithASuggestion() async throws {
    let found = try await read(
      workspace("    foundation: CNFC\n    models: [cncf-level]\n    applies_for: gradated\n"))
    #expect(
      found.errors == [
        "workspace/unknown-model no model `cncf-level` is known did you mean `cncf-levels`?",
        "workspace/unknown-level no level `gradated` is known did you mean `graduated`?",
        "workspace/unknown-foundation no foundation `CNFC` is known did you mean `CNCF`?",
      ])
  }
}
