import Markdown

extension RSTParser {
  /// An item of a list: its lines without the sign before them.
  struct Item {
    var lines: ArraySlice<MarkupLine>
    let indent: Int
    let first: MarkupLine
  }

  /// What stands before an item.
  struct Marker: Equatable {
    /// Bytes of the marker without the blank behind it.
    let length: Int
    /// The sign of a bullet, or what surrounds a number.
    let style: String
    /// The number; nil for bullets.
    let number: Int?
  }

  /// Reads bullets or numbered items.
  mutating func list(at index: Int, in lines: ArraySlice<MarkupLine>, indent: Int, depth: Int) -> Int? {
    guard let marker = marker(of: lines[index]), isItem(at: index, marker, in: lines) else { return nil }
    let (items, end) = items(at: index, in: lines, indent: indent, marker)
    let isTight = !items.contains { item in item.lines.dropLast().contains { $0.isBlank } }
    builder.open(
      block: .list(start: marker.number, tight: isTight), line: lines[index].number)
    for item in items {
      builder.open(block: .item(checked: nil), line: item.first.number)
      body(item.lines, indent: item.indent, depth: depth + 1)
      builder.close(lastLine: item.lines.trimmed.last?.number)
    }
    builder.close()
    return end
  }

  /// The items that begin with markers of one style, and the index behind them.
  func items(
    at index: Int, in lines: ArraySlice<MarkupLine>, indent: Int, _ marker: Marker
  ) -> (items: [Item], end: Int) {
    var items: [Item] = []
    var at = index
    while at < lines.endIndex, lines[at].indent <= indent, let own = self.marker(of: lines[at]),
      own.style == marker.style,
      isItem(at: at, own, in: lines)
    {
      let end = Self.end(ofBlockAt: at + 1, in: lines, above: lines[at].indent)
      let first = self.lines.line(lines[at], dropping: own.length)
      var content = lines[at..<end]
      content[at] = first
      let inner = first.isBlank ? lines[(at + 1)..<end].smallestIndent ?? indent + 1 : first.indent
      items.append(Item(lines: content, indent: inner, first: lines[at]))
      at = end
    }
    // Blank lines behind the last item belong to nobody.
    return (items, at)
  }

  /// A numbered line is an item when what follows does not go on with its text at the margin.
  private func isItem(at index: Int, _ marker: Marker, in lines: ArraySlice<MarkupLine>) -> Bool {
    guard marker.number != nil, index + 1 < lines.endIndex else { return true }
    let next = lines[index + 1]
    return next.isBlank || next.indent > lines[index].indent || self.marker(of: next)?.style == marker.style
  }

  /// The marker a line begins with.
  func marker(of line: MarkupLine) -> Marker? {
    let text = lines.text(line)
    guard let first = text.first else { return nil }
    func endsMarker(_ length: Int) -> Bool {
      text.count == length || text[text.startIndex + length] == 0x20 || text[text.startIndex + length] == 0x09
    }
    if "*+-".utf8.contains(first) {
      return endsMarker(1) ? Marker(length: 1, style: [first].string, number: nil) : nil
    }
    for bullet in ["•", "‣", "⁃"] where text.starts(with: bullet.utf8) {
      return endsMarker(3) ? Marker(length: 3, style: bullet, number: nil) : nil
    }
    let isOpen = first == UInt8(ascii: "(")
    let word = text.dropFirst(isOpen ? 1 : 0).prefix { $0.isWordByte || $0 == UInt8(ascii: "#") }.prefix(10)
    let length = (isOpen ? 1 : 0) + word.count + 1
    guard text.count >= length, let number = Self.number(word), endsMarker(length), text.count > length || !isOpen
    else {
      return nil
    }
    switch (isOpen, text[text.startIndex + length - 1]) {
    case (false, UInt8(ascii: ".")): return Marker(length: length, style: ".", number: number)
    case (_, UInt8(ascii: ")")): return Marker(length: length, style: isOpen ? "()" : ")", number: number)
    default: return nil
    }
  }

