extension UnsafeBufferPointer<UInt8> {
  /// Whether `part` occurs in these bytes; an empty part does.
  ///
  /// Plain loops: readers and rules ask this of every line, also in debug builds.
  public func holds(_ part: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let text = baseAddress, let bytes = part.baseAddress, let first = part.first else { return part.isEmpty }
    var start = 0
    while start + part.count <= count {
      if text[start] == first {
        var length = 1
        while length < part.count, text[start + length] == bytes[length] { length += 1 }
        if length == part.count { return true }
      }
      start += 1
    }
    return false
  }
}
