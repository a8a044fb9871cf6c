extension Sequence {
  /// Elements by the bytes of a text of each, which is the same order wherever and in whatever language it is made.
  public func sortedByBytes(of text: (Element) -> String) -> [Element] {
    sorted { text($0).utf8.lexicographicallyPrecedes(text($1).utf8) }
  }
}

extension Sequence<String> {
  /// Texts by their bytes.
  public func sortedByBytes() -> [String] { sortedByBytes(of: \.self) }
}
