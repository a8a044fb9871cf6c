public import Diagnostics

/// The YAML block at the head of a file, between two lines of `---`.
public struct FrontMatter: Sendable, Hashable {
  /// Byte range of the YAML text, fences excluded.
  public let yaml: Range<Int>
  /// First line of the YAML text, 1-based.
  public let firstLine: Int
  /// Byte offset of the first byte after the closing fence's line.
  public let bodyStart: Int
  /// Lines before the body, fences included.
  public let lineCount: Int

  /// Finds the front matter of a file; nil when its first line is not `---` or the block is never closed.
  public init?(of source: SourceText) {
    func isFence(_ line: Int) -> Bool {
      var range = source.byteRange(ofLine: line)
      if line == 1, source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { range = (range.lowerBound + 3)..<range.upperBound }
      while range.count > 3, [0x20, 0x09].contains(source.bytes[range.upperBound - 1]) {
        range = range.lowerBound..<(range.upperBound - 1)
      }
      return source.bytes[range].elementsEqual([0x2D, 0x2D, 0x2D])
    }
    guard isFence(1), source.lineCount > 1 else { return nil }
    guard let close = (2...source.lineCount).first(where: isFence) else { return nil }
    firstLine = 2
    yaml = source.lineStarts[1]..<source.lineStarts[close - 1]
    lineCount = close
    bodyStart = close < source.lineCount ? source.lineStarts[close] : source.bytes.count
  }
}
