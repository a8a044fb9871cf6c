// Renders questions from standard input and prints one answer a line: the other side of `differential.py`.
//
// A question is a line of JSON: `{"templates": {name: text}, "main": name, "context": {…}, "options": {…}}`.
// An answer is `{"output": text}` or `{"error": {"kind": …, "template": …, "line": …, "column": …, "text": …}}`.
import Templates

func answer(_ question: Value) -> Value {
  var sources: [TemplateSource] = []
  if let templates = question["templates"].asMap {
    for (key, text) in zip(templates.shape.keys, templates.values) {
      sources.append(
        TemplateSource(name: key.text, displayPath: key.text, bytes: Array((text.asString ?? "").utf8)))
    }
  }
  var options = TemplateOptions()
  let wanted = question["options"]
  options.undefined = wanted["undefined"].asString.flatMap(UndefinedBehavior.init) ?? .semiStrict
  options.trimBlocks = wanted["trim_blocks"].asBool ?? false
  options.lstripBlocks = wanted["lstrip_blocks"].asBool ?? false
  options.keepTrailingNewline = wanted["keep_trailing_newline"].asBool ?? false
  options.checkHTMLContexts = wanted["check_html_contexts"].asBool ?? true
  let library = TemplateLibrary.load(sources, options: options).library
  do throws(TemplateError) {
    let bytes = try library.render(question["main"].asString ?? "", context: question["context"])
    return ["output": .string(String(decoding: bytes, as: UTF8.self))]
  } catch {
    return [
      "error": [
        "kind": .string(error.kind.rawValue), "template": .string(error.location.path),
        "line": .int(error.location.line), "column": .int(error.location.column), "text": .string(error.render()),
      ]
    ]
  }
}

while let line = readLine() {
  do throws(ValueError) {
    let result = answer(try Value(json: Array(line.utf8)))
    print(String(decoding: try result.json(), as: UTF8.self))
  } catch {
    print("{\"error\": {\"kind\": \"input\"}}")
  }
}
