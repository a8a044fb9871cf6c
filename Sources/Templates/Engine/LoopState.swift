/// A field of `loop`.
enum LoopField: UInt8, Sendable {
  case index, index0, revindex, revindex0, first, last, length, depth, depth0, previtem, nextitem, cycle, changed

  init?(_ name: String) {
    switch name {
    case "index": self = .index
    case "index0": self = .index0
    case "revindex": self = .revindex
    case "revindex0": self = .revindex0
    case "first": self = .first
    case "last": self = .last
    case "length": self = .length
    case "depth": self = .depth
    case "depth0": self = .depth0
    case "previtem": self = .previtem
    case "nextitem": self = .nextitem
    case "cycle": self = .cycle
    case "changed": self = .changed
    default: return nil
    }
  }

  static let names = [
    "index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0", "previtem", "nextitem",
    "cycle", "changed",
  ]
}

/// A running loop.
struct LoopState {
  /// Tells loops apart for as long as a render goes on.
  let id: Int
  var items: [Value]
  var range: ValueRange?
  /// 0 is the outermost level of a recursive loop.
  let depth: Int
  /// The index of the item at hand; -1 before the first.
  var index = -1
  /// What `loop.changed` was last asked about.
  var changed: [Value]?
  /// What passed the loop's condition.
  var collected: [Value] = []

  var count: Int { range?.count ?? items.count }

  func item(_ at: Int) -> Value { range.map { $0.item(at) } ?? items[at] }

  /// The value of a field, but for the functions `cycle` and `changed`.
  func field(_ field: LoopField) -> Value {
    switch field {
    case .index: .int(index + 1)
    case .index0: .int(index)
    case .revindex: .int(count - index)
    case .revindex0: .int(count - index - 1)
    case .first: .bool(index == 0)
    case .last: .bool(index == count - 1)
    case .length: .int(count)
    case .depth: .int(depth + 1)
    case .depth0: .int(depth)
    case .previtem: index > 0 ? item(index - 1) : .undefined
    case .nextitem: index + 1 < count ? item(index + 1) : .undefined
    case .cycle: .object(EngineObject(.loopFunction(.cycle, id)))
    case .changed: .object(EngineObject(.loopFunction(.changed, id)))
    }
  }
}
