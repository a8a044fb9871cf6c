import Criteria
package import Diagnostics

/// A list of phrases looked for in a text, word by word and in any case.
package struct Phrases: Sendable, Decodable {
  private let phrases: [[UInt8]]
  /// The phrases one behind the other, by their first letters.
  private let bytes: [UInt8]
  /// Where in `bytes` each begins, and where the last ends.
  private let starts: [Int]
  /// By a first letter, the number of the first of them that begins with it or a later one.
  private let firsts: [Int]

  package init(from decoder: any Decoder) throws { throw LexiconFile.unfit }

  package init(_ phrases: String...) { self.init(list: phrases) }

  package init(list phrases: [String]) {
    self.phrases = phrases.map(PhraseMatcher.normalized)
    // Blanks stand before and behind the words of each; what is shorter has none.
    let sorted = self.phrases.filter { $0.count > 1 }.sorted { $0[1] < $1[1] }
    bytes = sorted.flatMap { $0 }
    starts = sorted.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    var firsts = [Int](repeating: 0, count: 257)
    for phrase in sorted { firsts[Int(phrase[1]) + 1] += 1 }
    for letter in 1...256 { firsts[letter] += firsts[letter - 1] }
    self.firsts = firsts
  }

  /// Whether a text holds one of them.
  package func occur(in text: String) -> Bool { occur(inNormalized: PhraseMatcher.normalized(text)) }

  /// Whether a text that is normalized already holds one of them.
  package func occur(inNormalized words: [UInt8]) -> Bool {
    words.withUnsafeBufferPointer { words in
      bytes.withUnsafeBufferPointer { bytes in
        // Words are parted by blanks, so only places of blanks can begin a phrase; its first letter decides most.
        var start = 0
        while start + 1 < words.count {
          defer { start += 1 }
          guard words[start] == 0x20 else { continue }
          let letter = Int(words[start + 1])
          for number in firsts[letter]..<firsts[letter + 1] {
            let (first, end) = (starts[number], starts[number + 1])
            guard start + end - first <= words.count else { continue }
            var index = first + 2
            while index < end, words[start + index - first] == bytes[index] { index += 1 }
            if index == end { return true }
          }
        }
        return false
      }
    }
  }

  /// Whether a normalized text begins with one of them.
  package func begin(normalized words: ArraySlice<UInt8>) -> Bool {
    mayBegin(words) && phrases.contains { words.starts(with: $0) }
  }

  /// The same for a part of a text, which is taken out of it only where one of them has its first letter.
  package func begin(normalized words: [UInt8], in range: Range<Int>) -> Bool {
    range.count > 1 && mayBegin(words[range.lowerBound + 1]) && begin(normalized: words[range])
  }

  /// The same for a text by itself.
  package func begin(normalized words: [UInt8]) -> Bool { begin(normalized: words[...]) }

  /// Whether a normalized text is one of them.
  package func equal(normalized words: [UInt8]) -> Bool { mayBegin(words[...]) && phrases.contains { $0 == words } }

  /// Whether one of them has the first letter of a normalized text.
  private func mayBegin(_ words: ArraySlice<UInt8>) -> Bool {
    words.count > 1 && mayBegin(words[words.startIndex + 1])
  }

  /// Whether one of them begins with a letter.
  private func mayBegin(_ letter: UInt8) -> Bool {
    firsts[Int(letter)] < firsts[Int(letter) + 1]
  }

  /// Where the first phrase that occurs begins in a normalized text.
  package func position(inNormalized words: [UInt8]) -> Int? {
    phrases.lazy.compactMap { Self.find($0, in: words) }.first
  }

  /// A normalized text with every occurrence blotted out, so that nothing else is found in it.
  package func blotted(fromNormalized words: [UInt8]) -> [UInt8] {
    guard occur(inNormalized: words) else { return words }
    var words = words
    for phrase in phrases {
      while let start = Self.find(phrase, in: words) {
        for index in (start + 1)..<(start + phrase.count - 1) { words[index] = 0 }
      }
    }
    return words
  }

  private static func find(_ phrase: [UInt8], in words: [UInt8]) -> Int? {
    guard phrase.count > 1, words.count >= phrase.count else { return nil }
    return words.withUnsafeBufferPointer { words in
      phrase.withUnsafeBufferPointer { phrase in
        var start = 0
        while start + phrase.count <= words.count {
          if words[start] == 0x20, words[start + 1] == phrase[1] {
            var length = 2
            while length < phrase.count, words[start + length] == phrase[length] { length += 1 }
            if length == phrase.count { return start }
          }
          start += 1
        }
        return nil
      }
    }
  }
}

extension ByteStrings: Decodable {
  package init(from decoder: any Decoder) throws { throw LexiconFile.unfit }
}
