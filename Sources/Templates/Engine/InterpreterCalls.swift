extension Interpreter {
  /// Runs the instructions that go on in other code. `pc` is already behind the instruction.
  mutating func transfer(_ instruction: Instruction, _ pc: inout Int) throws(ValueError) {
    switch instruction.operation {
    case .call, .emitCall: try call(instruction, &pc)
    case .superBlock: try superBlock(emitting: instruction.flag == 1, &pc)
    case .recurse: try recurse(emitting: instruction.flag == 1, &pc)
    case .block: try block(Int(instruction.a), visible: Int(instruction.b), &pc)
    case .include: try include(ignoreMissing: instruction.flag & 1 == 1, visible: Int(instruction.b), &pc)
    case .importModule: try importModule(withContext: instruction.flag == 1, visible: Int(instruction.b), &pc)
    default: break
    }
  }

  private var frame: Frame { frames[frames.count - 1] }

  // MARK: Calls

  private mutating func call(_ instruction: Instruction, _ pc: inout Int) throws(ValueError) {
    let positional = Int(instruction.slot)
    let named = Int(instruction.a)
    let at = top - positional - named - 1
    let emitting = instruction.operation == .emitCall
    let exit: Frame.Exit = emitting ? .print : .value(safe: instruction.flag == 1)
    let callee = stack[at]
    guard case .object(let object) = callee else {
      if case .missing = callee { throw undefinedCall(callee) }
      throw .type("cannot call \(callee.aKind)")
    }
    let argumentNames = program.argumentNames[Int(instruction.b)]
    let result: Value
    switch object.kind {
    case .macro(let macro):
      try enter(macro, at + 1, positional, argumentNames, exit: exit, returnTo: at, &pc)
      return
    case .block(let name):
      guard positional + named == 0 else { throw .type("a block takes no arguments") }
      try enterBlock(name, level: 0, visible: -1, exit: exit, returnTo: at, &pc)
      return
    case .function(let index):
      result = try apply(
        program.functions[index].body, at + 1, positional, argumentNames, escapes: instruction.flag == 1)
    case .loopFunction(let function, let id):
      guard let index = loops.lastIndex(where: { $0.id == id }) else { throw ValueError("this loop is over") }
      result = try loopFunction(function, index, operands(positional + named))
    case .loop: throw .type("only a loop marked `recursive` can be called")
    default: throw .type("cannot call \(callee.aKind)")
    }
    if emitting { try write(result, escaping: instruction.flag == 1, at: pc - 1) }
    top = at
    if !emitting { push(result) }
  }

  /// The value of a function for the arguments from `first` on, of which the last are named.
  private mutating func apply(
    _ body: FunctionSpec.Body, _ first: Int, _ positional: Int, _ names: [String], escapes: Bool
  ) throws(ValueError) -> Value {
    let context = escapes ? escapingContext : filterContext
    if case .text(let function) = body {
      guard positional > 0, let text = stack[first].asString else { throw .type(function.need) }
      let made = function.body(text, context)
      try charge(made.utf8.count)
      return .string(made)
    }
    let values = operands(positional + names.count)
    let pairs = Array(zip(names, values[positional...]))
    guard case .plain(let body) = body else {
      guard positional == 0 else { throw .type("`namespace` takes named arguments only") }
      namespaces.append(pairs.map { (key: $0.0, value: $0.1) })
      try charge(256)
      return .object(EngineObject(.namespace(namespaces.count - 1)))
    }
    for value in values { try chargeParts(value) }
    let result = try made(try body(names.isEmpty ? values : Array(values[..<positional]), pairs, context))
    try charge(result.cost)
    return result
  }

  private mutating func undefinedCall(_ callee: Value) -> ValueError {
    culprit = callee
    return ValueError("what is called here is undefined", kind: .undefined)
  }

  private mutating func loopFunction(
    _ function: EngineObject.LoopFunction, _ index: Int, _ values: [Value]
  ) throws(ValueError) -> Value {
    switch function {
    case .cycle:
      guard !values.isEmpty else { throw .type("`loop.cycle` needs values") }
      return values[max(loops[index].index, 0) % values.count]
    case .changed:
      for value in values { try chargeParts(value) }
      // The first call compares with nothing.
      for value in values where loops[index].changed != nil {
        if case .missing(let missing) = value, !isEmptyAllowed(missing) { throw undefined(value) }
      }
      if let last = loops[index].changed, last.count == values.count,
        zip(last, values).allSatisfy({ Value.areEqual($0, $1) })
      {
        return .bool(false)
      }
      loops[index].changed = values
      return .bool(true)
    }
  }

  /// Enters a macro, a call block or the body of a recursive loop with the arguments from `first` on.
  private mutating func enter(
    _ macro: EngineObject.Macro, _ first: Int, _ positional: Int, _ names: [String], exit: Frame.Exit, returnTo: Int,
    _ pc: inout Int
  ) throws(ValueError) {
    // By place: a unit taken out of its list is five references to count.
    let index = macro.unit
    var what: String {
      program.units[index].kind == .macro ? "the macro `\(program.units[index].name)`" : "this call block"
    }
    let taken = program.units[index].parameterSlots.count
    guard positional <= taken else { throw .type("\(what) takes \(taken) arguments, not \(positional)") }
    // Where the named ones go.
    var places: [(slot: Int, at: Int)] = []
    for (number, name) in names.enumerated() {
      let at = first + positional + number
      if let parameter = program.units[index].parameters.firstIndex(where: { sameBytes($0, name) }) {
        guard parameter >= positional else { throw .type("the argument `\(name)` of \(what) is given twice") }
        places.append((program.units[index].parameterSlots[parameter], at))
      } else if name == "caller" {
        guard let slot = program.units[index].callerSlot else { throw .type("\(what) does not use `caller()`") }
        places.append((slot, at))
      } else {
        throw .type("\(what) has no argument `\(name)`")
      }
    }
    let table = frame.table
    let (block, level) = (frame.block, frame.level)
    try enter(unit: index, scope: macro.scope, table: table, exit: exit, returnTo: returnTo, from: &pc)
    let last = frames.count - 1
    if program.units[index].kind != .macro { (frames[last].block, frames[last].level) = (block, level) }
    frames[last].depth = macro.depth
    let base = frames[last].base
    for number in 0..<positional {
      setSlot(base + program.units[index].parameterSlots[number], stack[first + number])
    }
    for place in places { setSlot(base + place.slot, stack[place.at]) }
    for (number, value) in macro.captures.enumerated() {
      setSlot(base + program.units[index].captureSlots[number], value)
    }
  }

  /// `loop(children)`: the body of the recursive loop again, one level deeper, as text.
  private mutating func recurse(emitting: Bool, _ pc: inout Int) throws(ValueError) {
    let current = frame
    let unit = program.units[current.unit]
    let captures = unit.captureSlots.map { stack[current.base + $0] }
    let macro = EngineObject.Macro(
      unit: current.unit, scope: current.scope, captures: captures, depth: current.depth + 1)
    let safe = program.templates[unit.template].escapes
    try enter(
      macro, top - 1, 1, [], exit: emitting ? .print : .value(safe: safe), returnTo: top - 1, &pc)
  }

  // MARK: Blocks

  private mutating func block(_ name: Int, visible: Int, _ pc: inout Int) throws(ValueError) {
    // After an `extends` in a branch the parent prints the blocks.
    if frame.parent >= 0 { return }
    try enterBlock(name, level: 0, visible: visible, exit: .print, returnTo: top, &pc)
  }

  private mutating func enterBlock(
    _ name: Int, level: Int, visible: Int, exit: Frame.Exit, returnTo: Int, _ pc: inout Int
  ) throws(ValueError) {
    let (table, outer) = (frame.table, frame.scope)
    guard let units = tables[table].units(name), level < units.count else { return }
    guard !program.units[units[level]].required else {
      throw ValueError("the required block `\(names[name].text)` is not defined by any template")
    }
    var scope = outer
    if visible >= 0 {
      scopes.append(Scope(variables: visibleVariables(visible), parent: outer, seesContext: true))
      scope = scopes.count - 1
    }
    try enter(unit: units[level], scope: scope, table: table, exit: exit, returnTo: returnTo, from: &pc)
    frames[frames.count - 1].block = name
    frames[frames.count - 1].level = level
  }

  private mutating func superBlock(emitting: Bool, _ pc: inout Int) throws(ValueError) {
    let (name, level, table) = (frame.block, frame.level, frame.table)
    guard name >= 0 else { throw ValueError("`super()` outside of a block") }
    guard let units = tables[table].units(name), level + 1 < units.count else {
      throw ValueError("the block `\(names[name].text)` has no parent block", kind: .undefined)
    }
    let safe = program.templates[program.units[frame.unit].template].escapes
    try enterBlock(
      name, level: level + 1, visible: -1, exit: emitting ? .print : .value(safe: safe), returnTo: top, &pc)
  }

  // MARK: Other templates

  /// The template a value names: text, or for an include a list of which the first that exists is taken.
  private mutating func template(_ value: Value, lists: Bool) throws(ValueError) -> Int? {
    if case .missing = value { throw undefined(value) }
    var candidates: [String] = []
    for item in lists ? value.asList ?? [value] : [value] {
      guard let name = item.asString else {
        if case .missing = item { throw undefined(item) }
        throw .type("the name of a template must be a string, not \(item.aKind)")
      }
      candidates.append(name)
    }
    for name in candidates {
      if let index = program.templateIndex[name] { return index }
    }
    return nil
  }

  private func notFound(_ value: Value) -> ValueError {
    if let list = value.asList {
      return ValueError(
        "none of these templates exists: " + list.map { "`\($0.text)`" }.joined(separator: ", "),
        kind: .templateNotFound)
    }
    let name = value.text
    return ValueError(
      "there is no template `\(name)`", kind: .templateNotFound,
      help: near(name, program.templates.map(\.name)).first)
  }

  private mutating func include(ignoreMissing: Bool, visible: Int, _ pc: inout Int) throws(ValueError) {
    let value = stack[top - 1]
    guard let index = try template(value, lists: true) else {
      guard ignoreMissing else { throw notFound(value) }
      top -= 1
      return
    }
    scopes.append(Scope(variables: visibleVariables(visible), parent: frame.scope, seesContext: true))
    try enter(template: index, scope: scopes.count - 1, exit: .print, returnTo: top - 1, from: &pc)
  }

  private mutating func importModule(withContext: Bool, visible: Int, _ pc: inout Int) throws(ValueError) {
    let value = stack[top - 1]
    guard let index = try template(value, lists: false) else { throw notFound(value) }
    if !withContext, modules[index] != nil || takeKeptModule(index), let scope = modules[index]?.scope {
      stack[top - 1] = .object(EngineObject(.module(scope: scope, template: index)))
      return
    }
    if withContext {
      scopes.append(Scope(variables: visibleVariables(visible), parent: frame.scope, seesContext: true))
    } else {
      scopes.append(Scope(parent: -1, seesContext: false))
      modules[index] = (scopes.count - 1, stepsLeft)
    }
    scopes[scopes.count - 1].isKept = true
    try enter(template: index, scope: scopes.count - 1, exit: .module, returnTo: top - 1, from: &pc)
  }

  mutating func extends() throws(ValueError) {
    let value = stack[top - 1]
    guard let index = try template(value, lists: false) else { throw notFound(value) }
    guard frame.parent < 0 else { throw ValueError("a template extends one template only") }
    top -= 1
    frames[frames.count - 1].parent = index
    frames[frames.count - 1].parentMark = sink.count
  }
}
