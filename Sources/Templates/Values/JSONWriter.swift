/// Writes values as JSON: keys in their order, UTF-8.
struct JSONWriter {
  private var sink: [UInt8] = []
  private let indent: Int?

  init(indent: Int? = nil) { self.indent = indent }

  var text: String { String(decoding: sink, as: UTF8.self) }

  mutating func write(_ value: Value, depth: Int = 0) throws(ValueError) {
    guard depth < 128 else { throw .limit("a value is nested too deep for JSON") }
    switch value {
    case .none: sink += "null".utf8
    case .bool(let flag): sink += (flag ? "true" : "false").utf8
    case .int(let number): sink += String(number).utf8
    case .double(let number):
      guard number.isFinite else { throw ValueError("\(NumberText.format(number)) is no number in JSON") }
      sink += NumberText.format(number).utf8
    case .string(let text), .safe(let text): quote(text)
    case .list(let items), .tuple(let items): try list(items, depth)
    case .range(let range): try list((0..<range.count).map(range.item), depth)
    case .mapping(let map):
      try container(map.values.count, 0x7B, 0x7D, depth) { writer, index throws(ValueError) in
        switch map.shape.keys[index] {
        case .bool(let flag): writer.quote(flag ? "true" : "false")
        default: writer.quote(map.shape.keys[index].text)
        }
        writer.sink += ": ".utf8
        try writer.write(map.values[index], depth: depth + 1)
      }
    case .missing: throw .undefined
    case .object: throw .type("\(value.aKind) cannot be written as JSON")
    }
    guard sink.count <= Arithmetic.mostText else { throw .limit("a text of more than 64 MiB") }
  }

  private mutating func list(_ items: [Value], _ depth: Int) throws(ValueError) {
    try container(items.count, 0x5B, 0x5D, depth) { writer, index throws(ValueError) in
      try writer.write(items[index], depth: depth + 1)
    }
  }

  private mutating func container(
    _ count: Int, _ open: UInt8, _ close: UInt8, _ depth: Int,
    _ item: (inout JSONWriter, Int) throws(ValueError) -> Void
  ) throws(ValueError) {
    sink.append(open)
    for index in 0..<count {
      if index > 0 { sink += (indent == nil ? ", " : ",").utf8 }
      newline(depth + 1)
      try item(&self, index)
    }
    if count > 0 { newline(depth) }
    sink.append(close)
  }

  private mutating func newline(_ depth: Int) {
    guard let indent else { return }
    sink.append(0x0A)
    sink += repeatElement(0x20, count: indent * depth)
  }

  private mutating func quote(_ text: String) {
    sink.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22: sink += "\\\"".utf8
      case 0x5C: sink += "\\\\".utf8
      case 0x0A: sink += "\\n".utf8
      case 0x0D: sink += "\\r".utf8
      case 0x09: sink += "\\t".utf8
      case 0x08: sink += "\\b".utf8
      case 0x0C: sink += "\\f".utf8
      // The signs of HTML are escapes, which is safe inside of `<script>`.
      case 0x00..<0x20, 0x7F, 0x3C, 0x3E, 0x26, 0x27: sink += "\\u\(hex(UInt32(byte), 4))".utf8
      default: sink.append(byte)
      }
    }
    sink.append(0x22)
  }
}
