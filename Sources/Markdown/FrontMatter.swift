public import Diagnostics

/// The YAML block at the head of a file, between two lines of `---`. Text between two rules is none: the first thing in
/// it has to be the key of a mapping.
public struct FrontMatter: Sendable, Hashable {
  /// Byte range of the YAML text, fences excluded.
  public let yaml: Range<Int>
  /// Byte offset of the first byte after the closing fence's line.
  let bodyStart: Int
  /// Lines before the body, fences included.
  public let lineCount: Int

  /// Finds the front matter of a file; nil when its first line is not `---`, the block is never closed, or what it
  /// holds is no mapping.
  public init?(of source: SourceText) {
    func isFence(_ line: Int) -> Bool {
      guard source.signs(ofLine: line).first == 0x2D else { return false }
      var text = source[line: line]
      if line == 1, text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
      while let last = text.last, last == 0x20 || last == 0x09 { text.removeLast() }
      return text.elementsEqual([0x2D, 0x2D, 0x2D])
    }
    guard isFence(1), source.lineCount > 1 else { return nil }
    guard let close = (2...source.lineCount).first(where: isFence),
      Self.beginsMapping(source[source.start(ofLine: 2)..<source.start(ofLine: close)])
    else { return nil }
    yaml = source.start(ofLine: 2)..<source.start(ofLine: close)
    lineCount = close
    bodyStart = close < source.lineCount ? source.start(ofLine: close + 1) : source.byteCount
  }

  /// Whether a text begins with a key, comments and blank lines before it left out; also when it holds nothing else. A
  /// key is one word: `Maintainers decide by consensus: see the charter` is a sentence.
  private static func beginsMapping(_ text: ArraySlice<UInt8>) -> Bool {
    func isEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
    var rest = text.drop { $0 <= 0x20 }
    if rest.isEmpty { return true }
    while rest.first == UInt8(ascii: "#") { rest = rest.drop { !isEnd($0) }.drop { $0 <= 0x20 } }
    let line = rest.prefix { !isEnd($0) }
    guard let first = line.first else { return false }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "%") { return true }
    let isQuoted = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    guard
      let end = line.dropFirst().firstIndex(where: { isQuoted ? $0 == first : $0 <= 0x20 || $0 == UInt8(ascii: ":") })
    else { return false }
    let colon = isQuoted ? end + 1 : end
    return colon < line.endIndex && line[colon] == UInt8(ascii: ":")
      && (colon + 1 == line.endIndex || line[colon + 1] <= 0x20)
  }
}
