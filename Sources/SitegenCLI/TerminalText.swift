#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Results for people, as a terminal shows them best: wrapped to its width, with severities and headings painted. What
/// goes into a file or a pipe stays as it is.
struct TerminalText: Sendable {
  /// Columns; nil leaves lines as long as they are.
  let width: Int?
  let color: Bool
}

extension TerminalText {
  /// By what standard output is: `COLUMNS`, where somebody set it, counts before the terminal's own width.
  init(color choice: ColorChoice) {
    let isTerminal = Files.isTerminal(1)
    let asked = getenv("COLUMNS").flatMap { Int(String(cString: $0)) }
    width = (asked ?? (isTerminal ? Self.columns : nil)).map { max(40, $0) }
    color = choice == .always || choice == .auto && isTerminal && !Console.refusesColor
  }

  private static var columns: Int? {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// The text, each of its lines wrapped and painted.
  func render(_ text: String) -> String {
    guard width != nil || color else { return text }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.flatMap { line in wrapped(line).map { painted($0, first: $0 == wrapped(line).first) + "\n" } }.joined()
  }

  /// One line as several, cut at blanks; what follows is indented by two more. Words longer than a line stay whole.
  func wrapped(_ line: Substring) -> [String] {
    guard let width, line.unicodeScalars.count > width else { return [String(line)] }
    let indent = line.prefix { $0 == " " }
    let hanging = String(repeating: " ", count: min(indent.count + 2, width / 2))
    var lines: [String] = []
    var current = String(indent)
    var count = indent.count
    var isFresh = true
    for word in line.dropFirst(indent.count).split(separator: " ", omittingEmptySubsequences: false) {
      let length = word.unicodeScalars.count
      if !isFresh, count + 1 + length > width {
        lines.append(current)
        (current, count, isFresh) = (hanging, hanging.count, true)
        if word.isEmpty { continue }
      }
      if !isFresh {
        current += " "
        count += 1
      }
      current += word
      count += length
      isFresh = false
    }
    return lines + [current]
  }

  /// Headings bold, severities in their colors.
  private func painted(_ line: String, first: Bool) -> String {
    guard color, first, !line.isEmpty else { return line }
    func paint(_ code: String, _ text: some StringProtocol) -> String { "\u{1B}[\(code)m\(text)\u{1B}[0m" }
    let indent = line.prefix { $0 == " " }
    let rest = line.dropFirst(indent.count)
    for (word, code) in [("error:", "31"), ("warning:", "33"), ("note:", "36"), ("verdict:", "1")]
    where rest.hasPrefix(word) {
      return indent + paint(code, word) + rest.dropFirst(word.count)
    }
    let isHeading = indent.isEmpty || indent.count == 2 && rest.hasSuffix(")") && !rest.holds(":")
    return isHeading ? indent + paint("1", rest) : line
  }
}
