/// What tags bind: names to assign to, parameters of macros.
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
