import Criteria
import Diagnostics
import Testing

@testable import Intake

/// Bare references of a checklist beside an export of issues.
@Suite struct IssuesExportTests {
  private func criteria() throws -> [CriteriaSet] {
    let words = [("A", "ripe apples"), ("B", "fresh bread"), ("C", "old cheese"), ("D", "dried dates")]
    let list = words.map { id, phrase in
      """
      - id: \(id)-1
        section: Food
        text: There is \(phrase)
        match: [\(phrase)]
        automation: human
        why: W
        measured: M
        fix: F
        requirement: {graduated: [{from: 2024-01-01, is: required}]}

      """
    }
    let text =
      "model: m\ntitle: M\nfoundation: F\nlevels: [graduated]\nrevisions: [{date: 2024-01-01}]\ncriteria:\n"
      + list.joined()
    return [try #require(CriteriaReader.read(SourceText(path: "m.yaml", text: text)).value)]
  }

  /// A checklist with these lines between the first and the last criterion.
  private func read(
    _ lines: [String], _ exports: [String: String]
  ) async throws -> (items: [ChecklistItem], community: Community, rules: [RuleID]) {
    let head = ["# Acme Graduation Application", "", "## Food", "", "- [x] There is ripe apples"]
    let text = (head + lines + ["- [x] There is dried dates", ""]).joined(separator: "\n")
    let files = exports.merging(["README.md": "# Acme", "application.md": text]) { $1 }
    let staged = await PortfolioReader.read(
      .memory(files), workspace: WorkspaceConfiguration(), criteria: try criteria())
    let community = try #require(staged.value.communities.first)
    let document = try #require(community[path: "application.md"])
    return (document.facts.items, community, staged.diagnostics.map(\.rule))
  }

  private func issue(_ number: Int, _ title: String, _ repository: String = "acme/community") -> String {
    let url = "https://example.org/\(repository)/issues/\(number)"
    return "{\"number\": \(number), \"state\": \"OPEN\", \"title\": \"\(title)\", \"url\": \"\(url)\"}"
  }

  private func export(_ issues: String...) -> String { "[\n" + issues.joined(separator: ",\n") + "\n]\n" }

  @Test func withoutAnExportThePositionDecides() async throws {
    let found = try await read(["- [x] #7", "- [ ] #8"], [:]).items
    #expect(found.map(\.criterion) == ["A-1", "B-1", "C-1", "D-1"])
    #expect(found.map(\.resolution) == [.phrase, .position, .position, .phrase])
  }

  @Test func theTitleOfTheIssueNamesTheCriterion() async throws {
    let text = export(issue(7, "Show that there is fresh bread"), issue(8, "There is old cheese"))
    let found = try await read(["- [x] #7", "- [ ] #8"], ["export.json": text])
    #expect(found.items.map(\.criterion) == ["A-1", "B-1", "C-1", "D-1"])
    #expect(found.items[1...2].map(\.resolution) == [.issuesExport, .issuesExport])
    #expect(found.community[path: "export.json"]?.kind == .imported)
    #expect(found.community[path: "export.json"]?.readers == ["issues-export"])
    #expect(!found.rules.contains("due-diligence/reference-out-of-place"))
  }

  @Test func theTitleWinsOverThePositionAndTheRestIsPlacedAnew() async throws {
    let found = try await read(["- [x] #7", "- [ ] #8"], ["export.json": export(issue(7, "There is old cheese"))])
    #expect(found.items.map(\.criterion) == ["A-1", "C-1", "B-1", "D-1"])
    #expect(found.items[1...2].map(\.resolution) == [.issuesExport, .position])
    #expect(found.rules.contains("due-diligence/reference-out-of-place"))
  }

  @Test func resolvesWhatPositionCouldNot() async throws {
    let found = try await read(["- [x] #7"], ["export.json": export(issue(7, "There is old cheese"))])
    #expect(found.items.map(\.criterion) == ["A-1", "C-1", "D-1"])
    let without = try await read(["- [x] #7"], ["export.json": export(issue(9, "There is old cheese"))])
    #expect(without.items[1].criterion == nil)
    #expect(without.items[1].resolution == .unresolved(candidates: ["B-1", "C-1"]))
  }

  @Test func aReferenceThatNamesItsRepositoryMeansNoOtherOnesIssue() async throws {
    let files = [
      "a.json": export(issue(7, "There is fresh bread", "acme/code")),
      "b.json": export(issue(7, "There is old cheese")),
    ]
    #expect(try await read(["- [x] acme/community#7"], files).items[1].criterion == "C-1")
    #expect(try await read(["- [x] https://example.org/acme/code/issues/7"], files).items[1].criterion == "B-1")
    #expect(try await read(["- [x] acme/other#7"], files).items[1].criterion == nil)
    #expect(try await read(["- [x] #7"], files).items[1].criterion == nil)
  }

  @Test func anotherCommunitysExportSaysNothing() async throws {
    let application = "# Acme Graduation Application\n\n## Food\n\n- [x] There is ripe apples\n- [x] #7\n"
    let staged = await PortfolioReader.read(
      .memory([
        "one/code/README.md": "", "one/code/application.md": application, "two/code/README.md": "",
        "two/code/export.json": export(issue(7, "There is old cheese")),
      ]), workspace: WorkspaceConfiguration(), criteria: try criteria())
    let items = staged.value.communities.flatMap(\.documents).flatMap(\.facts.items)
    #expect(staged.value.communities.count == 2)
    #expect(items.map(\.criterion) == ["A-1", nil])
  }

  @Test func otherJSONIsNoExport() {
    func isLikely(_ text: String) -> Bool { IssuesExport.isLikely(SourceText(path: "x.json", text: text)) }
    #expect(isLikely(" [\r\n {\"title\": \"T\", \"number\": 1}]"))
    #expect(!isLikely("{\"number\": 1, \"title\": \"T\"}"))
    #expect(!isLikely("[{\"number\": 1}, {\"title\": \"T\"}]"))
    #expect(!isLikely("[]"))
    #expect(!isLikely(""))
  }
}
