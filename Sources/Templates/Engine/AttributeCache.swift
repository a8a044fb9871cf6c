import Synchronization

/// Remembers, for each attribute look-up in the code, the shape it met last and the slot of the key there, where the names
/// of the program are in the context, and modules that only define macros.
///
/// One belongs to each render, so that the program is shared without locks. A render leaves it to the next: pages of one
/// kind ask the same of values of the same shapes.
struct AttributeCache: ~Copyable {
  fileprivate struct Entry {
    var shape: UnsafeRawPointer?
    var slot = 0
  }

  private let memory: Memory
  private let entries: UnsafeMutablePointer<Entry>
  private let spare: SpareCaches

  /// A cache for a render with a context of this shape.
  init(_ program: Program, context: RecordShape) {
    spare = program.caches
    memory = spare.take(entries: program.cacheCount, names: program.names.count)
    entries = memory.entries
    memory.enter(context)
  }

  deinit { spare.put(memory) }

  /// The slot of a name of the program in the context, or -1. The context is asked for once a name: all pages of a kind
  /// share its shape, and a count of a shared reference is slow.
  @inline(__always)
  func contextSlot(
    _ name: Int, _ names: UnsafeBufferPointer<Name>, _ context: @autoclosure () -> RecordShape
  ) -> Int {
    if memory.slots[name] == Memory.unknown {
      memory.slots[name] = Int32(context().slot(names[name].text, hash: names[name].hash))
    }
    return Int(memory.slots[name])
  }

  /// The slot of `name` in `shape`, or -1.
  @inline(__always)
  func slot(_ index: Int, _ shape: UnsafeRawPointer, _ names: UnsafeBufferPointer<Name>, _ name: Int) -> Int {
    if entries[index].shape == shape { return entries[index].slot }
    return miss(index, Unmanaged<RecordShape>.fromOpaque(shape).takeUnretainedValue(), names[name])
  }

  /// The slot of `name` in `shape`, or -1.
  func slot(_ index: Int, _ shape: RecordShape, _ names: UnsafeBufferPointer<Name>, _ name: Int) -> Int {
    slot(index, UnsafeRawPointer(Unmanaged.passUnretained(shape).toOpaque()), names, name)
  }

  /// A module that an earlier render left.
  func module(_ template: Int) -> KeptModule? { memory.modules[template] }

  /// Leaves a module to the next render.
  func keep(_ module: KeptModule, _ template: Int) { memory.modules[template] = module }

  /// What a filter made at an instruction of an earlier render, or of this one.
  func filtered(_ pc: Int) -> KeptFilter? { memory.filtered[pc] }

  /// Leaves what a filter made to the next time.
  func keep(_ filtered: KeptFilter, _ pc: Int) { memory.filtered[pc] = filtered }

  @inline(never)
  private func miss(_ index: Int, _ shape: RecordShape, _ name: Name) -> Int {
    let slot = shape.slot(name.text, hash: name.hash)
    if let old = entries[index].shape { Unmanaged<RecordShape>.fromOpaque(old).release() }
    entries[index].shape = UnsafeRawPointer(Unmanaged.passRetained(shape).toOpaque())
    entries[index].slot = slot
    return slot
  }

  /// What a cache remembers. It belongs to one render at a time.
  fileprivate final class Memory: @unchecked Sendable {
    static let unknown: Int32 = -2

    let entries: UnsafeMutablePointer<Entry>
    let entryCount: Int
    let slots: UnsafeMutablePointer<Int32>
    let nameCount: Int
    /// By template.
    var modules: [Int: KeptModule] = [:]
    /// By instruction.
    var filtered: [Int: KeptFilter] = [:]
    private var context: RecordShape?

    init(entries: Int, names: Int) {
      entryCount = entries
      self.entries = .allocate(capacity: max(entries, 1))
      self.entries.initialize(repeating: Entry(), count: entries)
      nameCount = names
      slots = .allocate(capacity: max(names, 1))
      slots.initialize(repeating: Self.unknown, count: names)
    }

    deinit {
      for index in 0..<entryCount {
        // The entry holds its shape, so that the address cannot come to belong to another one.
        if let shape = entries[index].shape { Unmanaged<RecordShape>.fromOpaque(shape).release() }
      }
      entries.deallocate()
      slots.deallocate()
    }

    func enter(_ shape: RecordShape) {
      guard context !== shape else { return }
      slots.update(repeating: Self.unknown, count: nameCount)
      context = shape
    }
  }
}

/// What a filter made of a value and its arguments.
struct KeptFilter {
  /// The value and the arguments. They are held, so that the memory of a list cannot come to belong to another one.
  let operands: [Value]
  let result: Value
  /// What it took.
  let steps: Int

  /// Whether it was made of these.
  func isMade(of others: UnsafeBufferPointer<Value>) -> Bool {
    operands.count == others.count && operands.indices.allSatisfy { operands[$0].isIdentical(to: others[$0]) }
  }
}

extension Value {
  /// Whether two values are the same, as far as that is told at once: texts and numbers by what they are, lists by their
  /// memory.
  fileprivate func isIdentical(to other: Value) -> Bool {
    switch (self, other) {
    case (.string(let a), .string(let b)), (.safe(let a), .safe(let b)): sameBytes(a, b)
    case (.list(let a), .list(let b)):
      a.count == b.count && a.withUnsafeBytes { a in b.withUnsafeBytes { a.baseAddress == $0.baseAddress } }
    case (.int(let a), .int(let b)): a == b
    case (.bool(let a), .bool(let b)): a == b
    default: false
    }
  }
}

/// What finished renders of a program have left.
final class SpareCaches: Sendable {
  private let spare = Mutex<[AttributeCache.Memory]>([])

  fileprivate func take(entries: Int, names: Int) -> AttributeCache.Memory {
    let left = spare.withLock { $0.popLast() }
    // A program that was still growing had fewer.
    if let left, left.entryCount == entries, left.nameCount == names { return left }
    return AttributeCache.Memory(entries: entries, names: names)
  }

  fileprivate func put(_ memory: AttributeCache.Memory) { spare.withLock { $0.append(memory) } }
}
