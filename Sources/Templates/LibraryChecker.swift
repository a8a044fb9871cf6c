internal import Diagnostics

/// What can be told from all templates together: missing templates, templates that include each other without end,
/// functions nobody defines, blocks nobody prints.
struct LibraryChecker {
  let templates: [CompiledTemplate]
  let bodies: [[Statement]?]
  let index: [String: Int]
  let registry: Registry

  /// The errors of each template. They do not keep it from being rendered: it fails where it reaches them.
  func errors() -> [[TemplateError]] {
    let bound = bodies.compactMap { $0 }.reduce(into: Set<String>()) { $0.formUnion(Walk.boundNames(in: $1)) }
    return templates.indices.map { template in
      guard let body = bodies[template] else { return [] }
      var issues = missing(body) + unknownFunctions(body, bound)
      if let cycle = cycle(from: template) { issues.append(cycle) }
      return issues.sorted { $0.span.start < $1.span.start }.prefix(Loader.mostErrors).map {
        $0.error(in: source(template))
      }
    }
  }

  private func source(_ template: Int) -> SourceText {
    SourceText(path: templates[template].displayPath, bytes: templates[template].bytes)
  }

  private func missing(_ body: [Statement]) -> [Issue] {
    References.all(in: body).compactMap { reference in
      guard reference.kind != .optionalInclude, !reference.names.contains(where: { index[$0] != nil }) else {
        return nil
      }
      let quoted = reference.names.map { "`\($0)`" }.joined(separator: ", ")
      let message =
        reference.names.count == 1 ? "there is no template \(quoted)" : "none of these templates exists: \(quoted)"
      return Issue(
        kind: .templateNotFound, span: reference.span, message: message,
        help: near(reference.names[0], templates.map(\.name)))
    }
  }

  /// A name that is called and bound nowhere, in no template: what a page hands in cannot be called.
  private func unknownFunctions(_ body: [Statement], _ bound: Set<String>) -> [Issue] {
    var issues: [Issue] = []
    var asked = Set<String>()
    Walk.expressions(in: body) { expr in
      if case .test(let operand, _, _) = expr.kind, case .name(let name) = operand.kind { asked.insert(name) }
    }
    let known: Set<String> = ["super", "caller", "loop", "self"]
    Walk.expressions(in: body) { expr in
      guard case .call(let callee, _) = expr.kind, case .name(let name) = callee.kind, !known.contains(name),
        registry.functionIndex[name] == nil, !bound.contains(name), !asked.contains(name)
      else { return }
      issues.append(
        Issue(
          kind: .unknownFunction, span: callee.span, message: "there is no function or macro `\(name)`",
          help: near(name, registry.functions.map(\.name) + bound.sorted())))
    }
    return issues
  }

  /// A template that includes or extends itself, by way of others, whatever the page: only what is not in a branch,
  /// a loop or a macro counts. Noted at the first template of the circle.
  private func cycle(from start: Int) -> Issue? {
    var path = [start]
    var seen: Set<Int> = [start]
    func search(_ template: Int) -> Span? {
      guard let body = bodies[template] else { return nil }
      for reference in References.unconditional(in: body) {
        guard let next = reference.names.lazy.compactMap({ index[$0] }).first else { continue }
        if next == start { return reference.span }
        guard next > start, path.count < 100, seen.insert(next).inserted else { continue }
        path.append(next)
        if search(next) != nil { return reference.span }
        path.removeLast()
      }
      return nil
    }
    guard let span = search(start) else { return nil }
    let names = (path + [start]).map { "`\(templates[$0].name)`" }.joined(separator: " → ")
    return Issue(kind: .limit, span: span, message: "templates that include each other without end: \(names)")
  }

  /// Blocks of a template that its parent does not have: they are never printed.
  func warnings() -> [Diagnostic] {
    var result: [Diagnostic] = []
    for template in templates.indices {
      guard let body = bodies[template], HTMLContextChecker.parent(of: body) != nil else { continue }
      var known = Set<String>()
      var (current, visited) = (template, Set([template]))
      while let name = bodies[current].flatMap({ HTMLContextChecker.parent(of: $0) }), let parent = index[name],
        visited.insert(parent).inserted, let parentBody = bodies[parent]
      {
        known.formUnion(HTMLContextChecker.blocks(in: parentBody).map(\.name))
        current = parent
      }
      // An error, a missing parent or one of a computed name: nothing is known then.
      guard current != template, bodies[current].map({ !References.extendsAny(in: $0) }) ?? false else { continue }
      for statement in body {
        guard case .block(let block) = statement.kind, !known.contains(block.name) else { continue }
        let span = block.nameSpan
        result.append(
          Diagnostic(
            "template/block-not-printed", .warning, at: source(template).location(span.start..<span.end),
            "no template that this one extends has a block `\(block.name)`",
            help: near(block.name, known.sorted()).first, kind: .configuration))
      }
    }
    return result
  }
}
