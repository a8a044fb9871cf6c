import Diagnostics
import Testing

@testable import Intake

@Suite struct WordTextTests {
  private let source = SourceText(
    path: "a.md",
    text: """
      Two maintainers <!-- TODO: enable 2FA --> agree.

      <!-- A vote of
      all members -->
      It’s done <!-- not closed

      """)

  private func text(_ words: ArraySlice<UInt8>) -> String { String(decoding: words, as: UTF8.self) }

  @Test(arguments: [true, false]) func leavesOutWhatIsCommentedOut(isByLines: Bool) {
    let words = isByLines ? DocumentText(source, page: nil).words : WordText(source)
    #expect(text(words[line: 1]) == " two maintainers agree ")
    #expect(text(words[line: 4]).allSatisfy { $0 == " " })
    #expect(text(words[line: 5]) == " its done not closed ")
    #expect(words.count == 7)
    #expect(!words.holds([Array(" vote ".utf8)]))
  }

  @Test func tellsTheLineOfAWord() {
    let words = WordText(source)
    #expect(text(words[lines: 1..<6]) == " two maintainers agree its done not closed ")
    let place = words.bytes.indices.first { words.bytes[$0...].starts(with: " its ".utf8) }
    #expect(place.map(words.line(ofBlank:)) == 5)
    #expect(words.line(ofBlank: 0) == 1)
    #expect(words[lines: 3..<3].isEmpty && words[line: 9].isEmpty)
  }
}
