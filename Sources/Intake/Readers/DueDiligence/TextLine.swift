import Diagnostics

/// One line of a document, by the sign it begins with.
struct TextLine: Sendable {
  enum Kind: Sendable, Equatable {
    case blank
    /// Only an HTML comment.
    case comment
    /// Front matter, link definitions and the furniture of a scraped page.
    case outside
    /// A line of fenced code.
    case code
    case heading(Int)
    /// A box, with or without a list marker.
    case box(checked: Bool)
    case bullet
    case numbered(Int)
    case quote
    case tableRow
    case rule
    case text
  }

  var kind: Kind
  /// 1-based line.
  let number: Int
  /// Columns before the marker; a tab counts as four.
  let indent: Int
  /// Byte range of the text behind the marker.
  let content: Range<Int>

  /// Whether it says something: neither blank nor comment nor left out.
  var isContent: Bool { kind != .blank && kind != .comment && kind != .outside }
  var headingLevel: Int? { if case .heading(let level) = kind { level } else { nil } }
  /// What the box says; nil for other lines.
  var box: Bool? { if case .box(let checked) = kind { checked } else { nil } }
}

/// The lines of a document, classified in one pass.
struct DocumentLines: Sendable {
  /// Every line of the file, in order; line n is at index n - 1.
  var lines: [TextLine] = []
  /// The file's bytes with comments blanked.
  let bytes: [UInt8]
  /// Link definitions.
  let references: [String: String]
  /// Lines with a comment that says something is still to do.
  let unfinished: Set<Int>
  /// Plain text of every line behind its marker.
  private var texts: [PlainText] = []

  /// Classifies the lines of `body`; the others are `outside`. The words of all are added to `words` on the way.
  init(_ source: SourceText, body: [ClosedRange<Int>], words: inout WordText) {
    let (bytes, commented, unfinished) = Self.withoutComments(source)
    self.bytes = bytes
    self.unfinished = unfinished
    let defining = (1...source.lineCount).lazy.filter {
      source.signs(ofLine: $0).first == UInt8(ascii: "[") || commented.contains($0)
    }
    references = ReferenceDefinitions.read(bytes, lines: defining.map(source.byteRange(ofLine:)))
    lines.reserveCapacity(source.lineCount)
    texts.reserveCapacity(source.lineCount)
    var fence: (sign: UInt8, length: Int)?
    for number in 1...source.lineCount {
      let range = source.byteRange(ofLine: number)
      words.append(bytes[range], source.signs(ofLine: number))
      guard body.contains(where: { $0.contains(number) }) else {
        lines.append(TextLine(kind: .outside, number: number, indent: 0, content: range))
        texts.append(PlainText())
        continue
      }
      var line = Self.classified(bytes, range, number: number)
      if line.kind == .blank, commented.contains(number) { line.kind = .comment }
      if line.kind == .text, ReferenceDefinitions.definition(bytes[range]) != nil { line.kind = .outside }
      let ticks = Self.fence(bytes[line.content])
      if let open = fence {
        line.kind = .code
        if let ticks, ticks.sign == open.sign, ticks.length >= open.length { fence = nil }
      } else if line.kind == .text, let ticks {
        line.kind = .code
        fence = ticks
      } else if let level = Self.underline(bytes[range]), let last = lines.last, last.kind == .text {
        lines[lines.count - 1].kind = .heading(level)
        line.kind = .rule
      }
      lines.append(line)
      texts.append(line.isContent ? PlainText(bytes, line.content, references: references) : PlainText())
    }
  }

  /// The index behind the lines of text that continue a line's paragraph.
  func paragraphEnd(from index: Int) -> Int {
    let kind: TextLine.Kind = lines[index].kind == .quote ? .quote : .text
    var end = index + 1
    while end < lines.count, end - index < 12, lines[end].kind == kind { end += 1 }
    return end
  }

  /// The plain text of a line behind its marker.
  func text(_ line: TextLine) -> PlainText { texts[line.number - 1] }

