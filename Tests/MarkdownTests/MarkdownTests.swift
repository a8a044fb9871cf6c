import Diagnostics
import Testing

@testable import Markdown

@Suite struct MarkdownTests {
  private func blocks(_ text: String) -> [Block] { GFM.document(SourceText(path: "a.md", text: text)).value.blocks }

  @Test func keepsLineNumbersBehindFrontMatter() {
    let found = blocks("---\ntitle: x\n---\n# A\n\n- [x] one\n- [ ] two\n  more\n\ntext\n")
    #expect(found.map(\.lines) == [4...4, 6...8, 10...10])
    #expect(found[1].children.map(\.kind) == [.item(checked: true), .item(checked: false)])
    #expect(found[1].children.map(\.lines) == [6...6, 7...8])
  }

  @Test func readsTablesWithAlignmentsAndLinks() throws {
    let table = try #require(blocks("| A | B |\n|:--|--:|\n| [x](y) | `c` |\n").first)
    #expect(table.kind == .table([.left, .right]))
    #expect(table.children.map(\.kind) == [.row(header: true), .row(header: false)])
    let cell = try #require(table.children.last?.children.first)
    #expect(cell.inlines.map(\.kind) == [.link(destination: "y", title: "")])
    #expect(table.children.map(\.plainText) == ["A\nB", "x\nc"])
  }

  @Test func numbersRepeatedAnchors() {
    let document = GFM.document(SourceText(path: "a.md", text: "# Ünï 1.0!\n# A b\n## A b\n### A b-1\n")).value
    #expect(document.headings.map(\.anchor) == ["ünï-10", "a-b", "a-b-1", "a-b-1-1"])
  }

  @Test func refusesWideTables() {
    let row = String(repeating: "|-", count: 200)
    let staged = GFM.document(SourceText(path: "a.md", text: "\(row)\n\(row)\n"))
    #expect(staged.diagnostics.map(\.rule) == ["markdown/too-large"])
    #expect(staged.value.blocks.count == 1)
  }
}
