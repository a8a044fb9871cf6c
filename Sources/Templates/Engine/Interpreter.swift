/// Runs the code of a program: one for each render.
///
/// It does not recurse: macros, includes, blocks and recursive loops are frames on a list of its own, so that a deep
/// template cannot exhaust the stack of a thread.
struct Interpreter: ~Copyable {
  let program: Program
  let code: UnsafeBufferPointer<Instruction>
  let names: UnsafeBufferPointer<Name>
  let textPool: UnsafePointer<UInt8>
  let constants: UnsafeBufferPointer<Value>
  let options: TemplateOptions
  let context: ValueMap
  let page: String?
  let filterContext: CallContext
  let escapingContext: CallContext

  var sink: ByteSink
  /// Slots and operands of all frames; every place is initialized.
  var stack: UnsafeMutablePointer<Value>
  /// What the slots hold, for look-ups of attributes; beside `stack`.
  var records: UnsafeMutablePointer<RecordView>
  private var capacity: Int
  /// The count of the stack.
  var top = 0
  var frames: [Frame] = []
  var loops: [LoopState] = []
  var scopes: [Scope] = []
  var tables: [BlockTable] = []
  var namespaces: [[(key: String, value: Value)]] = []
  /// Where captures began.
  var captures: [Int] = []
  /// Modules imported without context, by template: they are the same for the whole render.
  var modules: [Int: (scope: Int, stepsLeftBefore: Int)] = [:]
  let cache: AttributeCache
  let readsInPlace = TextInPlace.isPossible()
  var stepsLeft: Int
  var loopCount = 0
  /// The instructions that printed none, each once.
  private(set) var nonePrinted: [Int] = []
  /// The value of an expression that stands by itself.
  var result = Value.undefined
  /// The value that was missing, for the error about it.
  var culprit: Value?
  /// An error with its place, when it comes from elsewhere than the code being run.
  var foreignError: TemplateError?

  init(
    _ program: Program, _ code: UnsafeBufferPointer<Instruction>, _ names: UnsafeBufferPointer<Name>,
    _ textPool: UnsafePointer<UInt8>, _ constants: UnsafeBufferPointer<Value>, registry: Registry,
    options: TemplateOptions, context: ValueMap,
    page: String?, sink: consuming ByteSink
  ) {
    self.program = program
    self.code = code
    self.names = names
    self.textPool = textPool
    self.constants = constants
    self.options = options
    self.context = context
    self.page = page
    func makeContext(_ escapes: Bool) -> CallContext {
      CallContext(page: page ?? "", escapes: escapes, undefined: options.undefined, registry: registry)
    }
    filterContext = makeContext(false)
    escapingContext = makeContext(true)
    self.sink = sink
    // Most pages take less.
    capacity = 64
    stack = .allocate(capacity: capacity)
    stack.initialize(repeating: .none, count: capacity)
    records = .allocate(capacity: capacity)
    records.initialize(repeating: .none, count: capacity)
    cache = AttributeCache(program, context: context.shape)
    stepsLeft = options.limits.steps
  }

  deinit {
    stack.deinitialize(count: capacity)
    stack.deallocate()
    records.deallocate()
  }

  /// Renders a template into `sink`.
  mutating func render(_ template: Int) throws(TemplateError) {
    sink.limit = options.limits.outputBytes
    guard program.templates[template].root >= 0 else {
      var error = program.templates[template].errors[0]
      error.page = page
      throw error
    }
    var pc = 0
    do throws(ValueError) {
      scopes.append(Scope(parent: -1, seesContext: true))
      try enter(template: template, scope: 0, exit: .print, returnTo: 0, from: &pc)
      try execute(&pc)
      if sink.overflowed { throw Self.outputLimit(options.limits.outputBytes) }
    } catch {
      throw located(error, pc)
    }
  }

  static func outputLimit(_ bytes: Int) -> ValueError {
    .limit("the page has more than \(bytes >> 20) MiB")
  }

  // MARK: Frames

