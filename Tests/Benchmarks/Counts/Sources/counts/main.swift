// counts CASE: does one piece of work on a fixed input, for `counts.py` to count its instructions.
import Diagnostics
import Hashing
import Markdown
import Templates

let base = """
  <!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head><body>
  {% block main %}{% endblock %}</body></html>
  """
let page = """
  {% extends "base.html" %}
  {% macro cell(text) %}<td>{{ text|upper }}</td>{% endmacro %}
  {% block main %}<table>{% for row in rows if row.number is divisibleby(3) or row.name %}
  <tr id="row-{{ loop.index }}">{{ cell(row.name) }}<td>{{ row.number }}</td><td>{{ row.names|join(", ") }}</td></tr>
  {% endfor %}</table>{% endblock %}
  """

func library() -> TemplateLibrary {
  let sources = [("base.html", base), ("page.html", page)].map {
    TemplateSource(name: $0.0, displayPath: $0.0, bytes: Array($0.1.utf8))
  }
  let loaded = TemplateLibrary.load(sources)
  precondition(loaded.errors.isEmpty, "\(loaded.errors)")
  return loaded.library
}

func work(_ name: String?) throws -> Int {
  var input = Input()
  switch name {
  case "nothing": return 1
  case "parse": return GFM.document(input.markdown(sections: 100)).value.allBlocks.count
  case "render": return HTMLRenderer().render(GFM.document(input.markdown(sections: 100)).value).html.count
  case "places":
    let source = input.markdown(sections: 100)
    return stride(from: 0, to: source.bytes.count, by: 7).reduce(0) { $0 + source.location($1..<($1 + 3)).column }
  case "templates-load": return (0..<40).reduce(0) { sum, _ in sum + library().names.count }
  case "templates-render":
    var rows: [Value] = []
    for number in 0..<2_000 {
      rows.append([
        "name": .string(input.words(2)), "number": .int(number), "names": .list([.string("a"), .string("b")]),
      ])
    }
    return try library().render("page.html", context: ["title": "Page", "rows": .list(rows)]).count
  case "json":
    var rows: [JSONValue] = []
    for number in 0..<2_000 { rows.append(["name": .string(input.words(6)), "number": .string("\(number)")]) }
    return SHA256.hex(JSONWriter.bytes(.array(rows))).utf8.count
  default: return 0
  }
}

let result = try work(CommandLine.arguments.dropFirst().first)
precondition(result > 0, "a case of counts.py")
print(result)
