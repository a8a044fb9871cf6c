/// Reads a whole template: text, tags and white space control. All errors of the template are collected.
struct TemplateParser {
  let bytes: [UInt8]
  let options: TemplateOptions
  let limit: Int
  var position = 0
  /// Whether the text at `position` loses its leading white space.
  private var stripNext = false
  private var trimNewline = false
  /// The end of the last tag, where a missing end tag is reported.
  var lastTagEnd = 0
  var issues: [Issue] = []
  /// The blocks seen, for names that come twice.
  var blockNames: [String: Span] = [:]
  var loopDepth = 0
  var nesting = 0
  /// How deep tags may be nested.
  static let deepest = 100

  init(_ bytes: [UInt8], _ options: TemplateOptions) {
    self.bytes = bytes
    self.options = options
    var end = bytes.count
    if !options.keepTrailingNewline, end > 0 {
      if bytes[end - 1] == 0x0A {
        end -= end > 1 && bytes[end - 2] == 0x0D ? 2 : 1
      } else if bytes[end - 1] == 0x0D {
        end -= 1
      }
    }
    limit = end
  }

  /// An end tag such as `endif` or `else`, and the parser right after its name.
  struct EndTag {
    let name: String
    let span: Span
  }

  /// The statements of a template and what is wrong with it.
  static func parse(_ bytes: [UInt8], _ options: TemplateOptions) -> (body: [Statement], issues: [Issue]) {
    var parser = TemplateParser(bytes, options)
    let body = parser.body(until: []).body
    return (body, parser.issues.sorted { $0.span.start < $1.span.start })
  }

  /// What an expression parser is at: the open tag.
  var tag: ExpressionParser?

  // MARK: Text and tags

  /// Statements up to a tag whose name is in `ends`; nil for the end at the end of the template.
  mutating func body(until ends: [String]) -> (body: [Statement], end: EndTag?) {
    var statements: [Statement] = []
    nesting += 1
    defer { nesting -= 1 }
    while position < limit, issues.count < Loader.mostErrors {
      let start = position
      let opening = nextOpening(from: start)
      appendText(start, opening ?? limit, to: &statements)
      guard let opening else {
        position = limit
        break
      }
      position = opening + 2
      switch bytes[opening + 1] {
      case 0x23: comment(opening)
      case 0x7B:
        if let output = output(opening) { statements.append(output) }
      default:
        if let end = tag(opening, ends, into: &statements) { return (statements, end) }
      }
    }
    return (statements, nil)
  }

