/// Recognizes the criterion a line of a document is about, by the phrases of a criteria set.
///
/// The longest matching phrase wins: a line about three independent adopters also contains the phrase about the public
/// list of adopters.
public struct PhraseMatcher: Sendable {
  private struct Phrase: Sendable {
    let words: Words
    let excludes: [Words]
    let id: CriterionID
  }

  /// Normalized words with a sign of which there are: a text without one of a phrase's need not be looked through for it.
  private struct Words: Sendable {
    let bytes: [UInt8]
    /// One of 64 bits for the first two letters of each word.
    let signs: UInt64

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      var signs: UInt64 = 0
      for start in bytes.indices.dropLast(2) where bytes[start] == 0x20 {
        signs |= 1 << UInt64((bytes[start + 1] &* 31 &+ bytes[start + 2]) & 63)
      }
      self.signs = signs
    }

    func contains(_ phrase: Words) -> Bool {
      phrase.signs & ~signs == 0 && PhraseMatcher.contains(bytes, phrase.bytes)
    }
  }

  private let phrases: [Phrase]
  private let sentences: [Words]
  /// What the set says itself of each criterion, as the forms have it that are written here.
  private let texts: [[UInt8]: CriterionID]

  public init(_ set: CriteriaSet) {
    var phrases: [Phrase] = []
    for criterion in set.criteria {
      let excludes = criterion.exclude.map { Words(Self.normalized($0)) }
      phrases += criterion.match.map { Phrase(words: Words(Self.normalized($0)), excludes: excludes, id: criterion.id) }
    }
    self.phrases = phrases.sorted { a, b in
      let (first, second) = (a.words.bytes.count, b.words.bytes.count)
      return first != second ? first > second : a.id < b.id
    }
    texts = Dictionary(firstOf: set.criteria.map { (Self.normalized($0.text), $0.id) })
    sentences = set.templateSentences.map(Self.normalized).filter { !$0.isEmpty }.map(Words.init)
  }

  /// The criterion of a line's plain text; nil when no phrase matches, and the line is not the criterion's own text.
  ///
  /// Only those `among` are looked for, when given, and never the `excluding` ones.
  public func criterion(
    of text: String, among: Set<CriterionID>? = nil, excluding: Set<CriterionID> = []
  ) -> CriterionID? {
    let words = Self.normalized(text)
    if let id = texts[words], among?.contains(id) ?? true, !excluding.contains(id) { return id }
    let line = Words(words)
    // By index: nearly all phrases are passed over, and copying one costs more than that.
    return phrases.indices.first { index in
      line.contains(phrases[index].words) && (among?.contains(phrases[index].id) ?? true)
        && !excluding.contains(phrases[index].id) && !phrases[index].excludes.contains(where: line.contains)
    }.map { phrases[$0].id }
  }

  /// Whether a text holds a sentence of the form, which is no evidence.
  public func isTemplateSentence(_ text: String) -> Bool {
    let words = Words(Self.normalized(text))
    return sentences.contains(where: words.contains)
  }

  /// Lower-case ASCII words and digits of a text, single blanks between them and around the whole; typographic
  /// apostrophes are dropped like plain ones, every other sign separates words.
  public static func normalized(_ text: String) -> [UInt8] { withNormalized(text) { Array($0) } }

  /// Gives the normalized words of a text to somebody who reads them at once.
  public static func withNormalized<Result>(
    _ text: String, _ read: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    text.withBytes { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else {
        var words: [UInt8] = [0x20]
        append(String(decoding: bytes, as: UTF8.self).unicodeScalars, to: &words)
        if words.count == 1 { words = [] }
        return words.withUnsafeBufferPointer(read)
      }
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 2) { words in
        words[0] = 0x20
        let count = 1 + write(ascii: bytes, behind: 0x20, to: UnsafeMutableBufferPointer(rebasing: words[1...]))
        return read(UnsafeBufferPointer(rebasing: words[..<(count == 1 ? 0 : count)]))
      }
    }
  }

  /// Appends the normalized words of a line to those of the lines before it, which end in a blank.
  public static func append(_ line: ArraySlice<UInt8>, isASCII: Bool, to words: inout [UInt8]) {
    guard isASCII else { return append(String(decoding: line, as: UTF8.self).unicodeScalars, to: &words) }
    line.withUnsafeBufferPointer { append(ascii: $0, to: &words) }
  }

  private static func append(ascii line: UnsafeBufferPointer<UInt8>, to words: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: line.count + 1) { out in
      let count = write(ascii: line, behind: words.last ?? 0, to: out)
      words.append(contentsOf: UnsafeBufferPointer(rebasing: out[..<count]))
    }
  }

  /// Writes the normalized words of a line behind a byte, with a blank at their end; returns how many bytes these are.
  @inline(__always)
  private static func write(
    ascii line: UnsafeBufferPointer<UInt8>, behind byte: UInt8, to out: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    // Every byte of every document goes through here, so nothing in the loop depends on a guess what comes next.
    var last = byte
    return letters.withUnsafeBufferPointer { letters in
      var count = 0
      for byte in line {
        let letter = letters[Int(byte)]
        out[count] = letter
        // A blank behind another takes no place, nor does what is dropped.
        let isKept = letter > 0x20 || (letter == 0x20 && last != 0x20)
        count &+= isKept ? 1 : 0
        last = letter == 0 ? last : letter
      }
      if last != 0x20 {
        out[count] = 0x20
        count += 1
      }
      return count
    }
  }

  /// What each byte of ASCII text is in normalized words: itself in lower case, a blank, or nothing for an apostrophe.
  private static let letters = (UInt8.min...UInt8.max).map { byte -> UInt8 in
    let lower = byte | 0x20
    if lower &- 0x61 < 26 || byte &- 0x30 < 10 { return lower }
    return byte == UInt8(ascii: "'") ? 0 : 0x20
  }

  private static func append(_ text: some Sequence<Unicode.Scalar>, to words: inout [UInt8]) {
    for scalar in text {
      switch scalar {
      case "a"..."z", "0"..."9": words.append(UInt8(truncatingIfNeeded: scalar.value))
      case "A"..."Z": words.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
      case "'", "\u{2018}", "\u{2019}": break
      default:
        if !scalar.isASCII, scalar.properties.isAlphabetic {
          words.append(contentsOf: Array(String(scalar).lowercased().utf8))
        } else if words.last != 0x20 {
          words.append(0x20)
        }
      }
    }
    if words.last != 0x20 { words.append(0x20) }
  }

  private static func contains(_ text: [UInt8], _ phrase: [UInt8]) -> Bool {
    guard !phrase.isEmpty, text.count >= phrase.count else { return false }
    // Plain loops: this is the innermost work of reading documents, also in debug builds.
    return text.withUnsafeBufferPointer { text in
      phrase.withUnsafeBufferPointer { phrase in
        var start = 0
        while start + phrase.count <= text.count {
          var length = 0
          while length < phrase.count, text[start + length] == phrase[length] { length += 1 }
          if length == phrase.count { return true }
          // Phrases begin with a blank: go on at the next word.
          start += 1
          while start < text.count, text[start] != phrase[0] { start += 1 }
        }
        return false
      }
    }
  }
}
