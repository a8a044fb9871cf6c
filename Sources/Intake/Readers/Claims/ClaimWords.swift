import Words

extension ClaimWords {
  /// Kind of claim by a noun in lower case, plural or singular.
  func kind(of word: String) -> (kind: String, isPlural: Bool)? {
    if let kind = nouns[word] { return (kind, true) }
    if let kind = nounsOfOne[word] { return (kind, false) }
    return nil
  }
}
