extension StringProtocol {
  /// Lends the bytes of a text to somebody who reads them at once.
  ///
  /// `withUTF8` wants a variable of its own, and a copy counts a reference up and down each time.
  @inline(__always)
  public func withBytes<Result>(_ read: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    if let result = try utf8.withContiguousStorageIfAvailable(read) { return result }
    return try Array(utf8).withUnsafeBufferPointer(read)
  }
}
