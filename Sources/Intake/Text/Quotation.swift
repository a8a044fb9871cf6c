public import Diagnostics

/// Quotes documents by whole sentences.
public enum Quotation {
  /// Most lines that a wrapped sentence is followed in either direction.
  private static let reach = 12

  /// The sentences that a line of running text belongs to, put together where they are wrapped, without the mark of a
  /// list entry; a row, a heading or a line of code is quoted as it is.
  ///
  /// Of a sentence that ends in the line and begins above it nothing is quoted when a longer one follows.
  public static func passage(of line: Int, in source: SourceText) -> String {
    let text = source.shownText(line)
    guard (1...source.lineCount).contains(line), !isApart(text), text.utf8.count < 2_000 else { return text }
    var first = line
    while first > 1, line - first < reach, !beginsEntry(source.shownText(first)), !isApart(source.shownText(first - 1))
    {
      first -= 1
    }
    var last = line
    while last < source.lineCount, last - line < reach, !isApart(source.shownText(last + 1)),
      !beginsEntry(source.shownText(last + 1))
    {
      last += 1
    }
    var bytes: [UInt8] = []
    var meant = 0..<0
    for number in first...last {
      let start = bytes.isEmpty ? 0 : bytes.count + 1
      if !bytes.isEmpty { bytes.append(0x20) }
      bytes += trimmed(number == first ? entry(source.shownText(number)) : source.shownText(number))
      if number == line { meant = start..<bytes.count }
    }
    var sentences = Sentences.ranges(in: bytes[...]).filter { $0.overlaps(meant) }
    if let head = sentences.first, sentences.count > 1, head.lowerBound < meant.lowerBound,
      (head.upperBound - meant.lowerBound) * 2 < meant.count
    {
      sentences.removeFirst()
    }
    guard let start = sentences.first?.lowerBound, let end = sentences.last?.upperBound else { return text }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// At most so many bytes of a text, cut between two words.
  public static func short(_ text: String, most: Int) -> String {
    guard text.utf8.count > most else { return text }
    let cut = text.utf8.prefix(most).lastIndex(of: 0x20) ?? text.utf8.startIndex
    let kept = String(text[..<cut])
    return kept.isEmpty ? text : kept + " …"
  }

  /// Whether a line is no running text: empty, a heading, a row, a fence, a quotation, or a tag.
  private static func isApart(_ line: String) -> Bool {
    let text = line.utf8.drop { $0 == 0x20 || $0 == 0x09 }
    guard let sign = text.first else { return true }
    return "#|>`~<=".utf8.contains(sign) || text.allSatisfy { "-*_ ".utf8.contains($0) }
  }

  /// Whether a line is the first one of a list entry.
  private static func beginsEntry(_ line: String) -> Bool { entry(line).utf8.count < line.utf8.count }

  /// A line without the mark of a list entry.
  private static func entry(_ line: String) -> String {
    let text = line.utf8.drop { $0 == 0x20 || $0 == 0x09 }
    let digits = text.prefix(while: \.isASCIIDigit).count
    let mark = digits > 0 ? digits + 1 : 1
    let signs = digits > 0 ? ".)" : "-*+"
    let rest = text.dropFirst(mark)
    guard let sign = text.dropFirst(mark - 1).first, signs.utf8.contains(sign), rest.first == 0x20 else { return line }
    return String(Substring(rest.dropFirst()))
  }

  private static func trimmed(_ text: String) -> Substring.UTF8View {
    var bytes = text.utf8[...]
    while let sign = bytes.first, sign == 0x20 || sign == 0x09 { bytes = bytes.dropFirst() }
    while let sign = bytes.last, sign == 0x20 || sign == 0x09 || sign == 0x0D { bytes = bytes.dropLast() }
    return Substring(bytes).utf8
  }
}
