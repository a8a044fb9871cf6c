import Synchronization
import Templates

/// The keys of what templates see, made once for each template and not for each page.
final class ContextShapes: Sendable {
  private let known = Mutex<[String: RecordShape]>([:])

  /// The values as a map for a template.
  func value(_ pairs: [(String, Value)], for template: String) -> Value {
    let shape = known.withLock { known in
      if let shape = known[template], shape.holds(pairs.map(\.0)) { return shape }
      let shape = RecordShape(keys: pairs.map(\.0))
      known[template] = shape
      return shape
    }
    // Of a key that comes twice the last value wins, which a shape cannot tell.
    return shape.keys.count == pairs.count ? .record(shape, pairs.map(\.1)) : .map(pairs)
  }
}

extension RecordShape {
  /// Whether its keys are these.
  fileprivate func holds(_ names: [String]) -> Bool {
    keys.count == names.count && zip(keys, names).allSatisfy { $0 == .string($1) }
  }
}
