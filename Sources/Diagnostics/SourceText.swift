import Synchronization

/// The bytes of one input file together with a table of its lines.
///
/// Offsets are UTF-8 byte offsets from the start of the file; lines and columns are 1-based and are computed at the
/// edge, when a human is about to read them. Whoever looks for a sign asks `signs(ofLine:)` first, and reads only the
/// lines that hold it.
///
/// An instance never changes; it is a class so that whatever names a place of it holds one reference.
public final class SourceText: Sendable, Hashable {
  /// Path as the user knows it, relative to the source root, with `/` separators.
  public let path: String
  private let lineStarts: [UInt32]
  private let lineSigns: [LineSigns]
  /// The text of the long line that was shown last.
  private let longLine = Mutex<(line: Int, text: String)>((0, ""))

  #if DEBUG
    /// The file's bytes as read (a byte-order mark included); asking for them counts as reading every line.
    public var bytes: [UInt8] {
      readings?.add(1...lineCount, of: self)
      return content
    }
    private let content: [UInt8]
    private let readings = Readings.current
  #else
    /// The file's bytes as read (a byte-order mark included).
    public let bytes: [UInt8]
    private var content: [UInt8] { bytes }
  #endif

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    #if DEBUG
      content = bytes
    #else
      self.bytes = bytes
    #endif
    (lineStarts, lineSigns) = LineSigns.table(of: bytes)
  }

  /// Two texts are equal by path and bytes; all else follows from them.
  public static func == (a: SourceText, b: SourceText) -> Bool {
    a === b || a.path == b.path && a.content == b.content
  }
  /// By path and bytes, as `==`.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(content)
  }

  public convenience init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }

  /// Number of lines; a final newline does not open another one. An empty file has one empty line.
  public var lineCount: Int { lineStarts.count }

  /// Number of bytes.
  public var byteCount: Int { content.count }

  /// Byte offset of the first byte of a 1-based line that there is; line 1 starts at 0. Lines end at LF, CRLF or a lone CR.
  public func start(ofLine line: Int) -> Int { Int(lineStarts[line - 1]) }

  /// What a 1-based line holds, known without reading it.
  public func signs(ofLine line: Int) -> LineSigns {
    lineSigns.indices.contains(line - 1) ? lineSigns[line - 1] : LineSigns()
  }

  /// Numbers of the lines that hold all of these signs.
  public func lines(holding signs: LineSigns.Set) -> LazyFilterSequence<ClosedRange<Int>> {
    (1...lineCount).lazy.filter { [lineSigns] in lineSigns[$0 - 1].holds.isSuperset(of: signs) }
  }

  /// Bytes of a 1-based line without its line ending.
  public subscript(line line: Int) -> ArraySlice<UInt8> { self[byteRange(ofLine: line)] }

  /// Some of the bytes, by their offsets.
  public subscript(range: Range<Int>) -> ArraySlice<UInt8> {
    #if DEBUG
      if let readings, !range.isEmpty {
        // A look at a part of a line, such as its first bytes, is none at the file.
        let (first, last) = (line(at: range.lowerBound), line(at: range.upperBound - 1))
        let start = self.start(ofLine: first) < range.lowerBound ? first + 1 : first
        let end = byteRange(ofLine: last).upperBound > range.upperBound ? last - 1 : last
        if start <= end { readings.add(start...end, of: self) }
      }
    #endif
    return content[range]
  }

  /// The first bytes, to tell formats by; all of a shorter file. A look at them is no reading of the file.
  public func prefix(_ count: Int) -> ArraySlice<UInt8> { content[0..<min(count, byteCount)] }

  /// The whole text; invalid UTF-8 becomes U+FFFD.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The 1-based line that holds the byte at `offset` (clamped into the file).
  public func line(at offset: Int) -> Int {
    max(1, lineStarts.partitioningIndex { Int($0) > offset })
  }

  /// Byte range of a 1-based line without its line ending; an absent line gives an empty range at the end.
  public func byteRange(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= lineCount else { return content.count..<content.count }
    let start = Int(lineStarts[line - 1])
    var end = line < lineCount ? Int(lineStarts[line]) : content.count
    while end > start, content[end - 1] == 0x0A || content[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// Text of a 1-based line without its line ending.
  public func lineText(_ line: Int) -> String {
    String(decoding: self[line: line], as: UTF8.self)
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
      length: max(scalars(start..<end), 1), excerpt: excerpt(line))
    // A range that ends with the line's own ending is on that line alone.
    let next = line < lineCount ? self.start(ofLine: line + 1) : content.count
    guard range.upperBound > next, range.upperBound <= content.count else {
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
        while index < range.upperBound, content[index] & 0xC0 == 0x80 { index += 1 }
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
    Location(path: path, line: line, column: column, length: 1, excerpt: excerpt(line))
  }

  /// Bytes of a 1-based line in which the place of something is looked up that was read already; at most so many.
  public func written(onLine line: Int, most: Int) -> ArraySlice<UInt8> {
    content[byteRange(ofLine: line)].prefix(most)
  }

  /// Text of a 1-based line to show, because something on it or beside it was read already.
  public func shownText(_ line: Int) -> String { String(decoding: content[byteRange(ofLine: line)], as: UTF8.self) }

  /// The byte range of the first occurrence of a word in a 1-based line.
  public func range(of word: String, inLine line: Int) -> Range<Int>? {
    let range = byteRange(ofLine: line)
    let word = Array(word.utf8)
    guard !word.isEmpty else { return nil }
    var start = range.lowerBound
    while start + word.count <= range.upperBound {
      if content[start..<(start + word.count)].elementsEqual(word) { return start..<(start + word.count) }
      start += 1
    }
    return nil
  }

  /// Text of a line to show; it is not read for what it says. Places on one long line share it.
  private func excerpt(_ line: Int) -> String {
    guard byteRange(ofLine: line).count > 1_000 else { return shownText(line) }
    return longLine.withLock { known in
      if known.line != line { known = (line, shownText(line)) }
      return known.text
    }
  }

  private func scalars(_ range: Range<Int>) -> Int {
    // A plain loop: many places on one long line are met in hostile input, also in debug builds.
    content.withUnsafeBufferPointer { bytes in
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
