import Testing

@testable import Templates

@Suite struct StripTagsTests {
  @Test(arguments: [
    ("", ""), ("  a \n\t b ", "a b"), ("<p>a <b>b</b></p>", "a b"), ("a<br>b", "ab"), ("a < b", "a < b"),
    ("a < b > c", "a c"), ("<!-- x > y -->a<!-- z", "a<!-- z"), ("a<!-- <b> --> b", "a b"), ("<a <b>c", "c"),
    ("é \u{A0} ü\u{2003}\u{2003}x ", "é ü x"), ("“a” &amp; b", "“a” & b"), ("a\u{1F}b", "a b"), (">a<", ">a<"),
    ("<!--->a-->b", "b"),
  ])
  func leavesTheWords(text: String, words: String) {
    #expect(StripTags.apply(text) == words)
  }
}
