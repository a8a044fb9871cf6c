import Markdown

/// Inline content of AsciiDoc: marks, links, references, images, attributes.
struct AsciiDocInlines {
  /// Deepest marks within marks.
  private static let deepest = 8

  let bytes: [UInt8]
  var names: AsciiDocNames
  /// Where the last `>` stands; -1 without one.
  let lastAngle: Int
  let depth: Int
  var writer: InlineWriter
  var index = 0
  /// Where text that belongs to nothing else begins.
  var free = 0
  /// Signs that end nowhere in the rest of the text.
  var unclosed: Set<String> = []

  init(_ bytes: [UInt8], line: Int, names: AsciiDocNames, depth: Int = 0) {
    self.bytes = bytes
    self.names = names
    lastAngle = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    self.depth = depth
    writer = InlineWriter(line: line)
  }

  mutating func write(to builder: inout DocumentBuilder) {
    while index < bytes.count {
      let byte = bytes[index]
      let isDone: Bool
      switch byte {
      case 0x0A:
        let isHard = index >= 2 && bytes[index - 1] == UInt8(ascii: "+") && bytes[index - 2] == 0x20
        if isHard { writer.dropLast() }
        writer.endLine(&builder, isHard: isHard)
        isDone = step(to: index + 1)
      case UInt8(ascii: "\\"): isDone = escape()
      case UInt8(ascii: "{"): isDone = attribute(&builder)
      case UInt8(ascii: "`"): isDone = code(&builder)
      case UInt8(ascii: "*"): isDone = mark(.strong, "**", "*", &builder)
      case UInt8(ascii: "_"): isDone = mark(.emphasis, "__", "_", &builder)
      case UInt8(ascii: "#"): isDone = mark(nil, "##", "#", &builder)
      case UInt8(ascii: "+"): isDone = passed(&builder)
      case UInt8(ascii: "\""), UInt8(ascii: "'"): isDone = quoted()
      case UInt8(ascii: "<"): isDone = angled(&builder)
      case UInt8(ascii: "["): isDone = bracketed(&builder)
      case UInt8(ascii: "@"): isDone = mail(&builder)
      case UInt8(ascii: "h"), UInt8(ascii: "m"), UInt8(ascii: "l"), UInt8(ascii: "x"), UInt8(ascii: "i"),
        UInt8(ascii: "f"), UInt8(ascii: "p"), UInt8(ascii: "k"), UInt8(ascii: "b"):
        isDone = macro(&builder)
      default: isDone = false
      }
      if !isDone {
        writer.add(byte)
        index += 1
      }
    }
    writer.flush(&builder)
  }

  @discardableResult mutating func step(to end: Int) -> Bool {
    index = end
    free = end
    return true
  }

  private mutating func escape() -> Bool {
    guard index + 1 < bytes.count, "*_`#+{<[|h'\"\\".utf8.contains(bytes[index + 1]) else { return false }
    writer.add(bytes[index + 1])
    return step(to: index + 2)
  }

  // MARK: Marks

  /// Where the sign that closes a mark stands; that there is none is remembered.
  private mutating func closing(_ sign: StaticString, from start: Int, isLoose: Bool) -> Int? {
    let key = "\(sign)"
    guard !unclosed.contains(key) else { return nil }
    let length = sign.utf8CodeUnitCount
    var at = start
    while let found = bytes.position(of: sign, from: at) {
      let isInside = found > start && (isLoose || !bytes[found - 1].isSpaceByte)
      let after = found + length
      if isInside, isLoose || after == bytes.count || !bytes[after].isWordByte && bytes[after] != sign.utf8Start.pointee
      {
        return found
      }
      at = found + 1
    }
    unclosed.insert(key)
    return nil
  }

  /// Content between two signs, in its own right.
  private mutating func write(
    _ range: Range<Int>, as kind: Inline.Kind?, behind end: Int, to builder: inout DocumentBuilder
  ) -> Bool {
    writer.flush(&builder)
    if let kind { builder.open(inline: kind, line: writer.line) }
    write(Array(bytes[range]), to: &builder)
    if kind != nil { builder.close() }
    writer.count(bytes[index..<end])
    return step(to: end)
  }

  mutating func write(_ text: [UInt8], to builder: inout DocumentBuilder) {
    guard depth < Self.deepest else {
      builder.add(text: text, line: writer.line)
      return
    }
    var inner = AsciiDocInlines(text, line: writer.line, names: names, depth: depth + 1)
    inner.write(to: &builder)
    names = inner.names
  }

