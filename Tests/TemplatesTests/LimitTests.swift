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

  /// Sixty doublings by reference: a small value whose every walk has no end.
  private static let doubled =
    "{% set ns = namespace(x=[1], y=[1]) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}"
    + "{% set ns.y = [ns.y, ns.y] %}{% endfor %}"

  @Test(arguments: [
    "{{ ns.x }}", "{{ ns.x == ns.y }}", "{{ ns.x < ns.y }}", "{{ ns.x in ns.y }}", "{{ 'a' ~ ns.x }}",
    "{{ '%s' % ns.x }}", "{{ '%s' | format(ns.x) }}", "{{ ns.x | tojson }}", "{{ ns.x | string }}", "{{ ns.x | sort }}",
    "{{ [1] | join(ns.x) }}", "{{ {'a': ns.x, 'b': ns.x} }}", "{{ ns.x is eq(ns.y) }}", "{{ dict(a=ns.x) | tojson }}",
    "{{ [1, 2] | map('string') | list == ns.x }}{{ (ns.x, ns.x) == (ns.y, ns.y) }}",
    "{% for i in [1, 2] %}{{ loop.changed(ns.x) }}{% endfor %}", "<a href=\"{{ ns.x }}\">",
  ])
  func sharedPartsAreCountedBeforeTheWork(template: String) {
    #expect(render(Self.doubled + template, name: "main.html").hasPrefix("error[limit]"))
  }

  @Test(arguments: [
    "{% set ns.x = [ns.x] %}", "{% set ns.x = (ns.x, 1) %}", "{% set ns.x = {'a': ns.x} %}",
    "{% set ns.x = dict(a=ns.x) %}", "{% set ns.x = ns.x | batch(1) | list %}",
    "{% set ns.x = [ns.x] | reverse | list %}",
    "{% set x = ns.x %}{% macro m() %}{{ x }}{% endmacro %}{% set ns.x = m %}",
  ])
  func refusesAValueNestedTooDeep(template: String) {
    let loop = "{% set ns = namespace(x=[1]) %}{% for i in range(100000) %}\(template){% endfor %}"
    #expect(render(loop).contains("a value nested deeper than 200 levels"))
  }

  @Test func sharedPartsAreNoFaultInThemselves() {
    let few = "{% set ns = namespace(x=[1]) %}{% for i in range(3) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}"
    #expect(render(few + "{{ ns.x[0][1] }} {{ ns.x == [ns.x[1], ns.x[0]] }}") == "[[1], [1]] True")
  }

  @Test func aTemplateOfErrorsGivesAHundred() {
    let errors = library([("main.txt", String(repeating: "{% x %}\n", count: 5000))]).errors
    #expect(errors.count == 100)
    let places = library([("main.html", String(repeating: "<a href={{ x }}>\n", count: 5000))]).errors
    #expect(places.count == 100)
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
