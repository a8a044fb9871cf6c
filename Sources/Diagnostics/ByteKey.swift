/// A text as a key: equal when its bytes are. Strings are equal when their letters are: two files may differ in how these
/// are written alone, and texts outside of ASCII are normalized for each comparison.
public struct ByteKey: Hashable, Sendable {
  /// The text.
  public let text: String
  /// Its bytes as one number, of which the last bit says whether all are ASCII.
  private let sum: UInt64

  /// A key for a path or another text.
  public init(_ text: String) {
    self.text = text
    sum = text.withBytes { Self.sum(of: $0) }
  }

  /// Equal bytes.
  public static func == (a: ByteKey, b: ByteKey) -> Bool {
    guard a.sum == b.sum else { return false }
    // Texts of ASCII are compared by their bytes anyway, and nothing is counted up and down for it.
    if a.sum & 1 == 1 { return a.text == b.text }
    return a.text.withBytes { one in b.text.withBytes { one.equals($0) } }
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) { hasher.combine(sum) }

  /// Of this process alone, so that nobody can name files whose sums are equal.
  private static let seed = UInt64.random(in: .min ... .max) | 1

  /// Eight bytes at a time, each folded into a product of 128 bits, as wyhash does it.
  private static func sum(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    func folded(_ a: UInt64, _ b: UInt64) -> UInt64 {
      let product = a.multipliedFullWidth(by: b)
      return product.high ^ product.low
    }
    var (sum, signs) = (seed ^ UInt64(raw.count), UInt64(0))
    var index = 0
    while index + 8 <= raw.count {
      let part = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      signs |= part
      sum = folded(sum ^ part, 0x9E37_79B9_7F4A_7C15)
      index += 8
    }
    var last: UInt64 = 0
    while index < raw.count {
      last = last << 8 | UInt64(raw[index])
      index += 1
    }
    signs |= last
    sum = folded(sum ^ last, 0xE703_7ED1_A0B4_28DB)
    return signs & 0x8080_8080_8080_8080 == 0 ? sum | 1 : sum & ~1
  }
}

extension Set<ByteKey> {
  /// Adds the folders that a path lies in, the one without a name last. Where one is there, so are those it lies in.
  public mutating func insertFolders(of path: String) {
    var folder = path.parentFolder
    while insert(ByteKey(String(folder))).inserted, !folder.isEmpty { folder = folder.parentFolder }
  }
}
