/// The tags of the language.
extension TemplateParser {
  /// Every tag there is, for suggestions.
  static let tagNames = [
    "if", "elif", "else", "endif", "for", "endfor", "break", "continue", "set", "endset", "with", "endwith", "filter",
    "endfilter", "block", "endblock", "extends", "include", "import", "from", "macro", "endmacro", "call", "endcall",
    "raw", "endraw", "autoescape", "endautoescape",
  ]

  /// Runs `read` on the inside of the open tag up to its end. An error is noted, the tag skipped, and nil is given, so
  /// that the body of a broken tag is still read and its end tag still found.
  private mutating func header<T>(_ read: (inout TemplateParser) throws(Issue) -> T) -> T? {
    do throws(Issue) {
      let result = try read(&self)
      try endTag()
      return result
    } catch {
      issues.append(error)
      skipTag(0x25)
      return nil
    }
  }

  /// Works on the expression parser of the open tag.
  mutating func inTag<T>(_ read: (inout ExpressionParser) throws(Issue) -> T) throws(Issue) -> T {
    guard var current = tag else { throw Issue(span: Span(position, position), message: "the tag ends too early") }
    defer { tag = current }
    return try read(&current)
  }

  /// The body of a block tag up to one of `ends`; an absent end is noted with both places.
  private mutating func block(_ name: String, _ opened: Span, _ ends: [String]) -> ([Statement], EndTag?) {
    let (statements, end) = body(until: ends)
    if end == nil {
      let last = ends[ends.count - 1]
      issues.append(
        Issue(
          span: Span(lastTagEnd, lastTagEnd), message: "`{% \(last) %}` is missing",
          note: ("`\(name)` was opened here", opened)))
    }
    return (statements, end)
  }

  /// Reads the tag `name`; nil when nothing comes of it.
  mutating func statement(_ name: String, _ span: Span, _ ends: [String]) throws(Issue) -> Statement.Kind? {
    switch name {
    case "if": return conditional(span)
    case "for": return loop(span)
    case "set": return set(span)
    case "with": return with(span)
    case "filter": return filterBlock(span)
    case "block": return namedBlock(span)
    case "macro": return macro(span)
    case "call": return callBlock(span)
    case "autoescape": return autoescape(span)
    case "include": return try include()
    case "import": return try importModule()
    case "from": return try importNames()
    case "extends":
      let expression = try inTag { tag throws(Issue) in try tag.expression() }
      try endTag()
      return .extends(expression)
    case "break", "continue":
      guard loopDepth > 0 else { throw Issue(span: span, message: "`\(name)` outside of a loop") }
      try endTag()
      return name == "break" ? .breakLoop : .continueLoop
    default: throw unknownTag(name, span, ends)
    }
  }

  private func unknownTag(_ name: String, _ span: Span, _ ends: [String]) -> Issue {
    if Self.tagNames.contains(name) {
      let wanted = ends.isEmpty ? "no tag is open that it could belong to" : "expected \(Self.list(ends))"
      return Issue(span: span, message: "unexpected `\(name)`: \(wanted)")
    }
    let reason: String? =
      switch name {
      case "do": "`do` has no place here: templates have no side effects"
      case "trans", "pluralize", "endtrans": "translations are not part of the language"
      case "debug": "there is no `debug` tag"
      default: nil
      }
    if let reason { return Issue(span: span, message: reason) }
    var help = near(name, ends.isEmpty ? Self.tagNames : Self.tagNames.filter { !$0.hasPrefix("end") } + ends)
    if name == "elsif" || name == "elseif" { help = ["write `elif`"] }
    return Issue(span: span, message: "unknown tag `\(name)`", help: help)
  }

  private static func list(_ names: [String]) -> String {
    let quoted = names.map { "`\($0)`" }
    return quoted.count == 1
      ? quoted[0] : quoted.dropLast().joined(separator: ", ") + " or " + quoted[quoted.count - 1]
  }

  // MARK: Blocks

