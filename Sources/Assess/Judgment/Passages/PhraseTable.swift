import Criteria

/// Finds many phrases in one pass over normalized words, also across the ends of lines.
struct PhraseTable: Sendable {
  /// A phrase found, by its number in the table.
  struct Match {
    let phrase: Int
    /// Offset of the blank before its first word.
    let offset: Int
  }

  /// The phrases one behind the other, normalized, by their buckets.
  private let bytes: [UInt8]
  /// Number of each phrase in `bytes`, and where it begins and ends there.
  private let places: [(phrase: Int, start: Int, end: Int)]
  /// Where the phrases of each bucket begin in `places`, and the end.
  private let starts: [Int32]

  init(_ phrases: [String]) {
    var buckets = [[(phrase: Int, words: [UInt8])]](repeating: [], count: Self.bucketCount)
    for (number, phrase) in phrases.enumerated() {
      let words = PhraseMatcher.normalized(phrase)
      // Blanks stand before and behind the words; one letter is no phrase.
      if words.count > 3 { buckets[Self.bucket(words[1], words[2], words[3])].append((number, words)) }
    }
    var bytes: [UInt8] = []
    places = buckets.joined().map { number, words in
      bytes += words
      return (number, bytes.count - words.count, bytes.count)
    }
    self.bytes = bytes
    starts = buckets.reduce(into: [0]) { $0.append(($0.last ?? 0) + Int32($1.count)) }
  }

  private static let bucketCount = 4096

  /// A bucket for what stands behind a blank: the first letters of a word, or a short one with the blank behind it.
  private static func bucket(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    ((Int(first) &* 31 &+ Int(second)) &* 31 &+ Int(third)) & (bucketCount - 1)
  }

  /// Every phrase that occurs, in the order of the text.
  ///
  /// - Parameter words: normalized words, blanks around them; offsets are those of the slice.
  func matches(in words: ArraySlice<UInt8>) -> [Match] {
    var found: [Match] = []
    words.withUnsafeBufferPointer { text in
      bytes.withUnsafeBufferPointer { bytes in
        starts.withUnsafeBufferPointer { starts in
          let last = text.count - 3
          var index = 0
          while index < last {
            // Phrases begin where words do.
            while index < last, text[index] != 0x20 { index &+= 1 }
            guard index < last else { break }
            let bucket = Self.bucket(text[index &+ 1], text[index &+ 2], text[index &+ 3])
            for place in starts[bucket]..<starts[bucket &+ 1] {
              let (phrase, start, end) = places[Int(place)]
              guard index + end - start <= text.count else { continue }
              var length = 1
              while start + length < end, text[index + length] == bytes[start + length] { length += 1 }
              if start + length == end { found.append(Match(phrase: phrase, offset: words.startIndex + index)) }
            }
            index &+= 2
          }
        }
      }
    }
    return found
  }

  /// The numbers of the phrases that occur in a short text.
  func phrases(in text: String) -> Set<Int> {
    Set(matches(in: PhraseMatcher.normalized(text)[...]).map(\.phrase))
  }
}
