extension Compiler {
  /// Writes code that puts the value of an expression on the stack.
  mutating func expression(_ expr: Expr) {
    let span = expr.span
    switch expr.kind {
    case .literal(let value): emit(.constant, span, a: constant(value), stack: 1)
    case .name(let text): load(text, span)
    case .list(let items): collection(expr, .makeList, items.count, items)
    case .tuple(let items): collection(expr, .makeTuple, items.count, items)
    case .map(let pairs): collection(expr, .makeMap, pairs.count, pairs.flatMap { [$0.0, $0.1] })
    case .concat(let parts):
      parts.forEach { expression($0) }
      emit(.concat, span, flag: escaping ? 1 : 0, a: parts.count, stack: 1 - parts.count)
    case .arithmetic(let operation, let left, let right):
      expression(left)
      expression(right)
      emit(.arithmetic, span, flag: operation.rawValue, stack: -1)
    case .and(let left, let right), .or(let left, let right):
      expression(left)
      let isAnd = if case .and = expr.kind { true } else { false }
      let jump = emit(isAnd ? .andJump : .orJump, left.span, stack: -1)
      expression(right)
      patch(jump)
    case .not(let operand):
      expression(operand)
      emit(.not, operand.span)
    case .negate(let operand):
      expression(operand)
      emit(.negate, span)
    case .plus(let operand):
      expression(operand)
      emit(.plus, span)
    case .compare(let first, let rest): comparison(first, rest, span)
    case .attribute(let base, let key): attribute(base, key, span)
    case .index(let base, let index):
      expression(base)
      expression(index)
      emit(.index, span, stack: -1)
    case .slice(let base, let start, let stop, let step): slice(base, [start, stop, step], span)
    case .call(let callee, let arguments): call(callee, arguments, span, emitting: false)
    case .filter(let operand, let call):
      expression(operand)
      filter(call)
    case .test(let operand, let call, let negated):
      expression(operand)
      test(call, negated, span)
    case .conditional(let condition, let then, let otherwise): conditional(condition, then, otherwise, span)
    }
  }

  private mutating func slice(_ base: Expr, _ parts: [Expr?], _ span: Span) {
    expression(base)
    var present: UInt8 = 0
    var count = 0
    for (bit, part) in parts.enumerated() {
      guard let part else { continue }
      expression(part)
      present |= 1 << UInt8(bit)
      count += 1
    }
    emit(.slice, span, flag: present, a: count, stack: -count)
  }

  private mutating func conditional(_ condition: Expr, _ then: Expr, _ otherwise: Expr?, _ span: Span) {
    expression(condition)
    let toElse = emit(.jumpIfFalse, condition.span, stack: -1)
    expression(then)
    let toEnd = emit(.jump, span)
    units[units.count - 1].adjust(-1)
    patch(toElse)
    if let otherwise {
      expression(otherwise)
    } else {
      emit(.silentUndefined, span, stack: 1)
    }
    patch(toEnd)
  }

  /// Writes a list, tuple or map of `count` items. What is written out is made here, and not on each page.
  private mutating func collection(_ expr: Expr, _ making: Instruction.Operation, _ count: Int, _ parts: [Expr]) {
    if let value = expr.constant {
      emit(.constant, expr.span, a: constant(value), stack: 1)
    } else {
      parts.forEach { expression($0) }
      emit(making, expr.span, a: count, stack: 1 - parts.count)
    }
  }

  private mutating func comparison(_ first: Expr, _ rest: [(Comparison, Expr)], _ span: Span) {
    expression(first)
    var jumps: [Int] = []
    for (index, (comparison, operand)) in rest.enumerated() {
      expression(operand)
      if index < rest.count - 1 {
        jumps.append(emit(.compareChain, span, flag: comparison.rawValue, stack: -1))
      } else {
        emit(.compare, span, flag: comparison.rawValue, stack: -1)
      }
    }
    jumps.forEach { patch($0) }
  }

  private mutating func attribute(_ base: Expr, _ key: String, _ span: Span) {
    if case .name(let text) = base.kind {
      switch resolve(text) {
      case .slot(let slot):
        emit(.slotAttribute, span, slot: slot, a: name(key), b: cacheSlot(), stack: 1)
        return
      case .loop(let loop):
        if let field = LoopField(key) {
          emit(.loopField, span, flag: field.rawValue, slot: loop, stack: 1)
          return
        }
      case .global: break
      }
    }
    expression(base)
    emit(.attribute, span, a: name(key), b: cacheSlot())
  }

