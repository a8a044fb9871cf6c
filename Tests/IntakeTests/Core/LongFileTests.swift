import Diagnostics
import Testing

@testable import Intake

/// What is longer than anybody writes is left unread, with its reason, beside what is read.
@Suite struct LongFileTests {
  @Test(arguments: ["GOVERNANCE.md", "governance.rst", "maintainers.csv", "OWNERS", "maintainers.toml"])
  func aFileOfTooManyLinesIsUnread(path: String) async throws {
    let texts = [path: String(repeating: "a\n", count: IntakeLimits.lines + 1), "README.md": "# Alpha\n"]
    let tree = SourceTree.memory(texts)
    let read = await PortfolioReader.read(
      tree, workspace: PortfolioReader.workspace(of: tree).value, criteria: [], options: IntakeOptions(jobs: 1))
    let documents = try #require(read.value.communities.first).documents
    let document = try #require(documents.first { $0.path == path })
    #expect(document.kind == .unsupported)
    #expect(document.reason.contains("at most \(IntakeLimits.lines) are read"))
    #expect(read.diagnostics.contains { $0.rule == "intake/too-long" && $0.location?.path == path })
    #expect(documents.contains { $0.path == "README.md" && $0.kind == .readme })
  }

  @Test func aParagraphOfTooManyWordsStatesNoRule() {
    let rule = "Decisions need a two-thirds vote of the maintainers."
    let filling = String(repeating: "word ", count: IntakeLimits.ruleWords)
    let text = "# Governance\n\n\(filling)\(rule)\n\n\(rule)\n"
    let rules = read(SourceText(path: "GOVERNANCE.md", text: text), as: .governance).facts.decisionRules.rules
    #expect(rules.map(\.location.line) == [5])
  }

  @Test func ofALongListTheFirstRowsAreRead() {
    let rows = (0...IntakeLimits.listed).map { "Ada Example \($0),ada-\($0),Acme\n" }.joined()
    let csv = SourceText(path: "maintainers.csv", text: "Name,GitHub,Company\n" + rows)
    let facts = read(csv, as: .maintainers).facts
    #expect(facts.people.count == IntakeLimits.listed)
    #expect(facts.unread.contains { $0.reason.contains("only the first ones are read") })
  }

  @Test func ofTooManyItemsTheFirstAreRead() {
    let items = (0...IntakeLimits.noteItems).map { "- TODO: @ada to write part \($0)\n" }.joined()
    let facts = readActivity("# Notes\n\n## 2026-01-05\n\n\(items)", as: .notes).facts
    #expect(facts.actions.count == IntakeLimits.noteItems)
    #expect(facts.unread.contains { $0.reason.contains("only the first \(IntakeLimits.noteItems)") })
  }
}
