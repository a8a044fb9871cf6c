import Markdown

/// What stands before an item of a list.
struct AsciiDocMarker {
  /// Signs that tell the level: `*`, `**`, `-`, `.`, `1.`.
  let style: String
  /// Bytes of the marker without the blank behind it.
  let length: Int
  /// Whether items are numbered.
  let isOrdered: Bool

  init?(of line: MarkupLine, in lines: MarkupLines) {
    let text = lines.text(line)
    guard let first = text.first else { return nil }
    func isMarker(_ length: Int) -> Bool { text.count > length && text[text.startIndex + length].isSpaceByte }
    switch first {
    case UInt8(ascii: "*"), UInt8(ascii: "."):
      let count = text.prefix { $0 == first }.count
      guard count <= 6, isMarker(count) else { return nil }
      (style, length, isOrdered) = (text.prefix(count).string, count, first == UInt8(ascii: "."))
    case UInt8(ascii: "-"):
      guard isMarker(1) else { return nil }
      (style, length, isOrdered) = ("-", 1, false)
    case 0x30...0x39:
      let digits = text.prefix(while: \.isASCIIDigit).count
      guard digits <= 4, text.count > digits, text[text.startIndex + digits] == UInt8(ascii: "."), isMarker(digits + 1)
      else { return nil }
      (style, length, isOrdered) = ("1.", digits + 1, true)
    case UInt8(ascii: "<"):
      let inside = text.dropFirst().prefix { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }.count
      guard inside > 0, text.count > inside + 1, text[text.startIndex + inside + 1] == UInt8(ascii: ">"),
        isMarker(inside + 2)
      else { return nil }
      (style, length, isOrdered) = ("<1>", inside + 2, true)
    default:
      guard text.starts(with: "•".utf8), isMarker(3) else { return nil }
      (style, length, isOrdered) = ("•", 3, false)
    }
  }
}

