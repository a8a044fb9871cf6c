import Criteria

/// Stable names of findings, and marks of text by which a change of it is known.
enum Fingerprint {
  /// FNV-1a over the parts, each reduced to its words, so that rewrapping changes nothing; 16 hexadecimal digits.
  static func of(_ parts: [String]) -> String { digits(parts.map(PhraseMatcher.normalized)) }

  /// The same over everything but white space: signs and case count, while wrapping, indentation, line endings and the
  /// padding of tables do not.
  static func ofText(_ parts: [String]) -> String { digits(parts.map { folded(Array($0.utf8)) }) }

  private static func digits(_ parts: [[UInt8]]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in parts {
      for byte in part + [0x1F] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// A text with white space only where it keeps two words or numbers apart, and with three hyphens for each longer run
  /// of them: the lines below a table's head grow with its padding.
  private static func folded(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isSpaced = false
    for byte in bytes {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        isSpaced = true
        continue
      }
      if isSpaced, byte.isASCIIAlphanumeric, let last = result.last, last.isASCIIAlphanumeric { result.append(0x20) }
      isSpaced = false
      let hyphen = UInt8(ascii: "-")
      if byte == hyphen, result.count >= 3, result.suffix(3).allSatisfy({ $0 == hyphen }) { continue }
      result.append(byte)
    }
    return result
  }
}
