// One page with Jinja2's own constructs (inheritance, a table of 1,000 rows with five escaped columns, a filter and a
// condition), rendered by hand and by the engine. Prints one line of JSON for `run-templates.sh`.
import CAllocations
import Foundation
import Templates

let baseTemplate = """
  <!doctype html>
  <html lang="en"><head><meta charset="utf-8"><title>{% block title %}Site{% endblock %} | {{ site.name }}</title></head>
  <body><nav><ul>{% for item in nav %}<li><a href="{{ item.url|safe }}">{{ item.title }}</a></li>{% endfor %}</ul></nav>
  <main>{% block content %}{% endblock %}</main>
  <footer>{% block footer %}{{ site.name }}{% endblock %}</footer></body></html>
  """
let pageTemplate = """
  {% extends "base.html" %}
  {% block title %}{{ title }}{% endblock %}
  {% block content %}<h1>{{ title }}</h1>
  <table><tbody>
  {% for row in rows %}<tr class="{% if row.status == "open" %}is-open{% else %}is-done{% endif %}"><td>{{ row.id }}</td><td>{{ row.title }}</td><td>{{ row.status|upper }}</td><td>{{ row.owner }}</td><td>{{ row.score }}</td></tr>
  {% endfor %}</tbody></table>{% endblock %}
  """

func sources(_ page: String = pageTemplate) -> [TemplateSource] {
  [("base.html", baseTemplate), ("page.html", page)].map {
    TemplateSource(name: $0.0, displayPath: $0.0, bytes: Array($0.1.utf8))
  }
}

/// The values of the page, from the model.
func context(_ page: PageData) -> Value {
  let rowShape = RecordShape(keys: ["id", "title", "status", "owner", "score"])
  let navShape = RecordShape(keys: ["url", "title"])
  return [
    "site": ["name": .string(page.site)], "title": .string(page.title),
    "nav": .list(page.nav.map { .record(navShape, [.string($0.url), .string($0.title)]) }),
    "rows": .list(
      page.rows.map {
        .record(
          rowShape, [.string($0.id), .string($0.title), .string($0.status), .string($0.owner), .int($0.score)])
      }),
  ]
}

/// The median time of one call, in milliseconds.
func measure(_ rounds: Int, _ body: () throws -> Void) rethrows -> Double {
  for _ in 0..<3 { try body() }
  var times: [Double] = []
  for _ in 0..<rounds {
    let start = DispatchTime.now().uptimeNanoseconds
    try body()
    times.append(Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6)
  }
  return times.sorted()[times.count / 2]
}

let rounds = CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1]) ?? 201 : 201
let page = PageData(rows: 1000)
var floor = Floor(capacity: 2 << 20)
floor.render(page)
let reference = floor.bytes
let templates = TemplateLibrary.load(sources()).library
let values = context(page)
guard try templates.render("page.html", context: values) == reference else {
  print("the pages of the engine and of the floor differ")
  exit(1)
}
if CommandLine.arguments.count > 2 { try Data(reference).write(to: URL(filePath: CommandLine.arguments[2])) }

var result: [String: Double] = ["bytes": Double(reference.count)]
var sink = ByteSink(capacity: 1 << 20)
// Taken in turns, so that a busy machine slows both.
var (floors, engines): ([Double], [Double]) = ([], [])
for _ in 0..<9 {
  floors.append(measure(rounds / 9) { floor.render(page) })
  engines.append(try measure(rounds / 9) { _ = try templates.render("page.html", context: values, into: &sink) })
}
result["floor"] = floors.sorted()[4]
result["engine"] = engines.sorted()[4]
result["values"] = measure(rounds / 4) { _ = context(page) }
let empty = context(PageData(rows: 0))
result["cold"] = try measure(rounds / 4) {
  _ = try TemplateLibrary.load(sources()).library.render("page.html", context: empty)
}

// Blocks of memory a row: what a thousand rows more ask for. Without a filter that makes text, none.
let plain = TemplateLibrary.load(sources(pageTemplate.replacingOccurrences(of: "|upper", with: ""))).library
func allocations(_ rows: Int) throws -> Int {
  var sink = ByteSink(capacity: 1 << 20)
  let values = context(PageData(rows: rows))
  for _ in 0..<2 { _ = try plain.render("page.html", context: values, into: &sink) }
  let before = allocation_count()
  _ = try plain.render("page.html", context: values, into: &sink)
  return allocation_count() - before
}
result["allocationsPerRow"] = Double(try allocations(2000) - allocations(1000)) / 1000

/// Renders 400 pages on some threads; milliseconds. Best of three.
func pages(threads: Int) -> Double {
  (0..<3).map { _ in
    let start = DispatchTime.now().uptimeNanoseconds
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      var sink = ByteSink(capacity: 1 << 20)
      for _ in 0..<(400 / threads) { _ = try? templates.render("page.html", context: values, into: &sink) }
    }
    return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6
  }.min() ?? 0
}
result["oneThread"] = pages(threads: 1)
result["twoThreads"] = pages(threads: 2)
print(String(decoding: try JSONSerialization.data(withJSONObject: result, options: [.sortedKeys]), as: UTF8.self))
