internal import Diagnostics

/// Filters about HTML, addresses and JSON.
enum MarkupFilters {
  static let all: [FilterSpec] = [
    FilterSpec(
      "escape", Signature(), aliases: ["e"], "text with `& < > \" '` written as entities; safe text stays as it is",
      [LanguageExample("{{ '<b>' | escape }}", "&lt;b&gt;")]
    ) { value, _ in
      value.isSafe ? value : .safe(escaped(value.text))
    },
    FilterSpec(
      "safe", Signature(), "text that is HTML already: it is not escaped",
      [LanguageExample("{{ '<b>' | safe }}", "<b>")]
    ) { value, _ in
      .safe(value.text)
    },
    FilterSpec(
      "striptags", Signature(), "text without tags and comments, its white space made single spaces",
      [LanguageExample("{{ '<p>a <b>b</b></p>' | striptags }}", "a b")]
    ) { value, _ in
      .string(StripTags.apply(value.text))
    },
    FilterSpec(
      "urlencode", Signature(), "text for a part of an address; a map or pairs become a query",
      [LanguageExample("{{ 'a b&c' | urlencode }} {{ {'a': 'x y'} | urlencode }}", "a%20b%26c a=x+y")], urlencode),
    FilterSpec(
      "tojson", Signature("indent?"), onUndefined: .fails,
      "the value as JSON, safe inside of `<script>`; `indent` spaces for each level",
      [LanguageExample("{{ {'a': [1, '<']} | tojson }}", "{\"a\": [1, \"\\u003c\"]}")]
    ) { value, arguments throws(ValueError) in
      let indent = arguments[0]?.asInt
      guard (indent ?? 0) <= 100 else { throw .limit("an indentation of more than 100") }
      var writer = JSONWriter(indent: indent.map { max(0, $0) })
      try writer.write(value)
      return .safe(writer.text)
    },
  ]

  private static let urlencode: FilterSpec.Apply = { value, _ throws(ValueError) in
    if case .mapping(let map) = value {
      let pairs = zip(map.shape.keys, map.values).map {
        quoted($0.text, query: true) + "=" + quoted($1.text, query: true)
      }
      return .string(pairs.joined(separator: "&"))
    }
    guard value.asString == nil, let items = value.asList else { return .string(quoted(value.text, query: false)) }
    var pairs: [String] = []
    for item in items {
      guard let pair = item.asList, pair.count == 2 else { throw .type("`urlencode` needs text, a map or pairs") }
      pairs.append(quoted(pair[0].text, query: true) + "=" + quoted(pair[1].text, query: true))
    }
    return .string(pairs.joined(separator: "&"))
  }

  /// Percent encoding; `/` stays in a path, and a space is `+` in a query.
  private static func quoted(_ text: String, query: Bool) -> String {
    func isPlain(_ byte: UInt8) -> Bool {
      byte.isNamePart || byte == 0x2D || byte == 0x2E || byte == 0x7E || byte == 0x2F && !query
    }
    if text.withBytes({ $0.allSatisfy(isPlain) }) { return text }
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case _ where isPlain(byte): out.append(byte)
      case 0x20 where query: out.append(0x2B)
      default: out.append(percentEncoded: byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// `striptags`: comments and tags removed, white space joined, entities read.
enum StripTags {
  static func apply(_ text: String) -> String {
    let text = text.holds("<!--") ? withoutComments(text) : text
    let bare = text.withBytes { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { write(bytes, to: $0) }
    }
    // White space outside of ASCII is joined as well, which few texts have.
    let isASCII = bare.utf8.allSatisfy { $0 < 0x80 }
    if isASCII || !bare.unicodeScalars.contains(where: { !$0.isASCII && $0.isWhiteSpace }) { return unescaped(bare) }
    let words = bare.unicodeScalars.split(whereSeparator: \.isWhiteSpace)
    return unescaped(words.map { String(Substring($0)) }.joined(separator: " "))
  }

  /// Writes a text without tags, its white space of ASCII made single spaces between words; returns how many bytes it
  /// has. A `<` that no `>` follows stays.
  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to out: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var (index, count) = (0, 0)
    var isApart = false
    var hasTags = true
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x3C, hasTags {
        if let end = bytes.firstPlace(of: 0x3E, from: index + 1) {
          index = end + 1
          continue
        }
        hasTags = false
      }
      index += 1
      if byte < 0x80, Unicode.Scalar(byte).isWhiteSpace {
        isApart = count > 0
      } else {
        if isApart {
          out[count] = 0x20
          count += 1
          isApart = false
        }
        out[count] = byte
        count += 1
      }
    }
    return count
  }

  /// Without everything from `<!--` to the next `-->`; one that is not closed stays.
  private static func withoutComments(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var at = 0
    while let start = bytes.firstPlace(of: Array("<!--".utf8), from: at),
      let end = bytes.firstPlace(of: Array("-->".utf8), from: start + 4)
    {
      out += bytes[at..<start]
      at = end + 3
    }
    return String(decoding: out + bytes[at...], as: UTF8.self)
  }

  private static let entities: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©", "hellip": "…",
    "ndash": "–", "mdash": "—",
  ]

  /// Text with its common named and all numeric entities read.
  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    var result = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      let end = rest.prefix(12).firstIndex(of: ";")
      guard let end, let found = entity(String(rest[rest.index(after: start)..<end])) else {
        result += "&"
        rest = rest.dropFirst()
        continue
      }
      result += found
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func entity(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return entities[name] }
    let digits = name.dropFirst()
    let code = digits.hasPrefix("x") || digits.hasPrefix("X") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }
}
