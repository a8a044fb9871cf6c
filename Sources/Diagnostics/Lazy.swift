import Synchronization

/// A value made when somebody first asks for it, and kept. It follows from what it belongs to, so that any two are equal.
public final class Lazy<Value: Sendable>: Sendable, Hashable {
  private let kept = Mutex<Value?>(nil)

  public init() {}

  /// The value, made by the first who asks.
  public func value(_ make: () -> Value) -> Value {
    kept.withLock { kept in
      if let kept { return kept }
      let made = make()
      kept = made
      return made
    }
  }

  /// The value; nil where nobody has asked.
  public var known: Value? { kept.withLock { $0 } }

  /// Takes it from whoever made it anyway.
  public func learn(_ value: Value) { kept.withLock { $0 = value } }

  /// Gives the value up; whoever asks again makes it anew.
  public func forget() { kept.withLock { $0 = nil } }

  /// Always.
  public static func == (a: Lazy, b: Lazy) -> Bool { true }
  /// Nothing of the value.
  public func hash(into hasher: inout Hasher) {}
}
