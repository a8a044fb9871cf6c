/// A value of the template language.
///
/// Values are immutable and are shared, not copied: a list or a map handed to a page is referred to by it. Values
/// of the case `object` are made by the engine while it renders and are of no use outside of that render.
public enum Value: Sendable {
  /// No value: a name or key that is not there.
  case missing(Undefined)
  case none
  case bool(Bool)
  case int(Int)
  case double(Double)
  /// Text, escaped when it is printed into HTML.
  case string(String)
  /// Text which is HTML already and is printed as it is.
  case safe(String)
  case list([Value])
  case tuple([Value])
  case mapping(ValueMap)
  case range(ValueRange)
  /// A macro, a loop, a namespace, an imported template: made by the engine.
  case object(EngineObject)

  /// A value that is not there.
  static let undefined = Value.missing(Undefined())

  /// A map that keeps the order of its pairs.
  public static func map(_ pairs: [(String, Value)]) -> Value {
    .mapping(ValueMap(pairs: pairs.map { (.string($0.0), $0.1) }))
  }

  /// A map of a known shape: one allocation for the values, none for the keys.
  public static func record(_ shape: RecordShape, _ values: [Value]) -> Value {
    .mapping(ValueMap(shape: shape, values: values))
  }
}

/// Where a missing value came from, for the message when it is used.
public struct Undefined: Sendable {
  /// The instruction that found nothing (code unit in the upper half), or one of the constants below.
  let origin: Int
  /// The keys of the map in which the key is not.
  let shape: RecordShape?

  /// Not known where it came from.
  static let unknown = -1
  /// An `if` expression without `else`, which prints nothing in every mode.
  static let silent = -2
  /// An argument that was not given.
  static let argument = -3

  init(origin: Int = Undefined.unknown, shape: RecordShape? = nil) {
    self.origin = origin
    self.shape = shape
  }
}

/// A range of integers.
public final class ValueRange: Sendable {
  let start: Int
  let step: Int
  let count: Int

  init(start: Int, step: Int, count: Int) {
    self.start = start
    self.step = step
    self.count = count
  }

  func item(_ index: Int) -> Value { .int(start + index * step) }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .int(value) }
  public init(floatLiteral value: Double) { self = .double(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(nilLiteral: ()) { self = .none }
  public init(arrayLiteral elements: Value...) { self = .list(elements) }
  /// A map that keeps the order of the literal.
  public init(dictionaryLiteral elements: (String, Value)...) { self = .map(elements) }
}

extension Value {
  /// Whether there is no value.
  var isUndefined: Bool {
    if case .missing = self { return true }
    return false
  }

  /// The text, if the value is text.
  public var asString: String? {
    switch self {
    case .string(let text), .safe(let text): text
    default: nil
    }
  }

  /// The integer, if the value is one (a boolean is none).
  public var asInt: Int? {
    if case .int(let number) = self { return number }
    return nil
  }

  /// The boolean, if the value is one.
  public var asBool: Bool? {
    if case .bool(let flag) = self { return flag }
    return nil
  }

  /// The items, if the value is a list or a tuple.
  public var asList: [Value]? {
    switch self {
    case .list(let items), .tuple(let items): items
    default: nil
    }
  }

  /// The map, if the value is one.
  public var asMap: ValueMap? {
    if case .mapping(let map) = self { return map }
    return nil
  }

  /// The value of a key of a map, or undefined.
  public subscript(key: String) -> Value {
    guard case .mapping(let map) = self else { return .undefined }
    return map[.string(key)] ?? .undefined
  }

  /// The number of items, keys or Unicode scalars; nil if the value has no length.
  public var count: Int? {
    switch self {
    case .string(let text), .safe(let text): text.unicodeScalars.count
    case .list(let items), .tuple(let items): items.count
    case .mapping(let map): map.values.count
    case .range(let range): range.count
    default: nil
    }
  }

  /// Whether a condition holds: false are `false none 0 0.0 "" [] () {}`, an empty range and undefined.
  public var isTruthy: Bool {
    switch self {
    case .missing, .none: false
    case .bool(let flag): flag
    case .int(let number): number != 0
    case .double(let number): number != 0
    case .string(let text), .safe(let text): !text.isEmpty
    case .list(let items), .tuple(let items): !items.isEmpty
    case .mapping(let map): !map.values.isEmpty
    case .range(let range): range.count > 0
    case .object: true
    }
  }

  /// What kind of value it is, in the words of an error message.
  public var kindName: String {
    switch self {
    case .missing: "undefined"
    case .none: "none"
    case .bool: "boolean"
    case .int: "integer"
    case .double: "float"
    case .string, .safe: "string"
    case .list: "list"
    case .tuple: "tuple"
    case .mapping: "map"
    case .range: "range"
    case .object(let object): object.kindName
    }
  }

  /// The kind with its article.
  var aKind: String {
    switch self {
    case .missing, .none: kindName
    case .int: "an integer"
    default: "a \(kindName)"
    }
  }
}
