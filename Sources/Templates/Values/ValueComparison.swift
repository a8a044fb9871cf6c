internal import Diagnostics

extension Value {
  /// A number as the pair the comparisons work on; booleans are 0 and 1.
  enum Number {
    case int(Int), double(Double)

    var asDouble: Double {
      switch self {
      case .int(let number): Double(number)
      case .double(let number): number
      }
    }
  }

  /// The value as a number; booleans count, as in Python.
  var number: Number? {
    switch self {
    case .int(let number): .int(number)
    case .double(let number): .double(number)
    case .bool(let flag): .int(flag ? 1 : 0)
    default: nil
    }
  }

  /// Nested deeper than this, values are taken to differ; data are never as deep.
  private static let deepest = 128

  /// Whether two values are equal: numbers by value whatever their type, text by bytes, lists and maps by items.
  static func areEqual(_ a: Value, _ b: Value) -> Bool { areEqual(a, b, depth: 0) }

  private static func areEqual(_ a: Value, _ b: Value, depth: Int) -> Bool {
    guard depth < deepest else { return false }
    switch (a, b) {
    case (.string(let x), .string(let y)), (.string(let x), .safe(let y)), (.safe(let x), .string(let y)),
      (.safe(let x), .safe(let y)):
      return sameBytes(x, y)
    case (.int(let x), .int(let y)): return x == y
    case (.none, .none), (.missing, .missing): return true
    case (.list(let x), .list(let y)), (.tuple(let x), .tuple(let y)):
      guard x.count == y.count else { return false }
      for index in x.indices where !areEqual(x[index], y[index], depth: depth + 1) { return false }
      return true
    case (.mapping(let x), .mapping(let y)):
      guard x.values.count == y.values.count else { return false }
      for (slot, key) in x.shape.keys.enumerated() {
        guard let other = y[key], areEqual(x.values[slot], other, depth: depth + 1) else { return false }
      }
      return true
    case (.range(let x), .range(let y)):
      return x.count == y.count && (x.count == 0 || x.start == y.start && (x.count == 1 || x.step == y.step))
    case (.object(let x), .object(let y)): return x === y
    default:
      guard let x = a.number, let y = b.number else { return false }
      return compare(x, y) == 0
    }
  }

  /// Negative, 0 or positive; nil if one is not a number.
  private static func compare(_ a: Number, _ b: Number) -> Int? {
    switch (a, b) {
    case (.int(let x), .int(let y)): return x < y ? -1 : x == y ? 0 : 1
    case (.int(let x), .double(let y)): return compare(x, y)
    case (.double(let x), .int(let y)): return compare(y, x).map { -$0 }
    case (.double(let x), .double(let y)):
      if x.isNaN || y.isNaN { return nil }
      return x < y ? -1 : x == y ? 0 : 1
    }
  }

  /// An integer against a float without rounding the integer.
  private static func compare(_ a: Int, _ b: Double) -> Int? {
    if b.isNaN { return nil }
    if b >= 9_223_372_036_854_775_808 { return -1 }
    if b < -9_223_372_036_854_775_808 { return 1 }
    let whole = Int(b)
    if a != whole { return a < whole ? -1 : 1 }
    let rest = b - Double(whole)
    return rest > 0 ? -1 : rest < 0 ? 1 : 0
  }

  /// The order of two values: negative, 0, positive, or nil when a NaN is among them.
  ///
  /// - Throws: when the values are of types that have no order.
  static func order(_ a: Value, _ b: Value, depth: Int = 0) throws(ValueError) -> Int? {
    if let x = a.number, let y = b.number { return compare(x, y) }
    switch (a, b) {
    case (.missing, _), (_, .missing): throw .undefined
    case (.string(let x), .string(let y)), (.string(let x), .safe(let y)), (.safe(let x), .string(let y)),
      (.safe(let x), .safe(let y)):
      return x.byteOrder(y)
    case (.list(let x), .list(let y)), (.tuple(let x), .tuple(let y)):
      guard depth < deepest else { throw .limit("a value is nested too deep to compare") }
      for index in 0..<min(x.count, y.count) where !areEqual(x[index], y[index]) {
        return try order(x[index], y[index], depth: depth + 1)
      }
      return x.count - y.count
    default: throw .type("cannot order \(a.aKind) and \(b.aKind)")
    }
  }

  /// Whether `container` holds `self`.
  ///
  /// - Throws: when `container` holds nothing at all, as a number.
  func isIn(_ container: Value) throws(ValueError) -> Bool {
    switch container {
    case .string(let text), .safe(let text):
      guard let part = asString else { throw .type("cannot look for \(aKind) in a string") }
      return contains(text, part)
    case .list(let items), .tuple(let items):
      return items.contains { Value.areEqual(self, $0) }
    case .mapping(let map): return mapKey.map { map.shape.slot($0) >= 0 } ?? false
    case .range(let range):
      guard let number, range.count > 0 else { return false }
      let value: Int
      switch number {
      case .int(let whole): value = whole
      case .double(let double):
        guard let whole = Int(exactly: double) else { return false }
        value = whole
      }
      let (offset, overflow) = value.subtractingReportingOverflow(range.start)
      guard !overflow, offset % range.step == 0 else { return false }
      return (0..<range.count).contains(offset / range.step)
    case .missing: throw .undefined
    default: throw .type("cannot look for something in \(container.aKind)")
    }
  }

  /// The value as the key of a map; nil if it cannot be one.
  var mapKey: MapKey? {
    switch self {
    case .string(let text), .safe(let text): .string(text)
    case .int(let number): .int(number)
    case .bool(let flag): .bool(flag)
    case .double(let number): Int(exactly: number).map { .int($0) }
    default: nil
    }
  }
}

/// Whether `text` holds `part`, by bytes.
func contains(_ text: String, _ part: String) -> Bool {
  text.withBytes { t in part.withBytes { p in t.holds(p) } }
}