  /// Writes a call. With `emitting` the result is printed and nothing is left on the stack.
  mutating func call(_ callee: Expr, _ arguments: Arguments, _ span: Span, emitting: Bool) {
    if case .name("super") = callee.kind, case .global = resolve("super") {
      emit(.superBlock, span, flag: emitting ? 1 : 0, stack: emitting ? 0 : 1)
      return
    }
    if case .name("loop") = callee.kind, arguments.all.count == 1, isRecursiveLoop {
      expression(arguments.all[0])
      emit(.recurse, span, flag: emitting ? 1 : 0, stack: emitting ? -1 : 0)
      return
    }
    expression(callee)
    arguments.all.forEach { expression($0) }
    emit(
      emitting ? .emitCall : .call, span, flag: escaping ? 1 : 0, slot: arguments.positional.count,
      a: arguments.named.count, b: argumentNames(arguments.named.map(\.name)),
      stack: emitting ? -arguments.all.count - 1 : -arguments.all.count)
  }

  /// Whether `loop` is the loop of a recursive unit.
  private var isRecursiveLoop: Bool {
    guard unit.unit.kind == .recursiveLoop else { return false }
    for scope in unit.scopes.reversed() {
      if scope.slots["loop"] != nil { return false }
      if let loop = scope.loop { return loop == 0 }
    }
    return false
  }

  /// Writes the arguments of a filter and the filter itself; the operand is on the stack.
  mutating func filter(_ call: FilterCall) {
    guard let index = filter(call.name) else {
      soft(
        Issue(
          kind: .unknownFilter, span: call.span, message: "there is no filter `\(call.name)`",
          help: Registry.help(forFilter: call.name) ?? near(call.name, registry.filters.keys)))
      return
    }
    guard let (count, names) = bind(call, program.filters[index].signature, "filter") else { return }
    emit(.filter, call.span, flag: escaping ? 1 : 0, slot: count, a: index, b: names, stack: -count)
    checkName(call)
  }

  private mutating func test(_ call: FilterCall, _ negated: Bool, _ span: Span) {
    guard let index = test(call.name) else {
      soft(
        Issue(
          kind: .unknownTest, span: call.span, message: "there is no test `\(call.name)`",
          help: registry.help(forTest: call.name)))
      return
    }
    guard let (count, names) = bind(call, program.tests[index].signature, "test") else { return }
    emit(.test, span, flag: (negated ? 1 : 0) | (escaping ? 2 : 0), slot: count, a: index, b: names, stack: -count)
  }

  /// `map('upper')` and its like name a filter or test as text: it is checked at load as well.
  private mutating func checkName(_ call: FilterCall) {
    guard let (position, isTest) = Registry.namedInArgument[call.name],
      position < call.arguments.positional.count,
      case .literal(.string(let name)) = call.arguments.positional[position].kind
    else { return }
    let span = call.arguments.positional[position].span
    if isTest, registry.tests[name] == nil {
      softIssues.append(
        Issue(
          kind: .unknownTest, span: span, message: "there is no test `\(name)`",
          help: registry.help(forTest: name)))
    } else if !isTest, registry.filters[name] == nil {
      softIssues.append(
        Issue(
          kind: .unknownFilter, span: span, message: "there is no filter `\(name)`",
          help: near(name, registry.filters.keys)))
    }
  }

  /// Writes the arguments in the order of the parameters, with placeholders for those left out in the middle.
  private mutating func bind(
    _ call: FilterCall, _ signature: Signature, _ what: String
  ) -> (count: Int, names: Int)? {
    let arguments = call.arguments
    if signature.isVariadic {
      arguments.all.forEach { expression($0) }
      return (arguments.all.count, argumentNames(arguments.named.map(\.name)))
    }
    do throws(ValueError) {
      let order = try signature.order(
        positional: arguments.positional.count, named: arguments.named.map(\.name), of: "\(what) `\(call.name)`")
      for source in order {
        if let source {
          expression(arguments.all[source])
        } else {
          emit(.constant, call.span, a: constant(.missing(Undefined(origin: Undefined.argument))), stack: 1)
        }
      }
      return (order.count, 0)
    } catch {
      soft(Issue(kind: error.kind, span: call.span, message: error.message, help: error.help.map { [$0] } ?? []))
      return nil
    }
  }

  /// Notes an error that is thrown where it is reached.
  mutating func soft(_ issue: Issue) {
    softIssues.append(issue)
    program.issues.append(issue)
    emit(.raise, issue.span, a: program.issues.count - 1)
  }
}

extension Expr {
  /// Its value, where it is written out: a literal, or a list, tuple or map of such.
  fileprivate var constant: Value? {
    switch kind {
    case .literal(let value): return value
    case .list(let items): return Self.constants(items).map(Value.list)
    case .tuple(let items): return Self.constants(items).map(Value.tuple)
    case .map(let pairs):
      let keys = pairs.compactMap { pair -> MapKey? in
        if case .literal(.double) = pair.0.kind { nil } else { pair.0.constant?.mapKey }
      }
      guard keys.count == pairs.count, let values = Self.constants(pairs.map(\.1)) else { return nil }
      return .mapping(ValueMap(pairs: Array(zip(keys, values)), isMadeByTemplate: true))
    default: return nil
    }
  }

  private static func constants(_ items: [Expr]) -> [Value]? {
    var values: [Value] = []
    for item in items {
      guard let value = item.constant else { return nil }
      values.append(value)
    }
    return values
  }
}
