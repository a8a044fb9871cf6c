internal import Diagnostics

/// Where a page is written: a growing buffer of raw bytes, kept and used again for the next page.
public struct ByteSink: ~Copyable {
  private var buffer: ByteBuffer
  /// The most bytes a page may have; when more are written, `overflowed` is set and writing starts over.
  var limit = Int.max
  /// Whether more than `limit` bytes were written.
  private(set) var overflowed = false

  public init(capacity: Int = 4096) { buffer = ByteBuffer(capacity: capacity) }

  /// How many bytes were written.
  public var count: Int { buffer.count }

  /// What was written.
  public var bytes: [UInt8] { buffer.bytes }

  /// Runs `body` on what was written, without a copy.
  public func withBytes<R>(_ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
    try buffer.withBytes(body)
  }

  /// Forgets what was written and keeps the buffer.
  public mutating func removeAll() {
    buffer.drop(from: 0)
    overflowed = false
  }

  /// Appends the UTF-8 bytes of `text`.
  public mutating func append(_ text: String) {
    text.withBytes { append($0) }
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    reserve(bytes.count)
    buffer.append(bytes)
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    buffer.append(byte)
  }

  /// Appends an integer in decimal.
  mutating func append(decimal number: Int) {
    reserve(20)
    buffer.append(decimal: number)
  }

  /// Makes room for `more` bytes.
  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if buffer.room < more { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    if count > limit {
      overflowed = true
      buffer.drop(from: 0)
    }
    buffer.reserve(more)
  }

  /// Takes back everything from `mark` on and gives it as text.
  mutating func cut(from mark: Int) -> String {
    guard mark <= count else { return "" }
    let text = buffer.withBytes { String(decoding: UnsafeBufferPointer(rebasing: $0[mark...]), as: UTF8.self) }
    drop(from: mark)
    return text
  }

  /// Drops everything from `mark` on.
  mutating func drop(from mark: Int) { buffer.drop(from: mark) }
}

extension ByteSink {
  /// Appends `text` with `& < > " '` escaped in Jinja2's spelling.
  @inline(__always)
  mutating func appendEscaped(_ text: String) {
    text.withBytes { appendEscaped($0) }
  }

  /// Appends `bytes` escaped. Room for the worst case is made once, so that the loop need not check.
  @inline(__always)
  mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    var rest = bytes
    while rest.count > 4096 {
      escape(UnsafeBufferPointer(rebasing: rest[..<4096]))
      rest = UnsafeBufferPointer(rebasing: rest[4096...])
    }
    escape(rest)
  }

  @inline(__always)
  private mutating func escape(_ bytes: UnsafeBufferPointer<UInt8>) {
    reserve(bytes.count &* 5)
    guard var next = bytes.baseAddress else { return }
    let end = next + bytes.count
    buffer.write(atMost: bytes.count &* 5) { start in
      var out = start
      // Eight bytes at a time while none of them is special.
      while end - next >= 8 {
        let word = UnsafeRawPointer(next).loadUnaligned(as: UInt64.self)
        if ByteBuffer.holdsMarkup(word) {
          for _ in 0..<8 {
            Self.escape(next.pointee, &out)
            next += 1
          }
        } else {
          UnsafeMutableRawPointer(out).storeBytes(of: word, as: UInt64.self)
          out += 8
          next += 8
        }
      }
      while next < end {
        Self.escape(next.pointee, &out)
        next += 1
      }
      return out - start
    }
  }

  @inline(__always)
  private static func escape(_ byte: UInt8, _ out: inout UnsafeMutablePointer<UInt8>) {
    switch byte {
    case 0x26: put((0x26, 0x61, 0x6D, 0x70, 0x3B), &out)
    case 0x3C: put((0x26, 0x6C, 0x74, 0x3B), &out)
    case 0x3E: put((0x26, 0x67, 0x74, 0x3B), &out)
    case 0x22: put((0x26, 0x23, 0x33, 0x34, 0x3B), &out)
    case 0x27: put((0x26, 0x23, 0x33, 0x39, 0x3B), &out)
    default:
      out.pointee = byte
      out += 1
    }
  }

  @inline(__always)
  private static func put(
    _ b: (UInt8, UInt8, UInt8, UInt8, UInt8), _ out: inout UnsafeMutablePointer<UInt8>
  ) {
    (out[0], out[1], out[2], out[3], out[4]) = b
    out += 5
  }

  @inline(__always)
  private static func put(_ b: (UInt8, UInt8, UInt8, UInt8), _ out: inout UnsafeMutablePointer<UInt8>) {
    (out[0], out[1], out[2], out[3]) = b
    out += 4
  }

  /// Appends `length` bytes of a pool that has `slack` readable bytes after its end: short pieces are copied as two
  /// words, whatever their length.
  @inline(__always)
  mutating func append(pool start: UnsafePointer<UInt8>, _ length: Int) {
    reserve(length + Self.slack)
    buffer.write(atMost: length + Self.slack) { out in
      if length <= 16 {
        let words = UnsafeRawPointer(start).loadUnaligned(as: SIMD2<UInt64>.self)
        UnsafeMutableRawPointer(out).storeBytes(of: words, as: SIMD2<UInt64>.self)
      } else {
        out.update(from: start, count: length)
      }
      return length
    }
  }

  static var slack: Int { 16 }
}
