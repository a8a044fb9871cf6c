import Templates

/// Templates are loaded, and rendered with values of every type.
enum TemplateTargets {
  /// Loads the bytes as templates of several kinds; the first byte chooses options.
  static func load(_ bytes: [UInt8]) {
    let (templates, options) = input(bytes)
    let (_, errors) = TemplateLibrary.load(templates, options: options)
    // Texts of errors are output: they are made as well.
    for error in errors { _ = (error.render(), error.diagnostic) }
  }

  /// Loads and renders the bytes.
  static func render(_ bytes: [UInt8]) {
    var (templates, options) = input(bytes)
    options.limits.steps = 200_000
    options.limits.outputBytes = 1 << 20
    let library = TemplateLibrary.load(templates, options: options).library
    for name in ["main.html", "main.txt"] {
      do throws(TemplateError) { _ = try library.render(name, context: context, page: "fuzz") } catch {
        _ = error.render()
      }
    }
  }

  private static func input(_ bytes: [UInt8]) -> ([TemplateSource], TemplateOptions) {
    let first = bytes.first ?? 0
    let text = Array(bytes.dropFirst())
    var options = TemplateOptions()
    options.undefined = [.semiStrict, .strict, .lenient, .lenient][Int(first & 3)]
    options.trimBlocks = first & 4 != 0
    options.lstripBlocks = first & 8 != 0
    options.keepTrailingNewline = first & 16 != 0
    options.checkHTMLContexts = first & 32 == 0
    let base =
      "<title>{% block t %}b{% endblock %}</title>{% for i in list %}{% block b scoped %}{{ i }}{% endblock %}{% endfor %}"
    let macros = "{% macro m(a, b=1) %}{{ a }}{{ b }}{{ caller() if caller is defined }}{% endmacro %}{% set v = 1 %}"
    let sources = [
      ("main.html", text), ("main.txt", text), ("base.html", Array(base.utf8)), ("m.txt", Array(macros.utf8)),
      ("inc.txt", Array("{{ x | default(1) }}".utf8)),
    ]
    return (sources.map { TemplateSource(name: $0.0, displayPath: $0.0, bytes: $0.1) }, options)
  }

  private static let context: Value = [
    "n": 7, "f": 2.5, "s": "Hello <World>", "e": "", "t": true, "u": false, "nil": nil, "list": [3, 1, 2],
    "words": ["pear", "Fig", "日本"], "d": ["a": 1, "b": ["c": [10, 20]]],
    "users": [["name": "Ada", "age": 36, "tags": ["x"]], ["name": "bob", "age": 25, "tags": []]],
    "tree": [["n": "a", "kids": [["n": "b", "kids": []]]]], "date": "2024-02-29T12:30:00Z", "url": "javascript:x",
  ]
}
