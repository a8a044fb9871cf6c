import Diagnostics
import Testing

@Suite struct JSONWriterTests {
  @Test func keepsTheOrderOfMembers() {
    #expect(JSONWriter.text(["b": 1, "a": [true, nil, 0.5]], style: .compact) == #"{"b":1,"a":[true,null,0.5]}"#)
  }

  @Test func escapesQuotesControlsAndScriptLineEnds() {
    let text = JSONWriter.text(.string("\"\\\r\n\t\u{1}\u{2028}é👩"), style: .compact)
    #expect(text == #""\"\\\r\n\t\u0001\u2028é👩""#)
  }

  @Test func putsShortFlatObjectsOnOneLine() {
    let text = JSONWriter.text(["files": [["path": "A.md", "line": 3]], "none": []])
    #expect(text == "{\n  \"files\": [\n    {\"path\": \"A.md\", \"line\": 3}\n  ],\n  \"none\": []\n}\n")
  }

  @Test func breaksWideLists() {
    let text = JSONWriter.text(.array((0..<40).map { .integer($0 + 100) }))
    #expect(text.hasPrefix("[\n  100,\n  101,"))
  }

  @Test func writesUndefinedNumbersAsNull() {
    #expect(JSONWriter.text(.array([.number(.nan), .number(.infinity)]), style: .compact) == "[null,null]")
  }

  @Test func addsOnlyWhatIsThere() {
    var object = JSONValue.object([])
    object.add("absent", nil)
    object.add("empty", list: [])
    object.add("name", "x")
    #expect(object == ["name": "x"])
  }
}
