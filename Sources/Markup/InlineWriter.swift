import Markdown

/// Writes inline content to a builder while a parser goes through it: text is gathered, lines are counted.
struct InlineWriter {
  private var text: [UInt8] = []
  private(set) var line: Int

  init(line: Int) { self.line = line }

  mutating func add(_ byte: UInt8) { text.append(byte) }

  mutating func add(_ bytes: some Sequence<UInt8>) { text.append(contentsOf: bytes) }

  mutating func dropLast() { _ = text.popLast() }

  /// Passes on the text gathered so far.
  mutating func flush(_ builder: inout DocumentBuilder) {
    if !text.isEmpty { builder.add(text: text, line: line) }
    text.removeAll(keepingCapacity: true)
  }

  mutating func endLine(_ builder: inout DocumentBuilder, isHard: Bool = false) {
    while let last = text.last, last == 0x20 { text.removeLast() }
    flush(&builder)
    builder.add(inline: isHard ? .lineBreak : .softBreak, line: line)
    line += 1
  }

  /// Counts the line ends of what was passed on at once.
  mutating func count(_ bytes: some Sequence<UInt8>) { line += bytes.count { $0 == 0x0A } }

  /// Adds a link with a text without markup; an address that is no link stays text.
  mutating func addLink(to destination: String, text: [UInt8], _ builder: inout DocumentBuilder) {
    flush(&builder)
    builder.open(inline: .link(destination: destination, title: ""), line: line)
    builder.add(text: text, line: line)
    builder.close()
  }

  /// Adds the e-mail address around an `@` as a link and takes back what was gathered of it; the index behind it, nil
  /// when there is none.
  mutating func addMail(
    in bytes: [UInt8], around index: Int, notBefore first: Int, _ builder: inout DocumentBuilder
  ) -> Int? {
    guard let range = BareAddress.mail(in: bytes, around: index, notBefore: first) else { return nil }
    for _ in range.lowerBound..<index { dropLast() }
    let address = Array(bytes[range])
    addLink(to: "mailto:" + address.string, text: address, &builder)
    return range.upperBound
  }

  /// Adds an inline that holds nothing but text.
  mutating func addMarked(_ kind: Inline.Kind, text: [UInt8], _ builder: inout DocumentBuilder) {
    flush(&builder)
    builder.open(inline: kind, line: line)
    builder.add(text: text, line: line)
    builder.close()
  }

  /// Adds an anchor that links can lead to.
  mutating func addAnchor(_ name: String, _ builder: inout DocumentBuilder) {
    flush(&builder)
    if let html = Anchor.html(name) { builder.add(inline: .html(html), line: line) }
  }
}

/// Names of places in a document.
enum Anchor {
  /// The anchor as HTML; nil for a name that would need escapes.
  static func html(_ name: String) -> String? {
    let isPlain = name.utf8.allSatisfy { $0.isWordByte || "-_.:".utf8.contains($0) }
    return name.isEmpty || !isPlain ? nil : "<a id=\"\(name)\"></a>"
  }
}

/// Addresses written without markup.
enum BareAddress {
  /// The end of an address that begins at an index: `https://…`, `http://…`, `mailto:…`; nil where none begins.
  static func end(in bytes: [UInt8], at start: Int) -> Int? {
    guard start == 0 || !bytes[start - 1].isWordByte else { return nil }
    let scheme: Int
    if bytes.holds("https://", at: start) {
      scheme = 8
    } else if bytes.holds("http://", at: start) {
      scheme = 7
    } else if bytes.holds("mailto:", at: start) {
      scheme = 7
    } else {
      return nil
    }
    var end = start + scheme
    var open = 0
    while end < bytes.count, !bytes[end].isSpaceByte, !"<>\"`[]|".utf8.contains(bytes[end]) {
      if bytes[end] == UInt8(ascii: "(") { open += 1 }
      if bytes[end] == UInt8(ascii: ")") {
        if open == 0 { break }
        open -= 1
      }
      end += 1
    }
    while end > start + scheme, ".,;:!?*_'\\".utf8.contains(bytes[end - 1]) { end -= 1 }
    return end > start + scheme ? end : nil
  }

  /// The range of the e-mail address around an `@`; nil when there is none.
  static func mail(in bytes: [UInt8], around at: Int, notBefore first: Int) -> Range<Int>? {
    func isPart(_ byte: UInt8) -> Bool { byte < 0x80 && (byte.isWordByte || ".-_+".utf8.contains(byte)) }
    var start = at
    while start > first, isPart(bytes[start - 1]) { start -= 1 }
    while start < at, ".-_+".utf8.contains(bytes[start]) { start += 1 }
    var end = at + 1
    while end < bytes.count, isPart(bytes[end]) { end += 1 }
    while end > at + 1, ".-_+".utf8.contains(bytes[end - 1]) { end -= 1 }
    guard start < at, bytes[(at + 1)..<end].contains(UInt8(ascii: ".")) else { return nil }
    return start..<end
  }
}
