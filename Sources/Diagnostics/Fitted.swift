extension Array {
  /// The same elements without room for more: up to half of an array that grew is room, which what lives as long as the
  /// run should not keep.
  public var fitted: [Element] { withUnsafeBufferPointer(Array.init) }
}
