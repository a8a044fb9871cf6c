import Words

/// Cuts prose into sentences.
public enum Sentences {
  /// UTF-8 byte ranges of the sentences of a text, blanks around them left out.
  ///
  /// A sentence ends at `.`, `!` or `?` before a blank and a word that does not begin with a small letter; initials and
  /// usual abbreviations do not end one, and a row of dots does not either.
  public static func ranges(in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = bytes.startIndex
    for index in bytes.indices.dropLast(2) where isStop(bytes[index]) && bytes[index + 1] == 0x20 {
      if endsSentence(bytes, at: index) {
        append(start..<(index + 1), of: bytes, to: &ranges)
        start = index + 1
      }
    }
    append(start..<bytes.endIndex, of: bytes, to: &ranges)
    return ranges
  }

  /// The sentences of a text, with blanks for its line ends.
  public static func texts(of text: String) -> [String] {
    let bytes = text.utf8.map { $0 == 0x0A ? 0x20 : $0 }
    return ranges(in: bytes[...]).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  private static func isStop(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  /// Whether a stop before a blank ends a sentence.
  private static func endsSentence(_ bytes: ArraySlice<UInt8>, at index: Int) -> Bool {
    guard let next = bytes[(index + 1)...].first(where: { $0 != 0x20 }), !next.isASCIISmall else {
      return false
    }
    guard bytes[index] == UInt8(ascii: ".") else { return true }
    var wordStart = index
    while wordStart > bytes.startIndex, bytes[wordStart - 1].isASCIILetter || bytes[wordStart - 1] == UInt8(ascii: ".")
    {
      wordStart -= 1
    }
    let word = String(decoding: bytes[wordStart..<index], as: UTF8.self).lowercased()
    if word.isEmpty { return wordStart > bytes.startIndex && bytes[wordStart - 1] != 0x20 }
    return word.utf8.count > 1 && !word.hasSuffix(".") && !Lexicon.documents.abbreviations.contains(word)
      && !(word.utf8.count == 3 && word.contains("."))
  }

  private static func append(_ range: Range<Int>, of bytes: ArraySlice<UInt8>, to ranges: inout [Range<Int>]) {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == 0x20 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    if start < end { ranges.append(start..<end) }
  }
}
