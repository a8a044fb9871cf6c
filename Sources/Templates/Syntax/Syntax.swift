/// A range of bytes of a template.
struct Span: Sendable, Hashable {
  var start: Int
  var end: Int

  init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  func joined(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }
  func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
}

/// Something wrong with a template's text; it becomes a `TemplateError` where the source is known.
struct Issue: Error {
  var kind: TemplateError.Kind = .syntax
  var span: Span
  var message: String
  var label: String?
  var help: [String] = []
  /// Another place that belongs to it.
  var note: (message: String, span: Span)?
}

/// An expression.
struct Expr: Sendable {
  indirect enum Kind: Sendable {
    case literal(Value)
    case name(String)
    case list([Expr])
    case tuple([Expr])
    case map([(Expr, Expr)])
    case concat([Expr])
    case arithmetic(Arithmetic, Expr, Expr)
    case and(Expr, Expr)
    case or(Expr, Expr)
    case not(Expr)
    case negate(Expr)
    case plus(Expr)
    case compare(Expr, [(Comparison, Expr)])
    case attribute(Expr, String)
    case index(Expr, Expr)
    case slice(Expr, Expr?, Expr?, Expr?)
    case call(Expr, Arguments)
    case filter(Expr, FilterCall)
    case test(Expr, FilterCall, negated: Bool)
    case conditional(Expr, then: Expr, otherwise: Expr?)
  }

  let kind: Kind
  let span: Span
  /// How deep the expression is nested; bounded by the parser so that walking it cannot exhaust the stack.
  let depth: Int
}

enum Comparison: UInt8, Sendable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, isIn, notIn
}

struct Arguments: Sendable {
  var positional: [Expr] = []
  var named: [(name: String, span: Span, value: Expr)] = []
}

/// The name of a filter or test with its arguments.
struct FilterCall: Sendable {
  let name: String
  let span: Span
  let arguments: Arguments
}

/// What is assigned to.
indirect enum Target: Sendable {
  case name(String, Span)
  case attribute(String, String, Span)
  case tuple([Target], Span)

  var span: Span {
    switch self {
    case .name(_, let span), .attribute(_, _, let span), .tuple(_, let span): span
    }
  }

  /// The names it binds.
  var names: [String] {
    switch self {
    case .name(let name, _): [name]
    case .attribute: []
    case .tuple(let parts, _): parts.flatMap(\.names)
    }
  }
}

/// A parameter of a macro.
struct Parameter: Sendable {
  let name: String
  let fallback: Expr?
}

/// A piece of a template.
struct Statement: Sendable {
  indirect enum Kind: Sendable {
    case text([UInt8])
    case output(Expr)
    case conditional([(condition: Expr, body: [Statement])], otherwise: [Statement])
    case loop(Loop)
    case set(Target, Expr)
    case setBlock(Target, [FilterCall], [Statement])
    case with([(Target, Expr)], [Statement])
    case filterBlock([FilterCall], [Statement])
    case block(Block)
    case extends(Expr)
    case include(Expr, ignoreMissing: Bool)
    case importModule(Expr, String, withContext: Bool)
    case importNames(Expr, [(name: String, alias: String, span: Span)], withContext: Bool)
    case macro(MacroDefinition)
    case callBlock(MacroDefinition, Expr)
    case autoescape(Bool, [Statement])
    case breakLoop, continueLoop
  }

  let kind: Kind
  let span: Span
}

struct Loop: Sendable {
  let target: Target
  let sequence: Expr
  let condition: Expr?
  let recursive: Bool
  let body: [Statement]
  let otherwise: [Statement]
}

struct Block: Sendable {
  let name: String
  let nameSpan: Span
  let scoped: Bool
  let required: Bool
  let body: [Statement]
}

struct MacroDefinition: Sendable {
  let name: String
  let nameSpan: Span
  let parameters: [Parameter]
  let body: [Statement]
}
