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
    mutating func append(_ bytes: some Collection<UInt8>, line: Int) {
      let start = words.count
      PhraseTable.hash(bytes, into: &words)
      lines.append(contentsOf: repeatElement(line, count: words.count - start))
    }
  }

  private let phrases: [[UInt64]]
  private var buckets: [[Int]]
  private static let size = 4096

  init(_ phrases: [String]) {
    self.phrases = phrases.map { phrase in
      var words: [UInt64] = []
      Self.hash(phrase.utf8, into: &words)
      return words
    }
    buckets = Array(repeating: [], count: Self.size)
    for (index, words) in self.phrases.enumerated() {
      if let first = words.first { buckets[Int(first % UInt64(Self.size))].append(index) }
    }
  }

  /// Every phrase that occurs, in the order of the text.
  func matches(in words: [UInt64]) -> [Match] {
    var found: [Match] = []
    for (start, word) in words.enumerated() {
      for index in buckets[Int(word % UInt64(Self.size))] {
        let phrase = phrases[index]
        guard phrase[0] == word, start + phrase.count <= words.count else { continue }
        var length = 1
        while length < phrase.count, phrase[length] == words[start + length] { length += 1 }
        if length == phrase.count { found.append(Match(phrase: index, word: start)) }
      }
    }
    return found
  }

  /// The numbers of the phrases that occur in a short text.
  func phrases(in text: String) -> Set<Int> {
    var words: [UInt64] = []
    Self.hash(text.utf8, into: &words)
    return Set(matches(in: words).map(\.phrase))
  }

  /// FNV-1a of each word; apostrophes are left out, every other sign separates words.
  private static func hash(_ bytes: some Collection<UInt8>, into words: inout [UInt64]) {
    let start: UInt64 = 0xcbf2_9ce4_8422_2325
    var hash = start
    for byte in bytes {
      let isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
      if isLetter || (0x30...0x39).contains(byte) || byte >= 0x80 {
        hash = (hash ^ UInt64(isLetter ? byte | 0x20 : byte)) &* 0x100_0000_01b3
      } else if byte != UInt8(ascii: "'"), hash != start {
        words.append(hash)
        hash = start
      }
    }
    if hash != start { words.append(hash) }
  }
}
