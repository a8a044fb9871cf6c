import Diagnostics

/// What the bytes of a file say about its encoding.
enum Encoding {
  /// Why these bytes are no text at all; nil for text.
  static func refusal(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16; only UTF-8 is read" }
    return bytes.prefix(8192).contains(0) ? "binary" : nil
  }

  /// A warning at the first byte that is not UTF-8; nil when all of it is.
  static func diagnostic(for source: SourceText) -> Diagnostic? {
    guard source.bytes.contains(where: { $0 >= 0x80 }), String(validating: source.bytes, as: UTF8.self) == nil else {
      return nil
    }
    var offset = 0
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = source.bytes.makeIterator()
    while case .valid(let scalar) = parser.parseScalar(from: &bytes) { offset += scalar.count }
    return Diagnostic(
      "intake/encoding", .warning, at: source.location(offset..<(offset + 1)),
      "not valid UTF-8 here; what is not is read as U+FFFD", help: "save the file as UTF-8")
  }
}
