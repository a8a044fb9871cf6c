extension Node {
  /// The value of a YAML file that is built in, from the nodes that `embed-defaults` writes one behind the other.
  public init(embedded text: StaticString) {
    self = text.withUTF8Buffer { bytes in
      var nodes = EmbeddedNodes(bytes: bytes)
      return nodes.next()
    }
  }
}

private struct EmbeddedNodes {
  let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// A node behind its form, its place and how much it holds: bytes of a scalar, parts of a list or mapping.
  mutating func next() -> Node {
    let form = bytes[position]
    position += 2
    let (line, column, count) = (number(), number(), number())
    let content: Node.Content
    switch form {
    case UInt8(ascii: "l"): content = .sequence((0..<count).map { _ in next() })
    case UInt8(ascii: "m"): content = .mapping((0..<count).map { _ in Node.Entry(key: next(), value: next()) })
    default:
      let text = UnsafeBufferPointer(rebasing: bytes[position..<(position + count)])
      content = .scalar(String(decoding: text, as: UTF8.self), quoted: form == UInt8(ascii: "q"))
      position += count + 1
    }
    return Node(content, line: line, column: column)
  }

  /// A number and the byte behind it.
  private mutating func number() -> Int {
    var number = 0
    while bytes[position] >= UInt8(ascii: "0") {
      number = number * 10 + Int(bytes[position] - UInt8(ascii: "0"))
      position += 1
    }
    position += 1
    return number
  }
}
