import Diagnostics
import Intake

/// How names are compared: without case, accents and signs.
enum Folding {
  /// Lower-case letters and digits of a text, Latin letters without their accents; empty when there are none.
  static func letters(_ text: String) -> String {
    return String(decoding: text.withBytes(letters), as: UTF8.self)
  }

  /// The same of the bytes of a text.
  static func letters(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    for byte in text {
      if byte >= 0x80 { return Array(lettersOfAnyScript(String(decoding: text, as: UTF8.self)).utf8) }
      if byte.isASCIIAlphanumeric { plain.append(byte.lowercasedASCII) }
    }
    return plain
  }

  private static func lettersOfAnyScript(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": result.append(scalar)
      case "A"..."Z": result.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      default:
        guard scalar.value >= 0x80, scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
          continue
        }
        for letter in base(of: scalar).unicodeScalars { result.append(letter) }
      }
    }
    return String(result)
  }

  /// The lower-case letter under an accent, the letters that a joined one stands for.
  private static func base(of scalar: Unicode.Scalar) -> String {
    let lower = scalar.properties.lowercaseMapping
    return lower.unicodeScalars.map { NameFolding.plainSpelling(of: $0) ?? String($0) }.joined()
  }
}

extension String {
  /// Where the bytes of this text occur in another one, as whole characters and without overlapping.
  func places(in text: String) -> [Range<String.Index>] {
    let offsets = text.withBytes { text in
      withBytes { name in
        var offsets: [Int] = []
        var start = 0
        while !name.isEmpty, let place = text.firstPlace(of: name, from: start) {
          offsets.append(place)
          start = place + name.count
        }
        return offsets
      }
    }
    return offsets.compactMap { offset in
      let start = text.utf8.index(text.startIndex, offsetBy: offset)
      let range = start..<text.utf8.index(start, offsetBy: utf8.count)
      return text.isWhole(range) ? range : nil
    }
  }

  /// Whether a range begins and ends between characters.
  private func isWhole(_ range: Range<String.Index>) -> Bool {
    String.Index(range.lowerBound, within: self) != nil && String.Index(range.upperBound, within: self) != nil
  }
}

extension Dictionary {
  /// The value that stands at a key already; where none does, nil, and `value` stands there from now on.
  mutating func keepFirst(_ value: Value, forKey key: Key) -> Value? {
    if let first = self[key] { return first }
    self[key] = value
    return nil
  }
}