  private static func classified(_ bytes: [UInt8], _ range: Range<Int>, number: Int) -> TextLine {
    var at = range.lowerBound
    var indent = 0
    if number == 1, bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) { at += 3 }
    func skipBlanks() {
      while at < range.upperBound {
        if bytes[at] == 0x20 {
          indent += 1
          at += 1
        } else if bytes[at] == 0x09 {
          indent += 4
          at += 1
        } else if bytes[at] == 0xC2, at + 1 < range.upperBound, bytes[at + 1] == 0xA0 {
          indent += 1
          at += 2
        } else {
          break
        }
      }
    }
    skipBlanks()
    let column = indent
    func line(_ kind: TextLine.Kind) -> TextLine {
      TextLine(kind: kind, number: number, indent: column, content: at..<range.upperBound)
    }
    guard at < range.upperBound else { return line(.blank) }
    let rest = bytes[at..<range.upperBound]
    if let checked = box(&at, range.upperBound, bytes, needsBlank: true) { return line(.box(checked: checked)) }
    switch bytes[at] {
    case UInt8(ascii: "#"):
      let level = rest.prefix { $0 == UInt8(ascii: "#") }.count
      guard level <= 6, column < 4, rest.count == level || [0x20, 0x09].contains(rest[at + level]) else { break }
      at += level
      skipBlanks()
      var end = range.upperBound
      while end > at, [0x20, 0x09, UInt8(ascii: "#")].contains(bytes[end - 1]) { end -= 1 }
      return TextLine(kind: .heading(level), number: number, indent: column, content: at..<max(at, end))
    case UInt8(ascii: ">"):
      at += 1
      skipBlanks()
      return line(.quote)
    case UInt8(ascii: "|"): return line(.tableRow)
    default: break
    }
    if isRule(rest) { return line(.rule) }
    let marker = bullet(rest).map { (kind: TextLine.Kind.bullet, end: $0) }
    guard let marker = marker ?? ordinal(rest).map({ (.numbered($0.0), $0.1) }) else { return line(.text) }
    at = marker.end
    skipBlanks()
    return line(box(&at, range.upperBound, bytes, needsBlank: false).map { .box(checked: $0) } ?? marker.kind)
  }

  /// The place behind `- `, `* `, `+ ` or a `•` of a scraped page; a dash may touch the box behind it.
  private static func bullet(_ rest: ArraySlice<UInt8>) -> Int? {
    let start = rest.startIndex
    if rest.starts(with: [0xE2, 0x80, 0xA2]) || rest.starts(with: [0xE2, 0x97, 0xA6]) { return start + 3 }
    guard let first = rest.first, "-*+".utf8.contains(first) else { return nil }
    guard rest.count > 1 else { return start + 1 }
    switch rest[start + 1] {
    case 0x20, 0x09, 0xC2: return start + 1
    case UInt8(ascii: "["):
      var at = start + 1
      return box(&at, rest.endIndex, Array(rest), shift: start, needsBlank: true) == nil ? nil : start + 1
    default: return nil
    }
  }

  private static func ordinal(_ rest: ArraySlice<UInt8>) -> (Int, Int)? {
    let digits = rest.prefix { $0.isASCIIDigit }
    let past = digits.endIndex
    guard (1...4).contains(digits.count), past + 1 < rest.endIndex,
      rest[past] == UInt8(ascii: ".") || rest[past] == UInt8(ascii: ")"), rest[past + 1] == 0x20
    else { return nil }
    return (digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }, past + 1)
  }

  /// Reads `[ ]`, `[]`, `[x]`, `[X]` or `[✓]` at `at` and moves behind it; `[x](…)` is a link.
  private static func box(
    _ at: inout Int, _ end: Int, _ bytes: [UInt8], shift: Int = 0, needsBlank: Bool
  ) -> Bool? {
    func byte(_ index: Int) -> UInt8? { index < end ? bytes[index - shift] : nil }
    guard byte(at) == UInt8(ascii: "[") else { return nil }
    var index = at + 1
    var checked = false
    while let next = byte(index), next != UInt8(ascii: "]") {
      switch next {
      case 0x20: break
      case UInt8(ascii: "x"), UInt8(ascii: "X"): checked = true
      case 0xE2 where byte(index + 1) == 0x9C && (byte(index + 2) == 0x93 || byte(index + 2) == 0x94):
        checked = true
        index += 2
      default: return nil
      }
      index += 1
      if index - at > 6 { return nil }
    }
    guard byte(index) == UInt8(ascii: "]") else { return nil }
    index += 1
    if let next = byte(index) {
      guard next <= 0x20 || next == 0xC2 || (!needsBlank && next == UInt8(ascii: "*")) else { return nil }
    } else if needsBlank {
      return nil
    }
    while let next = byte(index), [0x20, 0x09, 0xC2, 0xA0].contains(next) { index += 1 }
    at = index
    return checked
  }

  private static func isRule(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first, "-*_".utf8.contains(first) else { return false }
    return rest.count { $0 == first } >= 3 && rest.allSatisfy { $0 == first || $0 == 0x20 }
  }

  private static func underline(_ line: ArraySlice<UInt8>) -> Int? {
    guard line.count >= 2, let first = line.first, first == UInt8(ascii: "=") || first == UInt8(ascii: "-") else {
      return nil
    }
    let isLine = line.drop { $0 == first }.allSatisfy { $0 == 0x20 }
    return isLine ? (first == UInt8(ascii: "=") ? 1 : 2) : nil
  }

  private static func fence(_ content: ArraySlice<UInt8>) -> (sign: UInt8, length: Int)? {
    guard let first = content.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else { return nil }
    let length = content.prefix { $0 == first }.count
    guard length >= 3, !(first == UInt8(ascii: "`") && content.dropFirst(length).contains(first)) else { return nil }
    return (first, length)
  }

  /// The bytes with `<!-- … -->` blanked (line ends kept) and the lines such a comment touches.
  static func withoutComments(
    _ source: SourceText
  ) -> (bytes: [UInt8], lines: Set<Int>, unfinished: Set<Int>) {
    var bytes = source.bytes
    var lines: Set<Int> = []
    var unfinished: Set<Int> = []
    var behind = 0
    while let at = bytes.firstPlace(of: open, from: behind), let end = bytes.firstPlace(of: close, from: at + 4) {
      for line in source.line(at: at)...source.line(at: end) { lines.insert(line) }
      if end - at < 1_000, Placeholders.isUnfinished(String(decoding: bytes[(at + 4)..<end], as: UTF8.self)) {
        unfinished.insert(source.line(at: at))
      }
      behind = end + 3
      for index in at..<behind where bytes[index] != 0x0A && bytes[index] != 0x0D { bytes[index] = 0x20 }
    }
    return (bytes, lines, unfinished)
  }

  private static let open = Array("<!--".utf8)
  private static let close = Array("-->".utf8)
}
