/// One step of a compiled template: 12 bytes.
struct Instruction: Sendable {
  enum Operation: UInt8, Sendable {
    // Loading and storing. The operand stack grows by one for each load.
    case constant, slot, name, silentUndefined
    case storeSlot, storeName, pop
    case unpack, setAttribute
    // Making values of the operands on the stack.
    case makeList, makeTuple, makeMap, concat, arithmetic, not, negate, plus, compare, compareChain
    case attribute, slotAttribute, index, slice
    case filter, test, call, superBlock
    // Jumps; `a` is the target.
    case jump, jumpIfFalse, jumpIfTrue, andJump, orJump, jumpIfGiven
    /// Compares an attribute with a constant; `operand` after it holds the jump and the constant.
    case jumpUnlessAttribute, operand
    // Output. `flag` is 1 where text is escaped.
    /// Text and the attribute of a slot after it; `textOperand` holds the text.
    case textThenSlotAttribute, textOperand
    case text, emit, emitSlot, emitSlotAttribute, emitCall, emitGuarded
    case beginCapture, endCapture
    // Loops.
    case iterate, next, endLoop, collect, endCollect, loopField, loopObject
    // Other code.
    case makeMacro, recurse, block, extends, include, importModule, importName
    case loadSelf, raise, result, finish
  }

  var operation: Operation
  /// A small flag, an operator, or a set of bits.
  var flag: UInt8 = 0
  /// A slot of the frame, or a small count.
  var slot: UInt16 = 0
  var a: Int32 = 0
  var b: Int32 = 0
}

/// A name with its hash, for look-ups in maps.
struct Name: Sendable {
  let text: String
  let hash: UInt32
}

/// A stretch of code with its own slots: the root of a template, a block, a macro, a call block, or the body of a
/// recursive loop.
struct CodeUnit: Sendable {
  enum Kind: Sendable { case root, block, macro, caller, recursiveLoop }

  let kind: Kind
  let name: String
  let template: Int
  var start = 0
  var end = 0
  /// Slots for variables.
  var slotCount = 0
  /// The most operands on the stack at once.
  var stackDepth = 0
  /// Where the captured values go when the unit is called.
  var captureSlots: [Int] = []
  /// The slots of the parameters.
  var parameterSlots: [Int] = []
  var parameters: [String] = []
  /// The slot of `caller`, if the macro asks for it.
  var callerSlot: Int?
  /// Whether a block must be replaced.
  var required = false
}

/// A template after compilation.
struct CompiledTemplate: Sendable {
  let name: String
  let displayPath: String
  let bytes: [UInt8]
  let escapes: Bool
  /// The root unit; -1 if the template has errors that keep it from being rendered.
  var root = -1
  /// The template's own blocks: index of the name and of the unit.
  var blocks: [(name: Int, unit: Int)] = []
  /// Errors that keep it from being rendered.
  var errors: [TemplateError] = []
}

/// A variable that can be seen at some place, for includes and scoped blocks.
struct VisibleVariable: Sendable {
  enum Source: Sendable { case slot(Int), loop(Int) }
  let name: Int
  let source: Source
}

/// All templates of a library as code: immutable and shared by everybody who renders.
struct Program: Sendable {
  var code: [Instruction] = []
  /// The place of each instruction in its template.
  var spans: [Span] = []
  var units: [CodeUnit] = []
  var templates: [CompiledTemplate] = []
  var templateIndex: [String: Int] = [:]
  var names: [Name] = []
  var constants: [Value] = []
  var text: [UInt8] = []
  /// Lists of names of arguments.
  var argumentNames: [[String]] = [[]]
  var visible: [[VisibleVariable]] = []
  /// Errors found at load which are thrown only where they are reached.
  var issues: [Issue] = []
  var filters: [FilterSpec] = []
  var tests: [TestSpec] = []
  /// The function of a name, or -1; as long as `names`.
  var functionOfName: [Int] = []
  var functions: [FunctionSpec] = []
  var functionValues: [Value] = []
  /// How many attribute look-ups remember a slot.
  var cacheCount = 0
  let caches = SpareCaches()

  /// The unit whose code holds the instruction `pc`.
  func unit(at pc: Int) -> Int? { units.firstIndex { $0.start <= pc && pc < $0.end } }
}
