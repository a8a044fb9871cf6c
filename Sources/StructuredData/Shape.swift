public import Diagnostics

/// What a value of a YAML file must be: one description gives what is wrong with a value and the published JSON Schema.
public indirect enum Shape: Sendable {
  case text, date, flag
  /// An address of the web.
  case address
  /// A whole number in these bounds.
  case number(ClosedRange<Int>)
  /// A folder-safe name.
  case identifier
  /// A path that stays inside the source folder.
  case path
  /// One of some words.
  case choice([String])
  case list(Shape)
  /// Names of the file's own choice.
  case map(Shape)
  case object([Key])
  /// One of several forms, told apart by being a list, a mapping or neither.
  case either([Shape])
  /// Described here, checked by a reader that knows more.
  case checkedElsewhere(Shape)
  /// A form of many places: the schema describes it once, by a name.
  case named(String, Shape)

  /// A list of texts.
  public static var texts: Shape { .list(.text) }

  /// One key of a mapping.
  public struct Key: Sendable {
    /// The key as written.
    public let name: String
    /// What its value must be.
    public let shape: Shape
    /// What it is for: the schema's description, and the help where it is missing.
    public let summary: String
    /// Whether a mapping without it is wrong.
    let isRequired: Bool

    /// A key, optional unless said otherwise.
    public init(_ name: String, _ shape: Shape, _ summary: String, required: Bool = false) {
      self.name = name
      self.shape = shape
      self.summary = summary
      isRequired = required
    }
  }
}

extension Shape {
  /// The JSON Schema (draft 2020-12) of a file, for editors; `id` is its address, relative to where it is published.
  public func jsonSchema(id: String, title: String) -> JSONValue {
    let head: JSONValue = [
      "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": .string(id), "title": .string(title),
    ]
    var definitions: [JSONValue.Member] = []
    let schema = schema(&definitions)
    return head.adding(definitions.isEmpty ? [:] : ["$defs": .object(definitions)]).adding(schema)
  }

  /// The schema of this form; those of the named forms in it are added to `definitions`, each once.
  private func schema(_ definitions: inout [JSONValue.Member]) -> JSONValue {
    switch self {
    case .text, .path: return ["type": "string"]
    case .identifier: return ["type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$"]
    case .date: return ["type": "string", "format": "date"]
    case .flag: return ["type": "boolean"]
    case .address: return ["type": "string", "pattern": "^https?://"]
    case .number(let bounds):
      var schema: JSONValue = ["type": "integer", "minimum": .integer(bounds.lowerBound)]
      if bounds.upperBound < .max { schema.add("maximum", .integer(bounds.upperBound)) }
      return schema
    case .choice(let words): return ["enum": JSONValue(words)]
    case .list(let shape): return ["type": "array", "items": shape.schema(&definitions)]
    case .map(let shape): return ["type": "object", "additionalProperties": shape.schema(&definitions)]
    case .either(let shapes): return ["anyOf": .array(shapes.map { $0.schema(&definitions) })]
    case .checkedElsewhere(let shape): return shape.schema(&definitions)
    case .named(let name, let shape):
      if !definitions.contains(where: { $0.name == name }) {
        let schema = shape.schema(&definitions)
        definitions.append(JSONValue.Member(name, schema))
      }
      return ["$ref": .string("#/$defs/\(name)")]
    case .object(let keys):
      let properties = keys.map { key in
        let description: JSONValue = ["description": .string(key.summary)]
        return JSONValue.Member(key.name, description.adding(key.shape.schema(&definitions)))
      }
      var schema: JSONValue = [
        "type": "object", "properties": .object(properties), "additionalProperties": false,
      ]
      schema.add("required", texts: keys.filter(\.isRequired).map(\.name))
      return schema
    }
  }
}

extension JSONValue {
  /// An object with the members of another behind its own.
  fileprivate func adding(_ other: JSONValue) -> JSONValue {
    guard case .object(let members) = other else { return self }
    var value = self
    for member in members { value.add(member.name, member.value) }
    return value
  }
}
