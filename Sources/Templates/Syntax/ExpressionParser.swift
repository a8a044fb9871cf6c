/// Reads expressions; the order of operators is that of Jinja2's parser.
struct ExpressionParser {
  var lexer: ExpressionLexer
  var token: Token
  /// The end of the token before.
  var lastEnd: Int
  private var nesting = 0
  /// How deep an expression may be nested.
  static let deepest = 100

  /// Begins at `position`; `delimiter` ends the tag (see `ExpressionLexer`).
  init(_ bytes: [UInt8], limit: Int, at position: Int, delimiter: UInt8) throws(Issue) {
    lexer = ExpressionLexer(bytes: bytes, limit: limit, position: position, delimiter: delimiter)
    lastEnd = position
    token = try lexer.next()
  }

  mutating func advance() throws(Issue) {
    lastEnd = token.span.end
    token = try lexer.next()
  }

  func unexpected(_ wanted: String) -> Issue {
    Issue(
      span: token.span, message: "expected \(wanted), found \(token.words)",
      help: token.isSymbol("=") ? ["write `==` to compare"] : [])
  }

  mutating func accept(_ symbol: String) throws(Issue) -> Bool {
    guard token.isSymbol(symbol) else { return false }
    try advance()
    return true
  }

  mutating func acceptName(_ name: String) throws(Issue) -> Bool {
    guard token.isName(name) else { return false }
    try advance()
    return true
  }

  mutating func expect(_ symbol: String) throws(Issue) {
    guard try accept(symbol) else { throw unexpected("`\(symbol)`") }
  }

  mutating func name(_ what: String) throws(Issue) -> (text: String, span: Span) {
    guard token.kind == .name else { throw unexpected(what) }
    let result = (token.text, token.span)
    try advance()
    return result
  }

  func make(_ kind: Expr.Kind, _ span: Span, _ parts: Expr...) throws(Issue) -> Expr {
    try make(kind, span, parts)
  }

  func make(_ kind: Expr.Kind, _ span: Span, _ parts: [Expr]) throws(Issue) -> Expr {
    let depth = 1 + parts.reduce(0) { max($0, $1.depth) }
    guard depth <= Self.deepest else { throw tooDeep(span) }
    return Expr(kind: kind, span: span, depth: depth)
  }

  func tooDeep(_ span: Span) -> Issue {
    Issue(
      kind: .limit, span: Span(span.start, span.start + 1),
      message: "an expression nested deeper than \(Self.deepest) levels",
      help: ["give parts of it names with `{% set %}`"])
  }

  /// A whole expression; without `conditional` an `if` is left for the caller.
  mutating func expression(conditional: Bool = true) throws(Issue) -> Expr {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Self.deepest else { throw tooDeep(token.span) }
    var result = try disjunction()
    while conditional, try acceptName("if") {
      let condition = try disjunction()
      let otherwise: Expr? = try acceptName("else") ? try expression() : nil
      let span = result.span.joined(otherwise?.span ?? condition.span)
      result = try make(
        .conditional(condition, then: result, otherwise: otherwise), span,
        [result, condition] + (otherwise.map { [$0] } ?? []))
    }
    return result
  }

  /// An expression, or several with commas between them, which are a tuple.
  mutating func tupleOrExpression(conditional: Bool = true) throws(Issue) -> Expr {
    let first = try expression(conditional: conditional)
    guard token.isSymbol(",") else { return first }
    var items = [first]
    while try accept(",") {
      if token.kind == .end || token.kind == .none || token.isSymbol(")") || token.isSymbol("=") { break }
      if token.isName("recursive") || token.isName("if") && !conditional { break }
      items.append(try expression(conditional: conditional))
    }
    return try make(.tuple(items), Span(first.span.start, lastEnd), items)
  }

  private mutating func disjunction() throws(Issue) -> Expr {
    var left = try conjunction()
    while try acceptName("or") {
      let right = try conjunction()
      left = try make(.or(left, right), left.span.joined(right.span), left, right)
    }
    return left
  }

  private mutating func conjunction() throws(Issue) -> Expr {
    var left = try negation()
    while try acceptName("and") {
      let right = try negation()
      left = try make(.and(left, right), left.span.joined(right.span), left, right)
    }
    return left
  }

  private mutating func negation() throws(Issue) -> Expr {
    var starts: [Int] = []
    while token.isName("not") {
      starts.append(token.span.start)
      try advance()
    }
    var result = try comparison()
    while let start = starts.popLast() {
      result = try make(.not(result), Span(start, result.span.end), result)
    }
    return result
  }

  private mutating func comparison() throws(Issue) -> Expr {
    let first = try binary(0)
    var rest: [(Comparison, Expr)] = []
    while let comparison = try comparisonOperator() { rest.append((comparison, try binary(0))) }
    guard let last = rest.last else { return first }
    return try make(.compare(first, rest), first.span.joined(last.1.span), [first] + rest.map(\.1))
  }

  private mutating func comparisonOperator() throws(Issue) -> Comparison? {
    guard token.kind == .symbol || token.kind == .name else { return nil }
    let found: Comparison
    switch (token.kind, token.text) {
    case (.symbol, "=="): found = .equal
    case (.symbol, "!="): found = .notEqual
    case (.symbol, "<"): found = .less
    case (.symbol, "<="): found = .lessOrEqual
    case (.symbol, ">"): found = .greater
    case (.symbol, ">="): found = .greaterOrEqual
    case (.name, "in"): found = .isIn
    case (.name, "not"):
      // Only `not in` is an operator; any other `not` here is an error where the expression should end.
      var ahead = lexer
      guard try ahead.next().isName("in") else { return nil }
      try advance()
      found = .notIn
    default: return nil
    }
    try advance()
    return found
  }

  /// The operators of arithmetic with how tight they bind. `~` binds tighter than `+`, as in Jinja2.
  private static let operators: [String: (level: Int, operation: BinaryOperator)] = [
    "+": (0, .arithmetic(.add)), "-": (0, .arithmetic(.subtract)), "~": (1, .concat),
    "*": (2, .arithmetic(.multiply)), "/": (2, .arithmetic(.divide)), "//": (2, .arithmetic(.floorDivide)),
    "%": (2, .arithmetic(.remainder)), "**": (3, .arithmetic(.power)),
  ]

  private enum BinaryOperator {
    case arithmetic(Arithmetic), concat
  }

  /// Operands joined by operators that bind at least as tight as `level`.
  private mutating func binary(_ level: Int) throws(Issue) -> Expr {
    var left = try unary()
    while token.kind == .symbol, let (tightness, operation) = Self.operators[token.text], tightness >= level {
      try advance()
      let right = try binary(tightness + 1)
      let span = left.span.joined(right.span)
      if case .arithmetic(let operation) = operation {
        left = try make(.arithmetic(operation, left, right), span, left, right)
      } else if case .concat(let parts) = left.kind {
        left = Expr(kind: .concat(parts + [right]), span: span, depth: max(left.depth, right.depth + 1))
        guard left.depth <= Self.deepest else { throw tooDeep(span) }
      } else {
        left = try make(.concat([left, right]), span, left, right)
      }
    }
    return left
  }
}
