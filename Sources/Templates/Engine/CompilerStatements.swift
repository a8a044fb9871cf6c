extension Compiler {
  mutating func statements(_ body: [Statement]) {
    for statement in body { self.statement(statement) }
  }

  /// Whether output at this place is printed: after `extends` the parent prints.
  private var isSilent: Bool { unit.unit.kind == .root && unit.hasExtends }

  private mutating func statement(_ statement: Statement) {
    let span = statement.span
    switch statement.kind {
    case .text(let bytes):
      if !isSilent { emitText(bytes, span) }
    case .output(let expr):
      if !isSilent { output(expr, span) }
    case .conditional(let branches, let otherwise): conditional(branches, otherwise, span)
    case .loop(let loop): self.loop(loop, span)
    case .set(let target, let value):
      expression(value)
      assign(target, value.span)
    case .setBlock(let target, let filters, let body):
      capture(body, filters, span)
      assign(target, target.span)
    case .with(let pairs, let body):
      pairs.forEach { expression($0.1) }
      scoped(body, span) { compiler in
        for (target, value) in pairs.reversed() { compiler.assign(target, value.span) }
      }
    case .filterBlock(let filters, let body):
      capture(body, filters, span)
      emit(isSilent ? .pop : .emit, span, flag: escaping ? 1 : 0, stack: -1)
    case .block(let block): self.block(block, span)
    case .extends(let name):
      expression(name)
      emit(.extends, span, stack: -1)
      if unit.scopes.isEmpty, unit.branches == 0 {
        units[units.count - 1].hasExtends = true
      }
    case .include(let name, let ignoreMissing):
      guard !isSilent else { return }
      expression(name)
      emit(.include, name.span, flag: ignoreMissing ? 1 : 0, b: visibleList(), stack: -1)
    case .importModule(let name, let alias, let withContext):
      importModule(name, withContext)
      store(alias, span, exported: false)
    case .importNames(let name, let names, let withContext):
      importModule(name, withContext)
      for entry in names {
        emit(.importName, entry.span, a: self.name(entry.name), stack: 1)
        store(entry.alias, entry.span, exported: false)
      }
      emit(.pop, span, stack: -1)
    case .macro(let definition):
      macro(definition, kind: .macro, span)
      store(definition.name, span)
    case .callBlock(let definition, let call): callBlock(definition, call, span)
    case .autoescape(let flag, let body):
      let outer = escaping
      escaping = flag
      scoped(body, span)
      escaping = outer
    case .breakLoop:
      let jump = emit(.jump, span)
      if let last = unit.exits.indices.last { units[units.count - 1].exits[last].breaks.append(jump) }
    case .continueLoop:
      if let exit = unit.exits.last { emit(.jump, span, a: exit.next) }
    }
  }

  private mutating func importModule(_ name: Expr, _ withContext: Bool) {
    expression(name)
    emit(.importModule, name.span, flag: withContext ? 1 : 0, b: withContext ? visibleList() : -1)
  }

  /// Statements in a scope of their own, in which something is bound first.
  private mutating func scoped(_ body: [Statement], _ span: Span, binding: (inout Self) -> Void = { _ in }) {
    openScope()
    binding(&self)
    prepare(body, span)
    statements(body)
    closeScope()
  }

  // MARK: Output

  private mutating func output(_ expr: Expr, _ statement: Span) {
    let flag: UInt8 = escaping ? 1 : 0
    if urlOutputs.contains(statement.start) || tagOutputs.contains(statement.start) {
      expression(expr)
      let isTag: UInt8 = tagOutputs.contains(statement.start) ? 2 : 0
      emit(.emitGuarded, expr.span, flag: flag | isTag, stack: -1)
      return
    }
    switch expr.kind {
    case .literal(.string(let text)) where !escaping: emitText(Array(text.utf8), expr.span)
    case .name(let text):
      if case .slot(let slot) = resolve(text) {
        emit(.emitSlot, expr.span, flag: flag, slot: slot)
        return
      }
      expression(expr)
      emit(.emit, expr.span, flag: flag, stack: -1)
    case .attribute(let base, let key):
      if case .name(let text) = base.kind, case .slot(let slot) = resolve(text) {
        // Text right before goes into the same step, unless a jump may lead between the two.
        if let last = unit.code.last, last.operation == .text, here != lastTarget {
          let span = unit.spans[here - 1]
          units[units.count - 1].removeLast()
          emit(.textThenSlotAttribute, expr.span, flag: flag, slot: slot, a: name(key), b: cacheSlot())
          emit(.textOperand, span, a: Int(last.a), b: Int(last.b))
          return
        }
        emit(.emitSlotAttribute, expr.span, flag: flag, slot: slot, a: name(key), b: cacheSlot())
        return
      }
      expression(expr)
      emit(.emit, expr.span, flag: flag, stack: -1)
    case .call(let callee, let arguments): call(callee, arguments, expr.span, emitting: true)
    default:
      expression(expr)
      emit(.emit, expr.span, flag: flag, stack: -1)
    }
  }

  /// Leaves the output of `body`, filtered, on the stack.
  private mutating func capture(_ body: [Statement], _ filters: [FilterCall], _ span: Span) {
    emit(.beginCapture, span)
    openScope()
    prepare(body, span)
    let silent = unit.hasExtends
    units[units.count - 1].hasExtends = false
    statements(body)
    units[units.count - 1].hasExtends = silent
    closeScope()
    emit(.endCapture, span, flag: escaping ? 1 : 0, stack: 1)
    filters.forEach { filter($0) }
  }

  // MARK: Variables

  /// Takes the value on the stack into a target.
  private mutating func assign(_ target: Target, _ span: Span) {
    switch target {
    case .name(let text, let span): store(text, span)
    case .attribute(let object, let key, let span):
      load(object, span)
      emit(.setAttribute, span, a: name(key), stack: -2)
    case .tuple(let parts, let span):
      emit(.unpack, span, a: parts.count, stack: parts.count - 1)
      parts.forEach { assign($0, $0.span) }
    }
  }

  // MARK: Control

  private mutating func conditional(
    _ branches: [(condition: Expr, body: [Statement])], _ otherwise: [Statement], _ span: Span
  ) {
    var ends: [Int] = []
    units[units.count - 1].branches += 1
    for (index, branch) in branches.enumerated() {
      let toNext = condition(branch.condition)
      statements(branch.body)
      if index < branches.count - 1 || !otherwise.isEmpty { ends.append(emit(.jump, span)) }
      patch(toNext)
    }
    statements(otherwise)
    units[units.count - 1].branches -= 1
    ends.forEach { patch($0) }
  }

  /// Writes a condition and the jump taken when it does not hold; gives the jump to be patched.
  private mutating func condition(_ expr: Expr) -> Int {
    if case .not(let operand) = expr.kind {
      expression(operand)
      return emit(.jumpIfTrue, operand.span, stack: -1)
    }
    if case .compare(let left, let rest) = expr.kind, rest.count == 1, let jump = comparison(left, rest[0], expr.span) {
      return jump
    }
    expression(expr)
    return emit(.jumpIfFalse, expr.span, stack: -1)
  }

  /// Writes `slot.attribute == constant` as one step; nil if it is something else.
  private mutating func comparison(_ left: Expr, _ right: (Comparison, Expr), _ span: Span) -> Int? {
    guard case .attribute(let base, let key) = left.kind, case .name(let text) = base.kind,
      case .slot(let slot) = resolve(text), case .literal(let value) = right.1.kind,
      right.0 == .equal || right.0 == .notEqual
    else { return nil }
    emit(
      .jumpUnlessAttribute, left.span, flag: right.0 == .equal ? 0 : 1, slot: slot, a: name(key), b: cacheSlot())
    return emit(.operand, span, b: constant(value))
  }

  private mutating func loop(_ loop: Loop, _ span: Span) {
    guard loop.recursive else {
      expression(loop.sequence)
      loopBody(loop, span)
      return
    }
    // The body of a recursive loop is code of its own, called with the sequence.
    begin(.recursiveLoop, "loop")
    openScope()
    let parameter = units[units.count - 1].newSlot()
    units[units.count - 1].unit.parameters = [""]
    units[units.count - 1].unit.parameterSlots = [parameter]
    emit(.slot, loop.sequence.span, slot: parameter, stack: 1)
    loopBody(loop, span)
    closeScope()
    let (unit, captures) = finish(span)
    captures.forEach { load($0, span) }
    emit(.makeMacro, span, a: unit, b: captures.count, stack: 1 - captures.count)
    expression(loop.sequence)
    emit(.emitCall, loop.sequence.span, flag: escaping ? 1 : 0, slot: 1, stack: -2)
  }

  /// Writes a loop over the sequence on the stack.
  private mutating func loopBody(_ loop: Loop, _ span: Span) {
    if let condition = loop.condition {
      emit(.iterate, loop.sequence.span, stack: -1)
      units[units.count - 1].openLoops += 1
      openScope()
      let next = turn(loop)
      expression(condition)
      emit(.jumpIfFalse, condition.span, a: next, stack: -1)
      emit(.collect, span)
      emit(.jump, span, a: next)
      patch(next)
      closeScope()
      units[units.count - 1].openLoops -= 1
      emit(.endCollect, span, stack: 1)
    }
    emit(.iterate, loop.sequence.span, stack: -1)
    let level = unit.openLoops
    units[units.count - 1].openLoops += 1
    openScope(loop: level)
    let next = turn(loop)
    units[units.count - 1].exits.append((breaks: [], next: next))
    prepare(loop.body, span)
    units[units.count - 1].branches += 1
    statements(loop.body)
    units[units.count - 1].branches -= 1
    emit(.jump, span, a: next)
    closeScope()
    let exit = units[units.count - 1].exits.removeLast()
    units[units.count - 1].openLoops -= 1
    patch(next)
    exit.breaks.forEach { patch($0) }
    let end = emit(.endLoop, span)
    openScope()
    prepare(loop.otherwise, span)
    statements(loop.otherwise)
    closeScope()
    patch(end)
  }

  /// Writes the beginning of a turn: the next item goes to the loop's target.
  private mutating func turn(_ loop: Loop) -> Int {
    if case .name(let text, _) = loop.target {
      return emit(.next, loop.sequence.span, flag: 1, slot: define(text))
    }
    let next = emit(.next, loop.sequence.span, stack: 1)
    assign(loop.target, loop.target.span)
    return next
  }

  // MARK: Blocks and macros

  private mutating func block(_ block: Block, _ span: Span) {
    let outerEscaping = escaping
    begin(.block, block.name)
    units[units.count - 1].unit.required = block.required
    openScope()
    prepare(block.body, span)
    statements(block.body)
    closeScope()
    let (index, _) = finish(span)
    escaping = outerEscaping
    let id = name(block.name)
    program.templates[template].blocks.append((id, index))
    guard !isSilent else { return }
    let visible = block.scoped ? visibleList() : -1
    emit(.block, span, a: id, b: visible)
  }

  /// Leaves a macro or the body of a call block as a value on the stack.
  private mutating func macro(_ definition: MacroDefinition, kind: CodeUnit.Kind, _ span: Span) {
    begin(kind, definition.name)
    openScope()
    var slots: [Int] = []
    for parameter in definition.parameters { slots.append(define(parameter.name)) }
    units[units.count - 1].unit.parameters = definition.parameters.map(\.name)
    units[units.count - 1].unit.parameterSlots = slots
    if kind == .macro, !definition.parameters.contains(where: { $0.name == "caller" }),
      Self.mentions("caller", definition)
    {
      units[units.count - 1].unit.callerSlot = define("caller")
    }
    for (parameter, slot) in zip(definition.parameters, slots) {
      guard let fallback = parameter.fallback else { continue }
      let jump = emit(.jumpIfGiven, fallback.span, slot: slot)
      expression(fallback)
      emit(.storeSlot, fallback.span, slot: slot, stack: -1)
      patch(jump)
    }
    prepare(definition.body, span)
    statements(definition.body)
    closeScope()
    let (unit, captures) = finish(span)
    captures.forEach { load($0, span) }
    emit(.makeMacro, span, a: unit, b: captures.count, stack: 1 - captures.count)
  }

  private mutating func callBlock(_ definition: MacroDefinition, _ call: Expr, _ span: Span) {
    guard case .call(let callee, let arguments) = call.kind else { return }
    expression(callee)
    arguments.all.forEach { expression($0) }
    macro(definition, kind: .caller, span)
    emit(
      .emitCall, call.span, flag: escaping ? 1 : 0, slot: arguments.positional.count, a: arguments.named.count + 1,
      b: argumentNames(arguments.named.map(\.name) + ["caller"]), stack: -arguments.all.count - 2)
  }

  /// Whether a macro's body or defaults use a name.
  private static func mentions(_ name: String, _ definition: MacroDefinition) -> Bool {
    var found = false
    let check = { (expr: Expr) in
      if case .name(name) = expr.kind { found = true }
    }
    Walk.expressions(in: definition.body, intoMacros: false, check)
    for parameter in definition.parameters { parameter.fallback.map { Walk.expressions(in: $0, check) } }
    return found
  }
}
