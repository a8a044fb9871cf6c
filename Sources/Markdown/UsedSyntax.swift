import Diagnostics

/// What of GitHub's syntax a text can hold, as far as its bytes tell.
///
/// Each extension costs where there is nothing for it: with `autolink` every `w` and `:` parts a text node in two, and
/// all nodes are gone through once more. What is left out here changes no document; a test compares.
struct UsedSyntax {
  /// Extensions in cmark's spelling, in the order of `GFM.extensions`.
  let extensions: [String]
  let hasFootnotes: Bool
  /// Whether it holds what an extension has special characters for.
  let isSpecial: Bool

  /// Everything, as for a text that is not known.
  static let all = UsedSyntax(extensions: GFM.extensions, hasFootnotes: true, isSpecial: true)

  private init(extensions: [String], hasFootnotes: Bool, isSpecial: Bool) {
    (self.extensions, self.hasFootnotes, self.isSpecial) = (extensions, hasFootnotes, isSpecial)
  }

  init(of bytes: UnsafeBufferPointer<UInt8>) {
    var unused: Set<String> = []
    if !Self.mayHoldTable(bytes) { unused.insert("table") }
    if bytes.firstPlace(of: UInt8(ascii: "~"), from: 0) == nil { unused.insert("strikethrough") }
    if !Self.mayHoldAutolink(bytes) { unused.insert("autolink") }
    self.init(
      extensions: GFM.extensions.filter { !unused.contains($0) }, hasFootnotes: bytes.holds("[^"),
      isSpecial: !unused.isSuperset(of: ["strikethrough", "autolink"]))
  }

  /// The row below a table's header has a pipe or, with one column, a colon beside a dash: else it underlines a heading.
  /// Vertical tabs and form feeds are blanks to tables alone.
  private static func mayHoldTable(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    [UInt8(ascii: "|"), 0x0B, 0x0C].contains { bytes.firstPlace(of: $0, from: 0) != nil }
      || bytes.holds(":-") || bytes.holds("-:")
  }

  /// An address has `://`, `www.` or `@`. Addresses of mail are looked for once entities and escapes are read.
  private static func mayHoldAutolink(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    ["@", "&", "\\"].contains { (sign: Unicode.Scalar) in bytes.firstPlace(of: UInt8(ascii: sign), from: 0) != nil }
      || bytes.holds("://") || holdsWWW(bytes)
  }

  /// Whether `www.` occurs. Dots are rarer than the letter.
  private static func holdsWWW(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while let dot = bytes.firstPlace(of: UInt8(ascii: "."), from: place) {
      if dot >= 3, bytes[(dot - 3)..<dot].allSatisfy({ $0 == UInt8(ascii: "w") }) { return true }
      place = dot + 1
    }
    return false
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func holds(_ part: StaticString) -> Bool {
    holds(UnsafeBufferPointer(start: part.utf8Start, count: part.utf8CodeUnitCount))
  }
}
