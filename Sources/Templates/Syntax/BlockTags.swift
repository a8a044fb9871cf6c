/// Tags whose body is kept or printed elsewhere: `filter`, `block`, `macro`, `call`, `autoescape`.
extension TemplateParser {
  mutating func filterBlock(_ opened: Span) -> Statement.Kind {
    let head = header { parser throws(Issue) in
      try parser.inTag { tag throws(Issue) -> [FilterCall] in [try tag.filterCall()] + (try tag.filterChain()) }
    }
    let (body, end) = isolated { $0.block("filter", opened, ["endfilter"]) }
    if end != nil { _ = header { _ in } }
    return .filterBlock(head ?? [], body)
  }

  /// Reads a body whose output is taken: a loop around it cannot be left from inside.
  mutating func isolated<T>(_ read: (inout TemplateParser) -> T) -> T {
    let outer = loopDepth
    loopDepth = 0
    defer { loopDepth = outer }
    return read(&self)
  }

  mutating func namedBlock(_ opened: Span) -> Statement.Kind {
    let head = header { parser throws(Issue) in
      try parser.inTag { tag throws(Issue) -> (name: String, span: Span, scoped: Bool, required: Bool) in
        let (name, span) = try tag.name("the name of the block")
        var (scoped, required) = (false, false)
        while tag.token.kind == .name {
          if try tag.acceptName("scoped") {
            scoped = true
          } else if try tag.acceptName("required") {
            required = true
          } else {
            break
          }
        }
        return (name, span, scoped, required)
      }
    }
    if let head {
      if let first = blockNames[head.name] {
        issues.append(
          Issue(
            span: head.span, message: "the block `\(head.name)` is defined twice",
            help: ["print it again with `{{ self.\(head.name)() }}`"], note: ("it was defined here first", first)))
      } else {
        blockNames[head.name] = head.span
      }
    }
    let (body, end) = isolated { $0.block("block", opened, ["endblock"]) }
    if end != nil {
      _ = header { parser throws(Issue) in
        try parser.inTag { tag throws(Issue) in
          guard tag.token.kind == .name else { return }
          guard let head, head.name == tag.token.text else {
            throw Issue(
              span: tag.token.span,
              message: "`endblock \(tag.token.text)` does not close the block `\(head?.name ?? "")`",
              note: head.map { ("the block was opened here", $0.span) })
          }
          try tag.advance()
        }
      }
    }
    guard let head else { return .text([]) }
    if head.required, let stray = body.first(where: { !$0.isBlank }) {
      issues.append(Issue(span: stray.span, message: "a required block has no content of its own"))
    }
    return .block(
      Block(name: head.name, nameSpan: head.span, scoped: head.scoped, required: head.required, body: body))
  }

  mutating func macro(_ opened: Span) -> Statement.Kind {
    let head = header { parser throws(Issue) in
      try parser.inTag { tag throws(Issue) -> (String, Span, [Parameter]) in
        let (name, span) = try tag.name("the name of the macro")
        return (name, span, try tag.parameters())
      }
    }
    let (body, end) = isolated { $0.block("macro", opened, ["endmacro"]) }
    if end != nil { _ = header { _ in } }
    guard let (name, span, parameters) = head else { return .text([]) }
    return .macro(MacroDefinition(name: name, nameSpan: span, parameters: parameters, body: body))
  }

  mutating func callBlock(_ opened: Span) -> Statement.Kind {
    let head = header { parser throws(Issue) in
      try parser.inTag { tag throws(Issue) -> ([Parameter], Expr) in
        let parameters = tag.token.isSymbol("(") ? try tag.parameters() : []
        let expression = try tag.expression()
        guard case .call = expression.kind else {
          throw Issue(span: expression.span, message: "`call` needs the call of a macro")
        }
        return (parameters, expression)
      }
    }
    let (body, end) = isolated { $0.block("call", opened, ["endcall"]) }
    if end != nil { _ = header { _ in } }
    guard let (parameters, expression) = head else { return .text([]) }
    return .callBlock(
      MacroDefinition(name: "caller", nameSpan: opened, parameters: parameters, body: body), expression)
  }

  mutating func autoescape(_ opened: Span) -> Statement.Kind {
    let head = header { parser throws(Issue) in
      try parser.inTag { tag throws(Issue) -> Bool in
        let expression = try tag.expression()
        guard case .literal(.bool(let flag)) = expression.kind else {
          throw Issue(span: expression.span, message: "`autoescape` takes `true` or `false`")
        }
        return flag
      }
    }
    let (body, end) = block("autoescape", opened, ["endautoescape"])
    if end != nil { _ = header { _ in } }
    return .autoescape(head ?? true, body)
  }
}

extension Statement {
  /// Whether it is white space only.
  var isBlank: Bool {
    if case .text(let bytes) = kind { return bytes.allSatisfy(\.isSpace) }
    return false
  }
}
