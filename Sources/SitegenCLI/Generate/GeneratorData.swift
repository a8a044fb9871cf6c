import Diagnostics
import StructuredData
import Templates

/// Data files as values that templates see.
enum GeneratorData {
  /// The value of a file; nil where it cannot be read, with the reason.
  static func read(_ source: SourceText) -> Staged<Value?> {
    let ending = source.path.split(separator: ".").last?.lowercased() ?? ""
    switch ending {
    case "csv": return Staged(table(CSV.read(source)))
    case "toml": return TOML.read(source).map { $0.map(value) }
    default: return YAML.read(source).map { $0.map(value) }
    }
  }

  /// Rows as maps by the names of the first one.
  private static func table(_ rows: [CSV.Row]) -> Value {
    guard let head = rows.first else { return .list([]) }
    return .list(
      rows.dropFirst().map { row in
        .map(zip(head.fields, row.fields).map { ($0, .string($1)) })
      })
  }

  /// Text stays as it is written: of plain scalars only whole numbers and truth values are more than text.
  private static func value(_ node: Node) -> Value {
    switch node.content {
    case .sequence(let nodes): .list(nodes.map(value))
    case .mapping(let entries):
      .map(
        entries.compactMap { entry in
          guard case .scalar(let key, _) = entry.key.content else { return nil }
          return (key, value(entry.value))
        })
    case .scalar(let text, _):
      node.isNull ? .none : node.bool.map { .bool($0) } ?? plainNumber(node, text) ?? .string(text)
    }
  }

  /// A whole number that is written as numbers are: `007` and `+1` are text.
  private static func plainNumber(_ node: Node, _ text: String) -> Value? {
    node.int.flatMap { String($0) == text ? .int($0) : nil }
  }
}

extension Staged {
  fileprivate func map<Other>(_ transform: (Value) -> Other) -> Staged<Other> {
    Staged<Other>(transform(value), diagnostics)
  }
}
