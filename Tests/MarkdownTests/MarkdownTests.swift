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

  /// cmark fills short rows up to the width of the header.
  @Test func refusesTablesOfTooManyCells() {
    let table = "\(String(repeating: "|a", count: 100))|\n\(String(repeating: "|-", count: 100))|\n"
    func read(rows: Int, _ row: String) -> Staged<Document> {
      GFM.document(SourceText(path: "a.md", text: table + String(repeating: row, count: rows)))
    }
    #expect(read(rows: 2_000, "|x\n").diagnostics.map(\.location?.line) == [2])
    // Only the row behind the blank line is none of the table's.
    #expect(read(rows: 2_000, "\nx\n").diagnostics.isEmpty)
    #expect(read(rows: 100, "|x\n").diagnostics.isEmpty)
  }

  @Test func refusesFilesOfTooManyLines() {
    func rules(lines: Int) -> [RuleID] {
      let text = String(repeating: "a\n", count: lines)
      return GFM.document(SourceText(path: "a.md", text: text)).diagnostics.map(\.rule)
    }
    #expect(rules(lines: MarkdownLimits.lines) == [])
    #expect(rules(lines: MarkdownLimits.lines + 1) == ["markdown/too-large"])
  }

  /// cmark walks over all cells of a row for each of them.
  @Test func refusesRowsOfTooManyCells() {
    let long = String(repeating: "|", count: 2_000)
    func places(_ text: String) -> [Int?] {
      GFM.document(SourceText(path: "a.md", text: text)).diagnostics.map(\.location?.line)
    }
    #expect(places("|a|\n|-|\n|b|\n\(long)\n") == [4])
    #expect(places("\(long)\n|-|\n") == [1])
    #expect(places("\(long)\n\n|a|\n|-|\n\n\(long)\n") == [])
  }

  @Test(arguments: [
    ("---\n\nMaintainers\n\n---\n\nx\n", ["", "Maintainers", "", "x"]),
    ("---\n\n# A\n\nWe decide by consensus: see b\n\n---\n", ["", "A", "We decide by consensus: see b", ""]),
    ("---\n# note\ntitle: x\n---\ny\n", ["y"]), ("---\n\"a b\": x\n---\ny\n", ["y"]), ("---\n---\ny\n", ["y"]),
    ("---\nhttps://e.org\n---\n", ["", "https://e.org"]),
  ])
  func takesTextBetweenRulesForText(text: String, blocks found: [String]) {
    #expect(blocks(text).map(\.plainText) == found)
  }

  @Test func keepsHeadingsOfWhatIsLeft() {
    let document = GFM.document(SourceText(path: "a.md", text: "# A\n\n# B\n\n[x](y) ![z](w)\n\n# B\n")).value
    let left = document.filter { $0.lines.lowerBound != 3 }
    #expect(left.headings.map(\.anchor) == ["a", "b"])
    #expect(left.blocks.map(\.plainText) == ["A", "x z", "B"])
    #expect(left.linkSources.map { String(decoding: $0.bytes, as: UTF8.self) + $0.text } == ["yx", "wz"])
    #expect(document != left)
    #expect(document == GFM.document(SourceText(path: "b.md", text: "# A\n\n# B\n\n[x](y) ![z](w)\n\n# B\n")).value)
  }

  @Test func comparesNumberedListsByTheirFirstNumber() {
    func document(_ text: String) -> Document { GFM.document(SourceText(path: "a.md", text: text)).value }
    #expect(document("2. a\n3. b\n") == document("2. a\n3. b\n"))
    #expect(document("2. a\n3. b\n") != document("4. a\n5. b\n"))
    #expect(document("1. a\n") != document("* a\n"))
  }

  /// Readers and the renderer recurse.
  @Test func keepsNestingWithinBounds() {
    let text = String(repeating: "> ", count: 5_000) + "[a](b)"
    let document = GFM.document(SourceText(path: "a.md", text: text)).value
    #expect(document.allBlocks.count == 201)
    #expect(document.blocks.map(\.plainText) == ["a"])
  }
}
