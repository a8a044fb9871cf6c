import Markdown

/// Goes through the lines once; what is indented is taken as lines of its own, at most `deepest` times.
struct RSTParser {
  static let deepest = 24

  let lines: MarkupLines
  var names: RSTNames
  /// Path of the file, by which documents are found.
  let path: String
  var builder = DocumentBuilder()
  /// Styles of section titles in the order they were met.
  private var styles: [UInt16] = []
  /// Anchors that wait for the next block.
  var waiting: [String] = []

  init(lines: MarkupLines, names: RSTNames, path: String) {
    self.lines = lines
    self.names = names
    self.path = path
  }

  /// Blocks of lines that are indented by `indent` at least.
  mutating func body(_ lines: ArraySlice<MarkupLine>, indent: Int, depth: Int) {
    var index = lines.startIndex
    guard depth < Self.deepest else {
      // Deeper than any text is meant: what is left is one paragraph.
      let rest = lines.filter { !$0.isBlank }
      if !rest.isEmpty { paragraph(rest[...]) }
      return
    }
    while index < lines.endIndex {
      let line = lines[index]
      if line.isBlank {
        index += 1
      } else if line.indent > indent {
        let end = Self.end(ofBlockAt: index, in: lines, above: indent)
        quote(lines[index..<end].trimmed, depth: depth)
        index = end
      } else {
        // A block that took no line would be read without end.
        index = max(index + 1, block(at: index, in: lines, indent: indent, depth: depth))
      }
    }
  }

  /// The first line behind a block whose lines are indented by more than `indent` or blank.
  static func end(ofBlockAt start: Int, in lines: ArraySlice<MarkupLine>, above indent: Int) -> Int {
    lines[start...].firstIndex { !$0.isBlank && $0.indent <= indent } ?? lines.endIndex
  }

  /// Blocks inside of another one; none where every line is blank.
  mutating func body(inside lines: ArraySlice<MarkupLine>, depth: Int) {
    if let indent = lines.smallestIndent { body(lines, indent: indent, depth: depth + 1) }
  }

  private mutating func quote(_ lines: ArraySlice<MarkupLine>, depth: Int) {
    guard let first = lines.first, let indent = lines.smallestIndent else { return }
    builder.open(block: .blockQuote, line: first.number)
    body(lines, indent: indent, depth: depth + 1)
    builder.close(lastLine: lines.last?.number)
  }

  /// Reads the block that begins with a line, and returns the index behind it.
  private mutating func block(
    at index: Int, in lines: ArraySlice<MarkupLine>, indent: Int, depth: Int
  ) -> Int {
    let line = lines[index]
    let text = self.lines.text(line)
    let next = index + 1 < lines.endIndex ? lines[index + 1] : nil
    if depth == 0, let end = title(at: index, in: lines) { return end }
    if let sign = adornment(line), text.count >= 4, next?.isBlank ?? true, !"+|".utf8.contains(sign) {
      builder.add(block: .thematicBreak, lines: line.number...line.number)
      return index + 1
    }
    if text.first == UInt8(ascii: "."), text.starts(with: "..".utf8), text.count == 2 || text.dropFirst(2).first == 0x20
    {
      let end = Self.end(ofBlockAt: index + 1, in: lines, above: indent)
      explicit(line, content: lines[(index + 1)..<end], depth: depth)
      return end
    }
    if text.starts(with: "__ ".utf8) { return index + 1 }
    if let end = table(at: index, in: lines) { return end }
    if let end = list(at: index, in: lines, indent: indent, depth: depth) { return end }
    if let end = fields(at: index, in: lines, indent: indent, depth: depth) { return end }
    if text.first == UInt8(ascii: "|"), text.count == 1 || text.dropFirst().first == 0x20 {
      return lineBlock(at: index, in: lines)
    }
    if text.starts(with: ">>> ".utf8) {
      let end = lines[index...].firstIndex { $0.isBlank } ?? lines.endIndex
      code(lines[index..<end], info: "")
      return end
    }
    if let next, !next.isBlank, next.indent > indent {
      return definitions(at: index, in: lines, indent: indent, depth: depth)
    }
    return paragraph(at: index, in: lines, indent: indent)
  }

  // MARK: Titles

  /// The sign a line repeats from end to end; nil for any other line.
  func adornment(_ line: MarkupLine) -> UInt8? {
    let text = lines.text(line)
    guard let sign = text.first, sign > 0x20, sign < 0x7F, !sign.isWordByte, text.allSatisfy({ $0 == sign }) else {
      return nil
    }
    return sign
  }

