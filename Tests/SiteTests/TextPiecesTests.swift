import Templates
import Testing

@testable import Site

@Suite struct TextPiecesTests {
  private func pieces(_ text: String) -> [String] {
    TextPieces.pieces(of: text).map { "\($0["kind"].asString ?? ""):\($0["text"].asString ?? "")" }
  }

  @Test func setsCodeAndDatesApart() {
    #expect(
      pieces("in `a-2026-01-01` since 2024-07-31, as said")
        == ["text:in ", "code:a-2026-01-01", "text: since ", "date:2024-07-31", "text:, as said"])
    #expect(pieces("2024-07-31") == ["date:2024-07-31"])
    #expect(pieces("") == [])
  }

  @Test func leavesPathsNumbersAndImpossibleDays() {
    for text in ["notes/2024-07-31-x.md:1", "12024-07-31", "2024-13-31", "2024-07-31T10:00", "é2024-07-31"] {
      #expect(pieces(text) == ["text:\(text)"])
    }
  }

  @Test func aBacktickAloneIsACharacter() {
    #expect(pieces("a ` b 2024-07-31") == ["text:a ` b ", "date:2024-07-31"])
  }

  @Test func cellsArePlainText() {
    let row = "| [Ann](https://e.org) | **Acme**<br>Inc |  | a \\| b |"
    #expect(TextPieces.cells(of: row).map(\.asString) == ["Ann", "Acme Inc", "a | b"])
    #expect(TextPieces.cells(of: "- name: Ann").map(\.asString) == ["- name: Ann"])
  }
}
