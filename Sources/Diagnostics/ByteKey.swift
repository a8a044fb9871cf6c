/// A text as a key: equal when its bytes are. Strings are equal when their letters are: two files may differ in how these
/// are written alone, and texts outside of ASCII are normalized for each comparison.
public struct ByteKey: Hashable, Sendable {
  /// The text.
  public let text: String
  /// A key for a path or another text.
  public init(_ text: String) { self.text = text }

  /// Equal bytes.
  public static func == (a: ByteKey, b: ByteKey) -> Bool {
    return a.text.withBytes { one in b.text.withBytes { one.equals($0) } }
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) {
    text.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension Set<ByteKey> {
  /// Adds the folders that a path lies in, the one without a name last. Where one is there, so are those it lies in.
  public mutating func insertFolders(of path: String) {
    var folder = path.parentFolder
    while insert(ByteKey(String(folder))).inserted, !folder.isEmpty { folder = folder.parentFolder }
  }
}
