/// Turns parsed templates into the code of a program.
struct Compiler {
  var program = Program()
  private var nameIndex: [String: Int] = [:]
  let registry: Registry
  private var filterIndex: [String: Int] = [:]
  private var testIndex: [String: Int] = [:]

  // The template at hand.
  var template = 0
  var escaping = false
  /// Outputs, by the offset of their `{{`, that begin a URL or follow a `<`: they are checked when they are printed.
  var urlOutputs: Set<Int> = []
  var tagOutputs: Set<Int> = []
  /// The unit being written, and the ones around it.
  var units: [UnitBuilder] = []
  /// Where there are more variables or arguments than an instruction can name.
  var oversized: Span?
  /// Errors that do not keep a template from being rendered: they are reported at load and thrown when reached.
  var softIssues: [Issue] = []

  init(registry: Registry) {
    self.registry = registry
    program.functions = registry.functions
    program.functionValues = registry.functionValues
  }

  /// The program, with bytes after the end of its text which may be read with it.
  var finished: Program {
    var result = program
    result.text += Array(repeating: 0, count: ByteSink.slack)
    return result
  }

  // MARK: Tables

  mutating func name(_ text: String) -> Int {
    if let index = nameIndex[text] { return index }
    let index = program.names.count
    nameIndex[text] = index
    program.names.append(Name(text: text, hash: fnv1a(text)))
    let function = registry.functionIndex[text] ?? -1
    program.functionOfName.append(function)
    return index
  }

  mutating func constant(_ value: Value) -> Int {
    program.constants.append(value)
    return program.constants.count - 1
  }

  mutating func argumentNames(_ names: [String]) -> Int {
    if names.isEmpty { return 0 }
    program.argumentNames.append(names)
    return program.argumentNames.count - 1
  }

  /// The index of a filter in the program, or nil if there is none of this name.
  mutating func filter(_ name: String) -> Int? {
    if let index = filterIndex[name] { return index }
    guard let spec = registry.filters[name] else { return nil }
    program.filters.append(spec)
    filterIndex[name] = program.filters.count - 1
    return program.filters.count - 1
  }

  mutating func test(_ name: String) -> Int? {
    if let index = testIndex[name] { return index }
    guard let spec = registry.tests[name] else { return nil }
    program.tests.append(spec)
    testIndex[name] = program.tests.count - 1
    return program.tests.count - 1
  }

  // MARK: Code

  /// The builder of the unit being written.
  var unit: UnitBuilder {
    get { units[units.count - 1] }
    set { units[units.count - 1] = newValue }
  }

  /// Appends an instruction and keeps count of the operands on the stack.
  @discardableResult
  mutating func emit(
    _ operation: Instruction.Operation, _ span: Span, flag: UInt8 = 0, slot: Int = 0, a: Int = 0, b: Int = 0,
    stack: Int = 0
  ) -> Int {
    if slot > Int(UInt16.max) { oversized = oversized ?? span }
    return units[units.count - 1].append(
      Instruction(
        operation: operation, flag: flag, slot: UInt16(truncatingIfNeeded: slot), a: Int32(truncatingIfNeeded: a),
        b: Int32(truncatingIfNeeded: b)), span, stack: stack)
  }

  var here: Int { unit.code.count }

  /// Makes the jump at `at` lead here.
  mutating func patch(_ at: Int) {
    units[units.count - 1].code[at].a = Int32(truncatingIfNeeded: here)
    units[units.count - 1].lastTarget = here
  }

  /// The last place that a jump leads to.
  var lastTarget: Int { unit.lastTarget }

  mutating func emitText(_ bytes: [UInt8], _ span: Span) {
    guard !bytes.isEmpty else { return }
    emit(.text, span, a: program.text.count, b: bytes.count)
    program.text += bytes
  }

  mutating func cacheSlot() -> Int {
    program.cacheCount += 1
    return program.cacheCount - 1
  }

  // MARK: Units

  mutating func begin(_ kind: CodeUnit.Kind, _ name: String) {
    units.append(UnitBuilder(CodeUnit(kind: kind, name: name, template: template)))
  }

  /// Finishes the innermost unit and gives its index in the program and what it captured.
  mutating func finish(_ span: Span) -> (unit: Int, captures: [String]) {
    emit(.finish, span)
    var builder = units.removeLast()
    let base = program.code.count
    for index in builder.code.indices {
      switch builder.code[index].operation {
      case .jump, .jumpIfFalse, .jumpIfTrue, .andJump, .orJump, .jumpIfGiven, .compareChain, .next, .endLoop, .operand:
        builder.code[index].a += Int32(truncatingIfNeeded: base)
      default: break
      }
    }
    program.code += builder.code
    program.spans += builder.spans
    builder.unit.start = base
    builder.unit.end = program.code.count
    builder.unit.slotCount = builder.slotCount
    builder.unit.stackDepth = builder.maxStack + 1
    builder.unit.captureSlots = builder.captureSlots
    program.units.append(builder.unit)
    return (program.units.count - 1, builder.captures)
  }

  /// Adds a template that has no syntax errors.
  mutating func add(_ index: Int, _ body: [Statement], end: Int) {
    template = index
    escaping = program.templates[index].escapes
    begin(.root, program.templates[index].name)
    statements(body)
    program.templates[index].root = finish(Span(end, end)).unit
  }
}

/// The code of a unit while it is written.
struct UnitBuilder {
  /// Names of a scope that live in slots; the loop of a `for` scope is the variable `loop`.
  struct Scope {
    var slots: [String: Int] = [:]
    var loop: Int?
  }

  var unit: CodeUnit
  var code: [Instruction] = []
  var spans: [Span] = []
  var scopes: [Scope] = []
  var slotCount = 0
  private var stack = 0
  private(set) var maxStack = 0
  /// Names of outer variables whose values are kept when the unit is made into a value.
  var captures: [String] = []
  /// The slot of each captured value.
  var captureSlots: [Int] = []
  /// Loops of this unit that are open here.
  var openLoops = 0
  /// The jumps of `break` and `continue` to be patched, for each open loop.
  var exits: [(breaks: [Int], next: Int)] = []
  /// Whether `extends` was met for sure: what follows at the top level is not printed.
  var hasExtends = false
  /// The last place that a jump leads to.
  var lastTarget = -1
  /// How deep in `if` the code is.
  var branches = 0

  init(_ unit: CodeUnit) { self.unit = unit }

  mutating func append(_ instruction: Instruction, _ span: Span, stack change: Int) -> Int {
    code.append(instruction)
    spans.append(span)
    stack += change
    maxStack = max(maxStack, stack)
    return code.count - 1
  }

  /// Sets the count of operands where two ways through the code meet.
  mutating func adjust(_ change: Int) { stack += change }

  mutating func removeLast() {
    code.removeLast()
    spans.removeLast()
  }

  mutating func newSlot() -> Int {
    slotCount += 1
    return slotCount - 1
  }
}
