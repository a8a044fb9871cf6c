import Criteria
import Testing

/// Words are put into the form that phrases are compared in, eight bytes at a time where that is possible.
@Suite struct NormalizedWordsTests {
  @Test(arguments: [
    ("", ""), ("...", " "), ("Vote", " vote "), ("it's  A\tvote!", " its a vote "),
    ("abcdefg hijklmno", " abcdefg hijklmno "), ("abcdefgh ijklmnop", " abcdefgh ijklmnop "),
    ("abcdefg. hijklmno", " abcdefg hijklmno "), (" abcdefg", " abcdefg "), ("'abcdefg'", " abcdefg "),
    ("@[\\]^_`{|}~/:;09AZaz", " 09azaz "),
  ])
  func writesWordsWithSingleBlanks(text: String, words: String) {
    #expect(String(decoding: PhraseMatcher.normalized(text), as: UTF8.self) == (words == " " ? "" : words))
  }

  /// Text with a letter of another script goes letter by letter: its other words must not differ.
  @Test func isTheSameLetterByLetter() {
    let signs = Array("aZ09 '.-`{@\t~mMzA".unicodeScalars)
    var state: UInt64 = 7
    for length in 0..<400 {
      var text = String.UnicodeScalarView()
      for _ in 0..<(length % 40) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(signs[Int(state >> 33) % signs.count])
      }
      let plain = PhraseMatcher.normalized("x " + String(text))
      let mixed = PhraseMatcher.normalized("x " + String(text) + " \u{E9}")
      #expect(plain + Array("\u{E9} ".utf8) == mixed, "\(String(text))")
    }
  }
}
