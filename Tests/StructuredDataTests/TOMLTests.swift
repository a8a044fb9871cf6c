import Diagnostics
import StructuredData
import Testing

@Suite struct TOMLTests {
  private func read(_ text: String) -> Staged<Node?> { TOML.read(SourceText(path: "a.toml", text: text)) }

  private func shown(_ node: Node) -> String {
    switch node.content {
    case .scalar(let text, _): text
    case .sequence(let nodes): "[" + nodes.map(shown).joined(separator: " ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\(shown($0.key)): \(shown($0.value))" }.joined(separator: " ") + "}"
    }
  }

  @Test(arguments: [
    ("a = 1 # b\nc.d = \"x # y\"", "{a: 1 c: {d: x # y}}"),
    ("[t]\na = true\n[t.u]\nb = 'c\\d'", "{t: {a: true u: {b: c\\d}}}"),
    ("[[p]]\na = 1\n[[p]]\na = 2", "{p: [{a: 1} {a: 2}]}"), ("a = [1,\n  [2], # x\n]\n", "{a: [1 [2]]}"),
    ("a = { b = 1, \"c d\" = [2] }", "{a: {b: 1 c d: [2]}}"), ("a = \"\"\"\none\\\n   two\"\"\"", "{a: onetwo}"),
    ("a = \"\\u00e9\\n\"", "{a: é\n}"), ("a = 2024-05-01T10:00:00Z", "{a: 2024-05-01T10:00:00Z}"), ("", "{}"),
  ])
  func readsTablesArraysAndStrings(text: String, expected: String) throws {
    let found = read(text)
    #expect(shown(try #require(found.value)) == expected)
    #expect(found.diagnostics.isEmpty)
  }

  @Test func passesOverWhatIsNoTOML() throws {
    let found = read("a = 1\nnonsense\n[ ]\nb = [1\nc = 2\n")
    #expect(found.value?["a"]?.string == "1")
    #expect(found.diagnostics.map { $0.location?.line } == [2, 3, 4])
  }

  @Test func readsAnyBytesAndAnyDepth() {
    _ = TOML.read(SourceText(path: "a.toml", bytes: (0...255).map { UInt8($0) }))
    for sign in ["[", "{a=", "a.", "\"", "'''", "[[a]]\n", "a=[", "\\"] {
      _ = read("x = " + String(repeating: sign, count: 2_000))
      _ = read(String(repeating: sign, count: 2_000))
    }
  }

  @Test func knowsPlaces() {
    let node = read("[people]\nleads = [\n  \"ann\",\n]\n").value?["people"]?["leads"]?.elements.first
    #expect(node?.line == 3)
    #expect(node?.column == 3)
  }
}
