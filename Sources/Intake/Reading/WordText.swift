import Criteria
import Diagnostics
import Words

/// The words of a document in the form in which phrases are compared, and which line each is from.
public struct WordText: Sendable {
  /// Words with single blanks between them and around the whole, as `PhraseMatcher.normalized` gives them.
  private(set) var bytes: [UInt8] = [0x20]
  /// Where each line's words end in `bytes`; a blank line ends where the one before it does.
  private var ends: [UInt32] = []

  /// The words of a file. What is commented out is none of them: nobody who reads the page sees it.
  init(_ source: SourceText) {
    self.init(for: source)
    let bytes = DocumentLines.withoutComments(source).bytes
    for line in 1...source.lineCount { append(bytes[source.byteRange(ofLine: line)], source.signs(ofLine: line)) }
  }

  /// No words yet, and room for those of a file.
  init(for source: SourceText) {
    bytes.reserveCapacity(source.byteCount + 2)
    ends.reserveCapacity(source.lineCount)
  }

  /// Adds the words of the next line, which has these signs.
  mutating func append(_ line: ArraySlice<UInt8>, _ signs: LineSigns) {
    if signs.first != 0 { PhraseMatcher.append(line, isASCII: !signs.holds.contains(.nonASCII), to: &bytes) }
    ends.append(UInt32(bytes.count))
  }

  /// The words of a 1-based line, blanks around them.
  public subscript(line line: Int) -> ArraySlice<UInt8> { self[lines: line..<(line + 1)] }

  /// The words of 1-based lines one behind the other, blanks around them.
  public subscript(lines lines: Range<Int>) -> ArraySlice<UInt8> {
    range(of: lines).map { bytes[$0] } ?? []
  }

  /// Where the words of 1-based lines stand in `bytes`, blanks around them; nil where there are none.
  private func range(of lines: Range<Int>) -> Range<Int>? {
    guard lines.lowerBound >= 1, lines.upperBound <= ends.count + 1, !lines.isEmpty, bytes.count > 1 else { return nil }
    return (lines.lowerBound > 1 ? Int(ends[lines.lowerBound - 2]) - 1 : 0)..<Int(ends[lines.upperBound - 2])
  }

  /// Whether the words of a 1-based line begin with one of some phrases.
  func line(_ line: Int, beginsWith phrases: Phrases) -> Bool {
    range(of: line..<(line + 1)).map { phrases.begin(normalized: bytes, in: $0) } ?? false
  }

  /// The 1-based line of the word that begins behind the blank at an offset of `bytes`.
  public func line(ofBlank offset: Int) -> Int {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(ends[middle]) > offset + 1 { high = middle } else { low = middle + 1 }
    }
    return low + 1
  }

  /// The first line that holds one of these normalized phrases.
  public func line(of phrases: [[UInt8]]) -> Int? {
    (1..<(ends.count + 1)).first { line in
      let words = self[line: line]
      return words.count > 1 && phrases.contains { words.holds($0) }
    }
  }

  /// How many lines hold one of these normalized phrases.
  func lines(holding phrases: [[UInt8]]) -> Int {
    guard holds(phrases) else { return 0 }
    // One that goes over the end of a line is in neither.
    return max(1, (1..<(ends.count + 1)).count { line in phrases.contains { self[line: line].holds($0) } })
  }

  /// Whether one of these normalized phrases occurs, also across the end of a line.
  public func holds(_ phrases: [[UInt8]]) -> Bool { phrases.contains { bytes.holds($0) } }

  /// How many words there are.
  public var count: Int {
    max(0, bytes.withUnsafeBufferPointer { $0.count(of: 0x20) } - 1)
  }
}