  /// Makes room on the stack for a frame that begins at `base`.
  private mutating func reserve(_ count: Int) {
    guard count > capacity else { return }
    var size = capacity
    while size < count { size *= 2 }
    let new = UnsafeMutablePointer<Value>.allocate(capacity: size)
    new.moveInitialize(from: stack, count: capacity)
    (new + capacity).initialize(repeating: .none, count: size - capacity)
    stack.deallocate()
    stack = new
    let newRecords = UnsafeMutablePointer<RecordView>.allocate(capacity: size)
    newRecords.update(from: records, count: capacity)
    (newRecords + capacity).initialize(repeating: .none, count: size - capacity)
    records.deallocate()
    records = newRecords
    capacity = size
  }

  /// Enters a unit. Its slots begin at the top of the stack and are missing arguments at first.
  mutating func enter(
    unit index: Int, scope: Int, table: Int, exit: Frame.Exit, returnTo: Int, from pc: inout Int
  ) throws(ValueError) {
    guard frames.count < options.limits.depth else {
      throw .limit("more than \(options.limits.depth) templates, macros and loops inside of each other")
    }
    try step()
    if !frames.isEmpty { frames[frames.count - 1].pc = pc }
    let (start, slots, depth) = (
      program.units[index].start, program.units[index].slotCount, program.units[index].stackDepth
    )
    reserve(top + slots + depth + 1)
    frames.append(
      Frame(
        unit: index, pc: start, base: top, returnTo: returnTo, scope: scope, table: table, firstLoop: loops.count,
        exit: exit, mark: sink.count))
    let missing = Value.missing(Undefined(origin: Undefined.argument))
    for slot in 0..<slots { setSlot(top + slot, missing) }
    top += slots
    pc = start
  }

  /// Enters the root of a template, with the blocks of its own.
  mutating func enter(
    template: Int, scope: Int, exit: Frame.Exit, returnTo: Int, from pc: inout Int
  ) throws(ValueError) {
    let compiled = program.templates[template]
    guard compiled.root >= 0 else {
      foreignError = compiled.errors.first
      throw ValueError("the template `\(compiled.name)` has errors", kind: .syntax)
    }
    var table = BlockTable()
    table.add(compiled.blocks)
    tables.append(table)
    try enter(
      unit: compiled.root, scope: scope, table: tables.count - 1, exit: exit, returnTo: returnTo, from: &pc)
  }

  /// Leaves the innermost frame and goes on with the one that called it; false at the end of the page.
  mutating func leave(_ pc: inout Int) throws(ValueError) -> Bool {
    let frame = frames[frames.count - 1]
    if frame.parent >= 0 {
      try enterParent(frame, &pc)
      return true
    }
    frames.removeLast()
    top = frame.returnTo
    let kind = program.units[frame.unit].kind
    switch frame.exit {
    case .print: break
    case .value(let safe):
      let text = sink.cut(from: frame.mark)
      try charge(text.utf8.count)
      stack[top] = safe ? .safe(text) : .string(text)
      top += 1
    case .module:
      sink.drop(from: frame.mark)
      scopes[frame.scope].isKept = true
      let template = program.units[frame.unit].template
      keepModule(template, scope: frame.scope)
      stack[top] = .object(EngineObject(.module(scope: frame.scope, template: template)))
      top += 1
    }
    guard let caller = frames.last else { return false }
    if kind == .root, frame.table == tables.count - 1 { tables.removeLast() }
    // A scope made for an included template or a scoped block goes with it, unless something refers to it.
    if frame.scope != caller.scope, frame.scope == scopes.count - 1, !scopes[frame.scope].isKept,
      kind == .root || kind == .block
    {
      scopes.removeLast()
    }
    pc = caller.pc
    return true
  }

