/// Text whose UTF-8 bytes were once read as Windows-1252 (`15 â€“ 16` for `15 – 16`).
enum Mojibake {
  /// The text with such sequences turned back, or nil when it has none.
  ///
  /// Only whole sequences that give valid punctuation (`â€…`) or a Latin letter or sign (`Ã…`, `Â…`) are turned back.
  static func mended(_ text: String) -> String? {
    guard text.holds(byte: 0xC3) || text.holds(byte: 0xC2) else { return nil }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var isMended = false
    var index = 0
    while index < scalars.count {
      if let (scalar, length) = sequence(in: scalars, at: index) {
        result.append(scalar)
        isMended = true
        index += length
      } else {
        result.append(scalars[index])
        index += 1
      }
    }
    return isMended ? String(result) : nil
  }

  private static func sequence(in scalars: [Unicode.Scalar], at index: Int) -> (Unicode.Scalar, length: Int)? {
    func tail(_ offset: Int) -> UInt32? {
      guard index + offset < scalars.count, let byte = byte(of: scalars[index + offset]),
        (0x80...0xBF).contains(byte)
      else { return nil }
      return byte & 0x3F
    }
    switch scalars[index].value {
    case 0xE2:
      guard index + 1 < scalars.count, scalars[index + 1].value == 0x20AC, let last = tail(2) else { return nil }
      return Unicode.Scalar(0x2000 | last).map { ($0, 3) }
    case 0xC2, 0xC3:
      guard let last = tail(1) else { return nil }
      return Unicode.Scalar((scalars[index].value & 0x1F) << 6 | last).map { ($0, 2) }
    default: return nil
    }
  }

  /// The Windows-1252 byte of a character; nil when it has none.
  private static func byte(of scalar: Unicode.Scalar) -> UInt32? {
    if (0xA0...0xFF).contains(scalar.value) || [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(scalar.value) {
      return scalar.value
    }
    return upperHalf.firstIndex(of: scalar.value).map { UInt32($0) + 0x80 }
  }

  /// Code points of the bytes 0x80 to 0x9F; 0 where the byte has none.
  private static let upperHalf: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]
}
