import Diagnostics
import Markdown
import Testing

@testable import Intake

@Suite struct LinkScannerTests {
  @Test func namesThePlaceOfEachDestinationOnALine() {
    let text = "é [a](b.md) ![c](d.png) [a](b.md) [![x](y.png)](z.md)\n[e][f]\n\n[f]: g.md\n"
    let source = SourceText(path: "a.md", text: text)
    let links = LinkScanner.links(of: source, document: GFM.document(source).value, html: nil)
    #expect(links.map(\.destination) == ["b.md", "d.png", "b.md", "z.md", "y.png", "g.md"])
    #expect(links.map(\.text) == ["a", "c", "a", "x", "x", "e"])
    #expect(links.map(\.location.column) == [7, 18, 29, 49, 41, 1])
    #expect(links.map(\.location.line) == [1, 1, 1, 1, 1, 2])
  }

  @Test func namesTheDestinationAndNotATextThatSaysTheSame() {
    let source = SourceText(path: "a.md", text: "[b.md](b.md), [see c.md now](c.md) and [d](<d e.md>)\n")
    let links = LinkScanner.links(of: source, document: GFM.document(source).value, html: nil)
    #expect(links.map(\.location.column) == [8, 30, 45])
  }

  @Test func takesNoTextForTheAddressThatItsDefinitionHas() {
    let text =
      "[a@b.org][mail] [ask a@b.org][mail] <https://c.org> [https://d.org][site]\n\n[mail]: a@b.org\n[site]: https://d.org\n"
    let source = SourceText(path: "a.md", text: text)
    let links = LinkScanner.links(of: source, document: GFM.document(source).value, html: nil)
    #expect(links.map { $0.location.text == $0.destination } == [false, false, true, false])
  }
}
