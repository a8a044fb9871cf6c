/// An example of the reference page: a template and what it prints. It is run as a test.
public struct LanguageExample: Sendable, Hashable {
  /// The template.
  public let template: String
  /// What it prints.
  public let output: String

  init(_ template: String, _ output: String) {
    self.template = template
    self.output = output
  }
}

/// A filter: what comes before `|` is `value`.
final class FilterSpec: Sendable {
  /// What it does with a missing value.
  enum OnUndefined: Sendable { case takes, empty, fails }
  typealias Apply = @Sendable (Value, CallArguments) throws(ValueError) -> Value

  let name: String
  let aliases: [String]
  let signature: Signature
  let onUndefined: OnUndefined
  let summary: String
  let examples: [LanguageExample]
  let apply: Apply
  /// The same for text, if the filter takes no arguments and keeps text as safe as it is.
  let onText: (@Sendable (String) -> String)?
  /// Whether what it made last is kept for each place of its use: many pages group one list by one key, or write one day.
  /// It must follow from the value and the arguments alone.
  let isKept: Bool

  /// A filter that changes text and takes no arguments.
  init(
    text name: String, _ summary: String, _ examples: [LanguageExample],
    _ change: @escaping @Sendable (String) -> String
  ) {
    self.name = name
    aliases = []
    signature = Signature()
    onUndefined = .empty
    self.summary = summary
    self.examples = examples
    apply = { value, _ in value.same(change(value.text)) }
    onText = change
    isKept = false
  }

  init(
    _ name: String, _ signature: Signature, aliases: [String] = [], onUndefined: OnUndefined = .empty,
    isKept: Bool = false, _ summary: String, _ examples: [LanguageExample], _ apply: @escaping Apply
  ) {
    onText = nil
    self.isKept = isKept
    self.name = name
    self.aliases = aliases
    self.signature = signature
    self.onUndefined = onUndefined
    self.summary = summary
    self.examples = examples
    self.apply = apply
  }
}

/// A test: what comes before `is` is `value`.
final class TestSpec: Sendable {
  typealias Apply = @Sendable (Value, CallArguments) throws(ValueError) -> Bool

  let name: String
  let aliases: [String]
  let signature: Signature
  /// Whether a missing value may be asked about.
  let takesUndefined: Bool
  let summary: String
  let examples: [LanguageExample]
  let apply: Apply

  init(
    _ name: String, _ signature: Signature, aliases: [String] = [], takesUndefined: Bool = false, _ summary: String,
    _ examples: [LanguageExample], _ apply: @escaping Apply
  ) {
    self.name = name
    self.aliases = aliases
    self.signature = signature
    self.takesUndefined = takesUndefined
    self.summary = summary
    self.examples = examples
    self.apply = apply
  }
}

/// A global function.
struct FunctionSpec: Sendable {
  enum Body: Sendable {
    case plain(@Sendable (_ positional: [Value], _ named: [(String, Value)], CallContext) throws(ValueError) -> Value)
    /// Makes text of one text. Pages call such a function for each of their links, so no lists are made for it.
    case text(TemplateExtensions.TextFunction)
    /// `namespace` makes a cell of the interpreter.
    case namespace
  }

  let name: String
  let signature: String
  let summary: String
  let examples: [LanguageExample]
  let body: Body
}

/// All filters, tests and functions by name.
struct Registry: Sendable {
  var filters: [String: FilterSpec] = [:]
  var tests: [String: TestSpec] = [:]
  private(set) var functions: [FunctionSpec] = []
  /// The functions as values.
  private(set) var functionValues: [Value] = []
  var functionIndex: [String: Int] = [:]

  /// The language alone.
  static let builtin = Registry()

  private init() {
    for filter in Filters.all {
      for name in [filter.name] + filter.aliases { filters[name] = filter }
    }
    for test in Tests.all {
      for name in [test.name] + test.aliases { tests[name] = test }
    }
    for function in Functions.all { add(function) }
  }

