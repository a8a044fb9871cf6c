internal import Diagnostics

/// Reads, checks and compiles all templates of a library.
struct Loader {
  let program: Program
  let errors: [TemplateError]
  let warnings: [Diagnostic]
  /// The most errors of one kind of check in one template; each carries the text of its line.
  static let mostErrors = 100

  init(_ sources: [TemplateSource], _ options: TemplateOptions, _ registry: Registry) {
    var compiler = Compiler(registry: registry)
    var errors: [[TemplateError]] = []
    var bodies: [[Statement]?] = []
    for (index, source) in sources.enumerated() {
      compiler.program.templateIndex[source.name] = index
      compiler.program.templates.append(
        CompiledTemplate(
          name: source.name, displayPath: source.displayPath, bytes: source.bytes,
          escapes: options.autoescape.applies(to: source.name)))
      let (body, issues) = TemplateParser.parse(source.bytes, options)
      errors.append(Self.errors(issues, in: source))
      bodies.append(issues.isEmpty ? body : nil)
    }
    var checker = HTMLContextChecker(
      zip(compiler.program.templates, bodies).map { HTMLContextChecker.Template($0, $1) })
    if options.checkHTMLContexts { Self.checkContexts(&checker, compiler.program.templates, bodies, &errors) }
    for (index, source) in sources.enumerated() {
      compiler.program.templates[index].errors = errors[index]
      guard let body = bodies[index], errors[index].isEmpty else { continue }
      compiler.softIssues = []
      compiler.urlOutputs = checker.urlOutputs[index]
      compiler.tagOutputs = checker.tagOutputs[index]
      compiler.add(index, body, end: source.bytes.count)
      if let span = compiler.oversized {
        let issue = Issue(kind: .limit, span: span, message: "more than 65,535 variables or arguments")
        compiler.program.templates[index].errors = Self.errors([issue], in: source)
        compiler.program.templates[index].root = -1
        errors[index] += compiler.program.templates[index].errors
        compiler.oversized = nil
      }
      errors[index] += Self.errors(compiler.softIssues.sorted { $0.span.start < $1.span.start }, in: source)
    }
    program = compiler.finished
    let library = LibraryChecker(
      templates: program.templates, bodies: bodies, index: program.templateIndex, registry: registry)
    if options.checksLibrary {
      for (template, found) in library.errors().enumerated() { errors[template] += found }
    }
    warnings = options.checksLibrary ? library.warnings() : []
    // An error in an included template is found once for each page.
    var seen = Set<TemplateError>()
    self.errors = errors.flatMap { $0.sorted { $0.location < $1.location } }.filter { seen.insert($0).inserted }
  }

  /// The first issues of a template as errors; most templates have none.
  private static func errors(_ issues: [Issue], in source: TemplateSource) -> [TemplateError] {
    guard !issues.isEmpty else { return [] }
    let text = SourceText(path: source.displayPath, bytes: source.bytes)
    return issues.prefix(mostErrors).map { $0.error(in: text) }
  }

  /// Checks each page. A template that others include is no page: it is checked where it is included.
  private static func checkContexts(
    _ checker: inout HTMLContextChecker, _ templates: [CompiledTemplate], _ bodies: [[Statement]?],
    _ errors: inout [[TemplateError]]
  ) {
    let included = Set(bodies.compactMap { $0 }.flatMap { References.includes(in: $0) })
    for (index, template) in templates.enumerated() where bodies[index] != nil && template.escapes {
      if !included.contains(template.name) { errors[index] += checker.check(index) }
    }
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