  private mutating func mark(
    _ kind: Inline.Kind?, _ double: StaticString, _ single: StaticString, _ builder: inout DocumentBuilder
  ) -> Bool {
    if bytes.holds(double, at: index), let end = closing(double, from: index + 2, isLoose: true) {
      return write((index + 2)..<end, as: kind, behind: end + 2, to: &builder)
    }
    guard startsWord(1), let end = closing(single, from: index + 1, isLoose: false) else { return false }
    return write((index + 1)..<end, as: kind, behind: end + 1, to: &builder)
  }

  /// Whether a mark of this length can begin here: no word before it, no blank behind it.
  private func startsWord(_ length: Int) -> Bool {
    guard index + length < bytes.count, !bytes[index + length].isSpaceByte else { return false }
    guard index > 0 else { return true }
    let before = bytes[index - 1]
    return !before.isWordByte && before != UInt8(ascii: ";") && before != UInt8(ascii: ":")
      && before != UInt8(ascii: "}")
  }

  private mutating func code(_ builder: inout DocumentBuilder) -> Bool {
    // `"` and `'` next to it are quotation marks of typography.
    let range: Range<Int>
    let end: Int
    if bytes.holds("``", at: index), let close = closing("``", from: index + 2, isLoose: true) {
      (range, end) = ((index + 2)..<close, close + 2)
    } else if startsWord(1), let close = closing("`", from: index + 1, isLoose: false) {
      (range, end) = ((index + 1)..<close, close + 1)
    } else {
      return false
    }
    var text = Array(bytes[range])
    if text.count > 2, text.first == UInt8(ascii: "+"), text.last == UInt8(ascii: "+") {
      text = Array(text.dropFirst().dropLast())
    }
    // An account or an address in code stays a link.
    if text.position(of: "://", from: 0) != nil, text.contains(UInt8(ascii: "[")) {
      return write(range, as: nil, behind: end, to: &builder)
    }
    writer.flush(&builder)
    builder.add(inline: .code(names.substituting(text).folded.string), line: writer.line)
    writer.count(bytes[index..<end])
    return step(to: end)
  }

  /// `+text+`, `++text++`, `+++text+++`: text without markup.
  private mutating func passed(_ builder: inout DocumentBuilder) -> Bool {
    let count = bytes[index...].prefix(4).prefix { $0 == UInt8(ascii: "+") }.count
    let end: Int?
    switch count {
    case 1: end = startsWord(1) ? closing("+", from: index + 1, isLoose: false) : nil
    case 2: end = closing("++", from: index + 2, isLoose: true)
    case 3: end = closing("+++", from: index + 3, isLoose: true)
    default: end = nil
    }
    guard let end else { return false }
    writer.add(bytes[(index + count)..<end].map { $0 == 0x0A ? 0x20 : $0 })
    writer.flush(&builder)
    writer.count(bytes[index..<end])
    return step(to: end + count)
  }

  /// ``"`text`"``: quotation marks.
  private mutating func quoted() -> Bool {
    guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "`") else {
      return false
    }
    let sign: StaticString = bytes[index] == UInt8(ascii: "\"") ? "`\"" : "`'"
    guard let end = closing(sign, from: index + 2, isLoose: true) else { return false }
    writer.add("“".utf8)
    writer.add(bytes[(index + 2)..<end].map { $0 == 0x0A ? 0x20 : $0 })
    writer.add("”".utf8)
    return step(to: end + 2)
  }

  private mutating func attribute(_ builder: inout DocumentBuilder) -> Bool {
    guard let (value, end) = names.value(in: bytes, at: index) else { return false }
    // An address in parts: the name stands for its start.
    if value.position(of: "://", from: 0) != nil, depth < Self.deepest {
      let rest = bytes[end...].prefix { !$0.isSpaceByte }
      let close = rest.firstIndex(of: UInt8(ascii: "[")).flatMap { bytes[$0...].firstIndex(of: UInt8(ascii: "]")) }
      let stop = close.map { $0 + 1 } ?? end + rest.count
      writer.flush(&builder)
      write(names.substituting(Array(value + bytes[end..<stop])), to: &builder)
      writer.count(bytes[index..<stop])
      return step(to: stop)
    }
    writer.add(value)
    return step(to: end)
  }
}
