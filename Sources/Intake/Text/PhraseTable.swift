import Criteria

/// Finds many phrases in one pass over normalized words, also across the ends of lines.
package struct PhraseTable: Sendable {
  /// A phrase found, by its number in the table.
  struct Match {
    let phrase: Int
    /// Offset of the blank before its first word.
    let offset: Int
  }

  /// A phrase by its number, where it begins and ends in `bytes`, and its first eight bytes as one number, which tells
  /// most phrases from a text at once.
  private struct Place {
    let phrase: Int
    let start: Int
    let end: Int
    let first: UInt64
    let mask: UInt64
  }

  /// The phrases one behind the other, normalized, by their buckets.
  private let bytes: [UInt8]
  private let places: [Place]
  /// Where the phrases of each bucket begin in `places`, and the end.
  private let starts: [Int32]
  private let numbers: [String: Int]

  /// - Parameter phrases: what is looked for, each once; its place is its number.
  package init(_ phrases: [String]) {
    numbers = Dictionary(firstOf: phrases.enumerated().map { ($1, $0) })
    var buckets = [[(phrase: Int, words: [UInt8])]](repeating: [], count: Self.bucketCount)
    for (number, phrase) in phrases.enumerated() {
      let words = PhraseMatcher.normalized(phrase)
      // Blanks stand before and behind the words; one letter is no phrase.
      if words.count > 3 { buckets[Self.bucket(words[1], words[2], words[3])].append((number, words)) }
    }
    var bytes: [UInt8] = []
    places = buckets.joined().map { number, words in
      bytes += words
      return Place(
        phrase: number, start: bytes.count - words.count, end: bytes.count,
        first: words.withUnsafeBufferPointer { Self.eight(of: $0, at: 0) },
        mask: words.count < 8 ? 1 << UInt64(8 * words.count) - 1 : .max)
    }
    self.bytes = bytes
    starts = buckets.reduce(into: [0]) { $0.append(($0.last ?? 0) + Int32($1.count)) }
  }

  private static let bucketCount = 4096

  /// A bucket for what stands behind a blank: the first letters of a word, or a short one with the blank behind it.
  private static func bucket(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    ((Int(first) &* 31 &+ Int(second)) &* 31 &+ Int(third)) & (bucketCount - 1)
  }

  /// Eight bytes of a text as one number; zeros stand for those behind its end.
  private static func eight(of text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt64 {
    if index + 8 <= text.count {
      return UInt64(littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
    return text[index...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// How many phrases there are.
  package var count: Int { numbers.count }

  /// The number of a phrase; nil for one that is not looked for.
  package func number(of phrase: String) -> Int? { numbers[phrase] }

  /// Every phrase that occurs, in the order of the text.
  ///
  /// - Parameter words: normalized words, blanks around them; offsets are those of the slice.
  func matches(in words: ArraySlice<UInt8>) -> [Match] {
    words.withUnsafeBufferPointer { matches(in: $0, from: words.startIndex) }
  }

  private func matches(in text: UnsafeBufferPointer<UInt8>, from offset: Int) -> [Match] {
    var found: [Match] = []
    bytes.withUnsafeBufferPointer { bytes in
      starts.withUnsafeBufferPointer { starts in
        places.withUnsafeBufferPointer { places in
          let last = text.count - 3
          var index = 0
          while index < last {
            // Phrases begin where words do.
            while index < last, text[index] != 0x20 { index &+= 1 }
            guard index < last else { break }
            let bucket = Self.bucket(text[index &+ 1], text[index &+ 2], text[index &+ 3])
            var number = Int(starts[bucket])
            let end = Int(starts[bucket &+ 1])
            let eight = number < end ? Self.eight(of: text, at: index) : 0
            while number < end {
              let place = places[number]
              number &+= 1
              guard place.first == eight & place.mask else { continue }
              let whole = place.end - place.start
              guard index + whole <= text.count else { continue }
              var length = 8
              while length < whole, text[index + length] == bytes[place.start + length] { length += 1 }
              guard length >= whole else { continue }
              if found.isEmpty { found.reserveCapacity(16) }
              found.append(Match(phrase: place.phrase, offset: offset + index))
            }
            index &+= 2
          }
        }
      }
    }
    return found
  }

  /// The numbers of the phrases that occur in a short text.
  package func phrases(in text: String) -> Set<Int> {
    PhraseMatcher.withNormalized(text) { Set(matches(in: $0, from: 0).lazy.map(\.phrase)) }
  }
}
