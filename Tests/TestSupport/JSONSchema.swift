public import Foundation

/// A validator for the part of JSON Schema (draft 2020-12) that this project's schemas use.
///
/// A keyword it does not know is a problem of its own: nothing in a schema is passed over in silence.
public struct JSONSchema: Sendable {
  /// The schema as it stands in its file.
  public let root: JSON

  /// Reads a schema.
  public init(_ text: Data) throws { root = try JSON(text) }

  /// What is wrong with a value, as `/files/3/kind: not one of the values listed`; empty for a valid one.
  public func problems(in value: JSON) -> [String] {
    var problems: [String] = []
    check(value, root, at: "", &problems)
    return problems
  }

  private func check(_ value: JSON, _ schema: JSON, at path: String, _ problems: inout [String]) {
    guard case .object(let keywords) = schema else {
      if schema != .bool(true) { problems.append("\(path): not allowed") }
      return
    }
    for (keyword, rule) in keywords.sorted(by: { $0.key < $1.key }) {
      func require(_ isValid: Bool, _ problem: @autoclosure () -> String) {
        if !isValid { problems.append("\(path): \(problem())") }
      }
      switch (keyword, rule, value) {
      case ("$schema", _, _), ("$id", _, _), ("$defs", _, _), ("title", _, _), ("description", _, _): break
      case ("$ref", .string(let name), _): check(value, definition(name), at: path, &problems)
      case ("type", .string(let name), _): require(Self.isType(name, value), "not of type \(name)")
      case ("type", .array, _):
        let names = rule.strings
        require(names.contains { Self.isType($0, value) }, "of none of the types \(names)")
      case ("const", _, _): require(value == rule, "not the value asked for")
      case ("enum", .array(let values), _): require(values.contains(value), "not one of the values listed: \(value)")
      case ("pattern", .string(let pattern), .string(let text)):
        require(text.range(of: pattern, options: .regularExpression) != nil, "\(text) does not match \(pattern)")
      case ("minimum", .integer(let limit), .integer(let number)): require(number >= limit, "less than \(limit)")
      case ("maximum", .integer(let limit), .integer(let number)): require(number <= limit, "more than \(limit)")
      case ("minItems", .integer(let limit), .array(let values)): require(values.count >= limit, "too short")
      case ("maxItems", .integer(let limit), .array(let values)): require(values.count <= limit, "too long")
      case ("items", _, .array(let values)):
        for (index, item) in values.enumerated() { check(item, rule, at: "\(path)/\(index)", &problems) }
      case ("required", .array, .object(let members)):
        for name in rule.strings { require(members[name] != nil, "\(name) is missing") }
      case ("properties", _, .object(let members)):
        for (name, member) in members where rule[name] != .null {
          check(member, rule[name], at: "\(path)/\(name)", &problems)
        }
      case ("additionalProperties", _, .object(let members)):
        for (name, member) in members where schema["properties"][name] == .null {
          check(member, rule, at: "\(path)/\(name)", &problems)
        }
      case ("propertyNames", _, .object(let members)):
        for name in members.keys { check(.string(name), rule, at: "\(path)/\(name)", &problems) }
      case ("pattern", .string, _), ("minimum", .integer, _), ("maximum", .integer, _), ("minItems", .integer, _),
        ("maxItems", .integer, _), ("items", .object, _), ("required", .array, _), ("properties", .object, _),
        ("additionalProperties", _, _), ("propertyNames", .object, _):
        break  // Says nothing about a value of another type.
      default: problems.append("\(path): the schema's `\(keyword)` is not understood")
      }
    }
  }

  /// What `#/$defs/name` stands for; a name without definition allows nothing.
  private func definition(_ reference: String) -> JSON {
    let prefix = "#/$defs/"
    guard reference.hasPrefix(prefix) else { return .bool(false) }
    return root["$defs"][String(reference.dropFirst(prefix.count))]
  }

  private static func isType(_ name: String, _ value: JSON) -> Bool {
    switch value {
    case .null: name == "null"
    case .bool: name == "boolean"
    case .integer: name == "integer" || name == "number"
    case .number: name == "number"
    case .string: name == "string"
    case .array: name == "array"
    case .object: name == "object"
    }
  }
}
