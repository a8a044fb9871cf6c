/// Remembers, for each attribute look-up in the code, the shape it met last and the slot of the key there.
///
/// One belongs to each render, so that the program is shared without locks.
struct AttributeCache: ~Copyable {
  private struct Entry {
    var shape: UnsafeRawPointer?
    var slot = 0
  }

  private let entries: UnsafeMutablePointer<Entry>
  private let count: Int

  init(count: Int) {
    self.count = count
    entries = .allocate(capacity: max(count, 1))
    entries.initialize(repeating: Entry(), count: count)
  }

  deinit {
    for index in 0..<count {
      // The entry holds its shape, so that the address cannot come to belong to another one.
      if let shape = entries[index].shape { Unmanaged<RecordShape>.fromOpaque(shape).release() }
    }
    entries.deallocate()
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

  @inline(never)
  private func miss(_ index: Int, _ shape: RecordShape, _ name: Name) -> Int {
    let slot = shape.slot(name.text, hash: name.hash)
    if let old = entries[index].shape { Unmanaged<RecordShape>.fromOpaque(old).release() }
    entries[index].shape = UnsafeRawPointer(Unmanaged.passRetained(shape).toOpaque())
    entries[index].slot = slot
    return slot
  }
}
