import Criteria

/// A list of phrases looked for in a text, word by word and in any case.
package struct Phrases: Sendable, Decodable {
  private let phrases: [[UInt8]]

  package init(from decoder: any Decoder) throws { throw LexiconFile.unfit }

  package init(_ phrases: String...) { self.init(list: phrases) }

  package init(list phrases: [String]) { self.phrases = phrases.map(PhraseMatcher.normalized) }

  /// Whether a text holds one of them.
  package func occur(in text: String) -> Bool { occur(inNormalized: PhraseMatcher.normalized(text)) }

  /// Whether a text that is normalized already holds one of them.
  package func occur(inNormalized words: [UInt8]) -> Bool { phrases.contains { Self.find($0, in: words) != nil } }

  /// Whether a normalized text begins with one of them.
  package func begin(normalized words: [UInt8]) -> Bool { phrases.contains { words.starts(with: $0) } }

  /// Whether a normalized text is one of them.
  package func equal(normalized words: [UInt8]) -> Bool { phrases.contains { $0 == words } }

  /// Where the first phrase that occurs begins in a normalized text.
  package func position(inNormalized words: [UInt8]) -> Int? {
    phrases.lazy.compactMap { Self.find($0, in: words) }.first
  }

  /// A normalized text with every occurrence blotted out, so that nothing else is found in it.
  package func blotted(fromNormalized words: [UInt8]) -> [UInt8] {
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
        // Words are parted by blanks, so only places of blanks can begin a phrase; its second byte decides most.
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
