extension Value {
  /// The value as a template prints it (`True`, `None`, `[1, 'a']`): text as it is, undefined as nothing.
  var text: String {
    switch self {
    case .string(let text), .safe(let text): return text
    case .int(let number): return String(number)
    default:
      var sink = ByteSink(capacity: 256)
      sink.append(self)
      return sink.withBytes { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The value as Python's `repr` writes it: text in quotes.
  var representation: String {
    var sink = ByteSink(capacity: 256)
    sink.appendRepresentation(self, depth: 0)
    return sink.withBytes { String(decoding: $0, as: UTF8.self) }
  }
}

extension ByteSink {
  /// Nested deeper than this, a value is shown as `...`; data are never as deep.
  private static let deepest = 128

  /// Appends a value as a template prints it, not escaped.
  mutating func append(_ value: Value) {
    switch value {
    case .missing: break
    case .none: append("None")
    case .bool(let flag): append(flag ? "True" : "False")
    case .int(let number): append(decimal: number)
    case .double(let number): append(NumberText.format(number))
    case .string(let text), .safe(let text): append(text)
    default: appendRepresentation(value, depth: 0)
    }
  }

  mutating func appendRepresentation(_ value: Value, depth: Int) {
    guard depth < Self.deepest else {
      append("...")
      return
    }
    switch value {
    case .missing: append("Undefined")
    case .none, .bool, .int, .double: append(value)
    case .string(let text): appendQuoted(text)
    case .safe(let text):
      append("Markup(")
      appendQuoted(text)
      append(")")
    case .list(let items): appendItems(items, "[", "]", depth)
    case .tuple(let items): appendItems(items, "(", items.count == 1 ? ",)" : ")", depth)
    case .mapping(let map):
      append("{")
      for (index, item) in map.values.enumerated() {
        if index > 0 { append(", ") }
        appendRepresentation(map.shape.keys[index].value, depth: depth + 1)
        append(": ")
        appendRepresentation(item, depth: depth + 1)
      }
      append("}")
    case .range(let range):
      append("range(\(range.start), \(range.start + range.count * range.step)")
      append(range.step == 1 ? ")" : ", \(range.step))")
    case .object(let object): append("<\(object.kindName)>")
    }
  }

  private mutating func appendItems(_ items: [Value], _ open: String, _ close: String, _ depth: Int) {
    append(open)
    for (index, item) in items.enumerated() {
      if index > 0 { append(", ") }
      appendRepresentation(item, depth: depth + 1)
    }
    append(close)
  }

  /// Python's `repr` of text: single quotes unless only those are inside.
  private mutating func appendQuoted(_ text: String) {
    let scalars = text.unicodeScalars
    let quote: UInt8 = scalars.contains("'") && !scalars.contains("\"") ? 0x22 : 0x27
    append(quote)
    for scalar in scalars {
      switch scalar {
      case "\\": append("\\\\")
      case "\n": append("\\n")
      case "\r": append("\\r")
      case "\t": append("\\t")
      case "'" where quote == 0x27: append("\\'")
      default:
        if scalar.isPrintable {
          append(String(scalar))
        } else if scalar.value < 0x100 {
          append("\\x" + hex(scalar.value, 2))
        } else if scalar.value < 0x10000 {
          append("\\u" + hex(scalar.value, 4))
        } else {
          append("\\U" + hex(scalar.value, 8))
        }
      }
    }
    append(quote)
  }
}

/// `number` in hexadecimal with at least `width` digits.
func hex(_ number: UInt32, _ width: Int) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

extension Unicode.Scalar {
  /// Python's `str.isprintable` for one character: no control, separator (but the space), surrogate or unassigned.
  var isPrintable: Bool {
    if value < 0x7F { return value >= 0x20 }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
      .spaceSeparator:
      return false
    default: return true
    }
  }
}

/// Numbers in Python's spelling.
enum NumberText {
  /// The shortest text that reads back as `number`: `1.0`, `1e+16`, `1e-05`, `-0.0`, `inf`, `nan`.
  static func format(_ number: Double) -> String {
    // Swift turns to the exponent at 2^53, Python at 10^16: between the two every double is an integer.
    if number.magnitude >= 9_007_199_254_740_992, number.magnitude < 1e16 { return "\(Int(number)).0" }
    if number.isNaN { return "nan" }
    return number.description
  }
}
