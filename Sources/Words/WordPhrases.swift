/// Phrases looked for in the words of a sentence. `vote|votes` is one of several words, `amend*` any word beginning so.
package struct WordPhrases: Sendable, Decodable {
  package struct Word: Sendable {
    package let exact: [String]
    package let beginnings: [String]

    init(_ pattern: Substring) {
      let alternatives = pattern.split(separator: "|").map(String.init)
      exact = alternatives.filter { !$0.hasSuffix("*") }
      beginnings = alternatives.filter { $0.hasSuffix("*") }.map { String($0.dropLast()) }
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
    phrases = list.map { $0.split(separator: " ").map(Word.init) }
    self.number = number
  }
}
