import Diagnostics
import Testing

@testable import Intake

/// Inline markup as people write it: situations S39, S40, S42, S48, S50 and S51 of the reference.
@Suite struct PlainTextTests {
  private func plain(_ text: String, references: [String: String] = [:]) -> PlainText {
    let bytes = Array(text.utf8)
    return PlainText(bytes, 0..<bytes.count, references: references)
  }

  @Test(arguments: [
    ("**bold** _and_ *italic*", "bold and italic"), ("snake_case_name * 2", "snake_case_name * 2"),
    ("97 \\- Example requires\\!", "97 - Example requires!"), ("~~gone~~ ~945", "gone ~945"),
    ("`a * b` <br> c", "a * b   c"), ("no\u{A0}break \u{200B}zero", "no break zero"),
    ("[text](https://example.org \"title\")", "text"), ("![image](a.png)x", "x"),
    ("[not a link] (a)", "[not a link] (a)"),
    ("[a [b](c) d](e)", "a b d"), ("(Ref Insights)[https://example.org]", "(Ref Insights)[https://example.org]"),
  ])
  func takesMarkupOff(text: String, expected: String) {
    #expect(plain(text).string == expected)
  }

  @Test(arguments: [
    ("[rules]([url](https://example.org/a))", ["[url](https://example.org/a)"]),
    ("[a](https:example.org)", ["https:example.org"]),
    ("on [`main](https://example.org/b)`", []), ("see https://example.org/c), then", ["https://example.org/c"]),
    ("see https://example.org/d_(e).", ["https://example.org/d_(e)"]), ("<me@example.org>", ["me@example.org"]),
    ("[https://example.org](https://example.org)", ["https://example.org"]),
  ])
  func findsLinks(text: String, expected: [String]) {
    #expect(plain(text).links.map(\.destination) == expected)
  }

  @Test func findsLinksByReference() {
    let found = plain("[Text][A b], [a  B] and [other]", references: ["a b": "x.md"])
    #expect(found.links.map(\.destination) == ["x.md", "x.md"])
    #expect(found.string == "Text, a  B and [other]")
  }

  @Test func knowsWhereEachByteStands() {
    let found = plain("**a** [bc](d)")
    #expect(found.string == "a bc")
    #expect(found.offsets == [2, 5, 7, 8])
    #expect(found.boldPrefix == 1)
    #expect(plain("**all bold.**").isAllBold)
  }

  @Test(arguments: [
    "[", "![", "](", "`", "``` ", "<", "<a ", "**_", "[](", "[a][", "- [ ] #1\n", "\u{2022} [x] #2\n", "| a ",
    "from 1 to ", "A 1, ",
  ])
  func readsHostileTextToItsEnd(piece: String) throws {
    let text = "# A\n\n[r]: x\n\n" + String(repeating: piece, count: 20_000 / piece.utf8.count)
    let last = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    let facts = try facts(text)
    let places = facts.items.map(\.location) + facts.claims.map(\.location) + facts.links.map(\.location)
    #expect(places.allSatisfy { (1...last).contains($0.line) })
    #expect(facts.items.count == (piece.contains("#") ? text.utf8.count { $0 == UInt8(ascii: "#") } - 1 : 0))
  }
}
