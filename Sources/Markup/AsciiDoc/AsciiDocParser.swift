import Markdown

/// Goes through the lines once. Blocks within blocks are read with the same index; `deepest` bounds how deep.
struct AsciiDocParser {
  static let deepest = 24

  let lines: MarkupLines
  var names: AsciiDocNames
  var builder = DocumentBuilder()
  var index = 0
  var attributes = AsciiDocAttributes()

  /// The lines right below the title: the author and the revision, attributes among them.
  mutating func header() {
    while index < lines.all.count {
      if lines.all[index].isBlank || isComment(lines.all[index]) {
        index += 1
      } else if !takeAttribute() {
        break
      }
    }
    guard index < lines.all.count, let level = level(of: lines.all[index]), level == 1 else { return }
    heading(level)
    var authors: [MarkupLine] = []
    while index < lines.all.count, !lines.all[index].isBlank {
      if isComment(lines.all[index]) {
        index += 1
      } else if !takeAttribute() {
        guard authors.count < 2, startsParagraph(lines.all[index]) else { break }
        authors.append(lines.all[index])
        index += 1
      }
    }
    if !authors.isEmpty { paragraph(authors[...]) }
  }

  /// Blocks up to a line, or up to a line that closes the block around them.
  mutating func body(until end: Int, closing fence: ArraySlice<UInt8>? = nil, depth: Int) {
    while index < end {
      let line = lines.all[index]
      if line.isBlank {
        index += 1
      } else if let fence, lines.text(line).elementsEqual(fence) {
        return
      } else {
        let start = index
        block(until: end, depth: depth)
        // A block that took no line would be read without end.
        index = max(index, start + 1)
      }
    }
  }

  /// Reads one block, or a line that is none.
  mutating func block(until end: Int, depth: Int) {
    let line = lines.all[index]
    let text = lines.text(line)
    if isComment(line) || isDirective(text) {
      index += 1
      return
    }
    if takeAttribute() { return }
    if takeBlockAttributes(line) || takeTitle(line) { return }
    if let level = level(of: line), line.indent == 0 { return heading(level) }
    if let level = underlinedLevel(at: index, until: end) { return underlinedHeading(level) }
    if delimited(line, until: end, depth: depth) { return }
    if text.elementsEqual("'''".utf8) || text.elementsEqual("---".utf8) || text.elementsEqual("***".utf8)
      || text.elementsEqual("* * *".utf8)
    {
      builder.add(block: .thematicBreak, lines: line.number...line.number)
      return finish()
    }
    if text.elementsEqual("<<<".utf8) || text.elementsEqual("+".utf8) { return finish() }
    if AsciiDocMarker(of: line, in: lines) != nil || term(of: line) != nil {
      writeCaption()
      list(until: end, depth: depth)
      return
    }
    if line.indent > 0 { return literal(until: end) }
    let start = index
    while index < end, !lines.all[index].isBlank, index == start || !endsParagraph(lines.all[index]) { index += 1 }
    writeCaption()
    paragraph(lines.all[start..<index])
  }

  /// Goes to the next line and forgets what was said of the block.
  private mutating func finish() {
    index += 1
    attributes = AsciiDocAttributes()
  }

  // MARK: Lines that are no text

  func isComment(_ line: MarkupLine) -> Bool {
    let text = lines.text(line)
    return text.starts(with: "//".utf8) && !text.starts(with: "///".utf8)
  }

  private func isDirective(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.last == UInt8(ascii: "]"), let colons = text.prefix(12).position(of: "::", from: text.startIndex) else {
      return false
    }
    return ["include", "ifdef", "ifndef", "ifeval", "endif", "toc", "video", "audio"].contains(text[..<colons].string)
  }

  /// Takes an attribute (`:name: value`) and its continued lines.
  mutating func takeAttribute() -> Bool {
    guard index < lines.all.count else { return false }
    let line = lines.all[index]
    let text = lines.text(line)
    guard line.indent == 0, text.first == UInt8(ascii: ":"),
      let close = text.dropFirst().firstIndex(of: UInt8(ascii: ":")), close > text.startIndex + 1,
      text[(text.startIndex + 1)..<close].allSatisfy({ $0.isWordByte || "-_!".utf8.contains($0) }),
      close + 1 == text.endIndex || text[close + 1].isSpaceByte
    else { return false }
    while index < lines.all.count, lines.text(lines.all[index]).suffix(2).elementsEqual(" \\".utf8) { index += 1 }
    index += 1
    return true
  }

