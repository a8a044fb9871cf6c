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
  mutating func header<T>(_ read: (inout TemplateParser) throws(Issue) -> T) -> T? {
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
  mutating func block(_ name: String, _ opened: Span, _ ends: [String]) -> ([Statement], EndTag?) {
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
}
