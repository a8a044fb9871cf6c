/// Finds many phrases in one pass over a text: words are compared by their hashes, in any case, and across line breaks.
struct PhraseTable: Sendable {
  /// A phrase found, by its number in the table.
  struct Match {
    let phrase: Int
    /// Index of its first word.
    let word: Int
  }

  /// The words of a text as hashes, each with the line it stands in.
  struct Text {
    var words: [UInt64] = []
    var lines: [Int] = []

    /// Takes in a line.
    mutating func append(_ bytes: ArraySlice<UInt8>, line: Int) {
      let start = words.count
      bytes.withUnsafeBufferPointer { PhraseTable.hash($0, into: &words) }
      lines.append(contentsOf: repeatElement(line, count: words.count - start))
    }
  }

  private let phrases: [[UInt64]]
  /// Phrases sorted by the bucket of their first word, and where each bucket begins among them.
  private let sorted: [(first: UInt64, phrase: Int)]
  private let starts: [Int]
  private static let size: UInt64 = 4096

  init(_ phrases: [String]) {
    let words = phrases.map { Self.words(of: $0) }
    sorted = words.enumerated().compactMap { index, words in words.first.map { ($0, index) } }
      .sorted { ($0.first % Self.size, $0.phrase) < ($1.first % Self.size, $1.phrase) }
    var starts = [Int](repeating: 0, count: Int(Self.size) + 1)
    for (first, _) in sorted { starts[Int(first % Self.size) + 1] += 1 }
    for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
    self.starts = starts
    self.phrases = words
  }

  /// Every phrase that occurs, in the order of the text.
  func matches(in words: [UInt64]) -> [Match] {
    var found: [Match] = []
    for (start, word) in words.enumerated() {
      let bucket = Int(word % Self.size)
      for place in starts[bucket]..<starts[bucket + 1] where sorted[place].first == word {
        let phrase = phrases[sorted[place].phrase]
        guard start + phrase.count <= words.count else { continue }
        var length = 1
        while length < phrase.count, phrase[length] == words[start + length] { length += 1 }
        if length == phrase.count { found.append(Match(phrase: sorted[place].phrase, word: start)) }
      }
    }
    return found
  }

  /// The numbers of the phrases that occur in a short text.
  func phrases(in text: String) -> Set<Int> { Set(matches(in: Self.words(of: text)).map(\.phrase)) }

  private static func words(of text: String) -> [UInt64] {
    var words: [UInt64] = []
    var text = text
    text.withUTF8 { hash($0, into: &words) }
    return words
  }

  /// FNV-1a of each word; apostrophes are left out, every other sign separates words.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, into words: inout [UInt64]) {
    let start: UInt64 = 0xcbf2_9ce4_8422_2325
    var hash = start
    for byte in bytes {
      let lower = byte | 0x20
      let isLetter = lower &- 0x61 < 26
      if isLetter || byte &- 0x30 < 10 || byte >= 0x80 {
        hash = (hash ^ UInt64(isLetter ? lower : byte)) &* 0x100_0000_01b3
      } else if byte != UInt8(ascii: "'"), hash != start {
        words.append(hash)
        hash = start
      }
    }
    if hash != start { words.append(hash) }
  }
}
