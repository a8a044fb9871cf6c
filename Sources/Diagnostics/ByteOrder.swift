#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension StringProtocol {
  /// The order of two texts by their bytes, which is that of their code points: negative, 0 or positive. It is the same
  /// wherever and in whatever language it is asked for.
  public func byteOrder(_ other: some StringProtocol) -> Int {
    withBytes { one in
      other.withBytes { other in
        guard let a = one.baseAddress, let b = other.baseAddress else { return one.count - other.count }
        let order = memcmp(a, b, Swift.min(one.count, other.count))
        return order == 0 ? one.count - other.count : Int(order)
      }
    }
  }

  /// Whether a text comes before another by their bytes.
  public func precedes(_ other: some StringProtocol) -> Bool { byteOrder(other) < 0 }
}

extension Sequence {
  /// Elements by the bytes of a text of each.
  public func sortedByBytes(of text: (Element) -> String) -> [Element] { sorted { text($0).precedes(text($1)) } }
}

extension Sequence<String> {
  /// Texts by their bytes.
  public func sortedByBytes() -> [String] { sortedByBytes(of: \.self) }
}
