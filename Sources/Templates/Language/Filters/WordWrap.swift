/// `wordwrap`: Python's `textwrap.wrap` on each line, with Jinja2's options (white space is kept inside of lines).
enum WordWrap {
  static let apply: FilterSpec.Apply = { value, arguments throws(ValueError) in
    let width = try arguments.integer(0, "width", default: 79)
    guard width > 0 else { throw ValueError("`width` must be greater than 0") }
    let breaksWords = arguments[1]?.isTruthy ?? true
    let separator = arguments[2].flatMap { $0.asString } ?? "\n"
    let breaksHyphens = arguments[3]?.isTruthy ?? true
    let lines = try CallArguments.requireText(value, "wordwrap").lines.map { line in
      wrap(line, width, breaksWords, breaksHyphens).joined(separator: separator)
    }
    return value.same(lines.joined(separator: separator))
  }

  private static func wrap(_ line: String, _ width: Int, _ breaksWords: Bool, _ breaksHyphens: Bool) -> [String] {
    var chunks = Array(self.chunks(line, breaksHyphens).reversed())
    var lines: [String] = []
    while !chunks.isEmpty {
      var (current, length) = ([[Unicode.Scalar]](), 0)
      if !lines.isEmpty, let next = chunks.last, next.allSatisfy(\.isWhiteSpace) { chunks.removeLast() }
      while let next = chunks.last, length + next.count <= width {
        length += next.count
        current.append(next)
        chunks.removeLast()
      }
      if let next = chunks.last, next.count > width {
        if breaksWords {
          let room = max(1, width - length)
          current.append(Array(next.prefix(room)))
          chunks[chunks.count - 1] = Array(next.dropFirst(room))
        } else if current.isEmpty {
          current.append(chunks.removeLast())
        }
      }
      if let last = current.last, last.allSatisfy(\.isWhiteSpace) { current.removeLast() }
      guard !current.isEmpty else { continue }
      lines.append(String(String.UnicodeScalarView(current.joined())))
    }
    return lines
  }

  /// Words, the spaces between them, and with `hyphens` the parts of words after a `-` between letters.
  private static func chunks(_ line: String, _ hyphens: Bool) -> [[Unicode.Scalar]] {
    var result: [[Unicode.Scalar]] = []
    var current: [Unicode.Scalar] = []
    let scalars = Array(line.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if let last = current.last, last.isWhiteSpace != scalar.isWhiteSpace {
        result.append(current)
        current = []
      }
      current.append(scalar)
      let splits =
        hyphens && scalar == "-" && index > 1 && index + 2 < scalars.count
        && isLetter(scalars[index - 1]) && isLetter(scalars[index - 2]) && isLetter(scalars[index + 1])
        && (isLetter(scalars[index + 2]) || scalars[index + 2] == "-")
      if splits {
        result.append(current)
        current = []
      }
    }
    if !current.isEmpty { result.append(current) }
    return result
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isWordPart && !("0"..."9").contains(scalar)
  }
}
