import Words

/// What dates are made of: numbers, months and the signs between them.
struct DateToken {
  enum Kind {
    /// A number that is free of letters; its value and how many digits it has.
    case number(Int, digits: Int)
    /// A day with its ending (`3rd`).
    case ordinal(Int)
    /// A month's name; `isProper` when it begins with a capital letter.
    case month(Int, isProper: Bool)
    case word
    case dash, slash, dot, comma, colon, apostrophe
    case other
  }

  let kind: Kind
  /// Byte range in the text.
  let range: Range<Int>
  /// Whether a blank (or the text's start) comes before it.
  let followsBlank: Bool
}

extension DateToken {
  /// Splits a text; one pass over its bytes.
  static func tokens(of bytes: ArraySlice<UInt8>) -> [DateToken] {
    var tokens: [DateToken] = []
    var followsBlank = true
    var index = bytes.startIndex
    // The letters that months begin with, `sept` among them, as bits: few words are looked up.
    let initials = Lexicon.times.months.reduce(1 << 19 as UInt32) { $0 | 1 << UInt32(($1.utf8.first ?? 0) & 31) }
    while index < bytes.endIndex {
      let length = blankLength(bytes, at: index)
      if length > 0 {
        followsBlank = true
        index += length
        continue
      }
      let (kind, end) = token(in: bytes, at: index, initials)
      tokens.append(DateToken(kind: kind, range: index..<end, followsBlank: followsBlank))
      followsBlank = false
      index = end
    }
    return tokens
  }

  private static func token(in bytes: ArraySlice<UInt8>, at start: Int, _ initials: UInt32) -> (Kind, end: Int) {
    let byte = bytes[start]
    var end = start + 1
    switch byte {
    case UInt8(ascii: "-"): return (.dash, end)
    case UInt8(ascii: "/"): return (.slash, end)
    case UInt8(ascii: "."): return (.dot, end)
    case UInt8(ascii: ","): return (.comma, end)
    case UInt8(ascii: ":"): return (.colon, end)
    case UInt8(ascii: "'"): return (.apostrophe, end)
    case _ where byte.isASCIIDigit:
      while end < bytes.endIndex, bytes[end].isASCIIDigit { end += 1 }
      let digits = end - start
      let wordEnd = endOfLetters(bytes, from: end)
      let value = digits <= 4 ? bytes[start..<end].reduce(0) { $0 * 10 + Int($1 & 0x0F) } : 0
      if wordEnd == end { return (digits <= 4 ? .number(value, digits: digits) : .other, end) }
      if digits <= 2, Lexicon.times.ordinalEndings.contains(String(lowercasedASCII: bytes[end..<wordEnd])) {
        return (.ordinal(value), wordEnd)
      }
      // `T` between day and time, as in 2024-04-12T15:48Z.
      if wordEnd == end + 1, bytes[end] == UInt8(ascii: "T") || bytes[end] == UInt8(ascii: "Z") {
        return (.number(value, digits: digits), end)
      }
      return (.other, endOfWord(bytes, from: wordEnd))
    case UInt8(ascii: "T") where start > bytes.startIndex && bytes[start - 1].isASCIIDigit: return (.word, end)
    case _ where byte.isASCIILetter:
      end = endOfLetters(bytes, from: end)
      let past = endOfWord(bytes, from: end)
      if past == end, (3...9).contains(end - start), initials >> UInt32(byte & 31) & 1 == 1,
        let month = DateScanner.month(named: String(lowercasedASCII: bytes[start..<end]))
      {
        return (.month(month, isProper: byte & 0x20 == 0), end)
      }
      return (.word, past)
    case 0xE2:
      if let dash = dashLength(bytes, at: start) { return (.dash, start + dash) }
      if bytes[start...].starts(with: [0xE2, 0x80, 0x98]) || bytes[start...].starts(with: [0xE2, 0x80, 0x99]) {
        return (.apostrophe, start + 3)
      }
    case 0xC3:
      if let dash = dashLength(bytes, at: start) { return (.dash, start + dash) }
    default: break
    }
    while end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return (.other, end)
  }

  /// Length of an en, em or non-breaking dash, also of one whose bytes were read as Windows-1252 (`â€“`).
  private static func dashLength(_ bytes: ArraySlice<UInt8>, at start: Int) -> Int? {
    let rest = bytes[start...]
    if rest.count >= 3, rest.starts(with: [0xE2, 0x80]), (0x90...0x95).contains(rest[start + 2]) { return 3 }
    guard rest.starts(with: [0xC3, 0xA2, 0xE2, 0x82, 0xAC]) else { return nil }
    let last = rest.dropFirst(5)
    let signs: [[UInt8]] = [[0xE2, 0x80, 0x93], [0xE2, 0x80, 0x94], [0xE2, 0x80, 0x9C], [0xE2, 0x80, 0x9D], [0x22]]
    return signs.first { last.starts(with: $0) }.map { 5 + $0.count }
  }

  private static func blankLength(_ bytes: ArraySlice<UInt8>, at index: Int) -> Int {
    switch bytes[index] {
    case 0x20, 0x09, 0x0A, 0x0D: 1
    case 0xC2 where index + 1 < bytes.endIndex && bytes[index + 1] == 0xA0: 2
    default: 0
    }
  }

  private static func endOfLetters(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int {
    var end = start
    while end < bytes.endIndex, bytes[end].isASCIILetter { end += 1 }
    return end
  }

  private static func endOfWord(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int {
    var end = start
    while end < bytes.endIndex, bytes[end].isASCIIAlphanumeric || bytes[end] == UInt8(ascii: "_") { end += 1 }
    return end
  }
}
