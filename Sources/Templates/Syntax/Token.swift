/// A token of an expression or a tag.
struct Token {
  enum Kind: Equatable {
    case name, string, integer, float
    /// An operator or a bracket, by its text.
    case symbol
    /// `}}` or `%}`, with the white space control before it.
    case end
    /// The end of the template, or a byte that begins no token.
    case none
  }

  var kind: Kind
  var span: Span
  /// The name, the symbol, or the decoded text of a string.
  var text = ""
  var value: Value = .none
  /// The sign before an end delimiter: `-`, `+` or 0.
  var sign: UInt8 = 0

  func isSymbol(_ symbol: String) -> Bool { kind == .symbol && text == symbol }
  func isName(_ name: String) -> Bool { kind == .name && text == name }

  /// The token in the words of a message.
  var words: String {
    switch kind {
    case .end: "the end of the tag"
    case .none: text.isEmpty ? "the end of the template" : "`\(text)`"
    case .string: "a string"
    default: "`\(text)`"
    }
  }
}

/// Cuts the inside of `{{ }}` and `{% %}` into tokens.
struct ExpressionLexer {
  let bytes: [UInt8]
  /// The end of what may be read; a trailing newline of the file is not part of the template.
  let limit: Int
  var position: Int
  /// Open `{`: inside of them `}}` closes two maps.
  var openBraces = 0
  /// The delimiter that ends the tag: `}` for `}}`, `%` for `%}`, 0 for an expression of its own.
  var delimiter: UInt8 = 0

  mutating func next() throws(Issue) -> Token {
    while position < limit, bytes[position].isSpace { position += 1 }
    let start = position
    guard start < limit else { return Token(kind: .none, span: Span(limit, limit)) }
    let byte = bytes[start]
    if let end = endToken(start) { return end }
    if byte.isNameStart {
      while position < limit, bytes[position].isNamePart { position += 1 }
      return Token(kind: .name, span: Span(start, position), text: text(start, position))
    }
    if byte.isASCIIDigit { return try number(start) }
    if byte == 0x22 || byte == 0x27 { return try string(start, quote: byte) }
    position += 1
    if position < limit, Self.isPair(byte, bytes[position]) {
      position += 1
      return Token(kind: .symbol, span: Span(start, position), text: text(start, position))
    }
    switch byte {
    case 0x7B: openBraces += 1
    case 0x7D: openBraces -= 1
    case 0x28, 0x29, 0x5B, 0x5D, 0x2B, 0x2D, 0x2A, 0x2F, 0x25, 0x7E, 0x3C, 0x3E, 0x3D, 0x2E, 0x2C, 0x3A, 0x7C: break
    default:
      while position < limit, bytes[position] & 0xC0 == 0x80 { position += 1 }
      let found = text(start, position)
      throw Issue(
        span: Span(start, position), message: "unexpected `\(found)`", help: Self.help(for: byte, bytes, start))
    }
    return Token(kind: .symbol, span: Span(start, position), text: text(start, position))
  }

  /// Whether two bytes are one operator: `==`, `!=`, `<=`, `>=`, `//`, `**`.
  private static func isPair(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first {
    case 0x3D, 0x21, 0x3C, 0x3E: second == 0x3D
    case 0x2F, 0x2A: second == first
    default: false
    }
  }

  /// `}}`, `-}}`, `%}`, `-%}` or `+%}` if it is there and ends the tag.
  private mutating func endToken(_ start: Int) -> Token? {
    guard delimiter != 0 else { return nil }
    var at = start
    var sign: UInt8 = 0
    if bytes[at] == 0x2D || (bytes[at] == 0x2B && delimiter == 0x25) {
      sign = bytes[at]
      at += 1
    }
    guard at + 1 < limit, bytes[at] == delimiter, bytes[at + 1] == 0x7D else { return nil }
    if delimiter == 0x7D, openBraces > 0, sign == 0 { return nil }
    position = at + 2
    return Token(kind: .end, span: Span(start, position), sign: sign)
  }

  private static func help(for byte: UInt8, _ bytes: [UInt8], _ start: Int) -> [String] {
    switch byte {
    case 0x26: ["write `and`"]
    case 0x21: ["write `not`"]
    case 0x3F: ["write `a if condition else b`"]
    default: []
    }
  }

  func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

  // MARK: Numbers

