/// Bytes that are written one behind the other.
///
/// A raw buffer is twice as fast as `[UInt8].append`, which checks uniqueness and capacity for every piece.
public struct ByteBuffer: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  /// How many bytes were written.
  public private(set) var count = 0

  /// Room for so many bytes; more is made when it is needed.
  public init(capacity: Int) {
    self.capacity = max(capacity, 64)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// What was written.
  public var bytes: [UInt8] {
    withBytes { bytes in [UInt8](unsafeUninitializedCapacity: count) { $1 = $0.update(fromContentsOf: bytes) } }
  }

  /// Runs `body` on what was written, without a copy.
  public func withBytes<R>(_ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
    try body(UnsafeBufferPointer(start: base, count: count))
  }

  /// Drops everything from `mark` on.
  public mutating func drop(from mark: Int) { count = min(count, mark) }

  /// How many bytes can be written before more room is made.
  @inlinable public var room: Int { capacity &- count }

  /// Makes room for `more` bytes.
  @inlinable
  @inline(__always)
  public mutating func reserve(_ more: Int) {
    if room < more { grow(more) }
  }

  @inline(never)
  @usableFromInline
  mutating func grow(_ more: Int) {
    var size = capacity
    while size - count < more { size *= 2 }
    let new = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    new.update(from: base, count: count)
    base.deallocate()
    base = new
    capacity = size
  }

  /// Lets `body` write at most so many bytes, and returns how many these were.
  @inlinable
  @inline(__always)
  public mutating func write(atMost most: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    reserve(most)
    advance(body(base + count))
  }

  @usableFromInline
  @inline(__always)
  mutating func advance(_ more: Int) { count &+= more }

  /// Appends bytes.
  @inlinable
  @inline(__always)
  public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    write(atMost: bytes.count) { out in
      if let start = bytes.baseAddress { out.update(from: start, count: bytes.count) }
      return bytes.count
    }
  }

  /// Appends a byte.
  @inlinable
  @inline(__always)
  public mutating func append(_ byte: UInt8) {
    write(atMost: 1) { out in
      out.pointee = byte
      return 1
    }
  }

  /// Appends an integer in decimal.
  public mutating func append(decimal number: Int) {
    write(atMost: 20) { out in
      var rest = number.magnitude
      var digits = number < 0 ? 2 : 1
      var probe = rest
      while probe >= 10 {
        probe /= 10
        digits += 1
      }
      if number < 0 { out.pointee = 0x2D }
      var at = digits
      repeat {
        at -= 1
        out[at] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      return digits
    }
  }
}

extension ByteBuffer {
  /// Whether one of eight bytes is `" & ' < >`. `&` and `'` differ in one bit, so do `<` and `>`.
  @inlinable
  @inline(__always)
  public static func holdsMarkup(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quote = word ^ (ones &* 0x22)
    let ampersand = (word | ones) ^ (ones &* 0x27)
    let angle = (word | (ones &* 2)) ^ (ones &* 0x3E)
    let zeros = ((quote &- ones) & ~quote) | ((ampersand &- ones) & ~ampersand) | ((angle &- ones) & ~angle)
    return zeros & (ones &* 0x80) != 0
  }
}
