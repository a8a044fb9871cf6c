import Diagnostics

/// Makes a text readable that YAML refuses as a whole for the sake of one line, and says so: a key given twice, and a
/// value that begins with a reserved character (`- @account`, which real OWNERS files have).
struct YAMLRepair {
  /// Most lines that are repaired before the text is given up; each costs one more reading.
  static let mostRepairs = 50

  private let source: SourceText
  private let firstLine: Int
  /// Lines of the YAML text, without their line ends.
  private var lines: [[UInt8]]
  private var count = 0
  private var blocks = 0
  private var quotedReserved = false
  private(set) var diagnostics: [Diagnostic] = []

  /// A text to be repaired; `firstLine` lines of the file come before it.
  init(_ source: SourceText, range: Range<Int>, firstLine: Int) {
    self.source = source
    self.firstLine = firstLine
    lines = SourceText(path: source.path, bytes: Array(source.bytes[range])).lines
  }

  /// The text as repaired so far.
  var text: String { String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self) + "\n" }

  /// Gives the second of two equal keys a spelling of its own, so that the first keeps its value.
  ///
  /// `line` and `column` are the first key's place in the YAML text, 1-based. False when no second key is found.
  mutating func separate(duplicate key: String, line: Int, column: Int) -> Bool {
    guard count < Self.mostRepairs, line >= 1, line <= lines.count, column >= 1 else { return false }
    count += 1
    for index in line..<lines.count {
      let indent = lines[index].prefix { $0 == 0x20 }.count
      let content = lines[index].dropFirst(indent)
      if content.isEmpty || content.first == UInt8(ascii: "#") { continue }
      if indent < column - 1 { return false }
      guard indent == column - 1, let end = keyEnd(of: key, in: lines[index], at: indent) else { continue }
      let isQuoted = lines[index][indent] == UInt8(ascii: "\"") || lines[index][indent] == UInt8(ascii: "'")
      let number = index + 1 + firstLine
      lines[index].insert(contentsOf: Array(Self.mark(line: number).utf8), at: isQuoted ? end - 1 : end)
      diagnostics.append(
        Diagnostic(
          "yaml/duplicate-key", .warning, at: source.location(line: number, column: indent + 1),
          "key `\(key)` occurs twice; the first one counts", help: "keep one of them",
          notes: [.init("first given here", at: source.location(line: line + firstLine, column: column))]))
      return true
    }
    return false
  }

  /// What is added to a key that its mapping has already.
  static func mark(line: Int) -> String { " (line \(line))" }

  /// Puts quotes around every value that begins with `@` or a backtick. False when there is none, or the second time.
  mutating func quoteReserved() -> Bool {
    guard !quotedReserved else { return false }
    quotedReserved = true
    var first: (line: Int, column: Int, character: Character)?
    var quoted = 0
    for index in lines.indices {
      guard let start = reservedStart(lines[index]) else { continue }
      let character: Character = lines[index][start] == UInt8(ascii: "@") ? "@" : "`"
      first = first ?? (index + 1 + firstLine, start + 1, character)
      let end = valueEnd(lines[index], from: start)
      let value = lines[index][start..<end].flatMap { $0 == UInt8(ascii: "'") ? [$0, $0] : [$0] }
      lines[index].replaceSubrange(start..<end, with: [UInt8(ascii: "'")] + value + [UInt8(ascii: "'")])
      quoted += 1
    }
    guard let first else { return false }
    let others = quoted > 1 ? " (\(quoted) values like it)" : ""
    diagnostics.append(
      Diagnostic(
        "yaml/reserved-character", .warning, at: source.location(line: first.line, column: first.column),
        "`\(first.character)` cannot begin a value in YAML; read as if quoted\(others)",
        help: "put the value in quotes, or leave the `\(first.character)` out"))
    return true
  }

  /// Puts a blank in the place of every character that YAML forbids. False when there is none.
  mutating func replaceControlCharacters() -> Bool {
    var first: (line: Int, column: Int)?
    for index in lines.indices {
      var column = 0
      var replaced: [UInt8] = []
      var isChanged = false
      for scalar in String(decoding: lines[index], as: UTF8.self).unicodeScalars {
        column += 1
        if Self.isForbidden(scalar) {
          first = first ?? (index + 1 + firstLine, column)
          isChanged = true
          replaced.append(0x20)
        } else {
          replaced += Array(String(scalar).utf8)
        }
      }
      if isChanged { lines[index] = replaced }
    }
    guard let first else { return false }
    diagnostics.append(
      Diagnostic(
        "yaml/control-character", .warning, at: source.location(line: first.line, column: first.column),
        "a control character, which YAML forbids; read as a blank", help: "remove it"))
    return true
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0x00...0x1F, 0x7F...0x9F, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Most broken parts that are left out.
  private static let mostBlocks = 10

  /// Leaves out the item of a list that holds a fault, else the entry at the left margin, and says so. False when
  /// nothing is there to be left out, or too much is broken.
  mutating func leaveOutBlock(_ fault: YAMLFault) -> Bool {
    if fault.problem.hasSuffix("<document start>"), leaveOutStrayLine() { return true }
    let line = fault.mark.line
    guard blocks < Self.mostBlocks, let last = (0..<min(max(0, line), lines.count)).last(where: { hasContent($0) })
    else {
      return false
    }
    blocks += 1
    var limit = indentation(last)
    var start = last
    while start > 0, !(indentation(start) <= limit && isItem(start)), indentation(start) > 0 || isItem(start) {
      guard let above = (0..<start).last(where: { hasContent($0) }) else { break }
      start = above
      limit = min(limit, max(indentation(start), 0))
    }
    let margin = indentation(start)
    var end = start + 1
    while end < lines.count,
      !hasContent(end) || indentation(end) > margin || !isItem(start) && isItem(end) && margin == 0
    {
      end += 1
    }
    while end > start + 1, !hasContent(end - 1) { end -= 1 }
    let help = fault.help(lines.indices.contains(line - 1) ? lines[line - 1] : [])
    for index in start..<end { lines[index] = [] }
    let (from, to) = (start + 1 + firstLine, end + firstLine)
    diagnostics.append(
      Diagnostic(
        "yaml/syntax", .error,
        at: source.location(line: min(line + firstLine, source.lineCount), column: max(1, fault.mark.column)),
        "invalid YAML: \(fault.problem); \(from == to ? "line \(from) is" : "lines \(from) to \(to) are") left out",
        help: help, kind: .unreadable))
    return true
  }

  /// Leaves out a line of text in front of the keys, which YAML takes for a document of its own.
  private mutating func leaveOutStrayLine() -> Bool {
    guard blocks < Self.mostBlocks, let first = lines.indices.first(where: hasContent),
      let byte = lines[first].first(where: { $0 != 0x20 }), ![0x5B, 0x7B].contains(byte)
    else { return false }
    blocks += 1
    lines[first] = []
    let number = first + 1 + firstLine
    diagnostics.append(
      Diagnostic(
        "yaml/syntax", .error, at: source.location(line: number),
        "invalid YAML: text that belongs to no key; line \(number) is left out",
        help: "begin it with # if it is a comment", kind: .unreadable))
    return true
  }

  private func hasContent(_ index: Int) -> Bool {
    lines[index].first { $0 != 0x20 && $0 != 0x09 }.map { $0 != UInt8(ascii: "#") } ?? false
  }

  private func indentation(_ index: Int) -> Int { lines[index].prefix { $0 == 0x20 }.count }

  /// Whether a line begins an item of a list.
  private func isItem(_ index: Int) -> Bool {
    let content = lines[index].dropFirst(indentation(index))
    return content.first == UInt8(ascii: "-") && (content.count == 1 || content.dropFirst().first == 0x20)
  }

  /// The offset behind a key at an offset of a line; nil when another key or none is there.
  private func keyEnd(of key: String, in line: [UInt8], at start: Int) -> Int? {
    for spelling in [key, "\"\(key)\"", "'\(key)'"] {
      let bytes = Array(spelling.utf8)
      guard line[start...].starts(with: bytes) else { continue }
      let end = start + bytes.count
      guard let colon = line[end...].first(where: { $0 != 0x20 }), colon == UInt8(ascii: ":") else { continue }
      return end
    }
    return nil
  }

  /// The offset of a reserved character at the start of an item or value; nil when there is none.
  private func reservedStart(_ line: [UInt8]) -> Int? {
    var index = 0
    var isStart = true
    while index < line.count {
      let byte = line[index]
      switch byte {
      case 0x20: break
      case UInt8(ascii: "@"), UInt8(ascii: "`"): return isStart && index > 0 ? index : nil
      case UInt8(ascii: "-") where isStart && index + 1 < line.count && line[index + 1] == 0x20: break
      case UInt8(ascii: ":") where index + 1 < line.count && line[index + 1] == 0x20:
        isStart = true
        index += 1
        continue
      case UInt8(ascii: "#"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "{"): return nil
      default: isStart = false
      }
      index += 1
    }
    return nil
  }

  /// The offset behind a plain value: before a comment and the blanks in front of it.
  private func valueEnd(_ line: [UInt8], from start: Int) -> Int {
    var end = line.count
    for index in start..<line.count where line[index] == UInt8(ascii: "#") && line[index - 1] == 0x20 {
      end = index
      break
    }
    while end > start, line[end - 1] == 0x20 || line[end - 1] == 0x09 { end -= 1 }
    return end
  }
}

extension SourceText {
  /// Bytes of every line without its line ending.
  fileprivate var lines: [[UInt8]] { (1...lineCount).map { Array(bytes[byteRange(ofLine: $0)]) } }
}