  private mutating func number(_ start: Int) throws(Issue) -> Token {
    let afterDot = start > 0 && bytes[start - 1] == 0x2E
    if bytes[start] == 0x30, start + 1 < limit, let radix = Self.radix(bytes[start + 1]) {
      position += 2
      let digits = digitRun { byte in byte.hexValue.map { $0 < radix } ?? false }
      return try integer(digits, radix: radix, from: start)
    }
    var digits = digitRun(\.isASCIIDigit)
    var isFloat = false
    if !afterDot, position + 1 < limit, bytes[position] == 0x2E, bytes[position + 1].isASCIIDigit {
      position += 1
      digits += "." + digitRun(\.isASCIIDigit)
      isFloat = true
    }
    if !afterDot, position < limit, bytes[position] | 0x20 == 0x65 {
      var at = position + 1
      if at < limit, bytes[at] == 0x2B || bytes[at] == 0x2D { at += 1 }
      if at < limit, bytes[at].isASCIIDigit {
        digits += "e" + (bytes[at - 1] == 0x2D ? "-" : "")
        position = at
        digits += digitRun(\.isASCIIDigit)
        isFloat = true
      }
    }
    let span = Span(start, position)
    if position < limit, bytes[position].isNameStart {
      throw Issue(span: Span(position, position + 1), message: "unexpected letter after a number")
    }
    guard isFloat else {
      if digits.utf8.count > 1, digits.utf8.first == 0x30, digits.utf8.contains(where: { $0 != 0x30 }), !afterDot {
        throw Issue(span: span, message: "a number cannot begin with 0", help: ["octal numbers are written `0o17`"])
      }
      return try integer(digits, radix: 10, from: start)
    }
    guard let value = Double(digits) else { throw Issue(span: span, message: "malformed number") }
    return Token(kind: .float, span: span, text: digits, value: .double(value))
  }

  private static func radix(_ byte: UInt8) -> Int? {
    switch byte | 0x20 {
    case 0x78: 16
    case 0x6F: 8
    case 0x62: 2
    default: nil
    }
  }

  /// Digits with single underscores between them, which are dropped.
  private mutating func digitRun(_ isDigit: (UInt8) -> Bool) -> String {
    var digits = String.UnicodeScalarView()
    while position < limit {
      let byte = bytes[position]
      if isDigit(byte) {
        digits.append(Unicode.Scalar(byte))
      } else if byte != 0x5F || position + 1 >= limit || !isDigit(bytes[position + 1]) {
        break
      }
      position += 1
    }
    return String(digits)
  }

  private func integer(_ digits: String, radix: Int, from start: Int) throws(Issue) -> Token {
    let span = Span(start, position)
    guard !digits.isEmpty else { throw Issue(span: span, message: "malformed number") }
    guard let value = Int(digits, radix: radix) else {
      throw Issue(span: span, message: "the number does not fit into a 64-bit integer", help: ["use a float"])
    }
    return Token(kind: .integer, span: span, text: text(start, position), value: .int(value))
  }

  // MARK: Strings

  private mutating func string(_ start: Int, quote: UInt8) throws(Issue) -> Token {
    var out: [UInt8] = []
    position += 1
    while position < limit, bytes[position] != quote {
      let byte = bytes[position]
      position += 1
      if byte == 0x0D {
        if position < limit, bytes[position] == 0x0A { position += 1 }
        out.append(0x0A)
      } else if byte == 0x5C, position < limit {
        try escape(into: &out)
      } else {
        out.append(byte)
      }
    }
    guard position < limit else {
      throw Issue(span: Span(start, start + 1), message: "this string is not closed")
    }
    position += 1
    return Token(kind: .string, span: Span(start, position), text: String(decoding: out, as: UTF8.self))
  }

  private mutating func escape(into out: inout [UInt8]) throws(Issue) {
    let start = position - 1
    let byte = bytes[position]
    position += 1
    switch byte {
    case 0x6E: out.append(0x0A)
    case 0x74: out.append(0x09)
    case 0x72: out.append(0x0D)
    case 0x5C, 0x22, 0x27: out.append(byte)
    case 0x78: try scalar(try code(2, start), start, into: &out)
    case 0x75:
      var value = try code(4, start)
      if (0xD800..<0xDC00).contains(value), position + 1 < limit, bytes[position] == 0x5C, bytes[position + 1] == 0x75 {
        position += 2
        let low = try code(4, start)
        guard (0xDC00..<0xE000).contains(low) else { throw wrongEscape(start) }
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      }
      try scalar(value, start, into: &out)
    case 0x55: try scalar(try code(8, start), start, into: &out)
    default: out += [0x5C, byte]
    }
  }

  private func wrongEscape(_ start: Int) -> Issue {
    Issue(span: Span(start, position), message: "`\(text(start, position))` is no character")
  }

  private mutating func code(_ digits: Int, _ start: Int) throws(Issue) -> Int {
    var value = 0
    for _ in 0..<digits {
      guard position < limit, let digit = bytes[position].hexValue else { throw wrongEscape(start) }
      value = value << 4 | digit
      position += 1
    }
    return value
  }

  private func scalar(_ value: Int, _ start: Int, into out: inout [UInt8]) throws(Issue) {
    guard let scalar = UInt32(exactly: value).flatMap(Unicode.Scalar.init) else { throw wrongEscape(start) }
    out.append(contentsOf: Array(String(Character(scalar)).utf8))
  }
}
