public import Diagnostics
public import Markdown

/// AsciiDoc as a document: sections, paragraphs, lists, tables, links and anchors. Includes and conditions are left out.
public enum AsciiDoc {
  /// The document of a file. Every file is one: what is no markup is text.
  public static func document(_ source: SourceText) -> Document {
    let lines = MarkupLines(source)
    var parser = AsciiDocParser(lines: lines, names: AsciiDocNames(lines))
    parser.header()
    parser.body(until: lines.all.count, depth: 0)
    return parser.builder.finish()
  }

  /// Whether a text is AsciiDoc by its titles: two or more with `=` before them, none with `#`.
  public static func isLikely(_ source: SourceText) -> Bool { titles(of: source, with: UInt8(ascii: "=")) ?? 0 >= 2 }

  /// How many titles have one of `=` and `#` before them; nil where one has the other sign.
  public static func titles(of source: SourceText, with own: UInt8) -> Int? {
    var titles = 0
    for number in 1...max(1, min(source.lineCount, 2000)) {
      guard [UInt8(ascii: "#"), UInt8(ascii: "=")].contains(source.signs(ofLine: number).first) else { continue }
      let line = source[line: number]
      guard let sign = line.first, sign == UInt8(ascii: "=") || sign == UInt8(ascii: "#") else { continue }
      let level = line.prefix { $0 == sign }.count
      guard level <= 6, line.count > level, line[line.startIndex + level] == 0x20 else { continue }
      if sign != own { return nil }
      titles += 1
    }
    return titles
  }
}
