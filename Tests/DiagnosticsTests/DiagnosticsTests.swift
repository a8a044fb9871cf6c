import Testing

@Suite struct DiagnosticsTests {}

@Suite struct ByteSearchTests {
  private func holds(_ text: String, _ part: String) -> Bool {
    var (text, part) = (text, part)
    return text.withUTF8 { text in part.withUTF8 { text.holds($0) } }
  }

  @Test(arguments: ["", ",", "a", "a,b", ",a,,b,", "a,b,c,d"])
  func partsAreThoseOfTheLibrary(text: String) {
    let bytes = Array("x\(text)".utf8).dropFirst()
    #expect(bytes.parts(between: 0x2C) == bytes.split(separator: 0x2C))
    #expect(bytes.parts(between: 0x2C, most: 2) == bytes.split(separator: 0x2C, maxSplits: 1))
    let all = bytes.split(separator: 0x2C, maxSplits: 2, omittingEmptySubsequences: false)
    #expect(bytes.parts(between: 0x2C, most: 3, omittingEmpty: false) == all)
  }

  @Test func findsAPartAnywhere() {
    #expect(holds("abc", "a") && holds("abc", "c") && holds("abc", "abc") && holds("aab", "ab"))
    #expect(!holds("abc", "abcd") && !holds("abc", "ac") && !holds("ab", "abc"))
    #expect(holds("", "") && holds("a", "") && !holds("", "a"))
    // Looked for by a byte that is not its first.
    #expect(holds("es teste", "test") && holds("xx teste", "xx t") && !holds("es tes", "test"))
  }
}
