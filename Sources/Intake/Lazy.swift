import Synchronization

/// A value made when somebody first asks for it, and kept. It follows from what it belongs to, so that any two are equal.
final class Lazy<Value: Sendable>: Sendable, Hashable {
  private let known = Mutex<Value?>(nil)

  func value(_ make: () -> Value) -> Value {
    known.withLock { known in
      if let known { return known }
      let made = make()
      known = made
      return made
    }
  }

  func learn(_ value: Value) { known.withLock { $0 = value } }

  static func == (a: Lazy, b: Lazy) -> Bool { true }
  func hash(into hasher: inout Hasher) {}
}