extension AsciiDocParser {
  /// A term of a description list: its bytes and where the description begins; nil for any other line.
  func term(of line: MarkupLine) -> (term: ArraySlice<UInt8>, style: String, description: Int)? {
    let text = lines.text(line)
    // Addresses hold colons, too; a term ends with two to four of them before a blank or the end of the line.
    var at = text.startIndex + 1
    while at + 1 < text.endIndex {
      guard let found = text[at...].firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") }) else {
        return nil
      }
      let sign = text[found]
      let count = text[found...].prefix { $0 == sign }.count
      let end = found + count
      if sign == UInt8(ascii: ":") ? (2...4).contains(count) : count == 2,
        end == text.endIndex || text[end].isSpaceByte,
        !text[found - 1].isSpaceByte
      {
        let isMacro = text.last == UInt8(ascii: "]") && text[end...].first.map { !$0.isSpaceByte } == true
        return isMacro ? nil : (text[..<found], text[found..<end].string, end - text.startIndex)
      }
      at = end
    }
    return nil
  }

  /// Reads a list with the lists inside of it: a marker that is not in use yet begins one inside of the item.
  mutating func list(until end: Int, depth: Int) {
    var styles: [String] = []
    attributes = AsciiDocAttributes()
    while index < end {
      let line = lines.all[index]
      let style: String
      let marker = AsciiDocMarker(of: line, in: lines)
      let term = marker == nil ? term(of: line) : nil
      if let marker { style = marker.style } else if let term { style = term.style } else { break }
      if let level = styles.firstIndex(of: style) {
        while styles.count > level + 1 {
          closeList()
          styles.removeLast()
        }
        builder.close()
      } else if styles.isEmpty || styles.count + depth < Self.deepest {
        let start = marker?.isOrdered == true ? 1 : nil
        builder.open(block: .list(start: start, tight: true), line: line.number)
        styles.append(style)
      } else {
        builder.close()
      }
      item(line, marker, term, until: end, depth: depth + styles.count)
      if !goesOn(until: end) { break }
    }
    for _ in styles { closeList() }
  }

  /// Closes the item that is open and its list.
  private mutating func closeList() {
    builder.close()
    builder.close()
  }

  /// Whether an item follows, perhaps behind blank lines or comments.
  private mutating func goesOn(until end: Int) -> Bool {
    var next = index
    while next < end, lines.all[next].isBlank || lines.text(lines.all[next]).elementsEqual("//-".utf8) {
      // `//-` keeps two lists apart.
      if !lines.all[next].isBlank { return false }
      next += 1
    }
    guard next < end, AsciiDocMarker(of: lines.all[next], in: lines) != nil || term(of: lines.all[next]) != nil else {
      return false
    }
    index = next
    return true
  }

  /// Opens an item and writes its text and what is attached to it.
  private mutating func item(
    _ line: MarkupLine, _ marker: AsciiDocMarker?, _ term: (term: ArraySlice<UInt8>, style: String, description: Int)?,
    until end: Int, depth: Int
  ) {
    var content = lines.line(line, dropping: marker?.length ?? term?.description ?? 0)
    var checked: Bool?
    let text = lines.text(content)
    if marker != nil, text.count >= 4, text.first == UInt8(ascii: "["), text[text.startIndex + 2] == UInt8(ascii: "]"),
      text[text.startIndex + 3].isSpaceByte, " xX*".utf8.contains(text[text.startIndex + 1])
    {
      checked = text[text.startIndex + 1] != 0x20
      content = lines.line(content, dropping: 3)
    }
    builder.open(block: .item(checked: checked), line: line.number)
    builder.open(block: .paragraph, line: line.number)
    if let term {
      builder.open(inline: .strong, line: line.number)
      inlines(Array(term.term) + [0x3A], line: line.number)
      builder.close()
      if !content.isBlank { builder.add(text: " ", line: line.number) }
    }
    index += 1
    var part = content.isBlank ? [] : [content]
    // The description may begin on a line of its own, behind a blank one.
    if term != nil, part.isEmpty {
      let next = lines.all[index...].prefix(while: \.isBlank).count + index
      if next < end, next <= index + 1, startsText(lines.all[next]) {
        index = next
        builder.add(text: " ", line: line.number)
      }
    }
    while index < end, startsText(lines.all[index]),
      part.isEmpty || part[part.count - 1].number == lines.all[index].number - 1
    {
      part.append(lines.all[index])
      index += 1
    }
    if let first = part.first { inlines(lines.joined(part[...]), line: first.number) }
    builder.close(lastLine: part.last?.number)
    attached(until: end, depth: depth)
  }

  /// Whether a line goes on with the text of an item.
  private func startsText(_ line: MarkupLine) -> Bool {
    !line.isBlank && !lines.text(line).elementsEqual("+".utf8) && AsciiDocMarker(of: line, in: lines) == nil
      && term(of: line) == nil && !endsParagraph(line) && level(of: line) == nil
      && !(lines.text(line).first == UInt8(ascii: "[") && lines.text(line).last == UInt8(ascii: "]")
        && line.indent == 0)
  }

  /// Blocks that a line `+` ties to the item.
  private mutating func attached(until end: Int, depth: Int) {
    while index < end, lines.text(lines.all[index]).elementsEqual("+".utf8) {
      index += 1
      guard depth < Self.deepest, index < end, !lines.all[index].isBlank else { continue }
      let before = index
      var isDone = false
      // Attributes and titles come before their block.
      while index < end, !isDone, !lines.all[index].isBlank {
        let start = lines.all[index]
        if AsciiDocMarker(of: start, in: lines) != nil || term(of: start) != nil { return }
        isDone = !(lines.text(start).first == UInt8(ascii: "[") || lines.text(start).first == UInt8(ascii: "."))
        attachedBlock(until: end, depth: depth)
      }
      if index == before { index += 1 }
    }
  }

  /// A block inside of an item: a paragraph of it ends before the next `+`.
  private mutating func attachedBlock(until end: Int, depth: Int) {
    let start = index
    let text = lines.text(lines.all[start])
    guard fence(text) == nil, text.first != UInt8(ascii: "["), text.first != UInt8(ascii: "."),
      !isComment(lines.all[start])
    else {
      return block(until: end, depth: depth)
    }
    while index < end, startsText(lines.all[index]) { index += 1 }
    if index == start { index += 1 }
    writeCaption()
    paragraph(lines.all[start..<index])
  }
}
