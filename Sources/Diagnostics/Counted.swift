extension Int {
  /// The number with what is counted: `1 box`, `2 boxes`. Without a word for several, an `s` makes one.
  public func counted(_ one: String, _ several: String? = nil) -> String {
    "\(self) \(self == 1 ? one : several ?? one + "s")"
  }
}
