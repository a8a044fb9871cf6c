/// Goes through the parts of parsed templates.
enum Walk {
  /// Calls `visit` for every expression in `body`, the outer ones first.
  ///
  /// - Parameter intoMacros: whether the bodies of macros belong to it.
  static func expressions(in body: [Statement], intoMacros: Bool = true, _ visit: (Expr) -> Void) {
    func bodies(_ parts: [Statement]...) {
      for part in parts { expressions(in: part, intoMacros: intoMacros, visit) }
    }
    func filters(_ calls: [FilterCall]) {
      for call in calls { call.arguments.all.forEach { expressions(in: $0, visit) } }
    }
    for statement in body {
      switch statement.kind {
      case .text, .breakLoop, .continueLoop: break
      case .output(let expr), .extends(let expr), .include(let expr, _), .importModule(let expr, _, _),
        .importNames(let expr, _, _), .set(_, let expr):
        expressions(in: expr, visit)
      case .conditional(let branches, let otherwise):
        for branch in branches {
          expressions(in: branch.condition, visit)
          bodies(branch.body)
        }
        bodies(otherwise)
      case .loop(let loop):
        expressions(in: loop.sequence, visit)
        if let condition = loop.condition { expressions(in: condition, visit) }
        bodies(loop.body, loop.otherwise)
      case .setBlock(_, let calls, let body), .filterBlock(let calls, let body):
        filters(calls)
        bodies(body)
      case .with(let pairs, let body):
        pairs.forEach { expressions(in: $0.1, visit) }
        bodies(body)
      case .block(let block): bodies(block.body)
      case .macro(let macro):
        macro.parameters.forEach { $0.fallback.map { expressions(in: $0, visit) } }
        if intoMacros { bodies(macro.body) }
      case .callBlock(let definition, let call):
        expressions(in: call, visit)
        definition.parameters.forEach { $0.fallback.map { expressions(in: $0, visit) } }
        bodies(definition.body)
      case .autoescape(_, let body): bodies(body)
      }
    }
  }

  /// Calls `visit` for an expression and all its parts.
  static func expressions(in expr: Expr, _ visit: (Expr) -> Void) {
    visit(expr)
    func each(_ parts: [Expr]) { parts.forEach { expressions(in: $0, visit) } }
    switch expr.kind {
    case .literal, .name: break
    case .list(let items), .tuple(let items), .concat(let items): each(items)
    case .map(let pairs): pairs.forEach { each([$0.0, $0.1]) }
    case .arithmetic(_, let a, let b), .and(let a, let b), .or(let a, let b), .index(let a, let b): each([a, b])
    case .not(let a), .negate(let a), .plus(let a), .attribute(let a, _): each([a])
    case .compare(let first, let rest): each([first] + rest.map(\.1))
    case .slice(let base, let a, let b, let c): each([base] + [a, b, c].compactMap { $0 })
    case .call(let callee, let arguments): each([callee] + arguments.all)
    case .filter(let a, let call), .test(let a, let call, _): each([a] + call.arguments.all)
    case .conditional(let a, let b, let c): each([a, b] + [c].compactMap { $0 })
    }
  }

  /// All names that `body` binds in any way.
  static func boundNames(in body: [Statement]) -> Set<String> {
    var names = Set<String>()
    func parts(_ bodies: [Statement]...) { bodies.forEach { names.formUnion(boundNames(in: $0)) } }
    for statement in body {
      switch statement.kind {
      case .set(let target, _): names.formUnion(target.names)
      case .setBlock(let target, _, let body):
        names.formUnion(target.names)
        parts(body)
      case .conditional(let branches, let otherwise):
        branches.forEach { parts($0.body) }
        parts(otherwise)
      case .loop(let loop):
        names.formUnion(loop.target.names)
        parts(loop.body, loop.otherwise)
      case .with(let pairs, let body):
        pairs.forEach { names.formUnion($0.0.names) }
        parts(body)
      case .macro(let macro), .callBlock(let macro, _):
        names.insert(macro.name)
        names.formUnion(macro.parameters.map(\.name))
        parts(macro.body)
      case .importModule(_, let name, _): names.insert(name)
      case .importNames(_, let list, _): names.formUnion(list.map(\.alias))
      case .filterBlock(_, let body), .autoescape(_, let body): parts(body)
      case .block(let block): parts(block.body)
      case .text, .output, .extends, .include, .breakLoop, .continueLoop: break
      }
    }
    return names
  }
}
