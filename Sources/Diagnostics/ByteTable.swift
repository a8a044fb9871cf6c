/// Paths or other texts, each once and with a number, in the order in which they came; equal are those of equal bytes.
///
/// All lie in one piece of memory: tasks that look for thousands of them count no text up and down, and a text that is
/// looked for is compared with one that is there, seldom with another.
public struct ByteTable: Sendable {
  /// Where a text is looked for: part of its sum, and its number; -1 where there is none.
  private struct Slot {
    var sum: UInt32 = 0
    var number: Int32 = -1
  }

  /// A power of two, and at least twice as many as texts.
  private var slots: [Slot]
  private var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [Int] = []

  /// An empty table with room for so many texts.
  public init(minimumCapacity: Int = 0) {
    var size = 8
    while size < 2 * minimumCapacity { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    ends.reserveCapacity(minimumCapacity)
  }

  /// How many texts there are.
  public var count: Int { ends.count }

  /// The number of a text; nil where it is not in the table.
  public func number(of text: String) -> Int? {
    text.withBytes { bytes in
      let number = slots[slot(of: bytes, Self.sum(of: bytes))].number
      return number < 0 ? nil : Int(number)
    }
  }

  /// Whether a text is in the table.
  public func contains(_ text: String) -> Bool { number(of: text) != nil }

  /// Adds a text that is not there yet.
  @discardableResult public mutating func insert(_ text: String) -> (inserted: Bool, number: Int) {
    text.withBytes { insert($0) }
  }

  /// Adds the folders that a path lies in, the one without a name last. Where one is there, so are those it lies in.
  public mutating func insertFolders(of path: String) {
    path.withBytes { bytes in
      var end = bytes.count
      repeat {
        end = bytes[..<end].lastIndex(of: UInt8(ascii: "/")) ?? 0
        guard insert(UnsafeBufferPointer(rebasing: bytes[..<end])).inserted else { return }
      } while end > 0
    }
  }

  /// Adds the bytes of a text that is not there yet.
  @discardableResult public mutating func insert(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (inserted: Bool, number: Int) {
    let sum = Self.sum(of: text)
    let place = slot(of: text, sum)
    if slots[place].number >= 0 { return (false, Int(slots[place].number)) }
    slots[place] = Slot(sum: sum, number: Int32(ends.count))
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    if 2 * ends.count > slots.count { grow() }
    return (true, ends.count - 1)
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: 2 * old.count)
    for slot in old where slot.number >= 0 {
      var place = Int(slot.sum) & (slots.count - 1)
      while slots[place].number >= 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = slot
    }
  }

  /// The slot that a text has, or would have.
  private func slot(of text: UnsafeBufferPointer<UInt8>, _ sum: UInt32) -> Int {
    var place = Int(sum) & (slots.count - 1)
    while slots[place].number >= 0 {
      if slots[place].sum == sum, holds(text, at: Int(slots[place].number)) { break }
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  private func holds(_ text: UnsafeBufferPointer<UInt8>, at number: Int) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == text.count else { return false }
    return bytes.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[start..<ends[number]]).equals(text) }
  }

  /// Of this process alone, so that nobody can name files whose sums are equal.
  private static let seed = UInt64.random(in: .min ... .max) | 1

  /// Eight bytes at a time, each folded into a product of 128 bits, as wyhash does it.
  private static func sum(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let raw = UnsafeRawBufferPointer(bytes)
    func folded(_ a: UInt64, _ b: UInt64) -> UInt64 {
      let product = a.multipliedFullWidth(by: b)
      return product.high ^ product.low
    }
    var sum = seed ^ UInt64(raw.count)
    var index = 0
    while index + 8 <= raw.count {
      sum = folded(sum ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self), 0x9E37_79B9_7F4A_7C15)
      index += 8
    }
    var last: UInt64 = 0
    while index < raw.count {
      last = last << 8 | UInt64(raw[index])
      index += 1
    }
    sum = folded(sum ^ last, 0xE703_7ED1_A0B4_28DB)
    return UInt32(truncatingIfNeeded: sum ^ sum >> 32)
  }
}
