/// Writes JSON values as UTF-8: same value, same bytes.
public enum JSONWriter {
  /// How much white space is written.
  public enum Style: Sendable, Hashable {
    /// None at all.
    case compact
    /// Two spaces a level; a list or object without lists or objects inside stays on one line when it is short.
    case readable
  }

  /// Widest list or object that stays on one line, in bytes.
  private static let widestLine = 100

  /// The value as JSON; the readable style ends with a newline.
  public static func bytes(_ value: JSONValue, style: Style = .readable) -> [UInt8] {
    var output: [UInt8] = []
    switch style {
    case .compact: writeCompact(value, spaced: false, to: &output)
    case .readable:
      writeReadable(value, depth: 0, to: &output)
      output.append(UInt8(ascii: "\n"))
    }
    return output
  }

  /// Adds the value to a text, without white space.
  public static func append(_ value: JSONValue, to output: inout [UInt8]) {
    writeCompact(value, spaced: false, to: &output)
  }

  /// The value as text, see `bytes`.
  public static func text(_ value: JSONValue, style: Style = .readable) -> String {
    String(decoding: bytes(value, style: style), as: UTF8.self)
  }

  private static func writeReadable(_ value: JSONValue, depth: Int, to output: inout [UInt8]) {
    if isFlat(value) {
      let start = output.count
      writeCompact(value, spaced: true, to: &output)
      if output.count - start <= widestLine || !isContainer(value) { return }
      output.removeSubrange(start...)
    }
    func newline(_ depth: Int) {
      output.append(UInt8(ascii: "\n"))
      for _ in 0..<depth { output += "  ".utf8 }
    }
    switch value {
    case .array(let values):
      output.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        newline(depth + 1)
        writeReadable(value, depth: depth + 1, to: &output)
      }
      newline(depth)
      output.append(UInt8(ascii: "]"))
    case .object(let members):
      output.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        newline(depth + 1)
        writeString(member.name, to: &output)
        output.append(contentsOf: [UInt8(ascii: ":"), 0x20])
        writeReadable(member.value, depth: depth + 1, to: &output)
      }
      newline(depth)
      output.append(UInt8(ascii: "}"))
    default: writeCompact(value, spaced: false, to: &output)
    }
  }

  private static func isContainer(_ value: JSONValue) -> Bool {
    switch value {
    case .array, .object: true
    default: false
    }
  }

  /// Whether nothing inside has parts of its own (an empty list or object has none), and there is little enough of it.
  private static func isFlat(_ value: JSONValue) -> Bool {
    func isLeaf(_ value: JSONValue) -> Bool {
      switch value {
      case .array(let values): values.isEmpty
      case .object(let members): members.isEmpty
      default: true
      }
    }
    // What cannot fit on a line is not tried: an entry takes three bytes at least.
    return switch value {
    case .array(let values): values.count <= widestLine / 3 && values.allSatisfy(isLeaf)
    case .object(let members): members.count <= widestLine / 3 && members.allSatisfy { isLeaf($0.value) }
    default: true
    }
  }

  private static func writeCompact(_ value: JSONValue, spaced: Bool, to output: inout [UInt8]) {
    func sign(_ byte: UInt8) {
      output.append(byte)
      if spaced { output.append(0x20) }
    }
    switch value {
    case .null: output.append(contentsOf: "null".utf8)
    case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): output.append(contentsOf: String(value).utf8)
    case .number(let value): output.append(contentsOf: (value.isFinite ? String(value) : "null").utf8)
    case .string(let text): writeString(text, to: &output)
    case .array(let values):
      output.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { sign(UInt8(ascii: ",")) }
        writeCompact(value, spaced: spaced, to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .object(let members):
      output.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { sign(UInt8(ascii: ",")) }
        writeString(member.name, to: &output)
        sign(UInt8(ascii: ":"))
        writeCompact(member.value, spaced: spaced, to: &output)
      }
      output.append(UInt8(ascii: "}"))
    }
  }

  /// Escapes what JSON demands, and U+2028 and U+2029, which end a line in scripts; what stands between is copied as it is.
  private static func writeString(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    text.withBytes { bytes in
      var copied = 0
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        let isLineEnd = byte == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8
        guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F || isLineEnd
        else {
          index += 1
          continue
        }
        output.append(contentsOf: bytes[copied..<index])
        switch byte {
        case UInt8(ascii: "\""): output.append(contentsOf: #"\""#.utf8)
        case UInt8(ascii: "\\"): output.append(contentsOf: #"\\"#.utf8)
        case 0x0A: output.append(contentsOf: #"\n"#.utf8)
        case 0x0D: output.append(contentsOf: #"\r"#.utf8)
        case 0x09: output.append(contentsOf: #"\t"#.utf8)
        default:
          let digits = String(isLineEnd ? 0x2000 | UInt16(bytes[index + 2] & 0x3F) : UInt16(byte), radix: 16)
          output.append(contentsOf: (#"\u"# + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
        }
        index += isLineEnd ? 3 : 1
        copied = index
      }
      output.append(contentsOf: bytes[copied...])
    }
    output.append(UInt8(ascii: "\""))
  }
}
