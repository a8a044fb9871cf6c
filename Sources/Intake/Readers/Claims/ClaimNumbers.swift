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
    guard case .number(let value, let isOpen) = tokens[index].kind, value < 100_000_000 else { return nil }
    var found = Quantity(value: value, upper: nil, qualifier: isOpen ? .atLeast : .exact, end: index + 1)
    if index + 2 < sentence.upperBound, tokens[index + 1].isSign("-"), let upper = tokens[index + 2].number,
      upper > value
    {
      found.upper = upper
      found.qualifier = .range
      found.end = index + 3
      return found
    }
    if found.qualifier == .exact { found.qualifier = qualifier(before: index, in: sentence) }
    return found
  }

  func qualifier(before index: Int, in sentence: Range<Int>) -> Claim.Qualifier {
    func word(_ distance: Int) -> String {
      let at = index - distance
      guard at >= sentence.lowerBound else { return "" }
      return tokens[at].lower.isEmpty ? String(decoding: text.bytes[tokens[at].range], as: UTF8.self) : tokens[at].lower
    }
    switch (word(2), word(1)) {
    case ("at", "least"), (_, "≥"), ("minimum", "of"): return .atLeast
    case ("more", "than"), (_, "over"), (_, ">"), (_, "exceeding"): return .moreThan
    case ("up", "to"), ("at", "most"), ("less", "than"), ("fewer", "than"), (_, "under"), (_, "below"): return .atMost
    case (_, "about"), (_, "around"), (_, "approximately"), (_, "~"), (_, "nearly"), (_, "roughly"), (_, "almost"),
      (_, "near"), (_, "circa"), (_, "averaged"), ("average", "of"):
      return .about
    default: return .exact
    }
  }

  /// Whether the number belongs to a rule, a vote or a request, judged by the words of its clause.
  func isRule(at index: Int, _ number: Quantity, in sentence: Range<Int>) -> Bool {
    var start = index
    while start > max(sentence.lowerBound, index - 14), !tokens[start - 1].endsClause { start -= 1 }
    var end = number.end
    while end < min(sentence.upperBound, number.end + 8), !tokens[end].endsClause { end += 1 }
    let words = tokens[start..<end].map(\.lower)
    if words.contains(where: ClaimUnits.normative.contains) { return true }
    guard number.qualifier == .atLeast, !tokens[index].isOpenNumber else { return false }
    // "At least two" is a claim only in a clause that states a fact; "Have at least two" asks for it.
    return !tokens[start..<index].dropFirst().contains { ClaimUnits.assertive.contains($0.lower) }
  }

  /// "latest 3 minor releases", "one of the", "each one": the number names something and counts nothing.
  func isNotCounting(at index: Int, in sentence: Range<Int>) -> Bool {
    let before = index > sentence.lowerBound ? tokens[index - 1].lower : ""
    if ["latest", "last", "past", "next", "top", "first", "within", "version", "phase", "step"].contains(before) {
      return true
    }
    // The word "one" is an article as a rule.
    guard tokens[index].lower == "one" else { return false }
    let next = index + 1 < sentence.upperBound ? tokens[index + 1].lower : ""
    return index > sentence.lowerBound || ClaimUnits.kind(of: next) == nil
  }

  /// Whether the sentence states the number as the whole.
  func isTotal(at index: Int, _ modifiers: [String], in sentence: Range<Int>) -> Bool {
    if modifiers.contains(where: ClaimUnits.partial.contains) || modifiers.first == "of" { return false }
    let before = tokens[max(sentence.lowerBound, index - 4)..<index].map(\.lower)
    if before.contains("of") && !before.contains("total") { return false }
    return index == sentence.lowerBound || before.contains(where: ClaimUnits.totals.contains)
  }
}

extension ClaimToken {
  var endsClause: Bool {
    guard case .sign(let sign) = kind else { return false }
    return ",;:(".utf8.contains(sign)
  }
  var isOpenNumber: Bool { if case .number(_, true) = kind { true } else { false } }
}
