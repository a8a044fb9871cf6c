/// Tells whether a text is a regular expression that Go compiles, as far as its form shows it: brackets and braces that
/// close, nothing to repeat left out, no look-around.
enum GoPattern {
  static func isValid(_ pattern: String) -> Bool {
    let bytes = Array(pattern.utf8)
    var index = 0
    var open = 0
    // Whether something that can be repeated comes right before.
    var hasOperand = false
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\\"):
        guard index < bytes.count else { return false }
        index += 1
        hasOperand = true
      case UInt8(ascii: "("):
        open += 1
        hasOperand = false
        if index < bytes.count, bytes[index] == UInt8(ascii: "?") {
          guard let next = group(bytes, at: index + 1) else { return false }
          index = next
        }
      case UInt8(ascii: ")"):
        open -= 1
        if open < 0 { return false }
        hasOperand = true
      case UInt8(ascii: "["):
        guard let end = classEnd(bytes, at: index) else { return false }
        index = end
        hasOperand = true
      case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
        guard hasOperand else { return false }
        // `*?` is lazy; a second repetition is an error.
        if index < bytes.count, bytes[index] == UInt8(ascii: "?") { index += 1 }
        hasOperand = false
      case UInt8(ascii: "|"): hasOperand = false
      default: hasOperand = true
      }
    }
    return open == 0
  }

  /// Where the body of `(?:`, `(?i)`, `(?P<name>` or `(?<name>` begins; nil for look-around and anything else.
  private static func group(_ bytes: [UInt8], at start: Int) -> Int? {
    var index = start
    if index < bytes.count, bytes[index] == UInt8(ascii: "P") { index += 1 }
    if index < bytes.count, bytes[index] == UInt8(ascii: "<") {
      let name = bytes[(index + 1)...].prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "_") }
      guard !name.isEmpty, name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ">") else { return nil }
      return name.endIndex + 1
    }
    while index < bytes.count, "imsU-".utf8.contains(bytes[index]) { index += 1 }
    guard index < bytes.count else { return nil }
    // The closing bracket of a flag group is counted by the caller.
    return bytes[index] == UInt8(ascii: ":") ? index + 1 : bytes[index] == UInt8(ascii: ")") ? index : nil
  }

  /// Behind the bracket that closes a class; a `]` right at its start stands for itself.
  private static func classEnd(_ bytes: [UInt8], at start: Int) -> Int? {
    var index = start
    if index < bytes.count, bytes[index] == UInt8(ascii: "^") { index += 1 }
    if index < bytes.count, bytes[index] == UInt8(ascii: "]") { index += 1 }
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "]"): return index + 1
      default: index += 1
      }
    }
    return nil
  }
}
