/// Renders diagnostics for a terminal or a log:
///
/// ```
/// content/sitegen.yaml:3:1: error: unknown key `repositries` [workspace/unknown-key]
///   3 | repositries:
///     | ^~~~~~~~~~~
///   help: did you mean `repositories`?
/// ```
public enum DiagnosticText {
  /// Longest excerpt shown, in Unicode scalars; longer lines are cut around the place.
  static let widestExcerpt = 160

  /// One diagnostic as text, with its excerpt, notes and help; ends with a newline.
  public static func render(_ diagnostic: Diagnostic, color: Bool = false) -> String {
    let paint = color ? colorCode(diagnostic.severity) : ""
    let reset = color ? "\u{1B}[0m" : ""
    let place = diagnostic.location.map { "\(printable($0.description)): " } ?? ""
    var text = "\(place)\(paint)\(diagnostic.severity.rawValue):\(reset) "
    text += "\(printable(diagnostic.summary)) [\(diagnostic.rule)]\n"
    if let location = diagnostic.location { text += excerpt(location) }
    for note in diagnostic.notes {
      text += "  note: \(printable(note.message))"
      if let location = note.location { text += " (\(printable(location.description)))" }
      text += "\n"
    }
    if let help = diagnostic.help { text += "  help: \(printable(help))\n" }
    return text
  }

  /// The line of the place with a caret line under it; empty when the place has no excerpt.
  static func excerpt(_ location: Location) -> String {
    guard !location.excerpt.isEmpty else { return "" }
    let start = max(0, location.column - 1)
    let first = start > widestExcerpt - 40 ? start - 40 : 0
    let scalars = Array(location.excerpt.unicodeScalars.prefix(first + widestExcerpt + 1))
    let last = min(scalars.count, first + widestExcerpt)
    let shown = scalars[min(first, last)..<last]
    let prefix = first > 0 ? "…" : ""
    let suffix = last < scalars.count ? "…" : ""
    var caret = String(repeating: " ", count: prefix.unicodeScalars.count)
    for scalar in scalars[min(first, last)..<min(max(first, start), last)] { caret += scalar == "\t" ? "\t" : " " }
    let length = max(1, min(location.length, max(1, last - start)))
    caret += "^" + String(repeating: "~", count: length - 1)
    let number = String(location.line)
    let margin = String(repeating: " ", count: number.count)
    let line = printable(prefix + String(String.UnicodeScalarView(shown)) + suffix, keepTabs: true)
    return "  \(number) | \(line)\n  \(margin) | \(caret)\n"
  }

  /// `text` with control characters made visible, so that hostile input cannot drive a terminal.
  public static func printable(_ text: String, keepTabs: Bool = false) -> String {
    guard !text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09 where keepTabs: result.append(scalar)
      case 0x00..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
        // One by one: appending many at once copies what is there already.
        for sign in "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars { result.append(sign) }
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func colorCode(_ severity: Severity) -> String {
    switch severity {
    case .error: "\u{1B}[31m"
    case .warning: "\u{1B}[33m"
    case .note: "\u{1B}[36m"
    }
  }
}
