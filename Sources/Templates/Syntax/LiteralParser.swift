/// Names, literals, and what is in brackets.
extension ExpressionParser {
  mutating func primary() throws(Issue) -> Expr {
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
