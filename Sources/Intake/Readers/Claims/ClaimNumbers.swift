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
    var start = index
    func before(_ distance: Int) -> String {
      index - distance >= sentence.lowerBound ? tokens[index - distance].lower : ""
    }
    if tokens[index].isRoundWord {
      // "half a dozen", "a hundred"; "several hundred" is no number.
      if lexicon.vague.contains(before(1)) { return nil }
      let hasArticle = before(1) == "a"
      if before(hasArticle ? 2 : 1) == "half" {
        found.value /= 2
        start -= hasArticle ? 2 : 1
        // "two and a half thousand" is no half of one.
        if tokens[max(sentence.lowerBound, start - 2)..<start].contains(where: { $0.lower == "and" }) { return nil }
      }
      if start - 1 >= sentence.lowerBound, tokens[start - 1].lower == "a" { start -= 1 }
    }
    spell(&found, in: sentence)
    guard found.value < 100_000_000 else { return nil }
    if readRange(&found, from: start, in: sentence) { return found }
    readEnding(&found, in: sentence)
    if found.qualifier == .exact { found.qualifier = qualifier(before: start, of: found.value, in: sentence) }
    return found
  }

  /// The words of one number: `two hundred`, `4 million`, `one hundred and twenty`, `twenty one`.
  private func spell(_ found: inout Quantity, in sentence: Range<Int>) {
    let isSpelled = !tokens[found.end - 1].lower.isEmpty
    var (whole, part) = (0, found.value)
    while found.end < sentence.upperBound, part < 1_000_000 {
      let token = tokens[found.end]
      if let factor = ClaimToken.factors[token.lower] {
        if factor >= 1_000 { (whole, part) = (whole + part * factor, 0) } else { part *= factor }
        found.end += 1
        if !isSpelled { break }
        continue
      }
      guard isSpelled else { break }
      let isAnd = token.lower == "and" && (part == 0 || part % 100 == 0) && found.end + 1 < sentence.upperBound
      let next = isAnd ? tokens[found.end + 1] : token
      guard let value = next.number, !next.lower.isEmpty, ClaimToken.factors[next.lower] == nil else { break }
      let isOne = !isAnd && (20...90).contains(part % 100) && part % 10 == 0 && value < 10
      guard isOne || part % 100 == 0 && (part > 0 || whole > 0) && value < 100 else { break }
      part += value
      found.end += isAnd ? 2 : 1
    }
    found.value = whole + part
  }

  /// `10-20`, `5 to 6`, `five or six`, `between 5 and 6`; a growth "from 3 to 8" is no range.
  private func readRange(_ found: inout Quantity, from start: Int, in sentence: Range<Int>) -> Bool {
    guard found.end + 1 < sentence.upperBound, let upper = tokens[found.end + 1].number, upper > found.value else {
      return false
    }
    let before = start > sentence.lowerBound ? tokens[start - 1].lower : ""
    let join = tokens[found.end]
    let isRange =
      switch join.lower {
      case "to": before != "from" && !lexicon.growing.contains(before)
      case "or": upper <= found.value + 2
      case "and": before == "between"
      default: join.isSign("-")
      }
    guard isRange else { return false }
    (found.upper, found.qualifier) = (upper, .range)
    found.end += 2
    return true
  }

  /// What behind a number says how exact it is: `100 or more`, `100 or so`, `100-ish`; `eight (8)` says it twice.
  private func readEnding(_ found: inout Quantity, in sentence: Range<Int>) {
    func word(_ offset: Int) -> String {
      found.end + offset < sentence.upperBound ? tokens[found.end + offset].lower : ""
    }
    if found.end + 2 < sentence.upperBound, tokens[found.end].isSign("("), tokens[found.end + 1].number == found.value,
      tokens[found.end + 2].isSign(")")
    {
      found.end += 3
    }
    let joins = word(0) == "or" || found.end < sentence.upperBound && tokens[found.end].isSign("-")
    guard joins, let meaning = lexicon.exactnessBehind[word(1)].flatMap(Claim.Qualifier.init) else { return }
    found.qualifier = meaning
    found.end += 2
  }

  /// What the words in front of a number say about its exactness: the longest phrase counts, so that "no more than" is
  /// no "more than".
  func qualifier(before index: Int, of value: Int, in sentence: Range<Int>) -> Claim.Qualifier {
    var words: [String] = []
    var at = index - 1
    while at >= sentence.lowerBound, words.count < 4 {
      let isStop = tokens[at].isSign(".") && at > sentence.lowerBound
      if !isStop || !lexicon.abbreviations.contains(tokens[at - 1].lower) { words.insert(self.word(at), at: 0) }
      at -= 1
    }
    // "has increased up to 13" is no upper bound.
    if words.suffix(2) == ["-", ">"] { return .exact }
    if words.suffix(2) == ["up", "to"], words.dropLast(2).last.map(lexicon.growing.contains) ?? false { return .exact }
    // "Some 100" is about as many, "some 3" are a choice.
    if words.last == "some" { return value >= 20 ? .about : .exact }
    let text = " " + words.joined(separator: " ")
    let meant = lexicon.exactness.filter { text.hasSuffix(" " + $0.word) }
      .max { $0.word.utf8.count < $1.word.utf8.count }
    if let meant { return Claim.Qualifier(rawValue: meant.meaning) ?? .exact }
    // "an average of 20 PRs and 5 contributors per month"
    if words.last == "and", index - 6 >= sentence.lowerBound,
      tokens[(index - 6)..<index].contains(where: { $0.lower == "average" })
    {
      return .about
    }
    return .exact
  }

  /// A token in lower case as it is written, signs and code included.
  func word(_ index: Int) -> String {
    let token = tokens[index]
    return token.lower.isEmpty ? String(decoding: text.bytes[token.range], as: UTF8.self).lowercased() : token.lower
  }

  /// Whether the number belongs to a rule, a vote or a request, judged by the words of its clause.
  func isRule(at index: Int, _ number: Quantity, in sentence: Range<Int>) -> Bool {
    var start = index
    while start > max(sentence.lowerBound, index - 14), !tokens[start - 1].endsClause { start -= 1 }
    var end = number.end
    while end < min(sentence.upperBound, number.end + 8), !tokens[end].endsClause { end += 1 }
    let words = tokens[start..<end].map(\.lower)
    if words.indices.contains(where: { isNormative($0, in: words) && !isMonth(start + $0) }) { return true }
    if lexicon.imperatives.contains(tokens[sentence.lowerBound].lower), start == sentence.lowerBound { return true }
    let clause = words.joined(separator: " ")
    if lexicon.wished.contains(where: clause.holds) { return true }
    if hasThresholds { return true }
    guard number.qualifier == .atLeast, !tokens[index].isOpenNumber else { return false }
    // "At least two" is a claim only in a clause that states a fact; "Have at least two" asks for it.
    return !tokens[start..<index].dropFirst().contains { lexicon.assertive.contains($0.lower) }
  }

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
    guard tokens[index].lower == "one", index + 1 < sentence.upperBound else { return false }
    let next = tokens[index + 1].lower
    let isCounted =
      lexicon.exactly.contains(before) || tokens[..<index].suffix(2).map(\.lower) == ["there", "is"]
    if ClaimToken.factors[next] != nil || people != nil && ["from", "at"].contains(next) { return false }
    return index > sentence.lowerBound && !isCounted || lexicon.kind(of: next) == nil
  }

  /// Whether the sentence states the number as the whole; `end` is the index behind its noun.
  func isTotal(at index: Int, _ modifiers: [String], to end: Int, in sentence: Range<Int>) -> Bool {
    if modifiers.contains(where: lexicon.partial.contains) || modifiers.first == "of" { return false }
    let before = tokens[max(sentence.lowerBound, index - 4)..<index].map(\.lower)
    if index > sentence.lowerBound, tokens[index - 1].isSeparator, end == index + 1 { return true }
    let isNumber = before.contains("total") || isNumberOf(index, in: sentence)
    if before.contains("of") && !isNumber { return false }
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
  /// Whether it parts a figure from its name: `Stars: 8`, `Stars - 8`, `Stars = 8`, a long dash.
  var isSeparator: Bool {
    guard case .sign(let sign) = kind else { return false }
    return ":;=-".utf8.contains(sign)
  }
  var endsClause: Bool {
    guard case .sign(let sign) = kind else { return false }
    return ",;:(".utf8.contains(sign)
  }
  var isOpenNumber: Bool { if case .number(_, true) = kind { true } else { false } }
}