  private mutating func takeBlockAttributes(_ line: MarkupLine) -> Bool {
    let text = lines.text(line)
    guard text.first == UInt8(ascii: "["), text.last == UInt8(ascii: "]"), text.count > 2, line.indent == 0 else {
      return false
    }
    if text.starts(with: "[[".utf8), text.suffix(2).elementsEqual("]]".utf8) {
      attributes.anchors.append(text.dropFirst(2).prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "]") }.string)
    } else {
      let inner = text.dropFirst().dropLast()
      // A line of text in brackets has blanks; attributes are words and assignments.
      guard !inner.contains(UInt8(ascii: "]")), inner.first.map({ !$0.isSpaceByte }) == true else { return false }
      let words = inner.prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "=") }.split(separator: 0x20).count
      guard words <= 2 else { return false }
      attributes.add(inner)
    }
    index += 1
    return true
  }

  private mutating func takeTitle(_ line: MarkupLine) -> Bool {
    let text = lines.text(line)
    guard line.indent == 0, text.first == UInt8(ascii: "."), text.count > 1,
      let second = text.dropFirst().first, second != UInt8(ascii: "."), !second.isSpaceByte
    else { return false }
    attributes.title = text.dropFirst()
    attributes.titleLine = line.number
    index += 1
    return true
  }

  // MARK: Titles of sections

  /// The level of a title with signs before it.
  func level(of line: MarkupLine) -> Int? {
    let text = lines.text(line)
    guard let sign = text.first, sign == UInt8(ascii: "=") || sign == UInt8(ascii: "#") else { return nil }
    let level = text.prefix { $0 == sign }.count
    guard level <= 6, text.count > level + 1, text[text.startIndex + level] == 0x20 else { return nil }
    return level
  }

  /// The level of a title with a line of its length below it.
  private func underlinedLevel(at index: Int, until end: Int) -> Int? {
    guard index + 1 < end, lines.all[index].indent == 0, lines.all[index + 1].indent == 0 else { return nil }
    let rule = lines.text(lines.all[index + 1])
    guard let sign = rule.first, rule.count >= 3, rule.allSatisfy({ $0 == sign }),
      let level = "=-~^+".utf8.firstIndex(of: sign)
    else { return nil }
    let title = lines.text(lines.all[index])
    let width = title.count { $0 & 0xC0 != 0x80 }
    guard abs(width - rule.count) <= 1, title.contains(where: \.isWordByte) else { return nil }
    return "=-~^+".utf8.distance(from: "=-~^+".utf8.startIndex, to: level) + 1
  }

  private mutating func underlinedHeading(_ level: Int) {
    let line = lines.all[index]
    write(heading: Array(lines.text(line)), level, line)
    index += 2
  }

  mutating func heading(_ level: Int) {
    let line = lines.all[index]
    var text = lines.text(line).dropFirst(level)
    // Signs behind the title, too.
    if let sign = lines.text(line).first, text.suffix(level + 1).dropFirst().allSatisfy({ $0 == sign }),
      text.suffix(level + 1).first == 0x20
    {
      text = text.dropLast(level + 1)
    }
    write(heading: text.folded, level, line)
    index += 1
  }

  private mutating func write(heading text: [UInt8], _ level: Int, _ line: MarkupLine) {
    builder.open(block: .heading(level), line: line.number)
    anchors(line: line.number)
    // The anchor that the format itself gives.
    if let html = Anchor.html(AsciiDocNames.anchor(text)) { builder.add(inline: .html(html), line: line.number) }
    inlines(text, line: line.number)
    builder.close(lastLine: line.number)
    attributes = AsciiDocAttributes()
  }

  // MARK: Paragraphs

  private func startsParagraph(_ line: MarkupLine) -> Bool {
    !endsParagraph(line) && level(of: line) == nil && lines.text(line).first != UInt8(ascii: "[")
  }

  /// Whether a line that follows a line of text belongs to something else.
  func endsParagraph(_ line: MarkupLine) -> Bool {
    let text = lines.text(line)
    guard line.indent == 0, let first = text.first, !first.isWordByte else { return false }
    if isComment(line) || fence(text) != nil { return true }
    return first == UInt8(ascii: "[") && text.last == UInt8(ascii: "]")
      && (text.starts(with: "[[".utf8) || text.starts(with: "[#".utf8) || text.starts(with: "[.".utf8))
  }

  /// A paragraph; one that begins with `NOTE:` or its kind begins with that word in bold.
  mutating func paragraph(_ part: ArraySlice<MarkupLine>) {
    guard let first = part.first, let last = part.last else { return }
    let text = lines.joined(part.filter { !isComment($0) }[...])
    let isQuote = attributes.style == "quote" || attributes.style == "verse"
    if attributes.style == "source" || attributes.style == "listing" || attributes.style == "literal" {
      builder.add(block: .code(info: "", text: text.string + "\n"), lines: first.number...last.number)
      attributes = AsciiDocAttributes()
      return
    }
    if isQuote { builder.open(block: .blockQuote, line: first.number) }
    builder.open(block: .paragraph, line: first.number)
    anchors(line: first.number)
    inlines(text, line: first.number)
    builder.close(lastLine: last.number)
    if isQuote { builder.close() }
    attributes = AsciiDocAttributes()
  }

  /// Lines that are indented: literal text.
  private mutating func literal(until end: Int) {
    let start = index
    while index < end, !lines.all[index].isBlank { index += 1 }
    code(lines.all[start..<index], info: "", lines.all[start].number...lines.all[index - 1].number)
  }

  mutating func code(_ part: ArraySlice<MarkupLine>, info: String, _ range: ClosedRange<Int>) {
    builder.add(block: .code(info: info, text: lines.literal(part)), lines: range)
    attributes = AsciiDocAttributes()
  }

  /// The title of the block that comes next, as a paragraph of bold text.
  mutating func writeCaption() {
    guard let title = attributes.title else { return }
    attributes.title = nil
    builder.open(block: .paragraph, line: attributes.titleLine)
    builder.open(inline: .strong, line: attributes.titleLine)
    inlines(Array(title), line: attributes.titleLine)
    builder.close()
    builder.close(lastLine: attributes.titleLine)
  }

  /// Puts the anchors of the block before its text.
  mutating func anchors(line: Int) {
    for html in attributes.anchors.compactMap(Anchor.html) { builder.add(inline: .html(html), line: line) }
    attributes.anchors = []
  }

  /// Inline content into the block that is open.
  mutating func inlines(_ bytes: [UInt8], line: Int) {
    var parser = AsciiDocInlines(bytes, line: line, names: names)
    parser.write(to: &builder)
    names = parser.names
  }
}
