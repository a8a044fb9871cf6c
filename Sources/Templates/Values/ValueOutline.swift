import Diagnostics

/// What a value holds, for people who write templates and expressions: a line for each key, with an example.
public struct ValueOutline {
  private var lines: [(path: String, example: String)] = []
  private let depth: Int

  /// The lines of a value: paths as expressions name them, `[]` for each item of a list. Below `depth` maps inside of
  /// each other nothing is told.
  public static func text(of value: Value, named name: String, depth: Int = 3) -> String {
    var outline = ValueOutline(depth: depth)
    outline.add([value], name, 0)
    return Columns.lines(outline.lines.map { ($0.path, "\($0.example)\n") }, most: 48).joined()
  }

  private init(depth: Int) { self.depth = depth }

  /// Values that stand at the same path in items of a list; what one does not say, another may.
  private mutating func add(_ values: [Value], _ path: String, _ level: Int) {
    if let items = values.lazy.compactMap(\.asList).first(where: { !$0.isEmpty }) {
      let all = values.compactMap(\.asList).joined().prefix(1_000)
      guard items[0].asMap != nil || items[0].asList != nil else {
        return lines.append((path, "list: \(Self.short(items[0]))"))
      }
      lines.append((path, items.count == 1 ? "list of 1" : "list of \(items.count)"))
      return add(Array(all), path + "[]", level)
    }
    let maps = values.compactMap(\.asMap)
    guard let first = maps.first else {
      let value = values.first { if case .none = $0 { false } else { $0.asList == nil } }
      let isList = values.contains { $0.asList != nil }
      return lines.append((path, value.map(Self.short) ?? (isList ? "list, empty here" : "none here")))
    }
    guard level < depth else { return lines.append((path, "map")) }
    for key in first.shape.keys {
      add(maps.compactMap { $0[key] }, path.isEmpty ? key.text : "\(path).\(key.text)", level + 1)
    }
  }

  /// A plain value on one line.
  private static func short(_ value: Value) -> String {
    switch value {
    case .string(let text), .safe(let text):
      let line = text.unicodeScalars.map { $0.value < 0x20 ? " " : Character($0) }
      return line.count > 60 ? "\"\(String(line.prefix(57)))…\"" : "\"\(String(line))\""
    case .int(let number): return "\(number)"
    case .double(let number): return "\(number)"
    case .bool(let flag): return flag ? "true" : "false"
    default: return "none here"
    }
  }
}
