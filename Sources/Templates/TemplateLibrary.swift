public import Diagnostics

/// The text of one template.
public struct TemplateSource: Sendable, Hashable {
  /// The name by which other templates refer to it: `gap.html`, `partials/table.html`.
  public let name: String
  /// The path shown in errors: `templates/gap.html`.
  let displayPath: String
  /// The bytes of the file.
  public let bytes: [UInt8]

  public init(name: String, displayPath: String, bytes: [UInt8]) {
    self.name = name
    self.displayPath = displayPath
    self.bytes = bytes
  }
}

/// Templates compiled together: immutable, and rendered by any number of tasks at once without locks.
public struct TemplateLibrary: Sendable {
  /// What is probably not meant in the templates, but no error: blocks that are never printed.
  public let warnings: [Diagnostic]
  let program: Program
  let registry: Registry
  let options: TemplateOptions

  /// Reads, checks and compiles templates.
  ///
  /// All errors of all templates come back at once, in the order of the templates and of their text. A library with
  /// errors can be used: a template that cannot be rendered throws its first error when it is reached.
  public static func load(
    _ sources: [TemplateSource], options: TemplateOptions = .init(), extensions: TemplateExtensions = .init()
  ) -> (library: TemplateLibrary, errors: [TemplateError]) {
    let loader = Loader(sources, options, extensions.registry)
    let library = TemplateLibrary(
      warnings: loader.warnings, program: loader.program, registry: extensions.registry, options: options)
    return (library, loader.errors)
  }

  /// The names of the templates, in the order they were given.
  public var names: [String] { program.templates.map(\.name) }

  /// Whether there is a template of this name.
  public func contains(_ name: String) -> Bool { program.templateIndex[name] != nil }

  /// Renders a template.
  ///
  /// - Parameters:
  ///   - name: the template's name.
  ///   - context: a map with the names the template sees; any other value is an empty context.
  ///   - page: the page being rendered, shown in errors and given to functions and filters.
  /// - Returns: the bytes of the page.
  public func render(_ name: String, context: Value, page: String? = nil) throws(TemplateError) -> [UInt8] {
    var sink = ByteSink(capacity: 16 << 10)
    try render(name, context: context, page: page, into: &sink)
    return sink.bytes
  }

  /// Renders a template into `sink`, which can be used again for the next page. What was in it is replaced.
  ///
  /// - Returns: warnings about the page: values printed that are none.
  @discardableResult
  public func render(
    _ name: String, context: Value, page: String? = nil, into sink: inout ByteSink
  ) throws(TemplateError) -> [Diagnostic] {
    guard let index = program.templateIndex[name] else {
      throw TemplateError(
        .templateNotFound, at: Location(path: name, line: 1), "there is no template `\(name)`",
        help: near(name, program.templates.map(\.name)), page: page)
    }
    return try program.run(index, registry, options, context.asMap ?? .empty, page, &sink).warnings
  }
}

extension Program {
  /// Renders the template `index` into `sink`.
  ///
  /// - Returns: the value of an expression that stands by itself, warnings, and the steps that are left.
  func run(
    _ index: Int, _ registry: Registry, _ options: TemplateOptions, _ context: ValueMap, _ page: String?,
    _ sink: inout ByteSink
  ) throws(TemplateError) -> (value: Value, warnings: [Diagnostic], stepsLeft: Int) {
    var failure: TemplateError?
    var result: (Value, [Diagnostic], Int) = (.undefined, [], 0)
    var taken = ByteSink(capacity: 64)
    swap(&taken, &sink)
    taken.removeAll()
    code.withUnsafeBufferPointer { code in
      names.withUnsafeBufferPointer { names in
        text.withUnsafeBufferPointer { text in
          constants.withUnsafeBufferPointer { constants in
            // The text of a finished program is never empty.
            guard let text = text.baseAddress else { return }
            var interpreter = Interpreter(
              self, code, names, text, constants, registry: registry, options: options, context: context, page: page,
              sink: ByteSink(capacity: 64))
            swap(&interpreter.sink, &taken)
            do throws(TemplateError) { try interpreter.render(index) } catch { failure = error }
            swap(&interpreter.sink, &taken)
            result = (interpreter.result, interpreter.warnings(), interpreter.stepsLeft)
          }
        }
      }
    }
    swap(&taken, &sink)
    if let failure { throw failure }
    return result
  }
}
