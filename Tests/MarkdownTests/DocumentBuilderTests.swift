import Diagnostics
import Markdown
import Testing

@Suite struct DocumentBuilderTests {
  /// What a parser of another format builds, and the Markdown that gives the same.
  @Test func buildsWhatMarkdownGives() {
    var builder = DocumentBuilder()
    builder.open(block: .heading(1), line: 1)
    builder.add(text: "Maintainers of ", line: 1)
    builder.open(inline: .link(destination: "https://example.org", title: "t"), line: 1)
    builder.add(text: "Example", line: 1)
    builder.close()
    builder.close()
    builder.open(block: .list(start: nil, tight: true), line: 3)
    builder.open(block: .item(checked: nil), line: 3)
    builder.open(block: .paragraph, line: 3)
    builder.add(text: Array("one".utf8), line: 3)
    builder.add(inline: .softBreak, line: 3)
    builder.open(inline: .strong, line: 4)
    builder.add(text: "two", line: 4)
    builder.close()
    builder.close(lastLine: 4)
    builder.close()
    builder.close()
    builder.add(block: .code(info: "sh", text: "make\n"), lines: 6...8)
    let document = builder.finish()
    let text = "# Maintainers of [Example](https://example.org \"t\")\n\n- one\n  **two**\n\n```sh\nmake\n```\n"
    let expected = GFM.document(SourceText(path: "a.md", text: text)).value
    #expect(document.allBlocks.map(\.kind) == expected.allBlocks.map(\.kind))
    #expect(document.allBlocks.map(\.lines) == expected.allBlocks.map(\.lines))
    #expect(document.allBlocks.map(\.plainText) == expected.allBlocks.map(\.plainText))
    #expect(document.headings == expected.headings)
    let renderer = HTMLRenderer()
    #expect(renderer.render(document).html == renderer.render(expected).html)
  }

  @Test func closesWhatIsLeftOpen() {
    var builder = DocumentBuilder()
    builder.open(block: .blockQuote, line: 2)
    builder.open(block: .paragraph, line: 2)
    builder.open(inline: .emphasis, line: 2)
    builder.add(text: "x", line: 2)
    let document = builder.finish()
    #expect(document.blocks.map(\.plainText) == ["x"])
    #expect(document.blocks.map(\.lines) == [2...2])
  }
}
