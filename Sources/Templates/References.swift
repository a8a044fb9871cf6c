/// The templates which a template names by literal text.
enum References {
  /// A reference and where it is.
  struct Reference {
    enum Kind { case include, optionalInclude, importing, extends }
    let kind: Kind
    /// The names, of which one must exist.
    let names: [String]
    let span: Span
  }

  /// The names of templates that are included.
  static func includes(in body: [Statement]) -> [String] {
    all(in: body).filter { $0.kind == .include || $0.kind == .optionalInclude }.flatMap(\.names)
  }

  /// All references whose names are literal.
  static func all(in body: [Statement]) -> [Reference] {
    body.flatMap { statement -> [Reference] in
      switch statement.kind {
      case .include(let expr, let ignoreMissing):
        reference(ignoreMissing ? .optionalInclude : .include, expr)
      case .importModule(let expr, _, _), .importNames(let expr, _, _): reference(.importing, expr)
      case .extends(let expr): reference(.extends, expr)
      case .conditional(let branches, let otherwise):
        branches.flatMap { all(in: $0.body) } + all(in: otherwise)
      case .loop(let loop): all(in: loop.body) + all(in: loop.otherwise)
      case .setBlock(_, _, let body), .with(_, let body), .filterBlock(_, let body), .autoescape(_, let body):
        all(in: body)
      case .block(let block): all(in: block.body)
      case .macro(let macro), .callBlock(let macro, _): all(in: macro.body)
      case .text, .output, .set, .breakLoop, .continueLoop: []
      }
    }
  }

  private static func reference(_ kind: Reference.Kind, _ expr: Expr) -> [Reference] {
    var names: [String] = []
    var items: [Expr] = [expr]
    if case .list(let list) = expr.kind { items = list }
    for item in items {
      guard case .literal(.string(let name)) = item.kind else { return [] }
      names.append(name)
    }
    return names.isEmpty ? [] : [Reference(kind: kind, names: names, span: expr.span)]
  }
}

extension References {
  /// References that are followed whenever the template is rendered.
  static func unconditional(in body: [Statement]) -> [Reference] {
    body.flatMap { statement -> [Reference] in
      switch statement.kind {
      case .conditional, .loop, .macro, .callBlock: []
      case .setBlock(_, _, let body), .with(_, let body), .filterBlock(_, let body), .autoescape(_, let body):
        unconditional(in: body)
      // A block can be replaced by a template that extends this one.
      case .block: []
      default: all(in: [statement])
      }
    }
  }

  /// Whether a template extends another one in any way.
  static func extendsAny(in body: [Statement]) -> Bool {
    body.contains { statement in
      switch statement.kind {
      case .extends: true
      case .conditional(let branches, let otherwise):
        branches.contains { extendsAny(in: $0.body) } || extendsAny(in: otherwise)
      default: false
      }
    }
  }
}
