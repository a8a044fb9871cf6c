import Criteria
import Testing

@testable import Intake

/// Clones side by side: of one owner they are one community, of as many owners as clones somebody's collection.
@Suite struct SideBySideTests {
  private func communities(_ clones: [(folder: String, owner: String)]) async throws -> [String] {
    var files: [String: String] = [:]
    for clone in clones {
      files["\(clone.folder)/README.md"] = "# \(clone.folder)\n"
      files["\(clone.folder)/.git/config"] =
        "[remote \"origin\"]\n\turl = https://github.com/\(clone.owner)/\(clone.folder).git\n"
    }
    let read = await PortfolioReader.read(
      SourceTree.memory(files), workspace: WorkspaceConfiguration(), criteria: try shippedCriteria(),
      options: IntakeOptions(jobs: 1))
    return read.value.communities.map { $0.repositories.map(\.path).joined(separator: "+") }
  }

  @Test func clonesOfDifferentOwnersAreCommunities() async throws {
    #expect(try await communities([("oven", "acme"), ("tent", "bolt"), ("sail", "corp")]) == ["oven", "sail", "tent"])
  }

  @Test func clonesOfOneOwnerAreOneCommunity() async throws {
    #expect(try await communities([("oven", "acme"), ("community", "acme")]) == ["community+oven"])
    #expect(
      try await communities([("oven", "acme"), ("community", "acme"), ("tool", "acme-contrib")])
        == ["community+oven+tool"])
  }
}
