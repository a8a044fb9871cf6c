import Criteria
import Diagnostics
import Testing

@testable import Intake

/// Whose criteria a community is judged by.
@Suite struct ModelChoiceTests {
  private func models(_ files: [String: String]) async throws -> [String] {
    try #require(try await portfolio(SourceTree.memory(files)).value.communities.first).models
  }

  private func workspace(_ lines: String) -> [String: String] {
    ["sitegen.yaml": "communities:\n  - id: example\n\(lines)", "example/README.md": "# Example\n"]
  }

  @Test func anotherFoundationsCommunityIsReadByTopics() async throws {
    #expect(try await models(workspace("    models: [topics]\n")) == ["topics"])
    let readme = "# Example\n\nExample is a project of the Apache Software Foundation.\n"
    #expect(try await models(["README.md": readme]) == ["topics"])
  }

  @Test func whoNamesNoFoundationIsReadByTopics() async throws {
    #expect(try await models(["README.md": "# Example\n", "GOVERNANCE.md": "# Governance\n"]) == ["topics"])
    let aside = ["README.md": "# Example\n", "meetings/2026-01-02.md": "# Notes\n\nThe CNCF has criteria.\n"]
    #expect(try await models(aside) == ["topics"])
  }

  @Test func oneLinkInAGuideIsNotTheFoundation() async throws {
    let line = "Meetups follow the [CNCF guidelines](https://github.com/cncf/communitygroups).\n"
    let guide = "# Contributing\n\n" + line
    #expect(try await models(["README.md": "# Example\n", "CONTRIBUTING.md": guide]) == ["topics"])
    #expect(try await models(["README.md": "# Example\n", "CONTRIBUTING.md": guide + "\n" + line]) == ["cncf-levels"])
  }

  @Test func anApplicationToAnotherFoundationIsNotJudgedByTheseCriteria() async throws {
    func files(_ foundation: String) -> [String: String] {
      [
        "README.md": "# Example\n",
        "governance/incubation-proposal.md":
          "# Proposal for incubation in \(foundation)\n\nWe ask \(foundation) for incubation. The CNCF uses it.\n",
      ]
    }
    #expect(try await models(files("the OpenSSF")) == ["topics"])
    #expect(try await models(files("the CNCF")) == ["cncf-levels"])
  }

  @Test func whoNamesTheFoundationIsJudgedByItsCriteria() async throws {
    let readme = "# Example\n\nA CNCF project; its license is that of the Apache Software Foundation.\n"
    #expect(try await models(["README.md": readme]) == ["cncf-levels"])
  }
}
