import Testing

@testable import Diagnostics

@Suite struct RunsTests {
  /// ASCII is read by bytes, everything else by characters: both find the same.
  @Test(arguments: [
    "", " ", "a", "a b", "SIG-Network: 3 leads, 2x (each)", "end.", "\r\na\r\nb2", "It's_a-test/of.paths",
    "Zoë's 2½ e\u{301}te\u{301} 1\u{FE0F}\u{20E3} 漢字 a—b", "é", "½",
  ])
  func findsRunsAsCharactersTell(text: String) {
    #expect(text.runsOfLetters == text.split { !$0.isLetter })
    #expect(text.runsOfLettersAndNumbers == text.split { !$0.isLetter && !$0.isNumber })
    #expect(text.hasLetterOrNumber == text.contains { $0.isLetter || $0.isNumber })
    #expect(text.dropFirst().runsOfLetters == text.dropFirst().split { !$0.isLetter })
  }
}
