/// A name that data and outputs keep, in a type of its own; it is as it is written.
public protocol StableName: RawRepresentable<String>, Hashable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// Takes the name as written.
  init(rawValue: String)
}

extension StableName {
  /// Takes the name as written.
  public init(stringLiteral value: String) { self.init(rawValue: value) }
  /// The name as written.
  public var description: String { rawValue }
}

extension StableName where Self: Comparable {
  /// Order by UTF-8 bytes.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue.precedes(b.rawValue) }
}
