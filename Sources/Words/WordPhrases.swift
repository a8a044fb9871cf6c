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
  /// By the first byte of a word, whether a phrase can begin with it: most words of a text begin otherwise.
  private let firstBytes: [Bool]

  package init(from decoder: any Decoder) throws { throw LexiconFile.unfit }

  package init(list: [String]) {
    phrases = list.map { $0.split(separator: " ").map(Word.init) }
    firstWords = Set(phrases.flatMap { $0.first?.exact ?? [] })
    firstBeginnings = phrases.flatMap { $0.first?.beginnings ?? [] }
    var bytes = [Bool](repeating: firstBeginnings.contains(""), count: 256)
    for first in firstWords.union(firstBeginnings).compactMap(\.utf8.first) { bytes[Int(first)] = true }
    firstBytes = bytes
  }

  /// Whether a phrase can begin with a word; decides most places without looking further.
  package func canBegin(_ text: String) -> Bool {
    guard let first = text.utf8.first, firstBytes[Int(first)] else { return false }
    return firstWords.contains(text) || firstBeginnings.contains { text.hasPrefix($0) }
  }
}
