/// A sentence or list entry of an answer as words, cut into clauses; words between quotation marks are left out, for
/// they are somebody else's.
struct AnswerSentence {
  /// A word in lower case with its place; `don't` is two words at one place.
  struct Word {
    let text: String
    /// UTF-8 offsets in the sentence.
    let range: Range<Int>
  }

  /// The sentence as written.
  let text: String
  let clauses: [ArraySlice<Word>]
  let isQuestion: Bool

  /// Cuts a text; `conjunctions` are words that begin a clause.
  init(_ text: String, conjunctions: Set<String> = []) {
    self.text = text
    isQuestion = text.utf8.last == UInt8(ascii: "?")
    var words: [Word] = []
    var starts: Set<Int> = []
    let bytes = Array(text.utf8)
    var quotations = Quotations(bytes)
    var index = 0
    while index < bytes.count {
      if let end = quotations.end(index) {
        starts.insert(words.count)
        index = end
      } else if Self.isWordByte(bytes, index) {
        let start = index
        while index < bytes.count, Self.isWordByte(bytes, index) || Self.apostrophe(bytes, index) > 0 {
          index += max(1, Self.apostrophe(bytes, index))
        }
        words += Self.words(bytes[start..<index])
      } else {
        // A blank is on either side of a dash between clauses, none around that of `add/remove` or `two-factor`.
        let isDash = bytes[index] == UInt8(ascii: "-") && index > 0 && bytes[index - 1] == 0x20
        if isDash || ",;:().".utf8.contains(bytes[index]) || bytes[index...].starts(with: [0xE2, 0x80]) {
          starts.insert(words.count)
        }
        index += bytes[index] == 0xE2 ? 3 : 1
      }
    }
    for (index, word) in words.enumerated() where conjunctions.contains(word.text) { starts.insert(index) }
    let cuts = starts.union([0]).filter { $0 < words.count }.sorted()
    clauses = cuts.enumerated().map { position, start in
      words[start..<(position + 1 < cuts.count ? cuts[position + 1] : words.count)]
    }
  }

  /// The part of the sentence from one word to another.
  func words(from first: Word, to last: Word) -> String {
    let bytes = Array(text.utf8)
    let range = min(first.range.lowerBound, last.range.lowerBound)..<max(first.range.upperBound, last.range.upperBound)
    return String(decoding: bytes[range], as: UTF8.self)
  }

  private static func words(_ bytes: ArraySlice<UInt8>) -> [Word] {
    let range = bytes.startIndex..<bytes.endIndex
    if bytes.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "'") }) {
      // Letters and digits of ASCII: nothing but the case of the letters is to be changed.
      return [Word(text: String(lowercasedASCII: bytes), range: range)]
    }
    let letters = String(decoding: bytes, as: UTF8.self).lowercased().replacing("\u{2019}", with: "'")
    guard letters.hasSuffix("n't") else {
      let plain = letters.hasSuffix("'s") ? String(letters.dropLast(2)) : letters
      return [Word(text: plain.replacing("'", with: ""), range: range)]
    }
    let verb = letters.dropLast(3)
    return [Word(text: verb == "wo" ? "will" : String(verb), range: range), Word(text: "not", range: range)]
  }

  private static func isWordByte(_ bytes: [UInt8], _ index: Int) -> Bool {
    let byte = bytes[index]
    if byte >= 0x80 {
      return !bytes[index...].starts(with: [0xE2, 0x80]) && !(byte < 0xC0 && isPunctuation(bytes, index))
    }
    return byte.isASCIIAlphanumeric
  }

  /// Whether a trailing byte belongs to a sign of general punctuation.
  private static func isPunctuation(_ bytes: [UInt8], _ index: Int) -> Bool {
    (1...2).contains { index >= $0 && bytes[(index - $0)...].starts(with: [0xE2, 0x80]) }
  }

  /// Bytes of an apostrophe at a place; 0 where there is none.
  private static func apostrophe(_ bytes: [UInt8], _ index: Int) -> Int {
    if bytes[index] == UInt8(ascii: "'") { return 1 }
    return bytes[index...].starts(with: [0xE2, 0x80, 0x99]) ? 3 : 0
  }

  /// The quotations of a sentence. The next closing sign and blank are kept: many signs that open none cost no more.
  private struct Quotations {
    private let bytes: [UInt8]
    private var straight = Sign([UInt8(ascii: "\"")])
    private var curly = Sign([0xE2, 0x80, 0x9D])
    private var blank = Sign([0x20])

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Where a quotation that begins here ends; nil when none begins, or it does not end in this sentence.
    mutating func end(_ index: Int) -> Int? {
      let (rest, place, length): (Int, Int, Int)
      if bytes[index] == UInt8(ascii: "\"") {
        (rest, place, length) = (index + 1, straight.place(in: bytes, from: index + 1), 1)
      } else if bytes[index...].starts(with: [0xE2, 0x80, 0x9C]) {
        (rest, place, length) = (index + 3, curly.place(in: bytes, from: index + 3), 3)
      } else {
        return nil
      }
      // A single word between quotation marks is a term, not somebody's sentence.
      return place < bytes.count && blank.place(in: bytes, from: rest) < place ? place + length : nil
    }
  }

  private struct Sign {
    private let sign: [UInt8]
    private var place = -1

    init(_ sign: [UInt8]) { self.sign = sign }

    /// The first place at or behind `start`, which never goes back; the end where there is none.
    mutating func place(in bytes: [UInt8], from start: Int) -> Int {
      if place < start {
        place = start
        while place < bytes.count, !bytes[place...].starts(with: sign) { place += 1 }
      }
      return min(place, bytes.count)
    }
  }
}
