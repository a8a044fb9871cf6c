/// Numbers: how exact they are meant, and whether they count anything at all.
extension ClaimScanner {
  struct Quantity {
    var value: Int
    var upper: Int?
    var qualifier: Claim.Qualifier
    var end: Int
  }

  /// A number with what is said about its exactness.
  func quantity(at index: Int, in sentence: Range<Int>) -> Quantity? {
    guard case .number(var value, let isOpen) = tokens[index].kind, value < 100_000_000 else { return nil }
    var found = Quantity(value: value, upper: nil, qualifier: isOpen ? .atLeast : .exact, end: index + 1)
    var start = index
    if tokens[index].isRoundWord {
      // "half a dozen", "a hundred"; "several hundred" is no number.
      func before(_ distance: Int) -> String {
        index - distance >= sentence.lowerBound ? tokens[index - distance].lower : ""
      }
      if lexicon.vague.contains(before(1)) { return nil }
      let hasArticle = before(1) == "a"
      if before(hasArticle ? 2 : 1) == "half" || before(1) == "half" {
        value /= 2
        start -= before(1) == "half" ? 1 : 2
      }
      if start - 1 >= sentence.lowerBound, tokens[start - 1].lower == "a" { start -= 1 }
      found.value = value
    }
    // "two hundred", "4 million"
    if found.end < sentence.upperBound, let factor = ClaimToken.factors[tokens[found.end].lower] {
      (found.value, found.end) = (value * factor, found.end + 1)
    }
    if index + 2 < sentence.upperBound, tokens[index + 1].isSign("-"), let upper = tokens[index + 2].number,
      upper > value
    {
      found.upper = upper
      found.qualifier = .range
      found.end = index + 3
      return found
    }
    if found.qualifier == .exact { found.qualifier = qualifier(before: start, in: sentence) }
    return found
  }

  func qualifier(before index: Int, in sentence: Range<Int>) -> Claim.Qualifier {
    func word(_ distance: Int) -> String {
      let at = index - distance
      guard at >= sentence.lowerBound else { return "" }
      return tokens[at].lower.isEmpty ? String(decoding: text.bytes[tokens[at].range], as: UTF8.self) : tokens[at].lower
    }
    // "has increased up to 13" is no upper bound.
    if word(1) == ">", word(2) == "-" { return .exact }
    if word(1) == "to", word(2) == "up", lexicon.growing.contains(word(3)) { return .exact }
    switch (word(2), word(1)) {
    case ("at", "least"), (_, "≥"), ("minimum", "of"): return .atLeast
    case ("more", "than"), (_, "over"), (_, ">"), (_, "exceeding"): return .moreThan
    case ("up", "to"), ("at", "most"), ("less", "than"), ("fewer", "than"), (_, "under"), (_, "below"): return .atMost
    case (_, "about"), (_, "around"), (_, "approximately"), (_, "~"), (_, "nearly"), (_, "roughly"), (_, "almost"),
      (_, "near"), (_, "circa"), (_, "averaged"), ("average", "of"):
      return .about
    default: break
    }
    // "an average of 20 PRs and 5 contributors per month"
    if word(1) == "and", index - 6 >= sentence.lowerBound,
      tokens[(index - 6)..<index].contains(where: { $0.lower == "average" })
    {
      return .about
    }
    return .exact
  }

  /// Whether the number belongs to a rule, a vote or a request, judged by the words of its clause.
  func isRule(at index: Int, _ number: Quantity, in sentence: Range<Int>) -> Bool {
    var start = index
    while start > max(sentence.lowerBound, index - 14), !tokens[start - 1].endsClause { start -= 1 }
    var end = number.end
    while end < min(sentence.upperBound, number.end + 8), !tokens[end].endsClause { end += 1 }
    let words = tokens[start..<end].map(\.lower)
    if words.indices.contains(where: { isNormative($0, in: words) && !isMonth(start + $0) }) { return true }
    if hasThresholds { return true }
    guard number.qualifier == .atLeast, !tokens[index].isOpenNumber else { return false }
    // "At least two" is a claim only in a clause that states a fact; "Have at least two" asks for it.
    return !tokens[start..<index].dropFirst().contains { lexicon.assertive.contains($0.lower) }
  }

  /// Whether a token is the month of May.
  private func isMonth(_ index: Int) -> Bool { tokens[index].lower == "may" && tokens[index].isCapitalized }

  /// Whether a word belongs to a rule; "the majority of contributions" does not.
  private func isNormative(_ index: Int, in words: [String]) -> Bool {
    guard lexicon.normative.contains(words[index]) else { return false }
    guard words[index] == "majority", index + 2 < words.count, words[index + 1] == "of" else { return true }
    return !lexicon.majorityOf.contains(words[index + 2])
  }

  /// "latest 3 minor releases", "one of the", "each one": the number names something and counts nothing.
  func isNotCounting(at index: Int, in sentence: Range<Int>) -> Bool {
    let before = index > sentence.lowerBound ? tokens[index - 1].lower : ""
    if lexicon.notCounting.contains(before) {
      return true
    }
    // "Only 1 adopter suggested more" counts those that did something, not all.
    if before == "only", index == sentence.lowerBound + 1 { return true }
    // "these three projects" means others, named before.
    if lexicon.pointing.contains(before), index + 1 < sentence.upperBound,
      lexicon.pointedAt.contains(tokens[index + 1].lower)
    {
      return true
    }
    // The word "one" is an article as a rule.
    guard tokens[index].lower == "one" else { return false }
    let next = index + 1 < sentence.upperBound ? tokens[index + 1].lower : ""
    return index > sentence.lowerBound || lexicon.kind(of: next) == nil
  }

  /// Whether the sentence states the number as the whole; `end` is the index behind its noun.
  func isTotal(at index: Int, _ modifiers: [String], to end: Int, in sentence: Range<Int>) -> Bool {
    if modifiers.contains(where: lexicon.partial.contains) || modifiers.first == "of" { return false }
    let before = tokens[max(sentence.lowerBound, index - 4)..<index].map(\.lower)
    if before.contains("of") && !before.contains("total") { return false }
    if index > sentence.lowerBound, tokens[index - 1].isSign(":"), end == index + 1 { return true }
    if index > sentence.lowerBound { return before.contains(where: lexicon.totals.contains) }
    // "Five maintainers across four organizations" is a total, "Two maintainers resigned" is none.
    guard end < sentence.upperBound, tokens[end].kind == .word else { return true }
    let after = tokens[end].lower
    if ["are", "were"].contains(after), end + 1 < sentence.upperBound {
      return lexicon.listing.contains(tokens[end + 1].lower)
    }
    return lexicon.listing.contains(after)
  }
}

extension ClaimToken {
  var endsClause: Bool {
    guard case .sign(let sign) = kind else { return false }
    return ",;:(".utf8.contains(sign)
  }
  var isOpenNumber: Bool { if case .number(_, true) = kind { true } else { false } }
}
