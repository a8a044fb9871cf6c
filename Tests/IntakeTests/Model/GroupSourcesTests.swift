import Testing

@testable import Intake

/// Which files a community's groups are taken from.
@Suite struct GroupSourcesTests {
  private func groups(_ files: [String: String]) async throws -> [Group] {
    let tree = SourceTree.memory(files)
    let read = await PortfolioReader.read(tree, workspace: WorkspaceConfiguration(), criteria: [])
    return try #require(read.value.communities.first).groups
  }

  /// The teams of an account are rights, and do not stand for the groups that a page lists.
  @Test func teamsOfAnAccountHideNoGroups() async throws {
    let found = try await groups([
      "README.md": "# Example\n",
      "org/org.yaml": """
      orgs:
        example:
          teams:
            docs-admins:
              maintainers: [ann]
              members: [bob]
      """,
      "working-groups.md": """
      # Working Groups

      | Group | Leads | Slack |
      |---|---|---|
      | Docs | [Ann Example](https://github.com/ann) | [#docs](https://example.slack.com/docs) |
      | Network | [Bob Example](https://github.com/bob) | [#net](https://example.slack.com/net) |

      """,
    ])
    #expect(found.map { "\($0.kind.rawValue) \($0.name)" } == ["wg Docs", "wg Network", "team docs-admins"])
  }

  /// A folder for each group, and no list of them.
  @Test func foldersAreGroups() async throws {
    func page(_ title: String, _ lead: String) -> String {
      """
      # \(title)

      ## Meetings

      * Every other Thursday, 11 AM US/Pacific

      ## Leadership

      * \(lead) Example ([\(lead.lowercased())](https://github.com/\(lead.lowercased())))
      * Eve Example ([eve](https://github.com/eve))

      """
    }
    let found = try await groups([
      "README.md": "# Example\n", "sig-network/README.md": page("SIG: Network", "Ann"),
      "sig-docs/README.md": page("SIG Docs", "Bob"), "sig-guide.md": "# How SIGs work\n",
      "archive/sig-old/README.md": page("SIG: Old", "Cid"),
    ])
    #expect(
      found.map { "\($0.kind.rawValue) \($0.name) \($0.dir ?? "")" } == [
        "sig Docs sig-docs", "sig Network sig-network",
      ])
    #expect(found.first?.leads.map(\.name) == ["Bob Example", "Eve Example"] && found.first?.meetings.count == 1)
  }
}