  private mutating func conditional(_ opened: Span) -> Statement.Kind {
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
        _ = header { _ in }
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

  private mutating func loop(_ opened: Span) -> Statement.Kind {
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

  private mutating func set(_ opened: Span) -> Statement.Kind {
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

  private mutating func with(_ opened: Span) -> Statement.Kind {
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

  private mutating func filterBlock(_ opened: Span) -> Statement.Kind {
    let head = header { parser throws(Issue) in
      try parser.inTag { tag throws(Issue) -> [FilterCall] in [try tag.filterCall()] + (try tag.filterChain()) }
    }
    let (body, end) = isolated { $0.block("filter", opened, ["endfilter"]) }
    if end != nil { _ = header { _ in } }
    return .filterBlock(head ?? [], body)
  }

  /// Reads a body whose output is taken: a loop around it cannot be left from inside.
  private mutating func isolated<T>(_ read: (inout TemplateParser) -> T) -> T {
    let outer = loopDepth
    loopDepth = 0
    defer { loopDepth = outer }
    return read(&self)
  }

  private mutating func namedBlock(_ opened: Span) -> Statement.Kind {
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

  private mutating func macro(_ opened: Span) -> Statement.Kind {
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

  private mutating func callBlock(_ opened: Span) -> Statement.Kind {
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

  private mutating func autoescape(_ opened: Span) -> Statement.Kind {
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

  // MARK: Other templates

  private mutating func include() throws(Issue) -> Statement.Kind {
    let result = try inTag { tag throws(Issue) -> Statement.Kind in
      let name = try tag.expression()
      var ignoreMissing = false
      if try tag.acceptName("ignore") {
        guard try tag.acceptName("missing") else { throw tag.unexpected("`missing`") }
        ignoreMissing = true
      }
      if tag.token.isName("without") {
        throw Issue(
          span: tag.token.span, message: "`without context` is not part of `include`",
          help: ["use a macro, which sees only what it is given"])
      }
      if try tag.acceptName("with"), try !tag.acceptName("context") { throw tag.unexpected("`context`") }
      return .include(name, ignoreMissing: ignoreMissing)
    }
    try endTag()
    return result
  }

  private mutating func importModule() throws(Issue) -> Statement.Kind {
    let result = try inTag { tag throws(Issue) -> Statement.Kind in
      let name = try tag.expression()
      guard try tag.acceptName("as") else { throw tag.unexpected("`as`") }
      let (alias, _) = try tag.assignableName()
      return .importModule(name, alias, withContext: try tag.context())
    }
    try endTag()
    return result
  }

  private mutating func importNames() throws(Issue) -> Statement.Kind {
    let result = try inTag { tag throws(Issue) -> Statement.Kind in
      let module = try tag.expression()
      guard try tag.acceptName("import") else { throw tag.unexpected("`import`") }
      var names: [(name: String, alias: String, span: Span)] = []
      while true {
        let (name, span) = try tag.assignableName()
        if name.hasPrefix("_") {
          throw Issue(span: span, message: "names that begin with `_` belong to their template alone")
        }
        let alias = try tag.acceptName("as") ? try tag.assignableName().text : name
        names.append((name, alias, span))
        guard try tag.accept(","), tag.token.kind == .name, !tag.token.isName("with"), !tag.token.isName("without")
        else { break }
      }
      return .importNames(module, names, withContext: try tag.context())
    }
    try endTag()
    return result
  }
}

extension ExpressionParser {
  /// `with context`, `without context` or nothing.
  mutating func context() throws(Issue) -> Bool {
    guard token.isName("with") || token.isName("without") else { return false }
    let with = token.isName("with")
    try advance()
    guard try acceptName("context") else { throw unexpected("`context`") }
    return with
  }

  mutating func filterChain() throws(Issue) -> [FilterCall] {
    var filters: [FilterCall] = []
    while try accept("|") { filters.append(try filterCall()) }
    return filters
  }

  private static let constants: Set<String> = ["true", "false", "none", "True", "False", "None"]
  private static let keywords: Set<String> = ["and", "or", "not", "in", "is", "if", "else"]

  mutating func assignableName() throws(Issue) -> (text: String, span: Span) {
    let (text, span) = try name("a name")
    guard !Self.constants.contains(text), !Self.keywords.contains(text) else {
      throw Issue(span: span, message: "cannot assign to `\(text)`")
    }
    return (text, span)
  }

  /// One name, attribute of a namespace, or names in parentheses.
  mutating func singleTarget(attributes: Bool) throws(Issue) -> Target {
    if token.isSymbol("(") {
      let start = token.span.start
      try advance()
      let inner = try target(attributes: false)
      try expect(")")
      guard case .tuple(let parts, _) = inner else { return inner }
      return .tuple(parts, Span(start, lastEnd))
    }
    let (text, span) = try assignableName()
    guard attributes, try accept(".") else { return .name(text, span) }
    let (key, keySpan) = try name("a name after `.`")
    return .attribute(text, key, span.joined(keySpan))
  }

  /// One target or several with commas between them.
  mutating func target(attributes: Bool) throws(Issue) -> Target {
    let first = try singleTarget(attributes: attributes)
    guard token.isSymbol(",") else { return first }
    var parts = [first]
    while try accept(",") {
      if token.isName("in") || token.isSymbol("=") || token.isSymbol(")") { break }
      parts.append(try singleTarget(attributes: attributes))
      guard parts.count <= 1000 else { throw Issue(kind: .limit, span: token.span, message: "too many names") }
    }
    return .tuple(parts, first.span.joined(parts[parts.count - 1].span))
  }

  /// The parameters of a macro or a call block.
  mutating func parameters() throws(Issue) -> [Parameter] {
    try expect("(")
    var result: [Parameter] = []
    while !token.isSymbol(")") {
      let (name, span) = try assignableName()
      if result.contains(where: { $0.name == name }) {
        throw Issue(span: span, message: "the parameter `\(name)` is named twice")
      }
      let fallback: Expr? = try accept("=") ? try expression() : nil
      if fallback == nil, result.contains(where: { $0.fallback != nil }) {
        throw Issue(span: token.span, message: "the parameter `\(name)` without a default after one with a default")
      }
      result.append(Parameter(name: name, fallback: fallback))
      guard try accept(",") else { break }
    }
    try expect(")")
    return result
  }
}

extension Statement {
  /// Whether it is white space only.
  var isBlank: Bool {
    if case .text(let bytes) = kind { return bytes.allSatisfy(\.isSpace) }
    return false
  }
}
