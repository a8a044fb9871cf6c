import Diagnostics

/// Counts the words of a file as ``WordText`` tells them apart, without keeping any.
enum WordCount {
  static func words(in source: SourceText) -> Int {
    let bytes = DocumentLines.withoutComments(source).bytes
    guard bytes.allSatisfy({ $0 < 0x80 }) else {
      return words(in: String(decoding: bytes, as: UTF8.self).unicodeScalars)
    }
    var (count, isInWord) = (0, false)
    for byte in bytes where byte != UInt8(ascii: "'") {
      let isPart = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
      if isPart, !isInWord { count += 1 }
      isInWord = isPart
    }
    return count
  }

  private static func words(in scalars: String.UnicodeScalarView) -> Int {
    var (count, isInWord) = (0, false)
    for scalar in scalars {
      let isPart: Bool
      switch scalar {
      case "'", "\u{2018}", "\u{2019}": continue
      case "a"..."z", "A"..."Z", "0"..."9": isPart = true
      default: isPart = !scalar.isASCII && scalar.properties.isAlphabetic
      }
      if isPart, !isInWord { count += 1 }
      isInWord = isPart
    }
    return count
  }
}
