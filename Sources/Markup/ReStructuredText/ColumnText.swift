/// A line by columns: characters count once, wide ones of East Asia twice.
struct ColumnText {
  private let bytes: ArraySlice<UInt8>
  /// Byte offset of each column, from the line's start; nil for a line of ASCII, where they are the same.
  private let offsets: [Int]?
  let width: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    guard bytes.contains(where: { $0 >= 0x80 }) else {
      offsets = nil
      width = bytes.count
      return
    }
    var offsets: [Int] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      // By the bytes that are there: one that is no UTF-8 is read as a character of three.
      let end = bytes[(index + 1)...].prefix(3).firstIndex { $0 & 0xC0 != 0x80 } ?? min(index + 4, bytes.endIndex)
      let offset = index - bytes.startIndex
      offsets.append(offset)
      if let scalar = bytes[index..<end].string.unicodeScalars.first, Self.isWide(scalar) { offsets.append(offset) }
      index = bytes[index] < 0x80 ? index + 1 : end
    }
    self.offsets = offsets
    width = offsets.count
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  private func offset(_ column: Int) -> Int {
    let column = max(0, column)
    guard let offsets else { return min(column, bytes.count) }
    return column < offsets.count ? offsets[column] : bytes.count
  }

  /// Bytes between two columns, as offsets from the line's start.
  func range(from start: Int, to end: Int) -> Range<Int> {
    let lower = offset(start)
    return lower..<max(lower, offset(end))
  }

  private func byte(_ column: Int) -> UInt8? {
    guard column >= 0, column < width else { return nil }
    return bytes[bytes.startIndex + offset(column)]
  }

  func isBar(at column: Int) -> Bool { byte(column).map { "|+".utf8.contains($0) } ?? true }

  /// Whether the line is part of the frame from end to end.
  var isRule: Bool { bytes.first == UInt8(ascii: "+") && bytes.allSatisfy { "+-=".utf8.contains($0) } }

  var isHeadingRule: Bool { isRule && bytes.contains(UInt8(ascii: "=")) }

  /// Columns of the corners of a frame line.
  var corners: [Int] { bytes.enumerated().filter { $0.element == UInt8(ascii: "+") }.map(\.offset) }

  /// Whether bytes are nothing but a piece of the frame.
  func isFrame(_ range: Range<Int>) -> Bool {
    let part = bytes[(bytes.startIndex + range.lowerBound)..<(bytes.startIndex + range.upperBound)]
    return part.count >= 3 && part.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
  }

  /// Whether the frame goes through between two neighboring bounds.
  func hasRule(between bounds: [Int]) -> Bool {
    zip(bounds, bounds.dropFirst()).contains { isFrame(range(from: $0 + 1, to: $1)) && isBar(at: $0) }
  }

  /// Runs of signs between blanks, by column.
  var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for (column, byte) in bytes.enumerated() {
      if byte == 0x20 {
        if let begun = start { runs.append(begun..<column) }
        start = nil
      } else if start == nil {
        start = column
      }
    }
    if let start { runs.append(start..<bytes.count) }
    return runs
  }
}
