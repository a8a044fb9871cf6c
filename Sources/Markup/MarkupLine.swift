import Diagnostics

/// A line of a text as a parser of blocks sees it: what is left of it once the marks around it are taken.
struct MarkupLine {
  /// 1-based number in the file.
  let number: Int
  /// Byte offset of the first byte that is no blank; `end` for a blank line.
  var start: Int
  /// Byte offset behind the last byte that is no blank.
  var end: Int
  /// Column of `start`, from 0; a tab goes to the next multiple of eight.
  var indent: Int

  var isBlank: Bool { start >= end }
}

/// A file as lines without line ends and blanks at their ends.
struct MarkupLines {
  let bytes: [UInt8]
  let all: [MarkupLine]

  init(_ source: SourceText) {
    let bytes = source.bytes
    self.bytes = bytes
    all = (1...max(1, source.lineCount)).map { number in
      var range = source.byteRange(ofLine: number)
      if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        range = (range.lowerBound + 3)..<range.upperBound
      }
      return Self.line(bytes, number, range, column: 0)
    }
  }

  /// One line of text that stands elsewhere in the file, as in an option.
  init(_ text: String, number: Int) {
    bytes = Array(text.utf8)
    all = [Self.line(bytes, number, 0..<bytes.count, column: 0)]
  }

  private static func line(_ bytes: [UInt8], _ number: Int, _ range: Range<Int>, column: Int) -> MarkupLine {
    var end = range.upperBound
    while end > range.lowerBound, isBlank(bytes[end - 1]) { end -= 1 }
    var start = range.lowerBound
    var indent = column
    while start < end, isBlank(bytes[start]) {
      indent = bytes[start] == 0x09 ? (indent / 8 + 1) * 8 : indent + 1
      start += 1
    }
    return MarkupLine(number: number, start: start, end: end, indent: indent)
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0C }

  func text(_ line: MarkupLine) -> ArraySlice<UInt8> { bytes[line.start..<max(line.start, line.end)] }

  /// The line without its first bytes, as after a bullet.
  func line(_ line: MarkupLine, dropping count: Int) -> MarkupLine {
    let start = min(line.end, line.start + count)
    return Self.line(bytes, line.number, start..<line.end, column: line.indent + count)
  }

  /// Literal text of lines, without the indentation they share.
  func literal(_ part: ArraySlice<MarkupLine>) -> String {
    let indent = part.smallestIndent ?? 0
    return part.reduce(into: [UInt8]()) { text, line in
      if !line.isBlank { text += [UInt8](repeating: 0x20, count: max(0, line.indent - indent)) + self.text(line) }
      text.append(0x0A)
    }.string
  }

  /// Texts of lines joined by line ends.
  func joined(_ lines: ArraySlice<MarkupLine>) -> [UInt8] {
    var result: [UInt8] = []
    for line in lines {
      if !result.isEmpty || line.number != lines.first?.number { result.append(0x0A) }
      result.append(contentsOf: text(line))
    }
    return result
  }
}

extension ArraySlice<MarkupLine> {
  /// The lines without blank ones at both ends.
  var trimmed: ArraySlice<MarkupLine> {
    var rest = drop { $0.isBlank }
    while rest.last?.isBlank == true { rest.removeLast() }
    return rest
  }

  /// The smallest indentation of lines with text; nil without any.
  var smallestIndent: Int? { lazy.filter { !$0.isBlank }.map(\.indent).min() }
}

extension UInt8 {
  var isSpaceByte: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}

extension Collection<UInt8> where Index == Int {
  /// The bytes as text.
  var string: String { String(decoding: self, as: UTF8.self) }

  /// The bytes with runs of blanks folded to a space and none at the ends.
  var folded: [UInt8] {
    var result: [UInt8] = []
    for byte in self {
      if !byte.isSpaceByte {
        result.append(byte)
      } else if let last = result.last, last != 0x20 {
        result.append(0x20)
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }

  /// Where a text begins in the bytes at or behind an index.
  func position(of needle: StaticString, from start: Int) -> Int? {
    let count = needle.utf8CodeUnitCount
    guard count > 0, start <= endIndex - count else { return nil }
    return needle.withUTF8Buffer { needle in
      (start...(endIndex - count)).first { at in (0..<count).allSatisfy { self[at + $0] == needle[$0] } }
    }
  }

  /// Whether a text stands at an index.
  func holds(_ needle: StaticString, at index: Int) -> Bool {
    let count = needle.utf8CodeUnitCount
    guard index >= startIndex, index + count <= endIndex else { return false }
    return needle.withUTF8Buffer { needle in (0..<count).allSatisfy { self[index + $0] == needle[$0] } }
  }
}
