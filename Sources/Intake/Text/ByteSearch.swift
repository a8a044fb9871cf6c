extension StringProtocol {
  /// Whether a text holds another, byte by byte.
  ///
  /// `contains` of a text goes through Foundation, where that is linked in, and takes ten times as long.
  func holds(_ part: String) -> Bool {
    var text = Substring(self)
    return text.withUTF8 { text in
      var part = part
      return part.withUTF8 { part in
        guard let first = part.first, part.count <= text.count else { return part.isEmpty }
        return (0...(text.count - part.count)).contains { start in
          text[start] == first
            && UnsafeBufferPointer(rebasing: text[start..<(start + part.count)]).elementsEqual(part)
        }
      }
    }
  }
}
