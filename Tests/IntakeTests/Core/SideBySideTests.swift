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

  private let governed = [
    "acme__docs/README.md": "# Docs\n", "acme__docs/GOVERNANCE.md": "# Governance\n",
    "acme__oven/README.md": "# Acme\n", "bolt-io__tent/README.md": "# Bolt\n",
    "bolt-io__tent/MAINTAINERS.md": "# Maintainers\n\n* Ann Example (@ann95)\n",
    "corp__sail/README.md": "# Sail\n",
  ]

  private func read(_ files: [String: String]) async throws -> [Community] {
    await PortfolioReader.read(
      SourceTree.memory(files), workspace: WorkspaceConfiguration(), criteria: try shippedCriteria(),
      options: IntakeOptions(jobs: 1)
    ).value.communities
  }

  /// A folder of mirrors names the owners; two of them govern their repositories by themselves.
  @Test func ownersThatGovernThemselvesAreCommunities() async throws {
    let found = try await read(governed)
    #expect(found.map(\.id) == ["acme", "bolt-io-tent", "corp-sail"])
    #expect(found[0].repositories.map(\.path) == ["acme__docs", "acme__oven"])
  }

  @Test func whatNobodyElseGovernsBelongsToTheCommunity() async throws {
    var files = governed
    files["bolt-io__tent/MAINTAINERS.md"] = nil
    #expect(try await read(files).count == 1)
  }

  @Test func anApplicationBesideGoesToTheCommunityItNames() async throws {
    var files = governed
    files["papers/bolt.md"] = "# Bolt Graduation Application\n\n- [x] **Publicly documented list of adopters.**\n"
    files["papers/other.md"] = "# Zinc Graduation Application\n\n- [x] **Publicly documented list of adopters.**\n"
    let found = try await read(files)
    #expect(found.map(\.application) == [nil, "papers/bolt.md", nil, "papers/other.md"])
    #expect(found.map(\.isUnjudged) == [false, false, false, true])
  }
}
