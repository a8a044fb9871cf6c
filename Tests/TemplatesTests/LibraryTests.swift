import Diagnostics
import TestSupport
import Testing

@testable import Templates

@Suite struct LibraryTests {
  @Test func rendersTheSameFromManyTasks() async throws {
    let text = "{% for row in rows %}{{ row.name | upper }}:{{ row.n }}{% if row.n == 3 %}!{% endif %};{% endfor %}"
    let shape = RecordShape(keys: ["name", "n"])
    let rows = Value.list((0..<50).map { .record(shape, [.string("row <\($0)> of the table"), .int($0)]) })
    let templates = library([("page.html", text)]).library
    let wanted = try templates.render("page.html", context: ["rows": rows])
    let pages = await Array(0..<64).concurrentMap(width: 4) { _ in
      try? templates.render("page.html", context: ["rows": rows])
    }
    #expect(pages.allSatisfy { $0 == wanted })
  }

  @Test func remembersSlotsPerShape() {
    let template = "{% for m in maps %}{{ m.a }}{{ m.b | default('-') }} {% endfor %}"
    let maps: Value = [["a": 1, "b": 2], ["b": 3, "a": 4], ["a": 5], ["c": 0, "a": 6, "b": 7]]
    #expect(render(template, ["maps": maps]) == "12 43 5- 67 ")
  }

  @Test func callsWhatTheSiteAdds() {
    let extensions = TemplateExtensions(
      filters: [
        "twice": { value, _, _, _ throws(ValueError) in
          guard let text = value.asString else { throw ValueError("`twice` needs a string") }
          return .string(text + text)
        }
      ],
      functions: ["page_name": { _, _, context throws(ValueError) in .string(context.page) }])
    let (templates, errors) = library([("a.txt", "{{ 'x' | twice }}{{ page_name() }}")], .init(), extensions)
    #expect(errors.isEmpty)
    #expect((try? templates.render("a.txt", context: [:], page: "p.md")) == Array("xxp.md".utf8))
    #expect(render("{{ 1 | twice }}", extensions: extensions).hasPrefix("error[runtime]: `twice` needs a string"))
  }

  @Test func callsWhatMakesTextOfText() {
    let extensions = TemplateExtensions(textFunctions: [
      "shout": .init(need: "a word is needed") { text, context in "\(text)!\(context.page)" }
    ])
    #expect(render("{{ shout('<') }}{{ shout('a') | upper }}", name: "a.html", extensions: extensions) == "&lt;!A!")
    for call in ["shout()", "shout(1)", "shout(nothing)"] {
      #expect(render("{{ \(call) }}", extensions: extensions).contains("a word is needed"), "\(call)")
    }
  }

  @Test func escapesByFileName() {
    for name in ["a.html", "a.htm", "a.xml", "a.svg"] { #expect(render("{{ '<' }}", name: name) == "&lt;") }
    for name in ["a.md", "a.txt", "a.json"] { #expect(render("{{ '<' }}", name: name) == "<") }
  }

  @Test func checksTheSchemeAtTheStartOfAURL() {
    func link(_ url: String) -> String { render("<a href=\"{{ u }}\">x</a>", ["u": .string(url)], name: "a.html") }
    for url in ["/a", "a.html", "../a", "https://e.org/", "mailto:a@e.org", "tel:1", "#x", "a/b:c"] {
      #expect(link(url) == "<a href=\"\(url)\">x</a>")
    }
    for url in ["javascript:alert(1)", "JaVaScript:x", " java\nscript:x", "data:text/html,x", "vbscript:x"] {
      #expect(link(url).hasPrefix("error[context]"))
    }
    #expect(render("<a href=\"{{ 'javascript:x' | safe }}\"></a>", name: "a.html").contains("javascript:x"))
    #expect(render("<{{ 'script' }}>", name: "a.html").hasPrefix("error[context]"))
  }

  @Test func followsThePageThroughItsParts() {
    let errors = library([
      ("base.html", "<p title=\"{% block t %}{% endblock %}\">{% include 'inner.html' %}</p>"),
      ("page.html", "{% extends 'base.html' %}{% block t %}{{ x }}{% endblock %}"),
      ("inner.html", "<b>{{ y }}</b><script>{% include 'script.html' %}</script>"),
      ("script.html", "var x = {{ data | tojson }};"), ("bad.html", "{% include 'open.html' %}"),
      ("open.html", "<p title=\""),
    ]).errors
    #expect(
      errors.map { "\($0.location): \($0.message)" } == ["templates/bad.html:1:25: the page ends in an attribute"])
  }

  @Test func readsAndWritesJSON() throws {
    let text = #"{"b": [1, -2.5, 1e3, "é\n\ud83d\ude42"], "a": {"x": null, "y": true}}"#
    let value = try Value(json: Array(text.utf8))
    #expect(value["b"].asList?.count == 4)
    var writer = JSONWriter()
    try writer.write(value)
    #expect(
      writer.text
        == #"{"b": [1, -2.5, 1000.0, "é\n🙂"], "a": {"x": null, "y": true}}"#)
    let error = #expect(throws: ValueError.self) { try Value(json: Array("{\n  \"a\": ]".utf8)) }
    #expect(error?.message == "malformed JSON at 2:8: expected a value")
    let deep = Array(repeating: UInt8(ascii: "["), count: 100_000)
    #expect(throws: ValueError.self) { try Value(json: deep) }
  }

  @Test func evaluatesExpressionsOfOtherFiles() throws {
    let place = Location(path: "criteria.yaml", line: 7, column: 10)
    let expression = try Expression(parsing: "count >= 3 and name | lower == 'x'", at: place)
    #expect(try expression.evaluate(["count": 3, "name": "X"]).isTruthy)
    #expect(try !expression.evaluate(["count": 2, "name": "X"]).isTruthy)
    let undefined = #expect(throws: TemplateError.self) { try expression.evaluate(["count": 3]) }
    #expect(undefined?.location.description == "criteria.yaml:7:25")
    let syntax = #expect(throws: TemplateError.self) { try Expression(parsing: "a +", at: place) }
    #expect(syntax?.kind == .syntax)
    #expect(syntax?.location.line == 7)
    #expect(throws: TemplateError.self) { try Expression(parsing: "a | nosuch", at: place) }
  }

  @Test func takesTextByBytes() {
    // The same letter composed and decomposed: two texts.
    #expect(render("{{ a == b }} {{ a | length }} {{ b | length }}", ["a": "\u{E9}", "b": "e\u{301}"]) == "False 1 2")
    #expect(render("{{ {'\u{E9}': 1}['e\u{301}'] is defined }}") == "False")
  }

  @Test func treatsAnArgumentNotGivenAsUndefined() {
    let macro = "{% macro m(a) %}{{ a | upper }}{% endmacro %}"
    #expect(render(macro + "{{ m('x') }}") == "X")
    #expect(render(macro + "{{ m() }}").hasPrefix("error[undefined]"))
    #expect(render("{% macro m(a) %}{{ a | default('d') }}{% endmacro %}{{ m() }}") == "d")
  }

  @Test func readsATestBeforeAConditionOnlyInParentheses() {
    #expect(render("{{ (3 is odd) if true else 'no' }}") == "True")
    #expect(render("{{ 3 is odd if true else 'no' }}").hasPrefix("error[syntax]"))
    #expect(render("{{ 'yes' if 3 is odd else 'no' }}") == "yes")
  }
}
