/// Tells from the text of YAML whether a key may hold a value that its aliases make too large.
///
/// Yams hashes keys to find those that occur twice, and hashing visits an alias as often as it is reached: thirty lists of
/// two aliases each, used as a key, never end. What is no key is counted when it is read.
enum YAMLAliases {
  /// Most values that a key may hold, as a power of two.
  private static let mostBits = 20

  /// Whether a key of the text may hold more than a million values. An estimate that errs on the side of yes, and only
  /// where a key is more than a plain text and there are many anchors.
  static func mayExplode(keysOf text: String) -> Bool {
    // Hardly any text has both, and every criteria file, file of words and front matter passes here.
    guard text.holds(byte: UInt8(ascii: "&")), text.holds(byte: UInt8(ascii: "*")) else { return false }
    var anchors = 0
    var aliases = 0
    var hasKey = false
    // Whether an alias, or the end of a list or mapping in brackets, was the last thing on the line.
    var isBehindValue = false
    var previous = UInt8(ascii: "\n")
    var sign: UInt8?
    for byte in text.utf8 {
      let isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
      if let first = sign {
        switch first {
        case UInt8(ascii: "?"): hasKey = hasKey || isBlank
        case UInt8(ascii: "&") where !isBlank: anchors += 1
        case UInt8(ascii: "*") where !isBlank:
          aliases += 1
          isBehindValue = true
        default: break
        }
        sign = nil
      }
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "?"):
        if " \t\n\r[{,-?:".utf8.contains(previous) { sign = byte }
      case UInt8(ascii: ":"):
        hasKey = hasKey || isBehindValue
        isBehindValue = false
      case UInt8(ascii: "]"), UInt8(ascii: "}"): isBehindValue = true
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{"), 0x0A: isBehindValue = false
      default: break
      }
      previous = byte
    }
    // Without an alias an anchor, or an ampersand in a text, repeats nothing.
    let steps = min(anchors, aliases)
    guard hasKey, steps > 0 else { return false }
    // The product of the numbers of aliases per anchor is largest where all have the same.
    let factor = 1 + (aliases + steps - 1) / steps
    return steps * (Int.bitWidth - factor.leadingZeroBitCount) > mostBits
  }
}
