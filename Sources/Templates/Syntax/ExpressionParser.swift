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
    Issue(span: token.span, message: "expected \(wanted), found \(token.words)")
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

  private func make(_ kind: Expr.Kind, _ span: Span, _ parts: Expr...) throws(Issue) -> Expr {
    try make(kind, span, parts)
  }

  private func make(_ kind: Expr.Kind, _ span: Span, _ parts: [Expr]) throws(Issue) -> Expr {
    let depth = 1 + (parts.map(\.depth).max() ?? 0)
    guard depth <= Self.deepest else { throw tooDeep(span) }
    return Expr(kind: kind, span: span, depth: depth)
  }

  private func tooDeep(_ span: Span) -> Issue {
    Issue(
      kind: .limit, span: Span(span.start, span.start + 1),
      message: "an expression nested deeper than \(Self.deepest) levels",
      help: ["give parts of it names with `{% set %}`"])
  }

  // MARK: Operators

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

  /// The levels of arithmetic from loose to tight. `~` binds tighter than `+`, as in Jinja2.
  private static let levels: [[String: BinaryOperator]] = [
    ["+": .arithmetic(.add), "-": .arithmetic(.subtract)],
    ["~": .concat],
    [
      "*": .arithmetic(.multiply), "/": .arithmetic(.divide), "//": .arithmetic(.floorDivide),
      "%": .arithmetic(.remainder),
    ],
    ["**": .arithmetic(.power)],
  ]

  private enum BinaryOperator {
    case arithmetic(Arithmetic), concat
  }

  private mutating func binary(_ level: Int) throws(Issue) -> Expr {
    guard level < Self.levels.count else { return try unary() }
    var left = try binary(level + 1)
    while token.kind == .symbol, let operation = Self.levels[level][token.text] {
      try advance()
      let right = try binary(level + 1)
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

  // MARK: Operands

  /// A signed operand with its filters and tests.
  private mutating func unary() throws(Issue) -> Expr {
    var result = try signed()
    while true {
      if try accept("|") {
        let call = try filterCall()
        result = try make(
          .filter(result, call), Span(result.span.start, lastEnd), [result] + call.arguments.all)
      } else if token.isName("is") {
        result = try test(result)
      } else if token.isSymbol("(") {
        result = try call(result)
      } else {
        return result
      }
    }
  }

  private mutating func signed() throws(Issue) -> Expr {
    var signs: [(start: Int, negative: Bool)] = []
    while token.isSymbol("-") || token.isSymbol("+") {
      signs.append((token.span.start, token.text == "-"))
      guard signs.count <= Self.deepest else { throw tooDeep(token.span) }
      try advance()
    }
    var result = try postfix(try primary())
    while let sign = signs.popLast() {
      let span = Span(sign.start, result.span.end)
      result = try make(sign.negative ? .negate(result) : .plus(result), span, result)
    }
    return result
  }

  private mutating func postfix(_ operand: Expr) throws(Issue) -> Expr {
    var result = operand
    while true {
      if token.isSymbol(".") {
        try advance()
        let span = Span(result.span.start, token.span.end)
        switch token.kind {
        case .name: result = try make(.attribute(result, token.text), span, result)
        case .integer:
          let index = Expr(kind: .literal(token.value), span: token.span, depth: 1)
          result = try make(.index(result, index), span, result, index)
        default: throw unexpected("a name or a number after `.`")
        }
        try advance()
      } else if token.isSymbol("[") {
        result = try subscripted(result)
      } else if token.isSymbol("(") {
        result = try call(result)
      } else {
        return result
      }
    }
  }

  private mutating func subscripted(_ base: Expr) throws(Issue) -> Expr {
    try advance()
    var parts: [Expr?] = [nil]
    var colons = 0
    if token.isSymbol("]") { throw unexpected("an index") }
    while !token.isSymbol("]") {
      if token.isSymbol(":"), colons < 2 {
        try advance()
        colons += 1
        parts.append(nil)
      } else if parts[parts.count - 1] == nil {
        parts[parts.count - 1] = try expression()
      } else {
        throw unexpected("`]`")
      }
    }
    try advance()
    let span = Span(base.span.start, lastEnd)
    let children = [base] + parts.compactMap { $0 }
    if colons == 0, let index = parts[0] { return try make(.index(base, index), span, children) }
    return try make(.slice(base, parts[0], parts[1], colons == 2 ? parts[2] : nil), span, children)
  }

  private mutating func call(_ callee: Expr) throws(Issue) -> Expr {
    let arguments = try arguments()
    return try make(.call(callee, arguments), Span(callee.span.start, lastEnd), [callee] + arguments.all)
  }

  mutating func arguments() throws(Issue) -> Arguments {
    try expect("(")
    var result = Arguments()
    while !token.isSymbol(")") {
      if token.isSymbol("*") || token.isSymbol("**") {
        throw Issue(
          span: token.span, message: "`\(token.text)` arguments do not exist here",
          help: ["write each argument by itself"])
      }
      var ahead = lexer
      if token.kind == .name, try ahead.next().isSymbol("=") {
        let (name, span) = (token.text, token.span)
        try advance()
        try advance()
        if result.named.contains(where: { $0.name == name }) {
          throw Issue(span: span, message: "the argument `\(name)` is given twice")
        }
        result.named.append((name, span, try expression()))
      } else {
        guard result.named.isEmpty else {
          throw Issue(span: token.span, message: "an argument without a name after one with a name")
        }
        result.positional.append(try expression())
      }
      guard try accept(",") else { break }
    }
    try expect(")")
    return result
  }

  mutating func filterCall() throws(Issue) -> FilterCall {
    var (text, span) = try name("the name of a filter")
    while token.isSymbol(".") {
      try advance()
      let next = try name("the name of a filter")
      text += "." + next.text
      span = span.joined(next.span)
    }
    return FilterCall(name: text, span: span, arguments: token.isSymbol("(") ? try arguments() : Arguments())
  }

  private static let notArguments: Set<String> = ["else", "or", "and", "if", "is", "in", "not", "recursive"]

  private mutating func test(_ operand: Expr) throws(Issue) -> Expr {
    try advance()
    let negated = try acceptName("not")
    let (name, span) = try name("the name of a test")
    var arguments = Arguments()
    switch token.kind {
    case .symbol where token.text == "(": arguments = try self.arguments()
    case .symbol where token.text == "[" || token.text == "{", .string, .integer, .float:
      arguments.positional = [try postfix(try primary())]
    case .name where !Self.notArguments.contains(token.text):
      arguments.positional = [try postfix(try primary())]
    case .name where token.text == "is":
      throw Issue(span: token.span, message: "a test cannot follow a test", help: ["join them with `and`"])
    case .name where token.text == "if":
      // Jinja2 takes any name here for the argument of the test, and then fails.
      throw Issue(
        span: token.span, message: "a test right before `if`",
        help: ["put the test in parentheses: `(x is \(name)) if …`"])
    default: break
    }
    let call = FilterCall(name: name, span: span, arguments: arguments)
    return try make(
      .test(operand, call, negated: negated), Span(operand.span.start, lastEnd), [operand] + arguments.all)
  }

  private mutating func primary() throws(Issue) -> Expr {
    let span = token.span
    let kind: Expr.Kind
    switch token.kind {
    case .name:
      switch token.text {
      case "true", "True": kind = .literal(.bool(true))
      case "false", "False": kind = .literal(.bool(false))
      case "none", "None": kind = .literal(.none)
      default: kind = .name(token.text)
      }
    case .integer, .float: kind = .literal(token.value)
    case .string:
      var text = token.text
      try advance()
      while token.kind == .string {
        text += token.text
        try advance()
      }
      return Expr(kind: .literal(.string(text)), span: Span(span.start, lastEnd), depth: 1)
    case .symbol where token.text == "(": return try parenthesized()
    case .symbol where token.text == "[": return try list()
    case .symbol where token.text == "{": return try map()
    default: throw unexpected("an expression")
    }
    try advance()
    return Expr(kind: kind, span: span, depth: 1)
  }

  private mutating func parenthesized() throws(Issue) -> Expr {
    let start = token.span.start
    try advance()
    if try accept(")") { return Expr(kind: .tuple([]), span: Span(start, lastEnd), depth: 1) }
    let inner = try tupleOrExpression()
    try expect(")")
    return Expr(kind: inner.kind, span: Span(start, lastEnd), depth: inner.depth)
  }

  private mutating func list() throws(Issue) -> Expr {
    let start = token.span.start
    try advance()
    var items: [Expr] = []
    while !token.isSymbol("]") {
      items.append(try expression())
      guard try accept(",") else { break }
    }
    try expect("]")
    return try make(.list(items), Span(start, lastEnd), items)
  }

  private mutating func map() throws(Issue) -> Expr {
    let start = token.span.start
    try advance()
    var pairs: [(Expr, Expr)] = []
    while !token.isSymbol("}") {
      let key = try expression()
      guard token.isSymbol(":") else {
        throw Issue(span: token.span, message: "expected `:` after a key, found \(token.words)")
      }
      try advance()
      pairs.append((key, try expression()))
      guard try accept(",") else { break }
    }
    try expect("}")
    return try make(.map(pairs), Span(start, lastEnd), pairs.flatMap { [$0.0, $0.1] })
  }
}

extension Arguments {
  var all: [Expr] { positional + named.map(\.value) }
}
