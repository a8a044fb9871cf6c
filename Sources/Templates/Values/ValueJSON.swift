extension Value {
  /// Reads JSON: keys keep their order, equal lists of keys share a shape.
  ///
  /// - Throws: an error whose message names line and column (1-based, in bytes).
  public init(json: [UInt8]) throws(ValueError) {
    var reader = JSONReader(json)
    self = try reader.document()
  }
}

/// Reads one JSON document.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0
  /// Shapes met so far, by the hash of their keys: rows of a table share one.
  private var shapes: [Int: [RecordShape]] = [:]
  private static let deepest = 128

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  mutating func document() throws(ValueError) -> Value {
    let result = try value(0)
    skipSpace()
    guard position == bytes.count else { throw wrong("something follows the value") }
    return result
  }

  private func wrong(_ what: String) -> ValueError {
    var (line, column) = (1, 1)
    for byte in bytes[..<min(position, bytes.count)] {
      column += 1
      if byte == 0x0A { (line, column) = (line + 1, 1) }
    }
    return ValueError("malformed JSON at \(line):\(column): \(what)", kind: .syntax)
  }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
  }

  private func peek() -> UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func value(_ depth: Int) throws(ValueError) -> Value {
    skipSpace()
    guard depth < Self.deepest else { throw wrong("nested deeper than \(Self.deepest) levels") }
    guard position < bytes.count else { throw wrong("a value is missing") }
    switch bytes[position] {
    case 0x7B: return try object(depth)
    case 0x5B: return try array(depth)
    case 0x22: return .string(try string())
    case 0x74: return try word("true", .bool(true))
    case 0x66: return try word("false", .bool(false))
    case 0x6E: return try word("null", .none)
    default: return try number()
    }
  }

  private mutating func word(_ text: String, _ value: Value) throws(ValueError) -> Value {
    guard bytes[position...].starts(with: text.utf8) else { throw wrong("an unknown word") }
    position += text.utf8.count
    return value
  }

  private mutating func array(_ depth: Int) throws(ValueError) -> Value {
    position += 1
    var items: [Value] = []
    skipSpace()
    if peek() == 0x5D {
      position += 1
      return .list([])
    }
    while true {
      items.append(try value(depth + 1))
      skipSpace()
      guard peek() == 0x2C else { break }
      position += 1
    }
    guard peek() == 0x5D else { throw wrong("expected `,` or `]`") }
    position += 1
    return .list(items)
  }

  private mutating func object(_ depth: Int) throws(ValueError) -> Value {
    position += 1
    var (keys, values) = ([MapKey](), [Value]())
    skipSpace()
    if peek() == 0x7D {
      position += 1
      return .mapping(.empty)
    }
    while true {
      skipSpace()
      guard peek() == 0x22 else { throw wrong("expected a key in quotes") }
      keys.append(.string(try string()))
      skipSpace()
      guard peek() == 0x3A else { throw wrong("expected `:`") }
      position += 1
      values.append(try value(depth + 1))
      skipSpace()
      guard peek() == 0x2C else { break }
      position += 1
    }
    guard peek() == 0x7D else { throw wrong("expected `,` or `}`") }
    position += 1
    return .mapping(map(keys, values))
  }

  private mutating func map(_ keys: [MapKey], _ values: [Value]) -> ValueMap {
    var hash = keys.count
    for key in keys { hash = hash &* 31 &+ Int(key.stableHash) }
    if let shape = shapes[hash]?.first(where: { $0.keys == keys }) { return ValueMap(shape: shape, values: values) }
    let map = ValueMap(pairs: Array(zip(keys, values)))
    if map.shape.keys.count == keys.count { shapes[hash, default: []].append(map.shape) }
    return map
  }

  private mutating func number() throws(ValueError) -> Value {
    let start = position
    var isFloat = false
    if peek() == 0x2D { position += 1 }
    guard peek().isASCIIDigit else { throw wrong("expected a value") }
    if peek() == 0x30 { position += 1 } else { digits() }
    if peek() == 0x2E {
      isFloat = true
      position += 1
      guard peek().isASCIIDigit else { throw wrong("expected a digit") }
      digits()
    }
    if peek() | 0x20 == 0x65 {
      isFloat = true
      position += 1
      if peek() == 0x2B || peek() == 0x2D { position += 1 }
      guard peek().isASCIIDigit else { throw wrong("expected a digit") }
      digits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if !isFloat, let number = Int(text) { return .int(number) }
    guard let number = Double(text), number.isFinite else { throw wrong("the number is too large") }
    return .double(number)
  }

  private mutating func digits() { while peek().isASCIIDigit { position += 1 } }

  private mutating func string() throws(ValueError) -> String {
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != 0x22, bytes[position] != 0x5C, bytes[position] >= 0x20 {
      position += 1
    }
    var out = Array(bytes[start..<position])
    while true {
      guard position < bytes.count else { throw wrong("a string is not closed") }
      let byte = bytes[position]
      switch byte {
      case 0x22:
        position += 1
        return String(decoding: out, as: UTF8.self)
      case 0x5C: try escape(into: &out)
      case 0x00..<0x20: throw wrong("a control character in a string")
      default:
        out.append(byte)
        position += 1
      }
    }
  }

  private mutating func escape(into out: inout [UInt8]) throws(ValueError) {
    position += 1
    let byte = peek()
    position += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: out.append(byte)
    case 0x6E: out.append(0x0A)
    case 0x74: out.append(0x09)
    case 0x72: out.append(0x0D)
    case 0x62: out.append(0x08)
    case 0x66: out.append(0x0C)
    case 0x75:
      var code = try unit()
      if (0xD800..<0xDC00).contains(code), peek() == 0x5C, position + 1 < bytes.count, bytes[position + 1] == 0x75 {
        position += 2
        let low = try unit()
        guard (0xDC00..<0xE000).contains(low) else { throw wrong("half of a surrogate pair") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      out.append(contentsOf: Array(String(Character(Unicode.Scalar(code) ?? "\u{FFFD}")).utf8))
    default: throw wrong("an unknown escape")
    }
  }

  private mutating func unit() throws(ValueError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = peek().hexValue else { throw wrong("expected four hexadecimal digits") }
      code = code << 4 | UInt32(digit)
      position += 1
    }
    return code
  }
}
