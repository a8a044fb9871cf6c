internal import Diagnostics

/// Checks that every value printed into HTML is where escaping for HTML is enough.
///
/// It accepts or rejects and never rewrites: what is accepted is printed as any Jinja engine prints it. A page is
/// followed as it will be rendered, through what it extends and includes.
struct HTMLContextChecker {
  struct Template {
    let name: String
    let displayPath: String
    let bytes: [UInt8]
    let body: [Statement]
    /// Whether it was read without errors and is HTML.
    let isChecked: Bool
    /// Whether it is XML, which has no elements of its own.
    let isXML: Bool

    init(_ template: CompiledTemplate, _ body: [Statement]?) {
      name = template.name
      displayPath = template.displayPath
      bytes = template.bytes
      self.body = body ?? []
      isChecked = template.escapes && body != nil
      isXML = name.hasSuffix(".xml") || name.hasSuffix(".svg")
    }
  }

  /// A place where the state is not known: code that is not reached, or an error that was noted.
  private typealias State = HTMLState?

  private let templates: [Template]
  private let index: [String: Int]
  /// For each template the outputs (by offset) which begin a URL, and those after a `<`.
  private(set) var urlOutputs: [Set<Int>]
  private(set) var tagOutputs: [Set<Int>]
  /// The contexts of outputs of the page at hand, in order (for tests against the oracle).
  private(set) var contexts: [HTMLContext] = []
  private(set) var errors: [TemplateError] = []

  // The page at hand.
  private var blocks: [String: [(template: Int, block: Block)]] = [:]
  private var current = 0
  private var block: (name: String, level: Int)?
  private var includes: [Int] = []
  private var exits: [[HTMLState]] = []
  private var visited: [Visit: HTMLState] = [:]
  private var steps = 0
  private static let mostSteps = 1_000_000

  private struct Visit: Hashable {
    let template: Int
    let state: HTMLState
  }

  init(_ templates: [Template]) {
    self.templates = templates
    index = Dictionary(templates.indices.map { (templates[$0].name, $0) }) { _, last in last }
    urlOutputs = templates.map { _ in [] }
    tagOutputs = urlOutputs
  }

  /// Checks the page whose template is `page`; gives its errors.
  mutating func check(_ page: Int) -> [TemplateError] {
    errors = []
    contexts = []
    visited = [:]
    steps = 0
    blocks = [:]
    // The chain of templates that extend each other, from the page to its base.
    var chain = [page]
    while let parent = Self.parent(of: templates[chain[chain.count - 1]].body).flatMap({ index[$0] }),
      !chain.contains(parent), templates[parent].isChecked
    {
      chain.append(parent)
    }
    for template in chain {
      for block in Self.blocks(in: templates[template].body) {
        blocks[block.name, default: []].append((template, block))
      }
    }
    let base = chain[chain.count - 1]
    for template in chain {
      current = template
      definitions(templates[template].body)
    }
    current = base
    includes = [base]
    let end = walk(templates[base].body, HTMLState())
    if let end, end.place != .text, end.place != .tagOpen {
      let count = templates[base].bytes.count
      report(Span(max(0, count - 1), count), "the page ends in \(end.words)")
    }
    return errors
  }

  /// The literal name of the template that `body` extends.
  static func parent(of body: [Statement]) -> String? {
    for statement in body {
      if case .extends(let expr) = statement.kind, case .literal(.string(let name)) = expr.kind { return name }
    }
    return nil
  }

  /// The blocks of a template, those inside of others too.
  static func blocks(in body: [Statement]) -> [Block] {
    body.flatMap { statement -> [Block] in
      switch statement.kind {
      case .block(let block): [block] + blocks(in: block.body)
      case .conditional(let branches, let otherwise):
        branches.flatMap { blocks(in: $0.body) } + blocks(in: otherwise)
      case .loop(let loop): blocks(in: loop.body) + blocks(in: loop.otherwise)
      case .with(_, let body), .filterBlock(_, let body), .autoescape(_, let body), .setBlock(_, _, let body):
        blocks(in: body)
      default: []
      }
    }
  }

  // MARK: Walking

  /// Checks the macros of a template: their text begins and ends as text.
  private mutating func definitions(_ body: [Statement]) {
    guard Self.parent(of: body) != nil else { return }
    for statement in body {
      if case .macro(let macro) = statement.kind { isolated(macro.body, "the macro `\(macro.name)`", macro.nameSpan) }
      if case .setBlock(_, _, let body) = statement.kind { isolated(body, "this `set` block", statement.span) }
    }
  }

