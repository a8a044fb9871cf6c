import Diagnostics

/// Appending text to HTML.
extension ByteBuffer {
  /// Appends text of ours: it must be markup or free of markup characters.
  @inline(__always)
  mutating func append(markup: StaticString) {
    append(UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// The same for a text that was put together.
  mutating func append(composed markup: String) {
    markup.withBytes { append($0) }
  }

  /// Appends a number between two pieces of markup.
  mutating func append(_ before: StaticString, _ number: Int, _ behind: StaticString) {
    append(markup: before)
    append(decimal: number)
    append(markup: behind)
  }

  /// Appends bytes of UTF-8 text, escaped.
  mutating func append(escaped bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { append(escaped: $0) }
  }

  /// Appends text with `& < > " '` as character references (the spelling of the template engine), copying the runs
  /// between them in one piece. A NUL becomes U+FFFD and other control characters that HTML forbids are dropped.
  mutating func append(escaped text: String) {
    text.withBytes { append(escaped: $0) }
  }

  /// Appends bytes of UTF-8 text, escaped in the same way.
  mutating func append(escaped bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while true {
      index = HTMLEscape.firstSpecial(in: bytes, from: index)
      append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
      guard index < bytes.count else { return }
      switch bytes[index] {
      case UInt8(ascii: "&"): append(markup: "&amp;")
      case UInt8(ascii: "<"): append(markup: "&lt;")
      case UInt8(ascii: ">"): append(markup: "&gt;")
      case UInt8(ascii: "\""): append(markup: "&#34;")
      case UInt8(ascii: "'"): append(markup: "&#39;")
      case 0: append(markup: "\u{FFFD}")
      default: break
      }
      index += 1
      start = index
    }
  }
}

enum HTMLEscape {
  /// An address with the bytes percent-encoded that it may not hold; what is encoded already stays. A fragment
  /// has no second `#`.
  static func address(_ address: String) -> String {
    // Nearly all can stay as they are.
    let isUnchanged = address.withBytes { bytes in
      var marks = 0
      for byte in bytes {
        if byte == UInt8(ascii: "#") { marks += 1 } else if !isPlain[Int(byte)] || byte == percent { return false }
      }
      return marks <= 1
    }
    if isUnchanged { return address }
    let bytes = Array(address.utf8)
    let fragment = bytes.firstIndex(of: UInt8(ascii: "#"))
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let isKept =
        switch byte {
        case UInt8(ascii: "#"): index == fragment
        case percent: bytes[(index + 1)...].prefix(2).count(where: isHexadecimal) == 2
        default: isPlain[Int(byte)]
        }
      if isKept {
        result.append(byte)
      } else {
        result.append(percent)
        for nibble in [byte >> 4, byte & 15] { result.append(nibble < 10 ? 0x30 + nibble : 0x37 + nibble) }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let percent = UInt8(ascii: "%")

  /// By a byte, whether an address may hold it, wherever it stands.
  private static let isPlain = (UInt8.min...UInt8.max).map { byte in
    switch byte {
    case 0x00...0x20, 0x22, 0x3C, 0x3E, 0x5B...0x5E, 0x60, 0x7B...0x7D, 0x7F...0xFF: false
    default: true
    }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }

  /// Where the first byte stands at or behind an offset that cannot be written as it is; else the end.
  static func firstSpecial(in bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int {
    var index = offset
    // Eight bytes at a time while none of them is special.
    while index &+ 8 <= bytes.count,
      !mayBeSpecial(UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self))
    {
      index &+= 8
    }
    special.withUnsafeBufferPointer { special in
      while index < bytes.count, !special[Int(bytes[index])] { index &+= 1 }
    }
    return index
  }

  /// Whether one of eight bytes may be special.
  private static func mayBeSpecial(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let delete = word ^ (ones &* 0x7F)
    let controls = ((word &- ones &* 0x20) & ~word) | ((delete &- ones) & ~delete)
    return controls & (ones &* 0x80) != 0 || ByteBuffer.holdsMarkup(word)
  }

  /// By a byte, whether it is special.
  private static let special = (UInt8.min...UInt8.max).map(isSpecial)

  /// Markup characters and the ASCII control characters other than tab, LF and CR.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    if byte > 0x3E { return byte == 0x7F }
    if byte < 0x20 { return byte != 0x09 && byte != 0x0A && byte != 0x0D }
    return byte == 0x22 || byte == 0x26 || byte == 0x27 || byte == 0x3C || byte == 0x3E
  }
}
