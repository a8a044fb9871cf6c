/// Heading anchors by GitHub's rule: lower case, everything but letters, marks, digits, connector punctuation, spaces
/// and hyphens dropped, spaces to hyphens, repeated anchors numbered from `-1`.
public struct Slugs: Sendable {
  private var used: [String: Int] = [:]

  public init() {}

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
    var slug = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if scalar == " " {
        slug.append("-")
      } else if scalar == "-" || isWord(scalar) {
        slug.append(scalar)
      }
    }
    return String(slug)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_": return true
      default: return false
      }
    }
    if scalar.properties.isAlphabetic || scalar.properties.isJoinControl { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation: return true
    default: return false
    }
  }
}
