import Diagnostics

extension StringProtocol {
  /// Whether a text holds another, byte by byte.
  ///
  /// `contains` of a text goes through Foundation, where that is linked in, and takes ten times as long.
  func holds(_ part: String) -> Bool {
    var text = Substring(self)
    var part = part
    return text.withUTF8 { text in part.withUTF8 { text.holds($0) } }
  }
}

extension [UInt8] {
  /// Whether these bytes hold a text.
  func holds(_ part: String) -> Bool {
    var part = part
    return withUnsafeBufferPointer { bytes in part.withUTF8 { bytes.holds($0) } }
  }
}
