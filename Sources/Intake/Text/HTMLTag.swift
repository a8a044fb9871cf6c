struct HTMLTag {
  /// Lower-case name.
  let name: String
  let isClosing: Bool
  /// Offset behind its `>`.
  let end: Int
  private let attributes: ArraySlice<UInt8>

  /// Longest tag that is read, in bytes; a lone `<` must not make the reader look through the whole text.
  private static let mostBytes = 20_000

  /// The tag at a place; nil when no tag begins there or it is never closed.
  init?(in bytes: ArraySlice<UInt8>, at start: Int) {
    var index = start + 1
    var closing = false
    if index < bytes.endIndex, bytes[index] == UInt8(ascii: "/") {
      closing = true
      index += 1
    }
    let nameStart = index
    while index < bytes.endIndex, bytes[index].isASCIIAlphanumeric { index += 1 }
    let isDeclaration = nameStart < bytes.endIndex && bytes[nameStart] == UInt8(ascii: "!")
    guard index > nameStart || isDeclaration else { return nil }
    let nameEnd = index
    let limit = min(bytes.endIndex, start + Self.mostBytes)
    var quote: UInt8?
    while index < limit {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "<") {
        // A tag never holds another one: without this, a row of lone `<a` would be read through again and again.
        return nil
      } else if byte == UInt8(ascii: ">") {
        name = String(decoding: bytes[nameStart..<nameEnd].map { $0 | 0x20 }, as: UTF8.self)
        isClosing = closing
        end = index + 1
        attributes = bytes[nameEnd..<index]
        return
      }
      index += 1
    }
    return nil
  }

  /// The level of a heading (`h2`); nil for any other tag.
  var headingLevel: Int? {
    guard name.utf8.count == 2, name.utf8.first == UInt8(ascii: "h"), let level = name.utf8.last else { return nil }
    return (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(level) ? Int(level & 0x0F) : nil
  }

  /// Where an anchor or an image leads.
  var destination: String? {
    let value = name == "a" || name == "area" ? attribute("href") : name == "img" ? attribute("src") : nil
    return value.map { HTMLEntities.resolved(Array($0.utf8)[...]) }
  }

  /// Value of an attribute as written; nil when absent.
  func attribute(_ wanted: String) -> String? {
    var index = attributes.startIndex
    while index < attributes.endIndex {
      let start = index
      while index < attributes.endIndex, attributes[index].isASCIILetter || attributes[index] == UInt8(ascii: "-") {
        index += 1
      }
      let name = String(decoding: attributes[start..<index], as: UTF8.self).lowercased()
      guard index < attributes.endIndex, attributes[index] == UInt8(ascii: "="), index > start else {
        index = max(index, start + 1)
        continue
      }
      index += 1
      let value = Self.value(in: attributes, at: &index)
      if name == wanted { return String(decoding: value, as: UTF8.self) }
    }
    return nil
  }

  private static func value(in bytes: ArraySlice<UInt8>, at index: inout Int) -> ArraySlice<UInt8> {
    guard index < bytes.endIndex else { return [] }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = index
      while index < bytes.endIndex, bytes[index] > 0x20 { index += 1 }
      return bytes[start..<index]
    }
    let start = index + 1
    let end = bytes[start...].firstIndex(of: quote) ?? bytes.endIndex
    index = min(end + 1, bytes.endIndex)
    return bytes[start..<end]
  }

  /// Offset behind the first occurrence of an ASCII text, letters of any case.
  static func end(of text: String, in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return nil }
    var index = start
    while index + wanted.count <= bytes.endIndex {
      if bytes[index] == first, zip(wanted, bytes[index...]).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 | 0x20 }) {
        return index + wanted.count
      }
      index += 1
    }
    return nil
  }
}

/// Character references of HTML.
enum HTMLEntities {
  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "\u{2013}",
    "mdash": "\u{2014}", "lsquo": "\u{2018}", "rsquo": "\u{2019}", "ldquo": "\u{201C}", "rdquo": "\u{201D}",
    "hellip": "\u{2026}", "bull": "\u{2022}", "middot": "\u{B7}", "copy": "\u{A9}", "reg": "\u{AE}",
    "trade": "\u{2122}", "eacute": "\u{E9}", "ouml": "\u{F6}", "uuml": "\u{FC}", "auml": "\u{E4}", "szlig": "\u{DF}",
  ]

  /// The character a reference at `index` stands for, and the place behind it; an unknown one stays as written.
  static func character(in bytes: ArraySlice<UInt8>, at index: Int) -> (String, end: Int) {
    let limit = min(bytes.endIndex, index + 12)
    guard let semicolon = bytes[index..<limit].firstIndex(of: UInt8(ascii: ";")), semicolon > index + 1 else {
      return ("&", index + 1)
    }
    let name = String(decoding: bytes[(index + 1)..<semicolon], as: UTF8.self)
    let scalar: Unicode.Scalar?
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      scalar = UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    } else if name.hasPrefix("#") {
      scalar = UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
    } else {
      scalar = names[name]
    }
    return scalar.map { (String($0), semicolon + 1) } ?? ("&", index + 1)
  }

  /// A text with its references resolved.
  static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "&") {
        let (text, end) = character(in: bytes, at: index)
        result += Array(text.utf8)
        index = end
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
