import Criteria
import Words

extension ClaimWords {
  /// Kind of claim by a noun in lower case, plural or singular.
  func kind(of word: String) -> (kind: String, isPlural: Bool)? {
    if let kind = nouns[word] { return (kind, true) }
    if let kind = nounsOfOne[word] { return (kind, false) }
    return nil
  }

  /// Whether a text leads over to a list of what is asked for ("move up based on:"), not of what is the case.
  func asks(_ lead: String) -> Bool {
    guard lead.hasSuffix(":") else { return false }
    let words = String(decoding: PhraseMatcher.normalized(lead), as: UTF8.self)
    return asking.contains { words.hasSuffix(" \($0) ") }
      && !words.split(separator: " ").contains { satisfying.contains(String($0)) }
  }
}
