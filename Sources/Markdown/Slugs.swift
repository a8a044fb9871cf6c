/// Heading anchors by GitHub's rule: lower case, everything but letters, marks, digits, connector punctuation, spaces
/// and hyphens dropped, spaces to hyphens, repeated anchors numbered from `-1`.
public struct Slugs: Sendable {
  private var used: [String: Int] = [:]

  public init() {}

  /// The same with room for as many headings.
  init(capacity: Int) { used = Dictionary(minimumCapacity: capacity) }

  /// The anchor of the next heading with this text, unique among those given before.
  public mutating func next(for text: String) -> String {
    let base = Self.slug(text)
    var slug = base
    while let count = used[slug] {
      used[base] = (used[base] ?? count) + 1
      slug = "\(base)-\(used[base] ?? 1)"
    }
    used[slug] = 0
    return slug
  }

  /// The anchor of a text by itself, as of the first heading of a document.
  public static func slug(_ text: String) -> String {
    let plain = text.withBytes { bytes -> String? in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { slug in
        var count = 0
        for byte in bytes {
          guard let letter = letter(byte) else { continue }
          slug[count] = letter
          count += 1
        }
        return count
      }
    }
    if let plain { return plain }
    var slug = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if scalar == " " {
        slug.append("-")
      } else if isWord(scalar) {
        slug.append(scalar)
      }
    }
    return String(slug)
  }

  /// What a byte of ASCII text is in an anchor; nil for one that is dropped.
  private static func letter(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
      UInt8(ascii: "-"):
      byte
    case UInt8(ascii: " "): UInt8(ascii: "-")
    default: nil
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return letter(UInt8(scalar.value)) != nil }
    if scalar.properties.isAlphabetic || scalar.properties.isJoinControl { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation: return true
    default: return false
    }
  }
}
