/// A path as a key: equal when its bytes are. Strings are equal when their letters are, and two files may differ in how
/// these are written alone.
public struct PathKey: Hashable, Sendable {
  /// The path.
  public let path: String
  /// A key for a path.
  public init(_ path: String) { self.path = path }

  /// Equal bytes.
  public static func == (a: PathKey, b: PathKey) -> Bool {
    var (one, other) = (a.path, b.path)
    return one.withUTF8 { one in other.withUTF8 { one.equals($0) } }
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) {
    var path = path
    path.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
