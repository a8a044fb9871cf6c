import Diagnostics
import Testing

@testable import StructuredData

@Suite struct YAMLRepairTests {
  private func read(_ text: String) -> Staged<Node?> { YAML.read(SourceText(path: "a.yaml", text: text)) }

  @Test func keepsTheFirstOfTwoEqualKeysAndReadsTheRest() throws {
    let staged = read("a:\n  - n: 1\n    n: 2\n    m: 3\nb: 4\n")
    let root = try #require(staged.value)
    #expect(root["a"]?.elements.first?["n"]?.string == "1")
    #expect(root["a"]?.elements.first?["m"]?.string == "3")
    #expect(root["b"]?.string == "4")
    let diagnostic = try #require(staged.diagnostics.first)
    #expect(diagnostic.rule == "yaml/duplicate-key")
    #expect(diagnostic.location?.line == 3)
    #expect(diagnostic.notes.first?.location?.line == 2)
    #expect(staged.diagnostics.count == 1)
  }

  @Test func separatesQuotedAndThreefoldKeys() throws {
    let staged = read("'k x': 1\n\"k x\": 2\nk x: 3\nz: 4\n")
    #expect(staged.value?["k x"]?.string == "1")
    #expect(staged.value?["z"]?.string == "4")
    #expect(staged.diagnostics.map(\.location?.line) == [2, 3])
  }

  @Test func aKeyGivenTwiceIsNoUnknownKeyOfAShape() throws {
    let source = SourceText(path: "a.yaml", text: "a: x\na: y\n")
    let root = try #require(YAML.read(source).value)
    let shape = Shape.object([Shape.Key("a", .text, "what it is")])
    #expect(shape.diagnostics(of: root, in: source, area: "test").isEmpty)
  }

  @Test func leavesOutTextInFrontOfTheKeys() throws {
    let staged = read(" About this file\n# A comment.\na: 1\n\nb:\n  c: 2\n")
    #expect(staged.value?["a"]?.string == "1" && staged.value?["b"]?["c"]?.string == "2")
    #expect(staged.diagnostics.map(\.location?.line) == [1])
    #expect(staged.diagnostics.first?.help == "begin it with # if it is a comment")
  }

  @Test(arguments: [
    ("a: 1\n\t- b\n", "2:1", "indent with blanks"), ("a: %b\n", "1:4", "put the value in quotes"),
    ("name: Acme: Rockets\n", "1:11", "put a value that holds `: ` in quotes"),
    ("a: 1\nb: [c, {d: 1\n", "2:8", "close the bracket"), ("a: 1\nb: \"c\n", "2:4", "close the quotation mark"),
    ("a:\n  - b: 1\n   c: 2\n", "3:4", "indent it as the lines beside it"),
    ("a: 'Acme's'\n", "1:10", "close its quotation marks"), ("a: *b\n", "1:4", "put a value that begins with `*`"),
  ])
  func saysAtTheCharacterWhatToDo(text: String, place: String, help: String) throws {
    let diagnostic = try #require(read(text).diagnostics.first { $0.rule == "yaml/syntax" })
    #expect(diagnostic.location.map { "\($0.line):\($0.column)" } == place, "\(diagnostic.summary)")
    #expect(diagnostic.help?.contains(help) == true, "\(diagnostic.summary): \(diagnostic.help ?? "")")
  }

  @Test func refusesDuplicatesItCannotFind() {
    let staged = read("a: {b: 1, b: 2}\n")
    #expect(staged.value == nil)
    #expect(staged.diagnostics.map(\.rule) == ["yaml/duplicate-key"])
  }

  @Test func readsValuesThatBeginWithAnAtSign() throws {
    let staged = read("# by @x\nreviewers:\r\n- @ann # since May\r\n- bob\r\nlead: @cid\r\n")
    #expect(staged.value?["reviewers"]?.strings == ["@ann", "bob"])
    #expect(staged.value?["lead"]?.string == "@cid")
    #expect(staged.diagnostics.map(\.rule) == ["yaml/reserved-character"])
    #expect(staged.diagnostics.first?.location?.line == 3)
  }

  @Test func boundsRepairs() {
    let text = (0..<200).map { _ in "k: 1\n" }.joined()
    #expect(read(text).value == nil)
  }

  @Test func readsALargeTextNotAgainAndAgain() {
    func text(_ size: Int) -> String { "k: 1\nk: 2\nm: 1\nm: 2\n# " + String(repeating: "a", count: size) + "\n" }
    #expect(read(text(1000)).value != nil)
    #expect(read(text(YAML.mostBytesAnew)).value == nil)
  }
}

@Suite struct CSVTests {
  @Test func readsQuotesCommasAndMixedLineEnds() {
    let rows = CSV.read(
      SourceText(path: "a.csv", text: "\u{FEFF}a,b\r\n\"x, \"\"y\"\"\", z\n\n\"two\nlines\",\"\"\r\nlast"))
    #expect(rows.map(\.fields) == [["a", "b"], ["x, \"y\"", " z"], ["two\nlines", ""], ["last"]])
    #expect(rows.map(\.line) == [1, 2, 4, 6])
  }

  @Test func readsTheFieldsOfOneLine() {
    #expect(CSV.fields("\"a\", @b, <c@example.org>") == ["a", " @b", " <c@example.org>"])
    #expect(CSV.fields("") == [])
  }
}
