extension StringProtocol {
  /// The text with every run of blanks folded to one space and none at its ends. No-break spaces, zero-width spaces and
  /// byte-order marks count as blanks: real lists pad their cells with them.
  var blanksFolded: String {
    var result = String.UnicodeScalarView()
    var pending = false
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace || Self.invisible.contains(scalar) {
        pending = !result.isEmpty
      } else {
        if pending { result.append(" ") }
        pending = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text without the given scalars at its ends.
  func trimmed(of scalars: Set<Unicode.Scalar>) -> String {
    var rest = unicodeScalars[...]
    while let first = rest.first, scalars.contains(first) { rest.removeFirst() }
    while let last = rest.last, scalars.contains(last) { rest.removeLast() }
    return String(String.UnicodeScalarView(rest))
  }

  /// Lower-case words: runs of letters and digits.
  var lowercaseWords: [String] {
    lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static var invisible: Set<Unicode.Scalar> { ["\u{200B}", "\u{2060}", "\u{FEFF}"] }
}
