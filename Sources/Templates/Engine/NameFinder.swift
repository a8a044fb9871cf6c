/// Finds out whether code uses a name.
struct NameFinder {
  let name: String

  init(_ name: String) { self.name = name }

  func found(in body: [Statement]) -> Bool {
    body.contains { statement in
      switch statement.kind {
      case .text, .breakLoop, .continueLoop: false
      case .output(let expr), .extends(let expr), .include(let expr, _), .importModule(let expr, _, _),
        .importNames(let expr, _, _):
        found(in: expr)
      case .conditional(let branches, let otherwise):
        branches.contains { found(in: $0.condition) || found(in: $0.body) } || found(in: otherwise)
      case .loop(let loop):
        found(in: loop.sequence) || loop.condition.map { found(in: $0) } ?? false || found(in: loop.body)
          || found(in: loop.otherwise)
      case .set(_, let expr): found(in: expr)
      case .setBlock(_, let filters, let body), .filterBlock(let filters, let body):
        filters.contains { found(in: $0.arguments) } || found(in: body)
      case .with(let pairs, let body): pairs.contains { found(in: $0.1) } || found(in: body)
      case .block(let block): found(in: block.body)
      case .macro: false
      case .callBlock(let definition, let call): found(in: call) || found(in: definition.body)
      case .autoescape(_, let body): found(in: body)
      }
    }
  }

  func found(in arguments: Arguments) -> Bool { arguments.all.contains { found(in: $0) } }

  func found(in expr: Expr) -> Bool {
    switch expr.kind {
    case .literal: false
    case .name(let text): text == name
    case .list(let items), .tuple(let items), .concat(let items): items.contains { found(in: $0) }
    case .map(let pairs): pairs.contains { found(in: $0.0) || found(in: $0.1) }
    case .arithmetic(_, let a, let b), .and(let a, let b), .or(let a, let b), .index(let a, let b):
      found(in: a) || found(in: b)
    case .not(let a), .negate(let a), .plus(let a), .attribute(let a, _): found(in: a)
    case .compare(let first, let rest): found(in: first) || rest.contains { found(in: $0.1) }
    case .slice(let base, let a, let b, let c):
      found(in: base) || [a, b, c].contains { $0.map { found(in: $0) } ?? false }
    case .call(let callee, let arguments): found(in: callee) || found(in: arguments)
    case .filter(let a, let call), .test(let a, let call, _): found(in: a) || found(in: call.arguments)
    case .conditional(let a, let b, let c): found(in: a) || found(in: b) || c.map { found(in: $0) } ?? false
    }
  }
}
