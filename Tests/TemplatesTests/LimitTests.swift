import Templates
import Testing

/// What runs away ends in an error, never in a crash or an endless page.
@Suite struct LimitTests {
  private func small() -> TemplateOptions {
    var options = TemplateOptions()
    options.limits.steps = 100_000
    options.limits.outputBytes = 1 << 20
    return options
  }

  @Test(arguments: [
    "{% include 'main.txt' %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% for x in [[[]]] recursive %}{{ loop([x]) }}{% endfor %}",
    "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
    "{{ range(100001) }}",
    "{{ 'x' * 100000000 }}",
    "{{ [1] * 10000000 }}",
    "{% set ns = namespace(s='ab') %}{% for i in range(99) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}",
    "{% for i in range(99999) %}xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx{% endfor %}",
    "{{ '%99999d' | format(1) }}",
  ])
  func endsInALimit(template: String) {
    #expect(render(template, options: small()).hasPrefix("error[limit]"))
  }

  @Test func refusesDeepNesting() {
    let parens = "{{ " + String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000) + " }}"
    #expect(render(parens).hasPrefix("error[limit]"))
    #expect(render("{{ 1" + String(repeating: " + 1", count: 5000) + " }}").hasPrefix("error[limit]"))
    #expect(render("{{ " + String(repeating: "not ", count: 5000) + "1 }}").hasPrefix("error[limit]"))
    let tags = String(repeating: "{% if 1 %}", count: 5000)
    #expect(render(tags).hasPrefix("error[limit]"))
  }

  @Test func keepsItsMemoryInAStackOfItsOwn() {
    // Ninety macros inside of each other, and a thousand calls one after another.
    let deep = "{% macro f(n) %}{{ n }}{% if n > 0 %}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(90) | length }}"
    #expect(render(deep) == "172")
    let many = "{% macro f(n) %}{{ n }}{% endmacro %}{% for i in range(1000) %}{{ f(i) }}{% endfor %}"
    #expect(render(many).utf8.count == 2890)
  }

  @Test func rejectsOverflow() {
    #expect(render("{{ 9223372036854775807 + 1 }}").hasPrefix("error[runtime]"))
    #expect(render("{{ 9223372036854775808 }}").hasPrefix("error[syntax]"))
    #expect(render("{{ -9223372036854775807 - 1 }}") == "-9223372036854775808")
    #expect(render("{{ (-9223372036854775807 - 1) // -1 }}").hasPrefix("error[runtime]"))
    #expect(render("{{ (-9223372036854775807 - 1) % -1 }}") == "0")
  }
}
