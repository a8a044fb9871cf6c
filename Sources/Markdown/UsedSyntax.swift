import Diagnostics

/// What of GitHub's syntax a text can hold, as far as its bytes tell.
///
/// Each extension costs where there is nothing for it: with `autolink` every `w` and `:` parts a text node in two, and
/// all nodes are gone through once more. What is left out here changes no document; a test compares.
struct UsedSyntax {
  let hasTables: Bool
  let hasStrikethrough: Bool
  let hasAutolinks: Bool
  let hasFootnotes: Bool

  /// Extensions in cmark's spelling, in the order of `GFM.extensions`.
  var extensions: [String] {
    GFM.extensions.filter { name in
      switch name {
      case "table": hasTables
      case "strikethrough": hasStrikethrough
      case "autolink": hasAutolinks
      default: true
      }
    }
  }

  /// Whether it holds what an extension has special characters for.
  var isSpecial: Bool { hasStrikethrough || hasAutolinks }
}

extension UsedSyntax {
  init(of bytes: UnsafeBufferPointer<UInt8>) {
    func holds(_ sign: Unicode.Scalar) -> Bool { bytes.firstPlace(of: UInt8(ascii: sign), from: 0) != nil }
    // The row below a table's header has a pipe or, with one column, a colon beside a dash: else it underlines a heading.
    // Vertical tabs and form feeds are blanks to tables alone.
    hasTables = holds("|") || bytes.holds(":-") || bytes.holds("-:") || holds("\u{B}") || holds("\u{C}")
    hasStrikethrough = holds("~")
    // An address has `://`, `www.` or `@`. Addresses of mail are looked for once entities and escapes are read.
    hasAutolinks = bytes.holds("://") || holds("@") || holds("&") || holds("\\") || bytes.holdsWWW
    hasFootnotes = bytes.holds("[^")
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func holds(_ part: StaticString) -> Bool {
    holds(UnsafeBufferPointer(start: part.utf8Start, count: part.utf8CodeUnitCount))
  }

  /// Whether `www.` occurs. Dots are rarer than the letter.
  fileprivate var holdsWWW: Bool {
    var place = 0
    while let dot = firstPlace(of: UInt8(ascii: "."), from: place) {
      if dot >= 3, self[(dot - 3)..<dot].allSatisfy({ $0 == UInt8(ascii: "w") }) { return true }
      place = dot + 1
    }
    return false
  }
}
