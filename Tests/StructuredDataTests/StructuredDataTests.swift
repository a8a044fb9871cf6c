import Diagnostics
import Testing

@testable import StructuredData

@Suite struct StructuredDataTests {
  @Test func keepsScalarsAsWritten() throws {
    let node = try #require(
      YAML.read(SourceText(path: "a.yaml", text: "v: 1.10\nt: \"09:00\"\nn: ~\nl: [a, b]\n")).value)
    #expect(node["v"]?.string == "1.10")
    #expect(node["t"]?.string == "09:00")
    #expect(node["n"]?.isNull == true)
    #expect(node["l"]?.strings == ["a", "b"])
    #expect(node["l"]?.elements.map(\.line) == [4, 4])
  }

  @Test func locatesSyntaxErrors() throws {
    let staged = YAML.read(SourceText(path: "a.yaml", text: "a: 1\n- b\n"))
    #expect(staged.value?["a"]?.string == "1")
    #expect(staged.diagnostics.map(\.rule) == ["yaml/syntax"])
    #expect(staged.diagnostics.first?.location?.line == 2)
  }

  @Test func boundsAnchors() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...8 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(YAML.read(SourceText(path: "a.yaml", text: text)).diagnostics.map(\.rule) == ["yaml/limit"])
  }
}
