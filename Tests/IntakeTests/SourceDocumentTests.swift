import Diagnostics
import Intake
import Testing

@Suite struct SourceDocumentTests {
  @Test func changingACopyLeavesTheOriginal() {
    var original = SourceDocument(source: SourceText(path: "a.md", text: "x"), kind: .page, reason: "test")
    original.facts.subject = "one"
    var copy = original
    #expect(copy == original)
    copy.facts.subject = "two"
    copy.readers.append("r")
    copy.kind = .readme
    #expect(original.facts.subject == "one" && original.readers.isEmpty && original.kind == .page)
    #expect(copy.facts.subject == "two" && copy != original)
  }

  @Test(arguments: ["", "one", "it's 's ' x", "a-b\n\nc 1.2", "Zoë’s naïve – test\nx'\n'y", "日本 x\n\n", "\n#\n"])
  func wordsAreCountedAsTheyAreRead(text: String) {
    let document = SourceDocument(source: SourceText(path: "a.md", text: text), kind: .page, reason: "test")
    let count = document.wordCount
    #expect(count == document.words.count && count == document.wordCount)
  }
}
