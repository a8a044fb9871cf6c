/// A large value held by reference: passing it on costs as much as passing a reference, and it is copied when it is
/// changed while somebody else holds it.
struct Shared<Value: Sendable & Hashable>: Sendable, Hashable {
  /// Changed only by its sole holder.
  private final class Storage: @unchecked Sendable {
    @exclusivity(unchecked) var value: Value
    init(_ value: Value) { self.value = value }
  }

  private var storage: Storage

  init(_ value: Value) { storage = Storage(value) }

  var value: Value {
    _read { yield storage.value }
    _modify {
      if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.value) }
      yield &storage.value
    }
  }

  static func == (a: Shared, b: Shared) -> Bool { a.storage === b.storage || a.storage.value == b.storage.value }

  func hash(into hasher: inout Hasher) { hasher.combine(storage.value) }
}