  private mutating func walk(_ body: [Statement], _ start: State) -> State {
    var state = start
    for statement in body {
      guard let current = state else { return nil }
      steps += 1
      if steps == Self.mostSteps {
        report(statement.span, "the page has too many ways through its templates to be checked")
      }
      guard steps < Self.mostSteps else { return nil }
      state = walk(statement, current)
    }
    return state
  }

  private mutating func walk(_ statement: Statement, _ state: HTMLState) -> State {
    switch statement.kind {
    case .text(let bytes): return text(bytes, statement.span, state)
    case .output(let expr): return output(expr, statement, state)
    case .conditional(let branches, let otherwise):
      var ends: [State] = branches.map { walk($0.body, state) }
      ends.append(walk(otherwise, state))
      return join(ends, statement.span, "the branches of this `if` end in")
    case .loop(let loop): return self.loop(loop, statement.span, state)
    case .with(_, let body), .autoescape(_, let body): return walk(body, state)
    case .filterBlock(_, let body):
      guard let end = walk(body, state) else { return nil }
      return join([state, end], statement.span, "this `filter` begins and ends in")
    case .setBlock(_, _, let body):
      isolated(body, "this `set` block", statement.span)
      return state
    case .macro(let macro):
      isolated(macro.body, "the macro `\(macro.name)`", macro.nameSpan)
      return state
    case .callBlock(let definition, let call):
      isolated(definition.body, "this `call` block", statement.span)
      return value(call, statement.span.start, state)
    case .block(let block): return self.block(block.name, level: 0, state)
    case .include(let name, _): return include(name, state)
    case .breakLoop, .continueLoop:
      if !exits.isEmpty { exits[exits.count - 1].append(state) }
      return nil
    case .set, .extends, .importModule, .importNames: return state
    }
  }

  private mutating func text(_ bytes: [UInt8], _ span: Span, _ state: HTMLState) -> State {
    let scanner = HTMLScanner(bytes: bytes, isXML: templates[current].isXML)
    do throws(HTMLScanner.Problem) {
      return try scanner.state(after: state)
    } catch {
      let at = min(span.start + error.at, span.end)
      report(Span(at, at + 1), error.message)
      return nil
    }
  }

  private mutating func loop(_ loop: Loop, _ span: Span, _ state: HTMLState) -> State {
    exits.append([])
    let once = walk(loop.body, state)
    let left = exits.removeLast()
    let otherwise = walk(loop.otherwise, state)
    let message = "this loop begins and ends in"
    guard let after = join([state, once] + left, span, message) else { return nil }
    // What a second turn would find is what the first one left.
    if after != state {
      exits.append([])
      let twice = walk(loop.body, after)
      exits.removeLast()
      guard join([after, twice], span, message) != nil else { return nil }
    }
    return join([after, otherwise], span, message)
  }

  private mutating func join(_ states: [State], _ span: Span, _ message: String) -> State {
    var result: State = nil
    for state in states {
      guard let state else { continue }
      guard let other = result else {
        result = state
        continue
      }
      guard let joined = HTMLState.joined(other, state) else {
        report(
          span, "\(message) different places: \(other.words) and \(state.words)",
          help: "close in each branch what it has opened")
        return nil
      }
      result = joined
    }
    return result
  }

  /// Checks a body whose output becomes a value: it begins and ends as text.
  private mutating func isolated(_ body: [Statement], _ what: String, _ span: Span) {
    let outer = exits
    exits = []
    defer { exits = outer }
    guard let end = walk(body, HTMLState()), end.place != .text, end.place != .tagOpen else { return }
    report(span, "\(what) ends in \(end.words)")
  }

  // MARK: Other code

  private mutating func block(_ name: String, level: Int, _ state: HTMLState) -> State {
    guard let candidates = blocks[name], level < candidates.count, includes.count < 100 else { return state }
    let (template, found) = candidates[level]
    let outer = (current, block)
    (current, block) = (template, (name, level))
    includes.append(template)
    defer {
      (current, block) = outer
      includes.removeLast()
    }
    return walk(found.body, state)
  }

