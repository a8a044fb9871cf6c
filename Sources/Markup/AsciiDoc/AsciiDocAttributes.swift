/// Attributes of the block that comes next: its anchor, title, style and options.
struct AsciiDocAttributes {
  var anchors: [String] = []
  var title: ArraySlice<UInt8>?
  var titleLine = 0
  /// The first word between the brackets (`source`, `quote`, `NOTE`).
  var style = ""
  /// Named attributes and options.
  var named: [String: String] = [:]
  var options: Set<String> = []

  /// Adds what stands between brackets: `#id.role%option,cols="1,2",options="header"`.
  mutating func add(_ text: ArraySlice<UInt8>) {
    for (position, part) in Self.split(text).enumerated() {
      if let equals = part.firstIndex(of: UInt8(ascii: "=")),
        part[..<equals].allSatisfy({ $0.isWordByte || $0 == 0x2D || $0 == 0x20 })
      {
        let name = part[..<equals].folded.string.lowercased()
        let value = part[(equals + 1)...].filter { $0 != UInt8(ascii: "\"") }.folded.string
        if name == "options" || name == "opts" {
          options.formUnion(value.split(separator: ",").map { String($0).lowercased() })
        } else if name == "id" {
          anchors.append(value)
        } else {
          named[name] = value
        }
      } else if position == 0 {
        addShorthand(part)
      } else {
        options.insert(part.folded.string.lowercased())
      }
    }
  }

  /// `style#id.role%option`.
  private mutating func addShorthand(_ part: ArraySlice<UInt8>) {
    var start = part.startIndex
    var sign: UInt8 = 0
    func isSign(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "#") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "%")
    }
    while start <= part.endIndex {
      let end = part[start...].firstIndex(where: isSign) ?? part.endIndex
      let word = part[start..<end].folded.string
      switch sign {
      case UInt8(ascii: "#"): anchors.append(word)
      case UInt8(ascii: "%"): options.insert(word.lowercased())
      case 0: if !word.isEmpty { style = word }
      default: break
      }
      guard end < part.endIndex else { return }
      sign = part[end]
      start = end + 1
    }
  }

  /// Parts between commas outside of quotes.
  private static func split(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = text.startIndex
    var isQuoted = false
    for index in text.indices {
      if text[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if text[index] == UInt8(ascii: ","), !isQuoted {
        parts.append(text[start..<index])
        start = index + 1
      }
    }
    return parts + [text[start...]]
  }
}
