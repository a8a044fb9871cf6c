import Synchronization

/// A value made when somebody first asks for it, and kept. It follows from what it belongs to, so that any two are equal.
public final class Lazy<Value: Sendable>: Sendable, Hashable {
  private let known = Mutex<Value?>(nil)

  public init() {}

  /// The value, made by the first who asks.
  public func value(_ make: () -> Value) -> Value {
    known.withLock { known in
      if let known { return known }
      let made = make()
      known = made
      return made
    }
  }

  /// Takes it from whoever made it anyway.
  public func learn(_ value: Value) { known.withLock { $0 = value } }

  /// Gives the value up; whoever asks again makes it anew.
  public func forget() { known.withLock { $0 = nil } }

  /// Always.
  public static func == (a: Lazy, b: Lazy) -> Bool { true }
  /// Nothing of the value.
  public func hash(into hasher: inout Hasher) {}
}
