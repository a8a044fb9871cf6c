/// The bytes of one input file together with a table of its line starts.
///
/// Offsets are UTF-8 byte offsets from the start of the file; lines and columns are 1-based and are computed at the
/// edge, when a human is about to read them.
public struct SourceText: Sendable, Hashable {
  /// Path as the user knows it, relative to the source root, with `/` separators.
  public let path: String
  /// The file's bytes as read (a byte-order mark included).
  public let bytes: [UInt8]
  /// Byte offset of the first byte of every line; line 1 starts at 0. Lines end at LF, CRLF or a lone CR.
  public let lineStarts: [Int]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts = [0]
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        guard byte <= 0x0D else { continue }
        if byte == 0x0A || (byte == 0x0D && (index == bytes.count || bytes[index] != 0x0A)) { starts.append(index) }
      }
    }
    if starts.count > 1, starts.last == bytes.count { starts.removeLast() }
    lineStarts = starts
  }

  public init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }

  /// Number of lines; a final newline does not open another one. An empty file has one empty line.
  public var lineCount: Int { lineStarts.count }

  /// The whole text; invalid UTF-8 becomes U+FFFD.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The 1-based line that holds the byte at `offset` (clamped into the file).
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Byte range of a 1-based line without its line ending; an absent line gives an empty range at the end.
  public func byteRange(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// Text of a 1-based line without its line ending.
  public func lineText(_ line: Int) -> String {
    String(decoding: bytes[byteRange(ofLine: line)], as: UTF8.self)
  }

  /// The place of a byte range: lines and columns are 1-based, columns counted in Unicode scalars; the excerpt is the
  /// text of the first line.
  public func location(_ range: Range<Int>) -> Location {
    let line = line(at: range.lowerBound)
    let lineRange = byteRange(ofLine: line)
    let start = min(max(range.lowerBound, lineRange.lowerBound), lineRange.upperBound)
    let end = min(max(range.upperBound, start), lineRange.upperBound)
    let place = Location(
      path: path, line: line, column: scalars(lineRange.lowerBound..<start) + 1,
      length: max(scalars(start..<end), 1), excerpt: lineText(line))
    // A range that ends with the line's own ending is on that line alone.
    let next = line < lineStarts.count ? lineStarts[line] : bytes.count
    guard range.upperBound > next, range.upperBound <= bytes.count else {
      return range.isEmpty ? place.through(line: line, column: place.column) : place
    }
    let last = self.line(at: range.upperBound - 1)
    let lastRange = byteRange(ofLine: last)
    let behind = min(max(range.upperBound, lastRange.lowerBound), lastRange.upperBound)
    return place.through(line: last, column: scalars(lastRange.lowerBound..<behind) + 1)
  }

  /// The bytes of a place; nil for one that is not in this text.
  public func byteRange(of location: Location) -> Range<Int>? {
    guard location.path == path, location.commit == nil, location.endLine <= lineCount, location.line >= 1 else {
      return nil
    }
    func offset(line: Int, column: Int) -> Int? {
      let range = byteRange(ofLine: line)
      var left = column - 1
      var index = range.lowerBound
      while left > 0, index < range.upperBound {
        index += 1
        while index < range.upperBound, bytes[index] & 0xC0 == 0x80 { index += 1 }
        left -= 1
      }
      return left == 0 ? index : nil
    }
    guard let start = offset(line: location.line, column: location.column),
      let end = offset(line: location.endLine, column: location.endColumn), start <= end
    else { return nil }
    return start..<end
  }

  /// The place of a whole 1-based line, starting at `column` (1-based, Unicode scalars).
  public func location(line: Int, column: Int = 1) -> Location {
    Location(path: path, line: line, column: column, length: 1, excerpt: lineText(line))
  }

  /// The byte range of the first occurrence of a word in a 1-based line.
  public func range(of word: String, inLine line: Int) -> Range<Int>? {
    let range = byteRange(ofLine: line)
    let word = Array(word.utf8)
    guard !word.isEmpty else { return nil }
    var start = range.lowerBound
    while start + word.count <= range.upperBound {
      if bytes[start..<(start + word.count)].elementsEqual(word) { return start..<(start + word.count) }
      start += 1
    }
    return nil
  }

  private func scalars(_ range: Range<Int>) -> Int {
    // A plain loop: many places on one long line are met in hostile input, also in debug builds.
    bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      var index = range.lowerBound
      while index < range.upperBound {
        if bytes[index] & 0xC0 != 0x80 { count += 1 }
        index += 1
      }
      return count
    }
  }
}
