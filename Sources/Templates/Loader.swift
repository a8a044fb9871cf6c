internal import Diagnostics

/// Reads, checks and compiles all templates of a library.
struct Loader {
  private(set) var program: Program
  private(set) var errors: [TemplateError] = []

  init(_ sources: [TemplateSource], _ options: TemplateOptions, _ registry: Registry) {
    var compiler = Compiler(registry: registry)
    program = compiler.program
    compiler.program.functions = registry.functions
    compiler.program.functionValues = registry.functions.indices.map { .object(EngineObject(.function($0))) }
    for source in sources {
      compiler.program.templateIndex[source.name] = compiler.program.templates.count
      compiler.program.templates.append(
        CompiledTemplate(
          name: source.name, displayPath: source.displayPath, bytes: source.bytes,
          escapes: options.autoescape.applies(to: source.name)))
    }
    for (index, source) in sources.enumerated() {
      let text = SourceText(path: source.displayPath, bytes: source.bytes)
      let (body, issues) = TemplateParser.parse(source.bytes, options)
      if issues.isEmpty {
        compiler.softIssues = []
        compiler.add(index, body, end: source.bytes.count)
        errors += compiler.softIssues.sorted { $0.span.start < $1.span.start }.map { $0.error(in: text) }
      } else {
        let found = issues.map { $0.error(in: text) }
        compiler.program.templates[index].errors = found
        errors += found
      }
    }
    program = compiler.program
  }
}

extension Issue {
  /// The issue with its place in the text it is about.
  func error(in text: SourceText) -> TemplateError {
    let notes = note.map { [Diagnostic.Note($0.message, at: text.location($0.span.start..<$0.span.end))] } ?? []
    return TemplateError(
      kind, at: text.location(span.start..<span.end), message, label: label, notes: notes, help: help)
  }
}
