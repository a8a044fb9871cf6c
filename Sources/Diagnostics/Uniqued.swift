extension Sequence {
  /// Elements in their order, of equal keys only the first.
  public func uniqued<Key: Hashable>(on key: (Element) -> Key) -> [Element] {
    var seen: Set<Key> = []
    return filter { seen.insert(key($0)).inserted }
  }
}

extension Sequence where Element: Hashable {
  /// Elements in their order, each once.
  public func uniqued() -> [Element] { uniqued(on: \.self) }
}

extension Dictionary {
  /// Values by their keys, of equal keys only the first.
  public init(firstOf pairs: some Sequence<(Key, Value)>) { self.init(pairs) { first, _ in first } }
}
