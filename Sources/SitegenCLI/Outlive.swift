private final class Holder<Value> {
  let value: Value
  init(_ value: Value) { self.value = value }
}

/// Keeps a value until the process ends, for the last act of a command: the system takes the memory back at once, where
/// giving up a million small pieces one by one takes as long as writing a tenth of a site.
func outlive<Value>(_ value: Value) { _ = Unmanaged.passRetained(Holder(value)) }
