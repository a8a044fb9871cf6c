import Markdown

/// What a text defines for all of itself: attributes, and the places that its own references lead to.
struct AsciiDocNames {
  /// Values of attributes by name.
  private(set) var values: [String: [UInt8]] = [
    "nbsp": Array("\u{A0}".utf8), "amp": [0x26], "lt": [0x3C], "gt": [0x3E], "sp": [0x20], "empty": [], "blank": [],
    "plus": [0x2B], "asterisk": [0x2A], "vbar": [0x7C], "startsb": [0x5B], "endsb": [0x5D], "zwsp": [],
    "apos": [0x27], "quot": [0x22], "cpp": Array("C++".utf8), "caret": [0x5E], "tilde": [0x7E], "backslash": [0x5C],
    "backtick": [0x60], "two-colons": [0x3A, 0x3A], "two-semicolons": [0x3B, 0x3B], "deg": Array("°".utf8),
    "ldquo": Array("“".utf8), "rdquo": Array("”".utf8), "lsquo": Array("‘".utf8), "rsquo": Array("’".utf8),
  ]
  /// Titles of sections by the names that lead to them: anchors of their own, those the format gives, their words.
  private var sections: [String: (anchor: String, title: String)] = [:]

  /// Bytes that values may still put in: a small file must not become a huge one.
  private var budget = 200_000

  /// Longest value, so that values of values do not grow without end.
  private static let longest = 4_000

  init(_ lines: MarkupLines) {
    var slugs = Slugs()
    var own: [String] = []
    for (index, line) in lines.all.enumerated() where !line.isBlank && line.indent == 0 {
      let text = lines.text(line)
      switch text.first {
      case UInt8(ascii: ":"): take(attribute: text, lines, index)
      case UInt8(ascii: "["):
        if text.starts(with: "[[".utf8) {
          own.append(text.dropFirst(2).prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "]") }.string)
        } else if text.starts(with: "[#".utf8) {
          own.append(text.dropFirst(2).prefix { !"],.%".utf8.contains($0) }.string)
        }
      case UInt8(ascii: "="), UInt8(ascii: "#"):
        let level = text.prefix { $0 == text.first }.count
        guard level <= 6, text.count > level, text[text.startIndex + level] == 0x20 else { continue }
        let title = Self.plain(text.dropFirst(level).folded)
        let anchor = slugs.next(for: title)
        for name in own + [Self.anchor(text.dropFirst(level).folded), title.lowercased(), anchor]
        where sections[name] == nil {
          sections[name] = (anchor, title)
        }
        own = []
      default: own = []
      }
    }
  }

  private mutating func take(attribute text: ArraySlice<UInt8>, _ lines: MarkupLines, _ index: Int) {
    guard let close = text.dropFirst().firstIndex(of: UInt8(ascii: ":")), close > text.startIndex + 1,
      close + 1 == text.endIndex || text[close + 1].isSpaceByte
    else { return }
    let name = text[(text.startIndex + 1)..<close].string.lowercased()
    var value = text[(close + 1)...].folded
    var next = index + 1
    while value.suffix(2).elementsEqual(" \\".utf8), next < lines.all.count, value.count < Self.longest {
      value = Array(value.dropLast()) + lines.text(lines.all[next])
      next += 1
    }
    let resolved = substituting(value)
    if resolved.count <= Self.longest { values[name] = resolved }
  }

  /// A text with `{name}` replaced by the value of the attribute; unknown names stay.
  mutating func substituting(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "{")) else { return text }
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "{"), let (value, end) = value(in: text, at: index) {
        result += value
        index = end
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  /// The value of the attribute named at an index, and the index behind it.
  mutating func value(in text: [UInt8], at start: Int) -> (value: [UInt8], end: Int)? {
    guard let close = text[start...].prefix(60).firstIndex(of: UInt8(ascii: "}")), close > start + 1 else { return nil }
    let name = text[(start + 1)..<close]
    guard name.allSatisfy({ $0.isWordByte || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }),
      let value = values[name.string.lowercased()], value.count <= budget
    else { return nil }
    budget -= value.count
    return (value, close + 1)
  }

  /// The anchor and the title of a section; nil for another name.
  func section(_ name: [UInt8]) -> (anchor: String, title: String)? {
    sections[name.string] ?? sections[name.string.lowercased()]
  }

  /// The anchor the format gives a title: words in small letters joined by `_`, one before them.
  static func anchor(_ title: some Collection<UInt8>) -> String {
    var result: [UInt8] = [UInt8(ascii: "_")]
    for byte in plain(title).lowercased().utf8 {
      if byte.isWordByte {
        result.append(byte)
      } else if " -._".utf8.contains(byte), result.last != UInt8(ascii: "_") {
        result.append(UInt8(ascii: "_"))
      }
    }
    while result.count > 1, result.last == UInt8(ascii: "_") { result.removeLast() }
    return result.string
  }

  /// A title without the signs of its markup.
  static func plain(_ title: some Collection<UInt8>) -> String {
    title.filter { $0 != UInt8(ascii: "`") && $0 != UInt8(ascii: "*") }.string
  }
}
