/// A key of a map: text, an integer or a boolean. Text is compared by UTF-8 bytes, never by canonical equivalence.
public enum MapKey: Sendable, Hashable {
  case string(String), int(Int), bool(Bool)

  /// The key as a template value.
  var value: Value {
    switch self {
    case .string(let text): .string(text)
    case .int(let number): .int(number)
    case .bool(let flag): .bool(flag)
    }
  }

  /// The key as text, as a template would print it.
  public var text: String {
    switch self {
    case .string(let text): text
    case .int(let number): String(number)
    case .bool(let flag): flag ? "True" : "False"
    }
  }

  /// A bool and the integer 0 or 1 are the same key, as they are equal values.
  private var number: Int? {
    switch self {
    case .string: nil
    case .int(let number): number
    case .bool(let flag): flag ? 1 : 0
    }
  }

  /// Equal text by bytes, or equal numbers.
  public static func == (a: MapKey, b: MapKey) -> Bool {
    if case .string(let x) = a, case .string(let y) = b { return sameBytes(x, y) }
    guard let x = a.number, let y = b.number else { return false }
    return x == y
  }

  /// Hashes the bytes of text, or the number.
  public func hash(into hasher: inout Hasher) { hasher.combine(stableHash) }

  /// FNV-1a over the bytes of text, or the number itself; the same in every process.
  var stableHash: UInt32 {
    if case .string(let text) = self { return fnv1a(text) }
    return UInt32(truncatingIfNeeded: number ?? 0)
  }
}

/// FNV-1a over the UTF-8 bytes of `text`.
func fnv1a(_ text: String) -> UInt32 {
  var hash: UInt32 = 2_166_136_261
  for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
  return hash
}

/// The keys of a map, shared by all maps which have the same keys in the same order.
///
/// A thousand rows of one table hold one shape and a thousand arrays of values; the engine remembers the slot of a
/// key by the identity of the shape.
public final class RecordShape: Sendable {
  /// The keys in their order; each one once.
  public let keys: [MapKey]
  private let hashes: [UInt32]
  /// Open addressing table of slots, for more than eight keys; -1 is empty. Its count is a power of two.
  private let table: [Int32]

  static let empty = RecordShape(unique: [])

  /// A shape with text keys. A key that comes twice keeps its first place.
  public convenience init(keys: [String]) {
    var seen = Set<MapKey>()
    self.init(unique: keys.map(MapKey.string).filter { seen.insert($0).inserted })
  }

  /// A shape with `keys`, which must differ from each other.
  init(unique keys: [MapKey]) {
    self.keys = keys
    let hashes = keys.map(\.stableHash)
    self.hashes = hashes
    guard keys.count > 8 else {
      table = []
      return
    }
    var size = 16
    while size < keys.count * 2 { size *= 2 }
    var table = [Int32](repeating: -1, count: size)
    for (slot, hash) in hashes.enumerated() {
      var at = Int(hash) & (size - 1)
      while table[at] >= 0 { at = (at + 1) & (size - 1) }
      table[at] = Int32(slot)
    }
    self.table = table
  }

  /// The slot of a text key whose hash is known, or -1.
  func slot(_ name: String, hash: UInt32) -> Int {
    find(hash) { key in
      if case .string(let text) = key { return sameBytes(text, name) }
      return false
    }
  }

  /// The slot of any key, or -1.
  func slot(_ key: MapKey) -> Int { slot(key, hash: key.stableHash) }

  /// The slot of any key whose hash is known, or -1.
  func slot(_ key: MapKey, hash: UInt32) -> Int { find(hash) { $0 == key } }

  private func find(_ hash: UInt32, _ matches: (MapKey) -> Bool) -> Int {
    if table.isEmpty {
      for slot in keys.indices where hashes[slot] == hash && matches(keys[slot]) { return slot }
      return -1
    }
    var at = Int(hash) & (table.count - 1)
    while table[at] >= 0 {
      let slot = Int(table[at])
      if hashes[slot] == hash, matches(keys[slot]) { return slot }
      at = (at + 1) & (table.count - 1)
    }
    return -1
  }
}

/// A map: a shape and one value for each of its keys.
public final class ValueMap: Sendable {
  /// The keys.
  public let shape: RecordShape
  /// The values, in the order of the keys.
  public let values: [Value]
  /// Whether a template made it: then it may share parts with others so often that going through it has no end.
  let isMadeByTemplate: Bool

  static let empty = ValueMap(shape: .empty, values: [])

  /// A map; missing values are none, surplus ones are dropped.
  convenience init(shape: RecordShape, values: [Value]) {
    self.init(shape: shape, values: values, isMadeByTemplate: false)
  }

  private init(shape: RecordShape, values: [Value], isMadeByTemplate: Bool) {
    self.shape = shape
    self.isMadeByTemplate = isMadeByTemplate
    let (count, wanted) = (values.count, shape.keys.count)
    if count == wanted {
      self.values = values
    } else if count > wanted {
      self.values = Array(values[..<wanted])
    } else {
      self.values = values + Array(repeating: .none, count: wanted - count)
    }
  }

  /// A map from pairs; of equal keys the first place and the last value win, as in Python.
  convenience init(pairs: [(MapKey, Value)], isMadeByTemplate: Bool = false) {
    var slots: [MapKey: Int] = [:]
    var keys: [MapKey] = []
    var values: [Value] = []
    keys.reserveCapacity(pairs.count)
    values.reserveCapacity(pairs.count)
    for (key, value) in pairs {
      if let slot = slots[key] {
        values[slot] = value
      } else {
        slots[key] = keys.count
        keys.append(key)
        values.append(value)
      }
    }
    self.init(shape: RecordShape(unique: keys), values: values, isMadeByTemplate: isMadeByTemplate)
  }

  /// The value of a key, or nil.
  subscript(key: MapKey) -> Value? {
    let slot = shape.slot(key)
    // Not a conditional expression: `nil` in it would be the value none.
    if slot < 0 { return nil }
    return values[slot]
  }
}
