extension Value {
  /// What a loop over the value goes through: items, keys, or the characters of text.
  ///
  /// - Throws: when the value is nothing to loop over.
  func items() throws(ValueError) -> [Value] {
    switch self {
    case .list(let items), .tuple(let items): return items
    case .mapping(let map): return map.shape.keys.map(\.value)
    case .string(let text), .safe(let text):
      return text.unicodeScalars.map { .string(String(Character($0))) }
    case .range(let range): return (0..<range.count).map(range.item)
    case .missing: return []
    default: throw .type("cannot loop over \(aKind)")
    }
  }

  /// The value at an index or key, or nil if it is not there.
  func element(_ index: Value) -> Value? {
    switch self {
    case .mapping(let map): return index.mapKey.flatMap { map[$0] }
    case .list(let items), .tuple(let items):
      return index.position(in: items.count).map { items[$0] }
    case .range(let range): return index.position(in: range.count).map { range.item($0) }
    case .string(let text), .safe(let text):
      let scalars = text.unicodeScalars
      guard let at = index.position(in: scalars.count) else { return nil }
      return same(String(Character(scalars[scalars.index(scalars.startIndex, offsetBy: at)])))
    default: return nil
    }
  }

  /// Text of the same safety as this text.
  func same(_ text: String) -> Value { isSafe ? .safe(text) : .string(text) }

  /// The value as a position among `count` items; negative ones count from the end.
  private func position(in count: Int) -> Int? {
    guard case .int(let index) = number else { return nil }
    let at = index < 0 ? index + count : index
    return at >= 0 && at < count ? at : nil
  }

  /// Python's slice of text, a list, a tuple or a range.
  func slice(_ start: Value?, _ stop: Value?, _ step: Value?) throws(ValueError) -> Value {
    switch self {
    case .string(let text), .safe(let text):
      let scalars = text.unicodeScalars
      if step == nil, text.utf8.allSatisfy({ $0 < 0x80 }) {
        let (first, last, _) = try Self.bounds(text.utf8.count, start, stop, nil)
        guard first < last else { return same("") }
        let from = text.utf8.index(text.startIndex, offsetBy: first)
        return same(String(text[from..<text.utf8.index(from, offsetBy: last - first)]))
      }
      let (first, last, stride) = try Self.bounds(scalars.count, start, stop, step)
      if stride == 1 {
        guard first < last else { return same("") }
        let from = scalars.index(scalars.startIndex, offsetBy: first)
        return same(String(scalars[from..<scalars.index(from, offsetBy: last - first)]))
      }
      let all = Array(scalars)
      var out = String.UnicodeScalarView()
      out.append(contentsOf: Swift.stride(from: first, to: last, by: stride).map { all[$0] })
      return same(String(out))
    case .list(let items): return .list(try Self.positions(items.count, start, stop, step).map { items[$0] })
    case .tuple(let items): return .tuple(try Self.positions(items.count, start, stop, step).map { items[$0] })
    case .range(let range): return .list(try Self.positions(range.count, start, stop, step).map { range.item($0) })
    case .missing: throw .undefined
    default: throw .type("cannot take a slice of \(aKind)")
    }
  }

  private static func positions(_ count: Int, _ start: Value?, _ stop: Value?, _ step: Value?) throws(ValueError)
    -> [Int]
  {
    let (first, last, stride) = try bounds(count, start, stop, step)
    return Array(Swift.stride(from: first, to: last, by: stride))
  }

  /// Where a slice of `count` items begins and ends, and its step.
  private static func bounds(
    _ count: Int, _ start: Value?, _ stop: Value?, _ step: Value?
  ) throws(ValueError) -> (first: Int, last: Int, stride: Int) {
    let step = try bound(step) ?? 1
    guard step != 0 else { throw ValueError("the step of a slice must not be 0") }
    func clamp(_ value: Int, _ low: Int, _ high: Int) -> Int {
      min(max(value < 0 ? value + count : value, low), high)
    }
    let (low, high) = step > 0 ? (0, count) : (-1, count - 1)
    let first = try bound(start).map { clamp($0, low, high) } ?? (step > 0 ? 0 : count - 1)
    let last = try bound(stop).map { clamp($0, low, high) } ?? (step > 0 ? count : -1)
    // A step beyond the length is as good as the length, and cannot overflow.
    return (first, last, min(max(step, -count - 1), count + 1))
  }

  private static func bound(_ value: Value?) throws(ValueError) -> Int? {
    guard let value else { return nil }
    if value.isUndefined { throw .undefined }
    if case .none = value { return nil }
    guard case .int(let number) = value.number else {
      throw .type("the bounds of a slice must be integers, not \(value.aKind)")
    }
    return number
  }
}
