/// The start tags of a piece of raw HTML: enough for logos and folded parts, no parser.
enum HTMLTags {
  /// A start tag with the text up to the next tag.
  struct Element {
    /// Lower case.
    var name: String
    /// Names lower case, values without quotes and with the common entities resolved.
    var attributes: [String: String]
    /// Text that follows the tag.
    var text: String
  }

  /// Every start tag in order; comments and end tags are passed over. One pass over the bytes.
  static func elements(in html: String) -> [Element] {
    let bytes = Array(html.utf8)
    var elements: [Element] = []
    var index = 0
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      if bytes[open...].starts(with: Array("<!--".utf8)) {
        index = end(of: Array("-->".utf8), in: bytes, from: open)
        continue
      }
      let close = tagEnd(bytes, from: open)
      let next = bytes[close...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      if open + 1 < bytes.count, isLetter(bytes[open + 1]) {
        var element = tag(String(decoding: bytes[(open + 1)..<max(open + 1, close - 1)], as: UTF8.self))
        element.text = resolved(String(decoding: bytes[close..<next], as: UTF8.self)).blanksFolded
        elements.append(element)
      }
      index = max(close, open + 1)
    }
    return elements
  }

  /// The common entities resolved; others stay as written.
  static func resolved(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      if let entity = entities.first(where: { rest.hasPrefix($0.key) }) {
        result += entity.value
        rest = rest.dropFirst(entity.key.count)
      } else {
        result += "&"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  private static let entities: KeyValuePairs<String, String> = [
    "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&nbsp;": " ", "&shy;": "\u{AD}",
  ]

  /// The offset after the `>` that ends a tag; quoted values may hold `>`.
  private static func tagEnd(_ bytes: [UInt8], from open: Int) -> Int {
    var quote: UInt8?
    for index in open..<bytes.count {
      let byte = bytes[index]
      if let wanted = quote {
        if byte == wanted { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      }
    }
    return bytes.count
  }

  private static func end(of pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index + pattern.count <= bytes.count {
      if bytes[index...].starts(with: pattern) { return index + pattern.count }
      index += 1
    }
    return bytes.count
  }

  /// Name and attributes of the text between `<` and `>`.
  private static func tag(_ text: String) -> Element {
    var rest = text.unicodeScalars[...]
    func take(while condition: (Unicode.Scalar) -> Bool) -> String {
      let part = rest.prefix(while: condition)
      rest = rest[part.endIndex...]
      return String(part)
    }
    func skipBlanks() { _ = take { $0.properties.isWhitespace || $0 == "/" } }
    func isName(_ scalar: Unicode.Scalar) -> Bool {
      !scalar.properties.isWhitespace && scalar != "=" && scalar != "/" && scalar != ">"
    }
    var element = Element(name: take(while: isName).lowercased(), attributes: [:], text: "")
    while true {
      skipBlanks()
      let name = take(while: isName).lowercased()
      if name.isEmpty {
        if rest.isEmpty { return element }
        rest.removeFirst()
        continue
      }
      skipBlanks()
      guard rest.first == "=" else { continue }
      rest.removeFirst()
      _ = take { $0.properties.isWhitespace }
      var value: String
      if let quote = rest.first, quote == "\"" || quote == "'" {
        rest.removeFirst()
        value = take { $0 != quote }
        if !rest.isEmpty { rest.removeFirst() }
      } else {
        value = take { !$0.properties.isWhitespace }
      }
      element.attributes[name] = resolved(value)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