  /// The root of a template which extends another one is done: the parent prints the page.
  private mutating func enterParent(_ frame: Frame, _ pc: inout Int) throws(ValueError) {
    sink.drop(from: frame.parentMark)
    let parent = program.templates[frame.parent]
    guard parent.root >= 0 else {
      foreignError = parent.errors.first
      throw ValueError("the template `\(parent.name)` has errors", kind: .syntax)
    }
    try step()
    tables[frame.table].add(parent.blocks)
    top = frame.base
    let (slots, depth) = (program.units[parent.root].slotCount, program.units[parent.root].stackDepth)
    reserve(top + slots + depth + 1)
    for slot in 0..<slots { setSlot(top + slot, .none) }
    top += slots
    pc = program.units[parent.root].start
    frames[frames.count - 1] = Frame(
      unit: parent.root, pc: pc, base: frame.base, returnTo: frame.returnTo, scope: frame.scope, table: frame.table,
      firstLoop: frame.firstLoop, exit: frame.exit, mark: frame.mark)
  }

  /// Puts a value into a slot.
  @inline(__always)
  mutating func setSlot(_ at: Int, _ value: Value) {
    stack[at] = value
    records[at] = RecordView(of: value)
  }

  // MARK: Limits

  /// Counts a turn of a loop or a call.
  @inline(__always)
  mutating func step() throws(ValueError) {
    stepsLeft -= 1
    if stepsLeft < 0 || sink.overflowed { throw exhausted() }
  }

  /// Counts work that grows with the size of a value.
  mutating func charge(_ bytes: Int) throws(ValueError) {
    stepsLeft -= bytes >> 3
    if stepsLeft < 0 { throw exhausted() }
  }

  private func exhausted() -> ValueError {
    sink.overflowed
      ? Self.outputLimit(options.limits.outputBytes)
      : .limit("the page takes more than \(options.limits.steps) steps")
  }

  // MARK: Missing values

  /// The error about a missing value.
  mutating func undefined(_ value: Value) -> ValueError {
    culprit = value
    return .undefined
  }

  /// Whether a missing value may be used as an empty one.
  func isEmptyAllowed(_ undefined: Undefined) -> Bool {
    options.undefined == .lenient || undefined.origin == Undefined.silent
  }

  @inline(__always)
  mutating func truth(_ value: Value) throws(ValueError) -> Bool {
    if case .missing(let missing) = value {
      if options.undefined == .strict, missing.origin != Undefined.silent { throw undefined(value) }
      return false
    }
    return value.isTruthy
  }

  // MARK: Output

  /// Writes a value that stays where it is.
  @inline(__always)
  mutating func write(_ value: UnsafePointer<Value>, escaping: Bool, at pc: Int) throws(ValueError) {
    if readsInPlace, TextInPlace.isText(value) {
      TextInPlace.withBytes(value) { if escaping { sink.appendEscaped($0) } else { sink.append($0) } }
      return
    }
    switch value.pointee {
    case .string(let text):
      if escaping { sink.appendEscaped(text) } else { sink.append(text) }
    case .int(let number): sink.append(decimal: number)
    case .safe(let text): sink.append(text)
    default: try writeOther(value.pointee, escaping, pc)
    }
  }

  @inline(__always)
  mutating func write(_ value: Value, escaping: Bool, at pc: Int) throws(ValueError) {
    switch value {
    case .string(let text):
      if escaping { sink.appendEscaped(text) } else { sink.append(text) }
    case .int(let number): sink.append(decimal: number)
    case .safe(let text): sink.append(text)
    default: try writeOther(value, escaping, pc)
    }
  }

  @inline(never)
  private mutating func writeOther(_ value: Value, _ escaping: Bool, _ pc: Int) throws(ValueError) {
    switch value {
    case .missing(let missing):
      if !isEmptyAllowed(missing) { throw undefined(value) }
    case .safe(let text): sink.append(text)
    case .list, .tuple, .mapping, .range, .object:
      try chargeParts(value)
      if escaping { sink.appendEscaped(value.text) } else { sink.append(value) }
    case .none:
      if nonePrinted.count < 20, !nonePrinted.contains(pc) { nonePrinted.append(pc) }
      sink.append(value)
    default: sink.append(value)
    }
    try step()
  }
}
