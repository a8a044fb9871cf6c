import Diagnostics
import Templates
import Testing

/// Error texts are output: each of these is the whole text.
@Suite struct ErrorTextTests {
  @Test func showsTheNarrowestPlaceTheKeysAndTheWay() throws {
    let templates = library([
      ("base.html", "<main>\n{% block main %}{% endblock %}\n</main>"),
      ("report.html", "{% extends 'base.html' %}\n{% block main %}{% include 'gap.html' %}{% endblock %}"),
      ("gap.html", "{% macro line(gap) %}\n\t<td>{{ gap.onwer }}</td>\n{% endmacro %}\n{{ line(gap) }}"),
    ])
    #expect(templates.errors.isEmpty)
    let error = #expect(throws: TemplateError.self) {
      try templates.library.render(
        "report.html", context: ["gap": ["id": 1, "owner": "Ada"]], page: "pages/report.md")
    }
    #expect(
      error?.render() == """
        error[undefined]: `gap.onwer` is undefined
         --> templates/gap.html:2:13
          |
        2 | \t<td>{{ gap.onwer }}</td>
          | \t           ^^^^^ this map has: id, owner
          = help: did you mean `owner`?
          = help: for an optional value write `{{ gap.onwer | default("") }}`
          called from   templates/gap.html:4:4   (macro `line`)
          included from templates/report.html:2:28
          extends       templates/base.html:2:1   (block `main`)
          while rendering pages/report.md

        """)
  }

  @Test func reportsAllErrorsOfAllTemplatesAtOnce() {
    let errors = library([
      ("a.txt", "{{ 1 + }}\n{% if %}x{% endif %}\n{{ x | uper }}"), ("b.txt", "{{ x | uper }}{{ 1 is od }}"),
      ("c.txt", "{% include 'a.text' %}{{ rnage(3) }}"), ("d.txt", "{% include 'e.txt' %}"),
      ("e.txt", "{% include 'd.txt' %}"), ("f.html", "<p {{ x }}>"),
    ]).errors
    #expect(
      errors.map { "\($0.location) \($0.kind.rawValue): \($0.message)" } == [
        "templates/a.txt:1:8 syntax: expected an expression, found the end of the tag",
        "templates/a.txt:2:7 syntax: expected an expression, found the end of the tag",
        "templates/b.txt:1:8 unknown-filter: there is no filter `uper`",
        "templates/b.txt:1:23 unknown-test: there is no test `od`",
        "templates/c.txt:1:12 template-not-found: there is no template `a.text`",
        "templates/c.txt:1:26 unknown-function: there is no function or macro `rnage`",
        "templates/d.txt:1:12 limit: templates that include each other without end: `d.txt` → `e.txt` → `d.txt`",
        "templates/f.html:1:7 context: a value as the name of a tag or an attribute",
      ])
  }

  @Test func pointsAtBothEndsOfABlockLeftOpen() {
    #expect(
      render("<ul>\n{% for i in xs %}\n  <li>{{ i }}</li>\n</ul>\n")
        == """
        error[syntax]: `{% endfor %}` is missing
         --> templates/main.txt:3:14
          |
        3 |   <li>{{ i }}</li>
          |              ^
          = note: `for` was opened here (templates/main.txt:2:4)

        """)
  }

  @Test func saysWhatToWriteInsteadOfAMethod() {
    #expect(
      render("{{ d.items() }}", ["d": ["a": 1]]).contains(
        "error[undefined]: maps and other values have no methods here: `items`"))
    #expect(render("{{ d.items() }}", ["d": ["a": 1]]).contains("= help: write `value | items`"))
    #expect(render("{{ d.items }}", ["d": ["items": 1]]) == "1")
  }

  @Test func saysWhatOtherLanguagesWriteOtherwise() {
    #expect(render("{% if x = 1 %}{% endif %}", ["x": 1]).contains("= help: write `==` to compare"))
    #expect(render("{% if x %}{% else if x %}{% endif %}", ["x": 1]).contains("= help: write `elif`"))
  }

  @Test func suggestsOnlyWhatIsNear() {
    #expect(render("{{ x | uper }}", ["x": "a"]).contains("did you mean `upper`?"))
    #expect(!render("{{ x | frobnicate }}", ["x": "a"]).contains("did you mean"))
  }

  @Test func underlinesTheDivisor() {
    #expect(
      render("{{ 10 / (n - 1) }}", ["n": 1]) == """
        error[runtime]: division by zero
         --> templates/main.txt:1:9
          |
        1 | {{ 10 / (n - 1) }}
          |         ^^^^^^^

        """)
  }

  @Test func becomesADiagnosticOfTheTool() {
    let errors = library([("a.txt", "{{ 1 + }}")]).errors
    #expect(errors.first?.diagnostic.rule == "template/syntax")
    #expect(errors.first?.diagnostic.kind == .configuration)
  }

  @Test func warnsOfBlocksNobodyPrintsAndOfPrintedNone() throws {
    let found = library([
      ("base.txt", "{% block body %}{% endblock %}"),
      ("page.txt", "{% extends 'base.txt' %}{% block bdy %}{% endblock %}"),
      ("none.txt", "{{ x }}"),
    ]).library
    #expect(found.warnings.map(\.rule) == ["template/block-not-printed"])
    #expect(found.warnings.first?.help == "did you mean `body`?")
    var sink = ByteSink()
    let warnings = try found.render("none.txt", context: ["x": nil], into: &sink)
    #expect(warnings.map(\.rule) == ["template/none-printed"])
    #expect(sink.bytes == Array("None".utf8))
  }
}