  /// The language and what a site adds to it.
  init(
    filters added: [String: TemplateExtensions.Filter], functions: [String: TemplateExtensions.Function],
    textFunctions: [String: TemplateExtensions.TextFunction]
  ) {
    self = .builtin
    for name in added.keys.sorted() {
      guard let apply = added[name] else { continue }
      filters[name] = FilterSpec(name, .variadic, onUndefined: .fails, "", []) { value, arguments throws(ValueError) in
        let named = arguments.names.map { ($0, arguments.named($0) ?? .none) }
        return try apply(value, Array(arguments.positional), named, arguments.context)
      }
    }
    let bodies = functions.mapValues(FunctionSpec.Body.plain).merging(textFunctions.mapValues(FunctionSpec.Body.text)) {
      one, _ in one
    }
    for (name, body) in bodies.sorted(by: { $0.key < $1.key }) {
      add(FunctionSpec(name: name, signature: name, summary: "", examples: [], body: body))
    }
  }

  private mutating func add(_ function: FunctionSpec) {
    functionIndex[function.name] = functions.count
    functionValues.append(.object(EngineObject(.function(functions.count))))
    functions.append(function)
  }

  /// Filters that take the name of another filter or of a test as text: which argument, and whether it is a test.
  static let namedInArgument: [String: (position: Int, isTest: Bool)] = [
    "map": (0, false), "select": (0, true), "reject": (0, true), "selectattr": (1, true), "rejectattr": (1, true),
  ]

  /// What to write instead of a filter of Jinja2 that is left out.
  static func help(forFilter name: String) -> [String]? {
    switch name {
    case "forceescape": ["write `value | string | escape`"]
    case "random": ["a build is a function of its input: nothing is random"]
    case "center", "pprint", "urlize", "xmlattr", "do": ["`\(name)` of Jinja2 is not part of the language"]
    default: nil
    }
  }

  /// What to write instead of a method of Python.
  static func help(forMethod name: String) -> [String]? {
    switch name {
    case "items", "upper", "lower", "title", "capitalize", "replace", "format", "join", "split", "sort", "reverse":
      ["write `value | \(name)`"]
    case "keys": ["a loop over a map gives its keys; `value | list` makes a list of them"]
    case "values": ["write `value | items` and take the second of each pair"]
    case "get": ["write `value[key] | default(…)`"]
    case "strip", "lstrip", "rstrip": ["write `value | trim`"]
    case "append", "extend", "update", "pop", "insert": ["values do not change; write `{% set list = list + [item] %}`"]
    case "startswith", "endswith": ["compare a slice: `value[:3] == \"abc\"`"]
    case "count", "index", "find": ["write `part in value`"]
    default: nil
    }
  }
}

/// Filters and functions which a site adds to the language.
public struct TemplateExtensions: Sendable {
  /// A filter: the value before `|`, positional arguments, named arguments, and where it is used.
  public typealias Filter =
    @Sendable (Value, [Value], [(String, Value)], CallContext) throws(ValueError) -> Value
  /// A function: positional arguments, named arguments, and where it is used.
  public typealias Function = @Sendable ([Value], [(String, Value)], CallContext) throws(ValueError) -> Value

  /// A function that makes text of its first argument, which must be text.
  public struct TextFunction: Sendable {
    /// What an error says of any other argument.
    let need: String
    let body: @Sendable (String, CallContext) -> String

    public init(need: String, _ body: @escaping @Sendable (String, CallContext) -> String) {
      self.need = need
      self.body = body
    }
  }

  /// The language with them, made once for all templates and expressions.
  let registry: Registry

  /// Filters and functions by name.
  public init(
    filters: [String: Filter] = [:], functions: [String: Function] = [:], textFunctions: [String: TextFunction] = [:]
  ) {
    registry =
      filters.isEmpty && functions.isEmpty && textFunctions.isEmpty
      ? .builtin : Registry(filters: filters, functions: functions, textFunctions: textFunctions)
  }
}
