/// Phrases looked for in the words of a sentence. `vote|votes` is one of several words, `amend*` any word beginning so.
package struct WordPhrases: Sendable, Decodable {
  package struct Word: Sendable {
    let exact: [String]
    let beginnings: [String]

    init(_ pattern: Slice<UnsafeBufferPointer<UInt8>>) {
      var (exact, beginnings): ([String], [String]) = ([], [])
      for word in pattern.split(separator: UInt8(ascii: "|")) {
        if word.last == UInt8(ascii: "*") {
          beginnings.append(String(decoding: word.dropLast(), as: UTF8.self))
        } else {
          exact.append(String(decoding: word, as: UTF8.self))
        }
      }
      (self.exact, self.beginnings) = (exact, beginnings)
    }

    package func matches(_ text: String) -> Bool {
      exact.contains(text) || beginnings.contains { text.hasPrefix($0) }
    }
  }

  package let phrases: [[Word]]
  /// Its place among the lists of its file, by which a word tells whether a phrase can begin with it.
  package let number: Int

  package init(from decoder: any Decoder) throws { throw LexiconFile.unfit }

  init(list: [String], number: Int) {
    phrases = list.map { phrase in
      return phrase.withBytes { $0.split(separator: UInt8(ascii: " ")).map(Word.init) }
    }
    self.number = number
  }
}
