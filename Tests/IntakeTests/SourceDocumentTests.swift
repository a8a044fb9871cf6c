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
}
