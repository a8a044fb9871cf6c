/// A JSON value whose objects keep the order in which their members were added.
///
/// Literals stand for values: `["schema": "inspect/1", "files": .array(files)]`.
public indirect enum JSONValue: Sendable, Hashable {
  /// One name of an object with its value.
  public struct Member: Sendable, Hashable {
    /// The name.
    public let name: String
    /// The value.
    public let value: JSONValue
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  case null
  case bool(Bool)
  case integer(Int)
  /// A fraction; infinite and undefined ones are written as null, which JSON has instead.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])
}

extension JSONValue {
  public init(_ text: String?) { self = text.map { .string($0) } ?? .null }

  public init(_ number: Int?) { self = number.map { .integer($0) } ?? .null }

  public init(_ texts: [String]) { self = .array(texts.map { .string($0) }) }

  /// Adds a member to an object (anything else becomes one); nil adds nothing.
  public mutating func add(_ name: String, _ value: JSONValue?) {
    guard let value else { return }
    guard case .object(var members) = self else {
      self = .object([Member(name, value)])
      return
    }
    self = .null  // Gives up the list, so that appending does not copy it.
    members.append(Member(name, value))
    self = .object(members)
  }

  /// The same for a text.
  public mutating func add(_ name: String, text: String?) { add(name, text.map { .string($0) }) }

  /// Adds a member that is a list, unless it is empty.
  public mutating func add(_ name: String, list values: [JSONValue]) {
    if !values.isEmpty { add(name, .array(values)) }
  }

  /// The same for texts.
  public mutating func add(_ name: String, texts: [String]) { add(name, list: texts.map { .string($0) }) }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
  public init(nilLiteral: ()) { self = .null }
}
