public import Diagnostics

/// An expression of the template language that stands by itself, as in a criteria file.
///
/// It is compiled once and evaluated many times, by several tasks at once.
public struct Expression: Sendable {
  /// The text of the expression.
  let text: String
  private let base: Location
  private let program: Program
  private let registry: Registry
  private let options: TemplateOptions

  /// Reads an expression.
  ///
  /// - Parameters:
  ///   - text: the expression, without braces around it.
  ///   - base: where its first character is in its file; errors are placed relative to it. If the excerpt is
  ///     empty, errors show the text of the expression.
  /// - Throws: the first error in the text: of syntax, or an unknown filter or test.
  public init(
    parsing text: String, at base: Location, options: TemplateOptions = .init(),
    extensions: TemplateExtensions = .init()
  ) throws(TemplateError) {
    self.text = text
    self.base = base
    self.options = options
    registry = extensions.registry
    let bytes = Array(text.utf8)
    do throws(Issue) {
      var parser = try ExpressionParser(bytes, limit: bytes.count, at: 0, delimiter: 0)
      let expr = try parser.expression()
      guard parser.token.kind == .none else { throw parser.unexpected("the end of the expression") }
      var compiler = Compiler(registry: registry)
      compiler.addExpression(expr, path: base.path, bytes: bytes)
      if let issue = compiler.softIssues.first { throw issue }
      if let span = compiler.oversized { throw Issue(kind: .limit, span: span, message: "more than 65,535 arguments") }
      program = compiler.finished
    } catch {
      throw Self.moved(error.error(in: SourceText(path: base.path, text: text)), to: base)
    }
  }

  /// The value of the expression.
  ///
  /// - Parameter context: a map with the names the expression sees.
  /// - Returns: the value, which may be undefined.
  /// - Throws: an error at its place in the file.
  public func evaluate(_ context: Value) throws(TemplateError) -> Value {
    var steps = options.limits.steps
    return try evaluate(context, steps: &steps)
  }

  /// The value of the expression, out of steps that several expressions share.
  ///
  /// - Parameter steps: how many may still be taken; what is taken is subtracted, all of them on an error of the kind
  ///   `limit`.
  public func evaluate(_ context: Value, steps: inout Int) throws(TemplateError) -> Value {
    var sink = ByteSink(capacity: 64)
    var options = options
    options.limits.steps = min(options.limits.steps, steps)
    do throws(TemplateError) {
      let result = try program.run(0, registry, options, context.asMap ?? .empty, nil, &sink)
      steps -= options.limits.steps - result.stepsLeft
      return result.value
    } catch {
      if error.kind == .limit { steps -= options.limits.steps }
      throw Self.moved(error, to: base)
    }
  }

  /// An error in the text of the expression, at its place in the file.
  private static func moved(_ error: TemplateError, to base: Location) -> TemplateError {
    var error = error
    error.location = moved(error.location, to: base)
    error.notes = error.notes.map { Diagnostic.Note($0.message, at: $0.location.map { moved($0, to: base) }) }
    error.stack = []
    return error
  }

  private static func moved(_ place: Location, to base: Location) -> Location {
    var place = place
    if place.line == 1 {
      if place.endLine == 1 { place = place.through(line: 1, column: place.endColumn + base.column - 1) }
      place.column += base.column - 1
      let indent = String(repeating: " ", count: max(0, base.column - 1))
      place.excerpt = base.excerpt.isEmpty ? indent + place.excerpt : base.excerpt
    }
    place.line += base.line - 1
    return place
  }
}

extension Compiler {
  /// Adds an expression as a template of its own that gives a value and prints nothing.
  mutating func addExpression(_ expr: Expr, path: String, bytes: [UInt8]) {
    program.templates = [CompiledTemplate(name: path, displayPath: path, bytes: bytes, escapes: false)]
    begin(.root, path)
    expression(expr)
    emit(.result, expr.span, stack: -1)
    program.templates[0].root = finish(expr.span).unit
  }
}
