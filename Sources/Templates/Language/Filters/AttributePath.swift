/// The attribute a filter works on: `'name'`, `'a.b.0'`, an integer, or several with commas.
///
/// It is for one list: the items of a list mostly have the same keys, so that a key is looked up once.
public struct AttributePath {
  /// A step with its key and the hash of it, which are asked of every item of a list.
  private struct Step {
    let value: Value
    let key: MapKey?
    let hash: UInt32
    /// The keys of the last item, and where the key is among them; -1 where it is not.
    private var shape: RecordShape?
    private(set) var slot = -1

    init(_ value: Value) {
      self.value = value
      key = value.mapKey
      hash = key?.stableHash ?? 0
    }

    /// Looks the key up among those of an item, if it can be one.
    mutating func isSlotKnown(in keys: RecordShape) -> Bool {
      if shape === keys { return true }
      guard let key else { return false }
      shape = keys
      slot = keys.slot(key, hash: hash)
      return true
    }
  }

  private var steps: [Step]

  /// The path of one key.
  public init(key: String) { steps = [Step(.string(key))] }

  /// A path from the value of an argument.
  init(_ value: Value) throws(ValueError) {
    switch value {
    case .int: self.init([Step(value)])
    case .string(let text), .safe(let text): self.init(Self.parse(text))
    default: throw .type("an attribute is a string or an integer, not \(value.aKind)")
    }
  }

  private init(_ steps: [Step]) { self.steps = steps }

  private static func parse(_ text: String) -> [Step] {
    text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false).map { part in
      let name = String(decoding: Array(part), as: UTF8.self)
      return Step(part.allSatisfy(\.isASCIIDigit) ? Int(name).map { .int($0) } ?? .string(name) : .string(name))
    }
  }

  /// Several paths with commas between them.
  static func list(_ value: Value) throws(ValueError) -> [AttributePath] {
    guard let text = value.asString else { return [try AttributePath(value)] }
    return text.utf8.split(separator: 0x2C, omittingEmptySubsequences: false).map {
      AttributePath(parse(String(decoding: Array($0), as: UTF8.self)))
    }
  }

  /// The value at the end of the path, or undefined.
  public mutating func find(in value: Value) -> Value { (try? get(value)) ?? .undefined }

  /// The value at the end of the path, or `fallback` where a step is missing.
  mutating func get(_ value: Value, default fallback: Value? = nil) throws(ValueError) -> Value {
    if steps.count == 1, fallback == nil, case .mapping(let map) = value, steps[0].isSlotKnown(in: map.shape) {
      let slot = steps[0].slot
      return slot < 0 ? .undefined : map.values[slot]
    }
    var current = value
    for index in steps.indices {
      if current.isUndefined { throw .undefined }
      current = step(current, index)
      if current.isUndefined, let fallback { current = fallback }
    }
    return current
  }

  /// That an item has nothing at the end of the path, with the name that was probably meant.
  func nothing(in item: Value) -> ValueError {
    guard steps.count == 1, let name = steps[0].value.asString, case .mapping(let map) = item else { return .undefined }
    return ValueError(
      "an item has no `\(name)`", kind: .undefined, help: near(name, map.shape.keys.map(\.text)).first)
  }

  private mutating func step(_ value: Value, _ index: Int) -> Value {
    if case .mapping(let map) = value, steps[index].isSlotKnown(in: map.shape) {
      let slot = steps[index].slot
      return slot < 0 ? .undefined : map.values[slot]
    }
    let step = steps[index]
    if case .tuple(let items) = value, items.count == 2, let name = step.value.asString {
      if name == "grouper" { return items[0] }
      if name == "list" { return items[1] }
    }
    return value.element(step.value) ?? .undefined
  }
}

extension Value {
  /// The value as a key for sorting and comparing: text in lower case unless case counts.
  func sortKey(caseSensitive: Bool) -> Value {
    guard !caseSensitive else { return self }
    switch self {
    case .string(let text), .safe(let text): return .string(text.lowercased())
    default: return self
    }
  }

  /// Sorts by keys, stable, with the order of Python's `sorted`.
  ///
  /// - Throws: when two keys have no order.
  static func sorted<Item>(
    _ items: [Item], reverse: Bool, key: (Item) throws(ValueError) -> [Value]
  ) throws(ValueError) -> [Item] {
    var pairs: [(key: [Value], value: Item)] = []
    pairs.reserveCapacity(items.count)
    for item in items { pairs.append((try key(item), item)) }
    var failure: ValueError?
    // An error inside of the comparison is kept: the standard sort must not be left in the middle.
    pairs.sort { a, b in
      guard failure == nil else { return false }
      do throws(ValueError) {
        let order = try compareKeys(a.key, b.key)
        return reverse ? order > 0 : order < 0
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
    return pairs.map(\.value)
  }

  private static func compareKeys(_ a: [Value], _ b: [Value]) throws(ValueError) -> Int {
    for (x, y) in zip(a, b) {
      let order = try Value.order(x, y) ?? 0
      if order != 0 { return order }
    }
    return 0
  }

  /// The items a filter works on; what cannot be looped over is an error that names the filter.
  func items(for filter: String) throws(ValueError) -> [Value] {
    do throws(ValueError) { return try items() } catch {
      throw .type("`\(filter)` needs something to loop over, not \(aKind)")
    }
  }
}
