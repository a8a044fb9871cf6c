import Criteria
import Diagnostics
import Words

extension ClaimWords {
  /// Kind of claim by a noun in lower case, plural or singular.
  func kind(of word: String) -> (kind: String, isPlural: Bool)? {
    if let kind = nouns[word] { return (kind, true) }
    if let kind = nounsOfOne[word] { return (kind, false) }
    return nil
  }

  /// Opens for words that are numbers, and for those that name people.
  var gate: ByteGate {
    ByteGate(words: Array(Lexicon.times.numbers.keys) + nouns.filter { people.contains($0.value) }.map(\.key))
  }

  /// Whether a word is part of a phrase that says how exact a number is.
  func isOfExactness(_ word: String) -> Bool {
    exactness.contains { exact in
      guard exact.word.utf8.count > word.utf8.count else { return exact.word == word }
      return exact.word.holds(word)
        && exact.word.utf8.split(separator: UInt8(ascii: " ")).contains { $0.elementsEqual(word.utf8) }
    }
  }

  /// Whether a text leads over to a list of what is asked for ("move up based on:"), not of what is the case.
  func asks(_ lead: String) -> Bool {
    leads(lead, to: asking) && !lead.runsOfLetters.contains { satisfying.contains($0.lowercased()) }
  }

  /// Whether a text ends with one of some phrases and a colon.
  func leads(_ lead: String, to phrases: [String]) -> Bool {
    guard lead.hasSuffix(":") else { return false }
    let words = String(decoding: PhraseMatcher.normalized(lead), as: UTF8.self)
    return phrases.contains { words.hasSuffix(" \($0) ") }
  }
}