  /// The offset of the next `{{`, `{%` or `{#`.
  private func nextOpening(from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var at = start
      while at + 1 < limit {
        if bytes[at] == 0x7B, bytes[at + 1] == 0x7B || bytes[at + 1] == 0x25 || bytes[at + 1] == 0x23 { return at }
        at += 1
      }
      return nil
    }
  }

  /// Appends the text between two tags after white space control.
  private mutating func appendText(_ start: Int, _ end: Int, to statements: inout [Statement]) {
    let (from, to) = trimmed(start, end)
    (stripNext, trimNewline) = (false, false)
    guard from < to else { return }
    statements.append(Statement(kind: .text(normalized(from, to)), span: Span(from, to)))
  }

  private func trimmed(_ start: Int, _ end: Int) -> (Int, Int) {
    var (from, to) = (start, end)
    if stripNext {
      while from < to, bytes[from].isSpace { from += 1 }
    } else if trimNewline, from < to {
      if bytes[from] == 0x0D {
        from += from + 1 < to && bytes[from + 1] == 0x0A ? 2 : 1
      } else if bytes[from] == 0x0A {
        from += 1
      }
    }
    guard end < limit else { return (from, to) }
    let sign = end + 2 < limit ? bytes[end + 2] : 0
    if sign == 0x2D {
      while to > from, bytes[to - 1].isSpace { to -= 1 }
    } else if options.lstripBlocks, bytes[end + 1] != 0x7B, sign != 0x2B {
      var line = to
      while line > from, bytes[line - 1] == 0x20 || bytes[line - 1] == 0x09 { line -= 1 }
      let atLineStart = line == 0 || bytes[line - 1] == 0x0A || bytes[line - 1] == 0x0D
      if atLineStart { to = line }
    }
    return (from, to)
  }

  /// The bytes of a range with CRLF and CR turned into LF.
  private func normalized(_ start: Int, _ end: Int) -> [UInt8] {
    let slice = bytes[start..<end]
    guard slice.contains(0x0D) else { return Array(slice) }
    var out: [UInt8] = []
    out.reserveCapacity(slice.count)
    for index in start..<end {
      if bytes[index] == 0x0D {
        out.append(0x0A)
      } else if bytes[index] != 0x0A || index == 0 || bytes[index - 1] != 0x0D || index == start {
        out.append(bytes[index])
      }
    }
    return out
  }

  private mutating func comment(_ opening: Int) {
    // A sign belongs to one delimiter only: `{#-#}` strips before the comment.
    if position < limit, bytes[position] == 0x2D || bytes[position] == 0x2B { position += 1 }
    var at = position
    while at + 1 < limit, bytes[at] != 0x23 || bytes[at + 1] != 0x7D { at += 1 }
    guard at + 1 < limit else {
      issues.append(Issue(span: Span(opening, opening + 2), message: "this comment is not closed"))
      position = limit
      return
    }
    close(sign: at > position ? bytes[at - 1] : 0, end: at + 2, isBlock: true)
  }

  /// Remembers what the end of a tag says about the white space after it.
  private mutating func close(sign: UInt8, end: Int, isBlock: Bool) {
    position = end
    lastTagEnd = end
    stripNext = sign == 0x2D
    trimNewline = isBlock && sign != 0x2B && options.trimBlocks
  }

  // MARK: One tag

  /// Opens the tag that begins at `opening` for reading.
  private mutating func open(_ opening: Int, _ delimiter: UInt8) throws(Issue) {
    var start = opening + 2
    if start < limit, bytes[start] == 0x2D || (bytes[start] == 0x2B && delimiter == 0x25) { start += 1 }
    position = start
    tag = nil
    tag = try ExpressionParser(bytes, limit: limit, at: start, delimiter: delimiter)
  }

  /// The tag must end here.
  mutating func endTag(isBlock: Bool = true) throws(Issue) {
    guard let tag else { return }
    guard tag.token.kind == .end else {
      if tag.token.kind == .none {
        throw Issue(span: Span(lastOpening, lastOpening + 2), message: "this tag is not closed")
      }
      throw tag.unexpected("the end of the tag")
    }
    close(sign: tag.token.sign, end: tag.token.span.end, isBlock: isBlock)
  }

  private(set) var lastOpening = 0

  /// Goes on after the tag in which an error was found.
  mutating func skipTag(_ delimiter: UInt8) {
    var at = max(position, tag?.lastEnd ?? position)
    while at + 1 < limit, bytes[at] != delimiter || bytes[at + 1] != 0x7D { at += 1 }
    let end = min(limit, at + 2)
    close(sign: 0, end: end, isBlock: false)
  }

  private mutating func output(_ opening: Int) -> Statement? {
    lastOpening = opening
    do throws(Issue) {
      try open(opening, 0x7D)
      guard let expression = try tag?.tupleOrExpression() else { return nil }
      try endTag(isBlock: false)
      return Statement(kind: .output(expression), span: Span(opening, position))
    } catch {
      issues.append(error)
      skipTag(0x7D)
      return nil
    }
  }

  /// Reads a `{% … %}`; gives it back if it is one of `ends`.
  private mutating func tag(_ opening: Int, _ ends: [String], into statements: inout [Statement]) -> EndTag? {
    lastOpening = opening
    do throws(Issue) {
      try open(opening, 0x25)
      guard let (name, span) = try tag?.name("the name of a tag") else { return nil }
      if ends.contains(name) { return EndTag(name: name, span: span) }
      if name == "raw" {
        try raw(opening, into: &statements)
        return nil
      }
      guard nesting <= Self.deepest else {
        throw Issue(kind: .limit, span: span, message: "tags nested deeper than \(Self.deepest) levels")
      }
      if let kind = try statement(name, span, ends) {
        statements.append(Statement(kind: kind, span: Span(opening, lastTagEnd)))
      }
    } catch {
      issues.append(error)
      skipTag(0x25)
    }
    return nil
  }

  private mutating func raw(_ opening: Int, into statements: inout [Statement]) throws(Issue) {
    try endTag(isBlock: false)
    let opened = Span(opening, position)
    let start = position
    var at = start
    while at + 1 < limit {
      guard bytes[at] == 0x7B, bytes[at + 1] == 0x25, let end = endOfRaw(at) else {
        at += 1
        continue
      }
      appendText(start, at, to: &statements)
      close(sign: end.sign, end: end.position, isBlock: true)
      return
    }
    position = limit
    throw Issue(
      span: Span(start, start), message: "`{% endraw %}` is missing", note: ("`raw` was opened here", opened))
  }

  /// If `{% endraw %}` begins at `start`: where it ends and its last sign.
  private func endOfRaw(_ start: Int) -> (position: Int, sign: UInt8)? {
    var at = start + 2
    if at < limit, bytes[at] == 0x2D || bytes[at] == 0x2B { at += 1 }
    while at < limit, bytes[at].isSpace { at += 1 }
    let word = Array("endraw".utf8)
    guard at + word.count <= limit, bytes[at..<at + word.count].elementsEqual(word) else { return nil }
    at += word.count
    while at < limit, bytes[at].isSpace { at += 1 }
    var sign: UInt8 = 0
    if at < limit, bytes[at] == 0x2D || bytes[at] == 0x2B {
      sign = bytes[at]
      at += 1
    }
    guard at + 1 < limit, bytes[at] == 0x25, bytes[at + 1] == 0x7D else { return nil }
    return (at + 2, sign)
  }
}
