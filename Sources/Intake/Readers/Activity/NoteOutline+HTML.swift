import Diagnostics

extension NoteOutline {
  /// The outline of an HTML mail: headings are heading tags or lines that begin bold and underlined, numbered topics are
  /// bullets; quoted mail, the signature and the list of links at the end are left out.
  init(_ html: HTMLText, in source: SourceText) {
    var lines: [NoteLine] = []
    for (line, place) in zip(html.lines, html.places(in: source)) where !line.isQuoted {
      // The usual delimiter of a signature.
      if line.text.whiteSpaceFolded == "--" { break }
      guard !Self.isLinkNote(line.text) else { continue }
      if let title = Self.heading(line) {
        lines.append(
          NoteLine(.heading(line.headingLevel ?? 2), text: title, location: place))
        continue
      }
      let (number, text) = Self.numbered(line.text.whiteSpaceFolded)
      guard !text.isEmpty else { continue }
      let isItem = number || line.listDepth > 0
      lines.append(
        NoteLine(
          isItem ? .item(depth: max(0, line.listDepth - 1), checked: nil) : .paragraph, text: Self.withoutMarks(text),
          label: Self.label(line), location: place))
    }
    self.init(lines)
  }

  /// A line that opens bold and underlined; what follows in parentheses is no part of the heading.
  private static func heading(_ line: HTMLText.Line) -> String? {
    let text = line.text.whiteSpaceFolded
    guard !text.isEmpty, text.utf8.count <= 200 else { return nil }
    if line.headingLevel != nil { return text }
    let looks = line.runs.filter { !$0.text.whiteSpaceFolded.isEmpty }
    guard let first = looks.first, first.isBold, first.isUnderlined else { return nil }
    let rest = looks.dropFirst().filter { !($0.isBold && $0.isUnderlined) }.map(\.text).joined().whiteSpaceFolded
    guard rest.isEmpty || rest.hasPrefix("(") else { return nil }
    return looks.filter { $0.isBold && $0.isUnderlined }.map(\.text).joined().whiteSpaceFolded
  }

  /// Bold words that open a line, perhaps behind a number, and end in a colon.
  private static func label(_ line: HTMLText.Line) -> String? {
    let first = line.runs.first { run in
      let text = run.text.whiteSpaceFolded
      return !text.isEmpty && !numbered(text + " x").0 || run.isBold
    }
    guard let first, first.isBold else { return nil }
    let text = first.text.whiteSpaceFolded
    return text.hasSuffix(":") ? String(text.dropLast()) : nil
  }

  /// Whether a text begins with `1.` or `1)`, and what follows.
  private static func numbered(_ text: String) -> (Bool, String) {
    let digits = text.utf8.prefix { $0.isASCIIDigit }.count
    guard (1...2).contains(digits), let sign = text.utf8.dropFirst(digits).first, sign == 0x2E || sign == 0x29,
      text.utf8.dropFirst(digits + 1).first == 0x20
    else { return (false, text) }
    return (true, text.dropFirst(digits + 2).whiteSpaceFolded)
  }

  /// `[1] https://…`
  private static func isLinkNote(_ text: String) -> Bool {
    let text = text.whiteSpaceFolded
    guard text.hasPrefix("["), let close = text.firstIndex(of: "]") else { return false }
    return Int(text[text.index(after: text.startIndex)..<close]) != nil
      && text[text.index(after: close)...].whiteSpaceFolded.hasPrefix("http")
  }

  /// The text without marks such as `[3]` that point at the list of links.
  private static func withoutMarks(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      let digits = byte == UInt8(ascii: "[") ? rest.dropFirst().prefix { $0.isASCIIDigit }.count : 0
      if (1...3).contains(digits), rest.dropFirst(digits + 1).first == UInt8(ascii: "]") {
        rest = rest.dropFirst(digits + 2)
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: bytes, as: UTF8.self).whiteSpaceFolded
  }
}

extension HTMLText {
  /// The place of each line in its file. Ranges ascend, so each byte of a long line is counted once.
  func places(in source: SourceText) -> [Location] {
    func scalars(from start: Int, to end: Int) -> Int {
      source[start..<max(start, end)].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }
    var counted = (line: 0, offset: 0, column: 1)
    return lines.map { line in
      let number = source.line(at: line.range.lowerBound)
      let whole = source.byteRange(ofLine: number)
      if number != counted.line { counted = (number, whole.lowerBound, 1) }
      counted.column += scalars(from: counted.offset, to: line.range.lowerBound)
      counted.offset = line.range.lowerBound
      var place = source.place(ofLine: number)
      place.column = counted.column
      place.length = max(1, scalars(from: counted.offset, to: min(line.range.upperBound, whole.upperBound)))
      return place
    }
  }
}
