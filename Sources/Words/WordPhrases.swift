/// Phrases looked for in the words of a sentence. `vote|votes` is one of several words, `amend*` any word beginning so.
package struct WordPhrases: Sendable, Decodable {
  package struct Word: Sendable {
    package let exact: [String]
    package let beginnings: [String]

    init(_ pattern: Substring.UTF8View) {
      var (exact, beginnings): ([String], [String]) = ([], [])
      for word in pattern.split(separator: UInt8(ascii: "|")).map(Substring.init) {
        if word.utf8.last == UInt8(ascii: "*") {
          beginnings.append(String(word.dropLast()))
        } else {
          exact.append(String(word))
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
    phrases = list.map { $0.utf8.split(separator: UInt8(ascii: " ")).map(Word.init) }
    self.number = number
  }
}
