/// Operands with what follows them: attributes, indexes, calls, filters and tests.
extension ExpressionParser {
  /// A signed operand with its filters and tests.
  mutating func unary() throws(Issue) -> Expr {
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

  mutating func signed() throws(Issue) -> Expr {
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

  mutating func postfix(_ operand: Expr) throws(Issue) -> Expr {
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

  mutating func subscripted(_ base: Expr) throws(Issue) -> Expr {
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

  mutating func call(_ callee: Expr) throws(Issue) -> Expr {
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

  static let notArguments: Set<String> = ["else", "or", "and", "if", "is", "in", "not", "recursive"]

  mutating func test(_ operand: Expr) throws(Issue) -> Expr {
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
}

extension Arguments {
  var all: [Expr] { positional + named.map(\.value) }
}
