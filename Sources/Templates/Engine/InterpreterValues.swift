extension Interpreter {
  // MARK: Variables

  /// The value of a name in the variables of the templates around, in the context, or among the functions.
  mutating func lookUp(_ name: Int, _ pc: Int) -> Value {
    var at = frames[frames.count - 1].scope
    var seesContext = true
    while at >= 0 {
      for index in scopes[at].variables.indices.reversed() where scopes[at].variables[index].name == name {
        return scopes[at].variables[index].value
      }
      seesContext = scopes[at].seesContext
      at = scopes[at].parent
    }
    if seesContext {
      let slot = cache.contextSlot(name, names, context.shape)
      if slot >= 0 { return context.values[slot] }
    }
    let function = program.functionOfName[name]
    if function >= 0 { return program.functionValues[function] }
    return .missing(Undefined(origin: pc))
  }

  mutating func setVariable(_ name: Int, _ value: Value, exported: Bool) {
    let scope = frames[frames.count - 1].scope
    for index in scopes[scope].variables.indices where scopes[scope].variables[index].name == name {
      scopes[scope].variables[index] = (name, exported, value)
      return
    }
    scopes[scope].variables.append((name, exported, value))
  }

  /// The variables in slots that can be seen at this place.
  func visibleVariables(_ list: Int) -> [(name: Int, exported: Bool, value: Value)] {
    guard list >= 0 else { return [] }
    let frame = frames[frames.count - 1]
    var variables: [(name: Int, exported: Bool, value: Value)] = []
    for variable in program.visible[list] {
      switch variable.source {
      case .slot(let slot):
        let value = stack[frame.base + slot]
        if !value.isUndefined { variables.append((variable.name, false, value)) }
      case .loop(let loop):
        variables.append((variable.name, false, .object(EngineObject(.loop(loops[frame.firstLoop + loop].id)))))
      }
    }
    return variables
  }

  // MARK: Attributes

  /// The value of `value.name`.
  mutating func attribute(_ value: Value, _ name: Int, _ cacheIndex: Int, _ pc: Int) throws(ValueError) -> Value {
    switch value {
    case .mapping(let map):
      let slot = cache.slot(cacheIndex, map.shape, names, name)
      return slot >= 0 ? map.values[slot] : .missing(Undefined(origin: pc, shape: map.shape))
    case .missing: throw undefined(value)
    case .object: return try objectAttribute(value, names[name].text, pc)
    case .tuple(let items) where items.count == 2:
      // The pairs of `groupby` have names for their halves.
      if names[name].text == "grouper" { return items[0] }
      if names[name].text == "list" { return items[1] }
      return .missing(Undefined(origin: pc))
    default: return .missing(Undefined(origin: pc))
    }
  }

  mutating func objectAttribute(_ value: Value, _ key: String, _ pc: Int) throws(ValueError) -> Value {
    guard case .object(let object) = value else { return .missing(Undefined(origin: pc)) }
    switch object.kind {
    case .loop(let id):
      guard let field = LoopField(key) else {
        return .missing(Undefined(origin: pc, shape: RecordShape(keys: LoopField.names)))
      }
      guard let loop = loops.last(where: { $0.id == id }) else { throw ValueError("this loop is over") }
      return loop.field(field)
    case .namespace(let id):
      if let entry = namespaces[id].first(where: { sameBytes($0.key, key) }) { return entry.value }
      return .missing(Undefined(origin: pc, shape: RecordShape(keys: namespaces[id].map(\.key))))
    case .module(let scope, _):
      func isSeen(_ name: Int, _ exported: Bool) -> Bool {
        exported && names[name].text.utf8.first != UInt8(ascii: "_")
      }
      for index in scopes[scope].variables.indices {
        let name = scopes[scope].variables[index].name
        guard sameBytes(names[name].text, key), isSeen(name, scopes[scope].variables[index].exported) else { continue }
        return scopes[scope].variables[index].value
      }
      let exported = scopes[scope].variables.filter { isSeen($0.name, $0.exported) }
      return .missing(Undefined(origin: pc, shape: RecordShape(keys: exported.map { names[$0.name].text })))
    case .blocks:
      let table = tables[frames[frames.count - 1].table]
      if let entry = table.entries.first(where: { sameBytes(names[$0.name].text, key) }) {
        return .object(EngineObject(.block(entry.name)))
      }
      return .missing(Undefined(origin: pc, shape: RecordShape(keys: table.entries.map { names[$0.name].text })))
    case .macro, .function, .loopFunction, .block: return .missing(Undefined(origin: pc))
    }
  }

  mutating func setAttribute(_ name: Int) throws(ValueError) {
    let (value, target) = (stack[top - 2], stack[top - 1])
    guard case .object(let object) = target, case .namespace(let id) = object.kind else {
      if case .missing = target { throw undefined(target) }
      throw .type(
        "cannot set an attribute of \(target.aKind)", help: "only a `namespace()` has attributes that can be set")
    }
    let key = names[name].text
    if let index = namespaces[id].firstIndex(where: { sameBytes($0.key, key) }) {
      namespaces[id][index].value = value
    } else {
      namespaces[id].append((key, value))
    }
    top -= 2
  }

  mutating func importName(_ name: Int, _ pc: Int) throws(ValueError) {
    push(try objectAttribute(stack[top - 1], names[name].text, pc))
  }

  // MARK: Making values

  mutating func makeMap(_ count: Int) throws(ValueError) {
    var pairs: [(MapKey, Value)] = []
    let items = operands(count * 2)
    for index in 0..<count {
      let isFloat = if case .double = items[index * 2] { true } else { false }
      guard !isFloat, let key = items[index * 2].mapKey else {
        if case .missing = items[index * 2] { throw undefined(items[index * 2]) }
        throw .type("\(items[index * 2].aKind) cannot be the key of a map")
      }
      pairs.append((key, items[index * 2 + 1]))
    }
    replace(count * 2, with: try made(.mapping(ValueMap(pairs: pairs, isMadeByTemplate: true))))
  }

  mutating func concat(_ count: Int, escaping: Bool) throws(ValueError) {
    let parts = operands(count)
    for part in parts {
      if case .missing(let missing) = part, !isEmptyAllowed(missing) { throw undefined(part) }
      try chargeParts(part)
    }
    let safe = escaping && parts.contains(where: \.isSafe)
    var buffer = ByteSink(capacity: 256)
    for part in parts {
      if safe, !part.isSafe { buffer.appendEscaped(part.text) } else { buffer.append(part) }
      guard buffer.count <= Arithmetic.mostText else { throw .limit("a text of more than 64 MiB") }
    }
    let text = buffer.withBytes { String(decoding: $0, as: UTF8.self) }
    try charge(text.utf8.count)
    replace(count, with: safe ? .safe(text) : .string(text))
  }

  mutating func slice(_ present: UInt8, _ count: Int) throws(ValueError) {
    let items = operands(count + 1)
    var next = 1
    func part(_ bit: UInt8) -> Value? {
      guard present & (1 << bit) != 0 else { return nil }
      defer { next += 1 }
      return items[next]
    }
    let (start, stop, step) = (part(0), part(1), part(2))
    if case .missing = items[0] { throw undefined(items[0]) }
    let result = try items[0].slice(start, stop, step)
    try charge((result.asString?.utf8.count ?? 0) + (result.asList?.count ?? 0) * 16)
    replace(count + 1, with: result)
  }

  mutating func unpack(_ count: Int) throws(ValueError) {
    let value = stack[top - 1]
    if case .missing = value { throw undefined(value) }
    let items: [Value]
    do throws(ValueError) { items = try value.items() } catch {
      throw .type("cannot take \(value.aKind) apart into \(count) names")
    }
    guard items.count == count else {
      throw ValueError("\(value.aKind) of \(items.count) cannot be taken apart into \(count) names")
    }
    top -= 1
    for item in items.reversed() { push(item) }
  }

  // MARK: Loops

  mutating func beginLoop(depth: Int) throws(ValueError) {
    let value = stack[top - 1]
    loopCount += 1
    var state = LoopState(id: loopCount, items: [], depth: depth)
    switch value {
    case .list(let items), .tuple(let items): state.items = items
    case .range(let range): state.range = range
    case .missing(let missing):
      if !isEmptyAllowed(missing) { throw undefined(value) }
    default:
      state.items = try value.items()
      try charge(state.items.count * 16)
    }
    top -= 1
    loops.append(state)
  }

  // MARK: Filters and tests

  private func callContext(_ escaping: Bool) -> CallContext { escaping ? escapingContext : filterContext }

  mutating func applyFilter(_ instruction: Instruction, _ pc: Int) throws(ValueError) {
    let count = Int(instruction.slot)
    let spec = program.filters[Int(instruction.a)]
    let at = top - count - 1
    if let change = spec.onText, case .string(let text) = stack[at] {
      let result = change(text)
      try charge(result.utf8.count)
      stack[at] = .string(result)
      return
    }
    if spec.isKept, let kept = cache.filtered(pc),
      kept.isMade(of: UnsafeBufferPointer(start: stack + at, count: count + 1))
    {
      try charge(kept.steps << 3)
      replace(count + 1, with: kept.result)
      return
    }
    if spec.onUndefined != .takes {
      for index in 0...count {
        guard case .missing(let missing) = stack[at + index], index == 0 || missing.origin != Undefined.argument
        else { continue }
        if !isEmptyAllowed(missing) || index == 0 && spec.onUndefined == .fails { throw undefined(stack[at + index]) }
      }
    }
    let arguments = CallArguments(
      values: UnsafeBufferPointer(start: stack + (at + 1), count: count),
      names: program.argumentNames[Int(instruction.b)], context: callContext(instruction.flag == 1))
    let before = stepsLeft
    for index in 0...count { try charge(stack[at + index].cost) }
    let result = try made(try spec.apply(stack[at], arguments))
    try charge(result.cost)
    if spec.isKept {
      cache.keep(KeptFilter(operands: operands(count + 1), result: result, steps: before - stepsLeft), pc)
    }
    replace(count + 1, with: result)
  }

  mutating func applyTest(_ instruction: Instruction) throws(ValueError) {
    let count = Int(instruction.slot)
    let spec = program.tests[Int(instruction.a)]
    let at = top - count - 1
    if !spec.takesUndefined {
      for index in 0...count {
        guard case .missing(let missing) = stack[at + index], index == 0 || missing.origin != Undefined.argument
        else { continue }
        if !isEmptyAllowed(missing) { throw undefined(stack[at + index]) }
      }
    }
    let arguments = CallArguments(
      values: UnsafeBufferPointer(start: stack + (at + 1), count: count),
      names: program.argumentNames[Int(instruction.b)], context: callContext(instruction.flag & 2 != 0))
    for index in 0...count { try charge(stack[at + index].cost) }
    let result = try spec.apply(stack[at], arguments)
    top = at
    push(.bool(result != (instruction.flag & 1 != 0)))
  }
}
