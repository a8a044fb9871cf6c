extension Interpreter {
  /// Runs from `pc` to the end of the page. On an error `pc` is at the instruction that failed.
  mutating func execute(_ position: inout Int) throws(ValueError) {
    var pc = position
    defer { position = pc }
    var base = frames[frames.count - 1].base
    while true {
      let instruction = code[pc]
      switch instruction.operation {
      case .constant: push(constants[Int(instruction.a)])
      case .slot: push(stack[base + Int(instruction.slot)])
      case .name: push(lookUp(Int(instruction.a), pc))
      case .silentUndefined: push(.missing(Undefined(origin: Undefined.silent)))
      case .storeSlot:
        top -= 1
        setSlot(base + Int(instruction.slot), stack[top])
      case .storeName:
        top -= 1
        setVariable(Int(instruction.a), stack[top], exported: instruction.flag == 1)
      case .pop: top -= 1

      case .text:
        sink.append(pool: textPool + Int(instruction.a), Int(instruction.b))
      case .emit:
        try write(stack + (top - 1), escaping: instruction.flag == 1, at: pc)
        top -= 1
      case .emitSlot: try write(stack + (base + Int(instruction.slot)), escaping: instruction.flag == 1, at: pc)
      case .emitSlotAttribute:
        if let found = find(instruction, base) {
          try write(found, escaping: instruction.flag == 1, at: pc)
          break
        }
        let value = try attribute(
          stack[base + Int(instruction.slot)], Int(instruction.a), Int(instruction.b), pc)
        try write(value, escaping: instruction.flag == 1, at: pc)
      case .textThenSlotAttribute:
        let operand = code[pc + 1]
        sink.append(pool: textPool + Int(operand.a), Int(operand.b))
        let found: UnsafePointer<Value>? = find(instruction, base)
        if let found {
          try write(found, escaping: instruction.flag == 1, at: pc)
        } else {
          let value = try attribute(
            stack[base + Int(instruction.slot)], Int(instruction.a), Int(instruction.b), pc)
          try write(value, escaping: instruction.flag == 1, at: pc)
        }
        pc += 1
      case .emitGuarded:
        try writeGuarded(
          stack + (top - 1), escaping: instruction.flag & 1 == 1, afterTagOpen: instruction.flag & 2 == 2, at: pc)
        top -= 1
      case .beginCapture: captures.append(sink.count)
      case .endCapture:
        let text = sink.cut(from: captures.removeLast())
        try charge(text.utf8.count)
        push(instruction.flag == 1 ? .safe(text) : .string(text))

      case .jump:
        pc = Int(instruction.a)
        continue
      case .jumpIfFalse:
        let holds = try truth(stack[top - 1])
        top -= 1
        if !holds {
          pc = Int(instruction.a)
          continue
        }
      case .jumpIfTrue:
        let holds = try truth(stack[top - 1])
        top -= 1
        if holds {
          pc = Int(instruction.a)
          continue
        }
      case .andJump:
        if try !truth(stack[top - 1]) {
          pc = Int(instruction.a)
          continue
        }
        top -= 1
      case .orJump:
        if try truth(stack[top - 1]) {
          pc = Int(instruction.a)
          continue
        }
        top -= 1
      case .jumpIfGiven:
        if case .missing(let missing) = stack[base + Int(instruction.slot)], missing.origin == Undefined.argument {
          break
        }
        pc = Int(instruction.a)
        continue

      case .jumpUnlessAttribute:
        let operand = code[pc + 1]
        if try attributeEquals(instruction, Int(operand.b), base, pc) == (instruction.flag == 0) {
          pc += 1
        } else {
          pc = Int(operand.a)
          continue
        }

      case .slotAttribute:
        if let found = find(instruction, base) {
          push(found.pointee)
          break
        }
        push(try attribute(stack[base + Int(instruction.slot)], Int(instruction.a), Int(instruction.b), pc))
      case .attribute:
        stack[top - 1] = try attribute(stack[top - 1], Int(instruction.a), Int(instruction.b), pc)
      case .compare:
        let holds = try compare(instruction.flag)
        top -= 1
        stack[top - 1] = .bool(holds)
      case .compareChain:
        let holds = try compare(instruction.flag)
        if holds {
          stack[top - 2] = stack[top - 1]
          top -= 1
        } else {
          top -= 1
          stack[top - 1] = .bool(false)
          pc = Int(instruction.a)
          continue
        }
      case .not: stack[top - 1] = .bool(try !truth(stack[top - 1]))

      case .next:
        try step()
        let last = loops.count - 1
        loops[last].index += 1
        let at = loops[last].index
        guard at < loops[last].count else {
          pc = Int(instruction.a)
          continue
        }
        if instruction.flag == 1 {
          setSlot(base + Int(instruction.slot), loops[last].item(at))
        } else {
          push(loops[last].item(at))
        }
      case .iterate:
        try beginLoop(depth: frames[frames.count - 1].depth)
      case .endLoop:
        let state = loops.removeLast()
        if state.count > 0 {
          pc = Int(instruction.a)
          continue
        }
      case .loopField:
        push(loops[frames[frames.count - 1].firstLoop + Int(instruction.slot)].field(fieldOf(instruction.flag)))

      case .finish:
        guard try leave(&pc) else { return }
        base = frames[frames.count - 1].base
        continue
      case .call, .emitCall, .superBlock, .recurse, .block, .include, .importModule:
        pc += 1
        do throws(ValueError) {
          try transfer(instruction, &pc)
        } catch {
          // The frame that was not entered is not there; the place is that of the call.
          pc -= 1
          throw error
        }
        base = frames[frames.count - 1].base
        continue
      default: try other(instruction, pc, base)
      }
      pc += 1
    }
  }

  /// The attribute of a slot that holds a map with this key.
  @inline(__always)
  private func find(_ instruction: Instruction, _ base: Int) -> UnsafePointer<Value>? {
    let record = records[base + Int(instruction.slot)]
    guard let shape = record.shape else { return nil }
    let slot = cache.slot(Int(instruction.b), shape, names, Int(instruction.a))
    return slot < 0 ? nil : record[slot]
  }

  /// Whether the attribute of a slot equals a constant.
  @inline(__always)
  private mutating func attributeEquals(
    _ instruction: Instruction, _ constant: Int, _ base: Int, _ pc: Int
  ) throws(ValueError) -> Bool {
    if readsInPlace, let found = find(instruction, base), let constants = constants.baseAddress,
      TextInPlace.isText(found), TextInPlace.isText(constants + constant)
    {
      return TextInPlace.areEqual(found, constants + constant)
    }
    let value = try attribute(stack[base + Int(instruction.slot)], Int(instruction.a), Int(instruction.b), pc)
    if case .missing(let missing) = value, !isEmptyAllowed(missing) { throw undefined(value) }
    return Value.areEqual(value, constants[constant])
  }

  @inline(__always)
  mutating func push(_ value: Value) {
    stack[top] = value
    top += 1
  }

  private func fieldOf(_ raw: UInt8) -> LoopField { LoopField(rawValue: raw) ?? .index }

  /// Compares the two operands on the stack and leaves them there.
  @inline(__always)
  private mutating func compare(_ raw: UInt8) throws(ValueError) -> Bool {
    if raw <= 1, case .string(let a) = stack[top - 2], case .string(let b) = stack[top - 1] {
      return sameBytes(a, b) == (raw == 0)
    }
    return try compareOther(raw)
  }

  @inline(never)
  private mutating func compareOther(_ raw: UInt8) throws(ValueError) -> Bool {
    let (a, b) = (stack[top - 2], stack[top - 1])
    let comparison = Comparison(rawValue: raw) ?? .equal
    for value in [a, b] {
      guard case .missing(let missing) = value else { continue }
      if !isEmptyAllowed(missing) { throw undefined(value) }
      if comparison == .isIn || comparison == .notIn { return comparison == .notIn }
    }
    try chargeParts(b)
    if comparison != .isIn, comparison != .notIn { try chargeParts(a) }
    switch comparison {
    case .equal: return Value.areEqual(a, b)
    case .notEqual: return !Value.areEqual(a, b)
    case .less: return try Value.order(a, b).map { $0 < 0 } ?? false
    case .lessOrEqual: return try Value.order(a, b).map { $0 <= 0 } ?? false
    case .greater: return try Value.order(a, b).map { $0 > 0 } ?? false
    case .greaterOrEqual: return try Value.order(a, b).map { $0 >= 0 } ?? false
    case .isIn, .notIn: return try a.isIn(b) == (comparison == .isIn)
    }
  }

  /// The instructions that are not worth a place in the loop.
  @inline(never)
  private mutating func other(_ instruction: Instruction, _ pc: Int, _ base: Int) throws(ValueError) {
    let count = Int(instruction.a)
    switch instruction.operation {
    case .makeList: replace(count, with: try made(.list(operands(count))))
    case .makeTuple: replace(count, with: try made(.tuple(operands(count))))
    case .makeMap: try makeMap(count)
    case .concat: try concat(count, escaping: instruction.flag == 1)
    case .arithmetic: try calculate(Arithmetic(rawValue: instruction.flag) ?? .add)
    case .negate:
      if case .missing = stack[top - 1] { throw undefined(stack[top - 1]) }
      stack[top - 1] = try stack[top - 1].negated()
    case .plus:
      if case .missing = stack[top - 1] { throw undefined(stack[top - 1]) }
      guard stack[top - 1].number != nil else { throw .type("cannot use `+` on \(stack[top - 1].aKind)") }
    case .index: try element(pc)
    case .slice: try slice(instruction.flag, count)
    case .filter: try applyFilter(instruction, pc)
    case .test: try applyTest(instruction)
    case .unpack: try unpack(count)
    case .setAttribute: try setAttribute(Int(instruction.a))
    case .collect:
      let last = loops.count - 1
      loops[last].collected.append(loops[last].item(loops[last].index))
    case .endCollect: push(.list(loops.removeLast().collected))
    case .loopObject:
      let loop = loops[frames[frames.count - 1].firstLoop + Int(instruction.slot)]
      push(.object(EngineObject(.loop(loop.id))))
    case .makeMacro:
      let frame = frames[frames.count - 1]
      scopes[frame.scope].isKept = true
      let captured = operands(Int(instruction.b))
      replace(
        Int(instruction.b),
        with: try made(
          .object(EngineObject(.macro(.init(unit: count, scope: frame.scope, captures: captured, depth: 0))))))
    case .importName: try importName(Int(instruction.a), pc)
    case .loadSelf: push(.object(Self.blocksObject))
    case .result:
      top -= 1
      result = stack[top]
    case .extends: try extends()
    case .raise:
      let issue = program.issues[count]
      throw ValueError(issue.message, kind: issue.kind, help: issue.help.first)
    default: break
    }
  }

  private mutating func calculate(_ operation: Arithmetic) throws(ValueError) {
    let (a, b) = (stack[top - 2], stack[top - 1])
    for value in [a, b] {
      if case .missing = value { throw undefined(value) }
    }
    // `'%s' % list` prints the list.
    if a.asString != nil { try chargeParts(b) }
    let result = try operation.apply(a, b)
    if let text = result.asString { try charge(text.utf8.count) }
    if let items = result.asList { try charge(items.count * 16) }
    replace(2, with: result)
  }

  private mutating func element(_ pc: Int) throws(ValueError) {
    let (value, index) = (stack[top - 2], stack[top - 1])
    if case .missing = value { throw undefined(value) }
    if case .missing(let missing) = index, !isEmptyAllowed(missing) { throw undefined(index) }
    let shape: RecordShape? = if case .mapping(let map) = value { map.shape } else { nil }
    if case .object = value, let key = index.asString {
      replace(2, with: try objectAttribute(value, key, pc))
    } else {
      replace(2, with: value.element(index) ?? .missing(Undefined(origin: pc, shape: shape)))
    }
  }

  private static let blocksObject = EngineObject(.blocks)

  /// The last operands, which stay on the stack.
  func operands(_ count: Int) -> [Value] {
    Array(UnsafeBufferPointer(start: stack + (top - count), count: count))
  }

  /// Takes `count` operands and puts one value in their place.
  mutating func replace(_ count: Int, with value: Value) {
    top -= count
    stack[top] = value
    top += 1
  }
}
