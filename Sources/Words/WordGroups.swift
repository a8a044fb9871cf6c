/// Words by what they mean, the stronger meaning first.
package struct WordGroups: Sendable, Decodable {
  private let groups: [(name: String, words: Set<String>)]

  package init(from decoder: any Decoder) throws { throw LexiconFile.unfit }

  init(_ groups: [LexiconFile.Group]) { self.groups = groups.map { ($0.name, Set($0.words)) } }

  /// The first meaning of which a word occurs in a heading, given as lower-case words.
  package func first(in heading: String) -> String? {
    first(sharing: Set(heading.split(separator: " ").map(String.init)))
  }

  /// The first meaning, except some, that shares a word with others.
  package func first(sharing words: Set<String>, without left: [String] = []) -> String? {
    groups.first { !left.contains($0.name) && !$0.words.isDisjoint(with: words) }?.name
  }
}

/// What phrases mean, in the order in which they are looked for.
package struct WordMeanings: Sendable, Decodable {
  private let phrases: [(phrase: Phrases, meaning: String)]

  package init(from decoder: any Decoder) throws { throw LexiconFile.unfit }

  init(_ meanings: [LexiconFile.Meaning]) {
    phrases = meanings.map { (Phrases(list: [$0.word]), $0.meaning) }
  }

  /// The meaning of the first phrase that occurs in a normalized text.
  package func first(inNormalized words: [UInt8]) -> String? {
    phrases.first { $0.phrase.occur(inNormalized: words) }?.meaning
  }
}