  /// What a number, a letter, a Roman number or `#` counts.
  private static func number(_ word: ArraySlice<UInt8>) -> Int? {
    guard let first = word.first else { return nil }
    if word.elementsEqual("#".utf8) { return 1 }
    if word.count <= 9, let number = Int(word.string), number >= 0 { return number }
    let letter = first | 0x20
    let values: [UInt8: Int] = [0x69: 1, 0x76: 5, 0x78: 10, 0x6C: 50, 0x63: 100, 0x64: 500, 0x6D: 1000]
    let isRoman = word.allSatisfy { values[$0 | 0x20] != nil }
    if word.count == 1, letter.isASCIISmall { return letter == 0x69 ? 1 : Int(letter) - 0x60 }
    guard isRoman, word.count <= 8, word.allSatisfy({ $0 < 0x60 }) || word.allSatisfy({ $0 > 0x60 }) else { return nil }
    var total = 0
    var last = 0
    for value in word.reversed().compactMap({ values[$0 | 0x20] }) {
      total += value < last ? -value : value
      last = max(last, value)
    }
    return max(1, total)
  }

  // MARK: Terms and fields

  /// Reads terms with their definitions as items that begin with the term in bold.
  mutating func definitions(at index: Int, in lines: ArraySlice<MarkupLine>, indent: Int, depth: Int) -> Int {
    builder.open(block: .list(start: nil, tight: false), line: lines[index].number)
    var at = index
    while at + 1 < lines.endIndex, lines[at].indent <= indent, !lines[at].isBlank, !lines[at + 1].isBlank,
      lines[at + 1].indent > indent, at == index || isTerm(lines[at])
    {
      let end = Self.end(ofBlockAt: at + 1, in: lines, above: indent)
      let content = lines[(at + 1)..<end].trimmed
      let term = lines[at]
      builder.open(block: .item(checked: nil), line: term.number)
      builder.open(block: .paragraph, line: term.number)
      anchors(line: term.number)
      builder.open(inline: .strong, line: term.number)
      inlines(Array(self.lines.text(term)), line: term.number)
      builder.close()
      builder.close(lastLine: term.number)
      body(content, indent: content.smallestIndent ?? indent + 1, depth: depth + 1)
      builder.close(lastLine: content.last?.number)
      at = end
    }
    builder.close()
    return at
  }

  /// Whether a line that follows a definition can be the next term. The first line was tried as all else before:
  /// `..note::` without its blank is a term.
  private func isTerm(_ line: MarkupLine) -> Bool {
    !lines.text(line).starts(with: "..".utf8) && marker(of: line) == nil && fieldName(of: line) == nil
  }

  /// The length of `:name:` at the start of a line.
  func fieldName(of line: MarkupLine) -> Int? {
    let text = lines.text(line)
    guard text.first == UInt8(ascii: ":"), text.count > 2, text.dropFirst().first.map({ !$0.isSpaceByte }) == true
    else {
      return nil
    }
    var at = text.startIndex + 1
    while at < text.endIndex {
      switch text[at] {
      case UInt8(ascii: "\\"): at += 2
      case UInt8(ascii: ":"):
        if at + 1 == text.endIndex || text[at + 1].isSpaceByte { return at - text.startIndex + 1 }
        at += 1
      case UInt8(ascii: "`"): return nil
      default: at += 1
      }
    }
    return nil
  }

  /// Reads fields as items that begin with the name in bold.
  mutating func fields(at index: Int, in lines: ArraySlice<MarkupLine>, indent: Int, depth: Int) -> Int? {
    guard fieldName(of: lines[index]) != nil else { return nil }
    builder.open(block: .list(start: nil, tight: true), line: lines[index].number)
    var at = index
    while at < lines.endIndex, lines[at].indent <= indent, let length = fieldName(of: lines[at]) {
      let line = lines[at]
      let end = Self.end(ofBlockAt: at + 1, in: lines, above: line.indent)
      var content = lines[at..<end]
      content[at] = self.lines.line(line, dropping: length)
      let paragraphEnd = content.dropFirst().firstIndex { $0.isBlank || marker(of: $0) != nil } ?? content.endIndex
      builder.open(block: .item(checked: nil), line: line.number)
      builder.open(block: .paragraph, line: line.number)
      builder.open(inline: .strong, line: line.number)
      inlines(Array(self.lines.text(line).dropFirst().prefix(length - 2)) + [0x3A], line: line.number)
      builder.close()
      builder.add(text: " ", line: line.number)
      inlines(self.lines.joined(content[at..<paragraphEnd]), line: line.number)
      builder.close(lastLine: content[paragraphEnd - 1].number)
      body(inside: content[paragraphEnd...].trimmed, depth: depth)
      builder.close(lastLine: content.trimmed.last?.number)
      at = end
    }
    builder.close()
    return at
  }
}
