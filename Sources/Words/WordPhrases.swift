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
  private let firstWords: Set<String>
  private let firstBeginnings: [String]

  package init(from decoder: any Decoder) throws { throw LexiconFile.unfit }

  package init(list: [String]) {
    phrases = list.map { $0.split(separator: " ").map(Word.init) }
    firstWords = Set(phrases.flatMap { $0.first?.exact ?? [] })
    firstBeginnings = phrases.flatMap { $0.first?.beginnings ?? [] }
  }

  /// Whether a phrase can begin with a word; decides most places without looking further.
  package func canBegin(_ text: String) -> Bool {
    firstWords.contains(text) || firstBeginnings.contains { text.hasPrefix($0) }
  }
}