  /// Reads a title with a line below it, or with one above and below.
  private mutating func title(at index: Int, in lines: ArraySlice<MarkupLine>) -> Int? {
    guard let found = RSTTitle(at: index, in: lines, of: self.lines) else { return nil }
    let level = styles.firstIndex(of: found.style) ?? styles.endIndex
    if level == styles.endIndex { styles.append(found.style) }
    let text = found.text
    builder.open(block: .heading(min(level + 1, 6)), line: text.number)
    anchors(line: text.number)
    // The anchor that the format itself gives, where GitHub's is another.
    let words = RSTNames.plain(self.lines.text(text))
    let own = RSTNames.anchor(words)
    if own != Slugs.slug(words), let html = Anchor.html(own) { builder.add(inline: .html(html), line: text.number) }
    inlines(Array(self.lines.text(text)), line: text.number)
    builder.close(lastLine: text.number + 1)
    return found.end
  }

  // MARK: Paragraphs

  private mutating func paragraph(at index: Int, in lines: ArraySlice<MarkupLine>, indent: Int) -> Int {
    let end = lines[index...].firstIndex { $0.isBlank || $0.indent > indent } ?? lines.endIndex
    var part = lines[index..<end]
    let last = part[end - 1]
    let text = self.lines.text(last)
    let announcesCode = text.count >= 2 && text.suffix(2).elementsEqual("::".utf8)
    if announcesCode {
      let isAlone = text.count == 2
      let isApart = !isAlone && self.lines.bytes[last.end - 3] == 0x20
      part[end - 1].end -= isAlone || isApart ? 2 : 1
      while part[end - 1].end > last.start, MarkupLines.isBlank(self.lines.bytes[part[end - 1].end - 1]) {
        part[end - 1].end -= 1
      }
      if part[end - 1].isBlank { part.removeLast() }
    }
    if !part.isEmpty { paragraph(part) }
    guard announcesCode else { return end }
    guard let start = lines[end...].firstIndex(where: { !$0.isBlank }), lines[start].indent > indent else { return end }
    let after = Self.end(ofBlockAt: start, in: lines, above: indent)
    code(lines[start..<after].trimmed, info: "")
    return after
  }

  /// A paragraph of these lines.
  mutating func paragraph(_ part: ArraySlice<MarkupLine>) {
    guard let first = part.first, let last = part.last else { return }
    builder.open(block: .paragraph, line: first.number)
    anchors(line: first.number)
    inlines(lines.joined(part), line: first.number)
    builder.close(lastLine: last.number)
  }

  /// A paragraph of bold text; none for a blank line.
  mutating func caption(_ line: MarkupLine) {
    guard !line.isBlank else { return }
    builder.open(block: .paragraph, line: line.number)
    builder.open(inline: .strong, line: line.number)
    inlines(Array(lines.text(line)), line: line.number)
    builder.close()
    builder.close(lastLine: line.number)
  }

  private mutating func lineBlock(at index: Int, in lines: ArraySlice<MarkupLine>) -> Int {
    let end =
      lines[index...].firstIndex { line in
        let text = self.lines.text(line)
        return text.first != UInt8(ascii: "|") || text.count > 1 && text.dropFirst().first != 0x20
      } ?? lines.endIndex
    builder.open(block: .paragraph, line: lines[index].number)
    for (position, line) in lines[index..<end].enumerated() {
      if position > 0 { builder.add(inline: .lineBreak, line: line.number) }
      inlines(Array(self.lines.text(self.lines.line(line, dropping: 1))), line: line.number)
    }
    builder.close(lastLine: lines[end - 1].number)
    return end
  }

  /// Literal text, without the indentation it shares.
  mutating func code(_ part: ArraySlice<MarkupLine>, info: String) {
    guard let first = part.first, let last = part.last, part.smallestIndent != nil else { return }
    builder.add(block: .code(info: info, text: lines.literal(part)), lines: first.number...last.number)
  }

  /// Puts the anchors that wait before what comes next.
  mutating func anchors(line: Int) {
    for html in waiting.compactMap(Anchor.html) { builder.add(inline: .html(html), line: line) }
    waiting.removeAll()
  }

  /// Inline content into the block that is open.
  mutating func inlines(_ bytes: [UInt8], line: Int) {
    var parser = RSTInlines(bytes, line: line, path: path)
    parser.write(to: &builder, &names)
  }
}
