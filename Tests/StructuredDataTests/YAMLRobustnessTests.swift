import Diagnostics
@testable import StructuredData
import Testing

@Suite struct YAMLRobustnessTests {
  private func read(_ bytes: [UInt8]) -> (value: Node?, found: [String]) {
    let staged = YAML.read(SourceText(path: "a.yaml", bytes: bytes))
    return (
      staged.value,
      staged.diagnostics.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.severity) \($0.rule)" }
    )
  }
  private func read(_ text: String) -> (value: Node?, found: [String]) { read(Array(text.utf8)) }

  @Test func readsTheItemsBesideABrokenOne() {
    let (value, found) = read(
      """
      sigs:
        - name: A
          dir: a
        - name: B
         dir: [b
        - name: C
          dir: c
      committees:
        - name: D
      """)
    #expect(value?["sigs"]?.elements.compactMap { $0["name"]?.string } == ["A", "C"])
    #expect(value?["committees"]?.elements.count == 1)
    #expect(found.count == 1)
    #expect(found.first?.hasSuffix("error yaml/syntax") == true)
  }

  @Test func readsTheEntriesBesideABrokenOne() {
    let (value, found) = read("approvers:\n- a\nlabels: {x: [1\nreviewers:\n- b\n")
    #expect(value?["approvers"]?.strings == ["a"])
    #expect(found.count == 1)
    let quoted = read("- one\n- \"two\n- three\n- four\n")
    #expect(quoted.value?.strings == ["one", "three", "four"])
  }

  @Test func givesUpOnATextThatIsBrokenThroughout() {
    let text = String(repeating: "a: [b\n", count: 2_000)
    let (_, found) = read(text)
    #expect(!found.isEmpty && found.count <= 12)
    #expect(read("{{YEAR}}: [\n").found.count >= 1)
  }

  @Test func locatesBytesThatAreNotUTF8() {
    let (value, found) = read(Array("a: b\nname: Ren".utf8) + [0xE9] + Array("\nc: d\n".utf8))
    #expect(value?["name"]?.string == "Ren\u{FFFD}")
    #expect(value?["c"]?.string == "d")
    #expect(found == ["2:10 error yaml/encoding"])
  }

  @Test func readsPastControlCharacters() {
    let (value, found) = read("a: x\u{0}y\nb: \u{FEFF}z\n")
    #expect(value?["a"]?.string == "x y")
    #expect(value?["b"]?.string == "z")
    #expect(found == ["1:5 warning yaml/control-character"])
  }

  @Test func readsBlanksAndLineEndsOfAllKinds() {
    let (value, found) = read("\u{FEFF}a: 1\r\nb:\r\n- x\n- y\u{A0}z\r\n")
    #expect(value?["a"]?.string == "1")
    #expect(value?["b"]?.strings == ["x", "y\u{A0}z"])
    #expect(value?["b"]?.elements.last?.line == 4)
    #expect(found == [])
  }

  @Test func namesBothLinesOfAKeyGivenTwice() {
    let staged = YAML.read(SourceText(path: "a.yaml", text: "approvers: [a]\nreviewers: [b]\napprovers: [c]\n"))
    #expect(staged.value?["approvers"]?.strings == ["a"])
    #expect(staged.diagnostics.first?.location?.line == 3)
    #expect(staged.diagnostics.first?.notes.first?.location?.line == 1)
  }

  @Test func mergesWhatAMergeKeyNames() {
    let (value, _) = read(
      """
      base: &base {company: Acme, email: a@example.org}
      extra: &extra {email: x@example.org, tz: UTC}
      one: {<<: *base, email: own@example.org}
      two: {<<: [*base, *extra], name: Ada}
      text: {<<: plain}
      """)
    #expect(value?["one"]?["company"]?.string == "Acme")
    #expect(value?["one"]?["email"]?.string == "own@example.org")
    #expect(value?["two"]?["email"]?.string == "a@example.org")
    #expect(value?["two"]?["tz"]?.string == "UTC")
    #expect(value?["text"]?["<<"]?.string == "plain")
  }

  @Test func boundsWhatAnchorsBlowUpTo() {
    let laughs =
      "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
      + (0..<9).map { index in
        let (name, above) = (Character(Unicode.Scalar(UInt8(98 + index))), Character(Unicode.Scalar(UInt8(97 + index))))
        return "\(name): &\(name) [\(Array(repeating: "*\(above)", count: 10).joined(separator: ","))]\n"
      }.joined()
    #expect(read(laughs).found.map { $0.split(separator: " ").last ?? "" } == ["yaml/limit"])
  }

  @Test(arguments: ["? *a29\n: b\n", "*a29 : b\n", "{*a29: b}\n", "{[*a29]: b}\n", "? [*a29]\n: b\n"])
  func refusesKeysThatAliasesMakeEndless(key: String) {
    let lists = (0..<30).map { $0 == 0 ? "a0: &a0 [x]\n" : "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
    #expect(read(lists + "k:\n- " + key.replacing("\n", with: "\n  ")).found == ["1:1 error yaml/limit"])
  }

  @Test func readsFewAliasesInKeys() {
    #expect(read("a: &a x\nb: {*a : 1}\n? [*a, y]\n: 2\n").found == [])
    // Words in prose that look like anchors, aliases and keys.
    let prose = "a: >\n" + String(repeating: "  &b *c* why ? because: d\n", count: 3)
    #expect(read(prose).found == [])
    // Ampersands of texts in quotes, and not one alias.
    let list = "l:\n" + String(repeating: "- {a: \"x &lt; &amp;z\", b: [1] , c: \"[a]: b\"}\n", count: 60)
    #expect(read(list).found == [])
  }

  @Test func allowsSmallTextsFewerValuesThanLargeOnes() {
    #expect(YAML.nodes(ofBytes: 1_000) == 24_000)
    #expect(YAML.nodes(ofBytes: 8_000_000) == YAML.mostNodes)
  }

  @Test func readsTheFirstOfSeveralDocumentsAndSaysSo() {
    let (value, found) = read("---\n---\na: 1\n---\nb: 2\n")
    #expect(value?["a"]?.string == "1")
    #expect(found == ["5:1 note yaml/documents"])
    #expect(read("---\na: 1\n...\n").found == [])
  }
}
