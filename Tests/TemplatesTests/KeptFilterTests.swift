import Diagnostics
import Testing

@testable import Templates

/// What a filter made last is used again for the same value, and for no other.
@Suite struct KeptFilterTests {
  private func library(_ text: String) throws -> TemplateLibrary {
    let source = TemplateSource(name: "a.txt", displayPath: "a.txt", bytes: Array(text.utf8))
    let loaded = TemplateLibrary.load([source])
    try #require(loaded.errors.isEmpty)
    return loaded.library
  }

  private func people(_ teams: [String]) -> Value {
    .list(teams.enumerated().map { ["name": .int($0), "team": .string($1)] as Value })
  }

  private func render(_ library: TemplateLibrary, _ context: Value) throws -> String {
    String(decoding: try library.render("a.txt", context: context), as: UTF8.self)
  }

  @Test func groupsEachListByItself() throws {
    let library = try library(
      "{% for team in people|groupby(key) %}{{ team.grouper }}{% for person in team.list %}{{ person.name }}{% endfor %};{% endfor %}"
    )
    let (one, other) = (people(["b", "a", "b"]), people(["c", "c", "a"]))
    for _ in 0..<2 {
      #expect(try render(library, ["people": one, "key": "team"]) == "a1;b02;")
      #expect(try render(library, ["people": one, "key": "team"]) == "a1;b02;")
      #expect(try render(library, ["people": other, "key": "team"]) == "a2;c01;")
      #expect(try render(library, ["people": one, "key": "name"]) == "00;11;22;")
    }
  }

  /// The memory of a list that a template made comes to belong to the next one.
  @Test func groupsListsThatATemplateMakes() throws {
    let library = try library(
      "{% for n in [1, 2, 3] %}{% for g in [{'t': n}, {'t': n + 1}]|groupby('t') %}{{ g.grouper }}{% endfor %} {% endfor %}"
    )
    for _ in 0..<3 { #expect(try render(library, [:]) == "12 23 34 ") }
  }

  @Test func writesEachDay() throws {
    let library = try library("{% for day in days %}{{ day|date(form) }} {% endfor %}")
    let days: Value = ["2024-05-01", "2024-05-01", "2024-05-02"]
    #expect(try render(library, ["days": days, "form": "%-d %B"]) == "1 May 1 May 2 May ")
    #expect(try render(library, ["days": days, "form": "%Y"]) == "2024 2024 2024 ")
    #expect(throws: TemplateError.self) { try render(library, ["days": ["2024-05-01", "never"], "form": "%Y"]) }
  }

  /// A value used again takes as many steps as the first time, so that a limit does not depend on the page before.
  @Test func takesTheSameStepsEachTime() throws {
    let text = "{% for n in range(1000) %}{{ people|groupby('team')|length }}{% endfor %}"
    let source = TemplateSource(name: "a.txt", displayPath: "a.txt", bytes: Array(text.utf8))
    var options = TemplateOptions()
    options.limits.steps = 100_000
    let library = TemplateLibrary.load([source], options: options).library
    let many = people((0..<1000).map { "\($0)" })
    #expect(throws: TemplateError.self) { try library.render("a.txt", context: ["people": many]) }
  }
}
