import Diagnostics
import Testing

@testable import StructuredData

/// Lines of a key and a text are read without libyaml; what comes out must be the same.
@Suite struct FlatYAMLTests {
  static let flat = [
    "title: Governance", "title: \"Governance: how we decide\"", "a: b  c   \n\nb_2: /docs/x.md\nDate: 2026-01-01\n",
    "kind: null\nother: 12\n", "a: \"\"\nb: .hidden file\nc: \" spaced \"",
  ]

  @Test(arguments: flat) func flatTextsAreWhatLibyamlReads(text: String) {
    let source = SourceText(path: "a.md", text: "---\n\(text)\n---\n")
    let range = 4..<(source.byteCount - 4)
    let commented = SourceText(path: "a.md", text: "---\n\(text)\n# a comment is for libyaml\n---\n")
    let flat = FlatYAML.mapping(source.bytes[range], firstLine: 1)
    #expect(flat != nil)
    #expect(flat == YAML.read(commented, range: 4..<(commented.byteCount - 4)).value)
  }

  @Test(arguments: [
    "", "a:", "a: b: c", "a: [b]", "a: b\n c", "a: b\na: c", "a: 'b'", "a: \"b\\n\"", "a: b # c", "- a", "a: - b",
    "a:b",
    "a: *b", "é: b", "a: b\tc", "a: |", " a: b", "<<: a",
  ])
  func othersAreForLibyaml(text: String) {
    #expect(FlatYAML.mapping(Array(text.utf8)[...], firstLine: 0) == nil)
  }
}