  private mutating func include(_ name: Expr, _ state: HTMLState) -> State {
    var names: [Expr] = [name]
    if case .list(let items) = name.kind { names = items }
    var ends: [State] = []
    for name in names {
      guard case .literal(.string(let text)) = name.kind else {
        if state.place != .text {
          report(
            name.span, "an include of a computed name in \(state.words)",
            help: "only in text can any template be included")
          return nil
        }
        ends.append(state)
        continue
      }
      guard let template = index[text] else { continue }
      ends.append(include(template, name.span, state))
    }
    return ends.isEmpty ? state : join(ends, name.span, "the templates that may be included here end in")
  }

  private mutating func include(_ template: Int, _ span: Span, _ state: HTMLState) -> State {
    guard templates[template].isChecked, !includes.contains(template), includes.count < 100 else { return state }
    let visit = Visit(template: template, state: state)
    if let known = visited[visit] { return known }
    let body = templates[template].body
    // A template that extends another one is a page of its own, checked by itself.
    if Self.parent(of: body) != nil { return state }
    let outer = (current, block, blocks)
    current = template
    blocks = [:]
    for block in Self.blocks(in: body) { blocks[block.name, default: []].append((template, block)) }
    includes.append(template)
    let end = walk(body, state)
    includes.removeLast()
    (current, block, blocks) = outer
    if let end { visited[visit] = end }
    return end
  }

  // MARK: Values

  private mutating func output(_ expr: Expr, _ statement: Statement, _ state: HTMLState) -> State {
    if case .call(let callee, _) = expr.kind {
      if case .name("super") = callee.kind, let block {
        return self.block(block.name, level: block.level + 1, state)
      }
      if case .attribute(let base, let name) = callee.kind, case .name("self") = base.kind {
        return self.block(name, level: 0, state)
      }
    }
    return value(expr, statement.span.start, state)
  }

  /// Checks one printed value; `statement` is where the `{{` is.
  private mutating func value(_ expr: Expr, _ statement: Int, _ start: HTMLState) -> State {
    var state = start.nudged
    guard let context = state.context else {
      report(
        expr.span, "it cannot be told whether this stands before or after the `?` of the URL",
        help: "print the whole URL in each branch")
      return nil
    }
    contexts.append(context)
    if state.place == .tagOpen {
      tagOutputs[current].insert(statement)
      state.place = .text
    }
    if state.place == .script { state.slash = .division }
    if Self.ends(in: "safe", expr) { return state }
    switch context {
    case .text, .characterData, .attribute, .urlPath, .urlQuery: break
    case .urlStart, .srcset: urlOutputs[current].insert(statement)
    case .script where Self.ends(in: "tojson", expr): break
    default:
      let (message, help) = Self.complaint(context)
      report(expr.span, message, help: help)
    }
    return state
  }

  /// Whether the last filter of an expression, in all its branches, is `filter`.
  private static func ends(in filter: String, _ expr: Expr) -> Bool {
    switch expr.kind {
    case .filter(_, let call): call.name == filter
    case .conditional(_, let then, let otherwise):
      ends(in: filter, then) && otherwise.map { ends(in: filter, $0) } ?? true
    default: false
    }
  }

  private static func complaint(_ context: HTMLContext) -> (String, String) {
    switch context {
    case .unquotedAttribute:
      ("a value in an attribute without quotes", "put quotes around the value")
    case .name:
      ("a value as the name of a tag or an attribute", "write the name out, with `{% if %}` around it if need be")
    case .script:
      ("a value in `<script>` that is not JSON", "write `| tojson`")
    case .scriptString:
      ("a value in a string of a script", "leave out the quotes and write `| tojson`")
    case .scriptRegexp:
      ("a value in a regular expression of a script", "make the expression of a string with `| tojson`")
    case .handler:
      ("a value in an event handler", "put the value into a `data-` attribute and read it in a script")
    case .style, .styleAttribute:
      ("a value in CSS", "choose a class instead; `| safe` if the value is known to be harmless")
    default:
      ("a value in a comment", "use `{# #}` for comments of the template")
    }
  }

  // MARK: Errors

  private mutating func report(_ span: Span, _ message: String, help: String? = nil) {
    guard errors.count < Loader.mostErrors else { return }
    let template = templates[current]
    let text = SourceText(path: template.displayPath, bytes: template.bytes)
    let location = text.location(min(span.start, template.bytes.count)..<min(span.end, template.bytes.count))
    let error = TemplateError(.context, at: location, message, help: help.map { [$0] } ?? [])
    if !errors.contains(error) { errors.append(error) }
  }
}
