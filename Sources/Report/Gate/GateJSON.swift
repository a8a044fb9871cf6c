import Diagnostics

/// What got worse, schema `check/1`.
enum GateJSON {
  static func bytes(_ report: GateReport) -> [UInt8] {
    JSONWriter.bytes([
      "schema": "check/1", "base": .string(report.base), "fails": .bool(report.fails),
      "communities": .array(
        report.parts.map { part in
          [
            "id": .string(part.comparison.new.id), "name": .string(part.comparison.new.name),
            "not_comparable": JSONValue(part.breaks), "worse": .array(part.items.map(item)),
          ]
        }),
      "input": .array(report.input.map(item)), "added": JSONValue(report.added), "removed": JSONValue(report.removed),
    ])
  }

  private static func item(_ item: GateItem) -> JSONValue {
    func place(_ location: Location) -> JSONValue {
      ["path": .string(location.path), "line": .integer(location.line), "column": .integer(location.column)]
    }
    var value: JSONValue = [
      "kind": .string(item.kind.rawValue), "rule": .string(item.rule), "severity": .string(item.severity.rawValue),
      "fails": .bool(item.fails), "message": .string(item.message),
    ]
    value.add("fix", text: item.help)
    value.add("solutions", list: JSONReport.solutions(item.solutions))
    value.add("locations", list: item.places.map(place))
    value.add("was", item.gone.map(place))
    value.add("fingerprint", .string(item.fingerprint))
    return value
  }
}
