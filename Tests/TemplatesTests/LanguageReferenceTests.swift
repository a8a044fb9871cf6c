import Templates
import Testing

@Suite struct LanguageReferenceTests {
  @Test(arguments: LanguageReference.entries)
  func examplesPrintWhatTheySay(entry: LanguageReference.Entry) {
    #expect(!entry.examples.isEmpty)
    #expect(!entry.summary.isEmpty && !entry.summary.hasSuffix("."))
    for example in entry.examples { #expect(render(example.template) == example.output) }
  }

  @Test func namesEveryKindInOrder() {
    for kind in LanguageReference.Entry.Kind.allCases {
      let names = LanguageReference.entries.filter { $0.kind == kind }.map(\.name)
      #expect(!names.isEmpty)
      #expect(names == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
  }

  @Test func marksWhatMayBeLeftOut() {
    #expect(LanguageReference.entries.contains { $0.signature == "replace(old, new, count?)" })
  }
}
