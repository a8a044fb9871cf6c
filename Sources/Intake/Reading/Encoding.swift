import Diagnostics

/// What the bytes of a file say about its encoding.
enum Encoding {
  /// Why these bytes are no text at all; nil for text.
  static func refusal(of source: SourceText) -> String? {
    let mark = source.prefix(2)
    if mark.elementsEqual([0xFF, 0xFE]) || mark.elementsEqual([0xFE, 0xFF]) { return "UTF-16; only UTF-8 is read" }
    let isBinary = source.lines(holding: .zero).contains { source.start(ofLine: $0) < 8192 }
    return isBinary ? "binary" : nil
  }

  /// A warning at the first byte that is not UTF-8; nil when all of it is.
  static func diagnostic(for source: SourceText) -> Diagnostic? {
    // No character of UTF-8 has the end of a line in it.
    let line = source.lines(holding: .nonASCII).first { String(validating: source[line: $0], as: UTF8.self) == nil }
    guard let line else { return nil }
    var offset = source.start(ofLine: line)
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = source[line: line].makeIterator()
    while case .valid(let scalar) = parser.parseScalar(from: &bytes) { offset += scalar.count }
    return Diagnostic(
      "intake/encoding", .warning, at: source.location(offset..<(offset + 1)),
      "not valid UTF-8 here; what is not is read as U+FFFD", help: "save the file as UTF-8")
  }
}
