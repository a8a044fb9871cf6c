/// `if`, `for`, `set` and `with`.
extension TemplateParser {
  mutating func conditional(_ opened: Span) -> Statement.Kind {
    var branches: [(condition: Expr, body: [Statement])] = []
    var otherwise: [Statement] = []
    var ends = ["elif", "else", "endif"]
    var condition = self.condition()
    var isElse = false
    while true {
      let (statements, end) = block("if", opened, ends)
      if isElse {
        otherwise = statements
      } else {
        branches.append((condition ?? Self.nothing, statements))
      }
      switch end?.name {
      case "elif": condition = self.condition()
      case "else":
        _ = header { parser throws(Issue) in
          guard let tag = parser.tag, tag.token.isName("if") else { return }
          throw Issue(span: tag.token.span, message: "a condition behind `else`", help: ["write `elif`"])
        }
        isElse = true
        ends = ["endif"]
      case "endif":
        _ = header { _ in }
        return .conditional(branches, otherwise: otherwise)
      default: return .conditional(branches, otherwise: otherwise)
      }
    }
  }

  private mutating func condition() -> Expr? {
    header { parser throws(Issue) in
      try parser.inTag { tag throws(Issue) in try tag.tupleOrExpression(conditional: false) }
    }
  }

  private static let nothing = Expr(kind: .literal(.none), span: Span(0, 0), depth: 1)

  mutating func loop(_ opened: Span) -> Statement.Kind {
    let head = header { parser throws(Issue) in
      try parser.inTag { tag throws(Issue) -> (Target, Expr, Expr?, Bool) in
        let target = try tag.target(attributes: false)
        for name in target.names where name == "loop" {
          throw Issue(span: target.span, message: "a loop cannot bind `loop`", help: ["choose another name"])
        }
        guard try tag.acceptName("in") else { throw tag.unexpected("`in`") }
        let sequence = try tag.tupleOrExpression(conditional: false)
        let condition: Expr? = try tag.acceptName("if") ? try tag.expression() : nil
        return (target, sequence, condition, try tag.acceptName("recursive"))
      }
    }
    loopDepth += 1
    let (body, end) = block("for", opened, ["else", "endfor"])
    loopDepth -= 1
    var otherwise: [Statement] = []
    if end?.name == "else" {
      _ = header { _ in }
      let rest = block("for", opened, ["endfor"])
      otherwise = rest.0
      if rest.1 != nil { _ = header { _ in } }
    } else if end != nil {
      _ = header { _ in }
    }
    guard let (target, sequence, condition, recursive) = head else { return .text([]) }
    return .loop(
      Loop(
        target: target, sequence: sequence, condition: condition, recursive: recursive, body: body,
        otherwise: otherwise))
  }

  mutating func set(_ opened: Span) -> Statement.Kind {
    let head = header { parser throws(Issue) in
      try parser.inTag { tag throws(Issue) -> (Target, Expr?, [FilterCall]) in
        let target = try tag.target(attributes: true)
        if try tag.accept("=") { return (target, try tag.tupleOrExpression(), []) }
        if case .tuple = target { throw tag.unexpected("`=`") }
        return (target, nil, try tag.filterChain())
      }
    }
    guard let (target, value, filters) = head else { return .text([]) }
    if let value { return .set(target, value) }
    let (body, end) = isolated { $0.block("set", opened, ["endset"]) }
    if end != nil { _ = header { _ in } }
    return .setBlock(target, filters, body)
  }

  mutating func with(_ opened: Span) -> Statement.Kind {
    let head = header { parser throws(Issue) in
      try parser.inTag { tag throws(Issue) -> [(Target, Expr)] in
        var pairs: [(Target, Expr)] = []
        while tag.token.kind != .end {
          if !pairs.isEmpty { try tag.expect(",") }
          let target = try tag.singleTarget(attributes: false)
          guard try tag.accept("=") else { throw tag.unexpected("`=`") }
          pairs.append((target, try tag.expression()))
        }
        return pairs
      }
    }
    let (body, end) = block("with", opened, ["endwith"])
    if end != nil { _ = header { _ in } }
    return .with(head ?? [], body)
  }
}
