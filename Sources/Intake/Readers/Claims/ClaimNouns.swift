/// What a number counts.
extension ClaimScanner {
  struct Noun {
    var kind: String
    var index: Int
    var end: Int
  }

  /// The noun a number counts: at most six modifiers may come between.
  func nounAfter(_ number: Quantity, in sentence: Range<Int>) -> Noun? {
    var index = number.end
    // "5 of these adopters", "15 of the 16 issues"
    if index + 2 < sentence.upperBound, tokens[index].lower == "of",
      lexicon.determiners.contains(tokens[index + 1].lower)
    {
      index += 2
      if index < sentence.upperBound, tokens[index].number != nil { index += 1 }
    }
    var steps = 0
    while index < sentence.upperBound, steps < 7 {
      let token = tokens[index]
      switch token.kind {
      case .word:
        if token.lower == "end", index + 1 < sentence.upperBound, tokens[index + 1].lower == "users" {
          return Noun(kind: "adopters", index: index, end: index + 2)
        }
        if token.lower == "pull", index + 1 < sentence.upperBound, tokens[index + 1].lower == "requests" {
          return Noun(kind: "pull_requests", index: index, end: index + 2)
        }
        if steps == 0, let found = severity(at: index, in: sentence) { return found }
        if let found = listed(at: index, steps: steps, in: sentence) { return found }
        if token.lower == "watched" { return Noun(kind: "watchers", index: index, end: index + 1) }
        if let found = compound(at: index, in: sentence, isOne: number.value == 1) { return found }
        let isAllowed = token.lower == "of" && steps > 0
        if lexicon.stops.contains(token.lower) || (token.lower == "of" && !isAllowed) { return nil }
      case .sign(let sign) where "-/\"'".utf8.contains(sign) && steps > 0: break
      default: return openNoun(number, in: sentence)
      }
      index += 1
      steps += 1
    }
    return openNoun(number, in: sentence)
  }

  /// `1 High (assigned a CVE)`, `4 Medium, and 5 Low bugs`: findings of an audit by their severity.
  private func severity(at index: Int, in sentence: Range<Int>) -> Noun? {
    guard tokens[index].isCapitalized, lexicon.severities.contains(tokens[index].lower) else { return nil }
    let next = index + 1 < sentence.upperBound ? tokens[index + 1] : nil
    guard next.map({ $0.kind != .word || lexicon.afterSeverity.contains($0.lower) }) ?? true,
      tokens[max(sentence.lowerBound, index - 30)..<min(sentence.upperBound, index + 30)].contains(where: {
        lexicon.audit.contains($0.lower) || $0.lower == "bugs"
      })
        || lexicon.audit.contains(where: lead.lowercased().holds)
    else { return nil }
    return Noun(kind: "findings", index: index, end: index + 1)
  }

  /// Any plural noun behind a number that is plainly a figure: `50+ built-in scalers`, `from 32 to 51 scalers`.
  func openNoun(_ number: Quantity, in sentence: Range<Int>) -> Noun? {
    let index = number.end - 1
    let isGrowth =
      index >= sentence.lowerBound + 3 && tokens[index - 1].lower == "to" && tokens[index - 2].number != nil
      && tokens[index - 3].lower == "from"
    guard tokens[index].isOpenNumber || isGrowth else { return nil }
    for at in number.end..<min(sentence.upperBound, number.end + 3) {
      let word = tokens[at].lower
      guard tokens[at].kind == .word, !lexicon.stops.contains(word), word != "of" else { return nil }
      if word.utf8.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("ous") {
        return Noun(kind: word, index: at, end: at + 1)
      }
    }
    return nil
  }

  /// A noun, or the last of several in a row: `adopter interviews`, `member organizations`.
  func compound(at index: Int, in sentence: Range<Int>, isOne: Bool) -> Noun? {
    var last: Noun?
    var at = index
    while at < sentence.upperBound, tokens[at].kind == .word, let found = lexicon.kind(of: tokens[at].lower) {
      if found.isPlural || isOne { last = Noun(kind: found.kind, index: at, end: at + 1) }
      at += 1
      if found.isPlural, last != nil, at < sentence.upperBound, lexicon.kind(of: tokens[at].lower)?.isPlural != true {
        break
      }
    }
    return last
  }

  /// The kind of people that a number counts beside those of a noun: "6 maintainers/members".
  func other(behind noun: Noun, in sentence: Range<Int>) -> String? {
    guard noun.end + 1 < sentence.upperBound, tokens[noun.end].isSign("/"),
      let other = lexicon.kind(of: tokens[noun.end + 1].lower), other.isPlural, lexicon.people.contains(other.kind)
    else { return nil }
    return other.kind
  }

  /// A noun that is elsewhere: `10-20 per month come from new contributors`, `contributors … is now over 3,000`,
  /// `open issues (155)`.
  func nounAround(_ number: Quantity, at index: Int, in sentence: Range<Int>) -> Noun? {
    if number.end < sentence.upperBound, tokens[number.end].lower == "per" {
      let behind = number.end..<min(sentence.upperBound, number.end + 9)
      if let noun = behind.lazy.compactMap({ plural($0, of: number) }).first { return noun }
    }
    if index > sentence.lowerBound + 1, tokens[index - 1].isSign("("), number.end < sentence.upperBound,
      tokens[number.end].isSign(")") || lexicon.afterParenthesis.contains(tokens[number.end].lower),
      let noun = plural(index - 2, of: number)
    {
      return noun
    }
    return labeled(number, at: index, in: sentence) ?? numbered(number, at: index, in: sentence)
      ?? grown(number, at: index, in: sentence)
  }

  /// The noun in the plural that a token is, with its number elsewhere.
  private func plural(_ index: Int, of number: Quantity) -> Noun? {
    guard let found = lexicon.kind(of: tokens[index].lower), found.isPlural else { return nil }
    return Noun(kind: found.kind, index: index, end: number.end)
  }

  /// People who maintain (`maintained by 8 people`), and entries of a list that is named (`ADOPTERS.md has 8 entries`).
  private func listed(at index: Int, steps: Int, in sentence: Range<Int>) -> Noun? {
    guard steps <= 2, lexicon.listed.contains(tokens[index].lower) else { return nil }
    let before = (max(sentence.lowerBound, index - 9)..<index).map(word)
    let after = (index + 1..<min(sentence.upperBound, index + 3)).map(word)
    if before.suffix(5).contains("maintained") && before.contains("by") || after.contains(where: ["maintain"].contains)
    {
      return Noun(kind: "maintainers", index: index, end: index + 1)
    }
    guard before.contains(where: { lexicon.lists.contains($0) || $0.hasSuffix(".md") }) else { return nil }
    let owner = before.last { $0.hasPrefix("maintainer") || $0.hasPrefix("adopter") }
    return owner.map {
      Noun(kind: $0.hasPrefix("maintainer") ? "maintainers" : "adopters", index: index, end: index + 1)
    }
  }

  /// `The number of maintainers is 8`, `the maintainer count stands at 8`, `the maintainers number eight`.
  private func numbered(_ number: Quantity, at index: Int, in sentence: Range<Int>) -> Noun? {
    let reach = max(sentence.lowerBound, index - 14)
    let after = number.end < sentence.upperBound ? tokens[number.end].lower : ""
    guard after.isEmpty || lexicon.afterGrowth.contains(after), index > reach + 1 else { return nil }
    if tokens[index - 1].lower == "number", let noun = plural(index - 2, of: number) { return noun }
    guard tokens[max(reach, index - 4)..<index].contains(where: { lexicon.counting.contains($0.lower) }) else {
      return nil
    }
    for at in (reach..<index).reversed() {
      guard let found = lexicon.kind(of: tokens[at].lower) else { continue }
      let isCount = at + 1 < index && tokens[at + 1].lower == "count"
      if isCount || found.isPlural && isNumberOf(at, in: sentence) {
        return Noun(kind: found.kind, index: at, end: number.end)
      }
    }
    return nil
  }

  /// Whether "number of", "count of" or the like comes before a token.
  func isNumberOf(_ index: Int, in sentence: Range<Int>) -> Bool {
    let before = tokens[max(sentence.lowerBound, index - 9)..<index].map(\.lower)
    return zip(before, before.dropFirst()).contains { lexicon.numberNames.contains($0) && $1 == "of" }
  }

  /// A figure behind its name: `Forks: 708 (7% more)`, `New contributors since then: 93`, `Number of members: over 20`,
  /// `Stars - 900`.
  private func labeled(_ number: Quantity, at index: Int, in sentence: Range<Int>) -> Noun? {
    var colon = index - 1
    while colon > max(sentence.lowerBound, index - 5), lexicon.isOfExactness(word(colon)) {
      // `Stars = 8` parts, `>= 8` does not.
      if tokens[colon].isSign("="), !["<", ">"].contains(word(colon - 1)) { break }
      colon -= 1
    }
    guard colon > sentence.lowerBound, tokens[colon].isSeparator, (1...12).contains(colon - sentence.lowerBound) else {
      return nil
    }
    if number.end < sentence.upperBound {
      // A list of numbers (`PRs: 12, 13`) counts nothing, and neither does `Meetings: 2 PM`.
      let isSign = ["(", ",", ";", ")", ".", "|"].contains(where: { tokens[number.end].isSign($0) })
      guard isSign, number.end + 1 >= sentence.upperBound || tokens[number.end + 1].number == nil else { return nil }
    }
    // Between blanks a dash or `=` parts the two, where the whole sentence is one figure.
    if !tokens[colon].isSign(":") {
      guard tokens[colon].followsBlank, number.end >= sentence.upperBound - 1 else { return nil }
    }
    var label = sentence.lowerBound..<colon
    // `Maintainers (2026-03-15): 8`
    if tokens[colon - 1].isSign(")"), let open = label.last(where: { tokens[$0].isSign("(") }) {
      guard tokens[open..<colon].contains(where: { if case .date = $0.kind { true } else { false } }) else {
        return nil
      }
      label = label.lowerBound..<open
    }
    guard !label.contains(where: { lexicon.rates.contains(tokens[$0].lower) }) else { return nil }
    guard label.allSatisfy({ tokens[$0].kind == .word || tokens[$0].isSign("-") }) else { return nil }
    if let of = label.prefix(3).first(where: { tokens[$0].lower == "of" }), isNumberOf(of + 1, in: sentence) {
      label = of + 1..<label.upperBound
    }
    let end = label.dropFirst().first { lexicon.labelEnds.contains(tokens[$0].lower) } ?? label.upperBound
    let noun = (label.lowerBound..<end).reversed().lazy.compactMap { plural($0, of: number) }.first
    // `Issues: 12` may name an issue.
    return label.count == 1 && noun.map({ ["issues", "pull_requests"].contains($0.kind) }) == true ? nil : noun
  }

  /// A growth: the number follows "to", an arrow or "is now", the noun before it.
  private func grown(_ number: Quantity, at index: Int, in sentence: Range<Int>) -> Noun? {
    let reach = max(sentence.lowerBound, index - Self.reach)
    let before = tokens[max(sentence.lowerBound, index - 3)..<index].map(\.lower)
    let after = number.end < sentence.upperBound ? tokens[number.end].lower : ""
    let comesFrom = tokens[reach..<index].contains { $0.lower == "from" }
    let grows = tokens[reach..<index].contains { lexicon.growing.contains($0.lower) }
    let isGrowth =
      before.contains("now") || (before.contains("to") && (comesFrom || grows))
      || (isArrow(before: index) && (comesFrom || grows))
    guard isGrowth, after.isEmpty || lexicon.afterGrowth.contains(after) else { return nil }
    return (reach..<index).reversed().lazy.compactMap { plural($0, of: number) }.first
  }

  /// Whether `→` or `->` and a number come before a token.
  private func isArrow(before index: Int) -> Bool {
    guard index >= 2 else { return false }
    if tokens[index - 1].isArrow { return tokens[index - 2].number != nil }
    return index >= 3 && tokens[index - 1].isSign(">") && tokens[index - 2].isSign("-")
      && tokens[index - 3].number != nil
  }

  /// The kind of a noun in its place: organizations that use the project are adopters, adopters who were
  /// interviewed are interviews.
  func kind(_ noun: Noun, at index: Int, in sentence: Range<Int>) -> String {
    if noun.kind == "issues", tokens[sentence].prefix(60).contains(where: { lexicon.audit.contains($0.lower) }) {
      return "findings"
    }
    if noun.kind == "members", isOfMaintainers(at: index, in: sentence) { return "maintainers" }
    guard noun.kind == "organizations" || noun.kind == "users" || noun.kind == "adopters" else { return noun.kind }
    let after = tokens[noun.end..<min(sentence.upperBound, noun.end + 8)].map(\.lower)
    let before = tokens[max(sentence.lowerBound, index - 3)..<index].map(\.lower)
    let modifiers = tokens[min(index, noun.index)..<noun.index].map(\.lower)
    // "Four adopters were interviewed", "four adopters from several fields were interviewed", "four interviewed ones"
    let isInterviewed =
      modifiers.contains("interviewed")
      || (after.contains("interviewed") && after.contains(where: { ["were", "was"].contains($0) }))
    if isInterviewed || before.last == "interviewed" || before.suffix(2).first == "interviews" { return "interviews" }
    let earlier = (max(sentence.lowerBound, index - 7)..<index).map(word)
    let isUsed = earlier.contains(where: lexicon.used.contains) && before.contains(where: lexicon.usedBy.contains)
    let isListed = earlier.contains { $0.hasPrefix("adopters.") }
    if noun.kind == "organizations", isUsed || isListed || modifiers.contains(where: ["end-user", "user"].contains) {
      return "adopters"
    }
    if noun.kind == "organizations",
      after.prefix(after.first.map(lexicon.auxiliaries.contains) == true ? 2 : 1)
        .contains(where: lexicon.using.contains)
        || after.prefix(6).contains("adopters") || after.contains("adopting") || after.prefix(4).contains("production")
        || after.contains("deployed")
    {
      return "adopters"
    }
    if noun.kind == "users",
      modifiers.contains("significant") || after.contains("interviewed") || after.contains("documented")
    {
      return "adopters"
    }
    return noun.kind
  }

  /// `The maintainers team consists of 14 members`.
  private func isOfMaintainers(at index: Int, in sentence: Range<Int>) -> Bool {
    let before = tokens[max(sentence.lowerBound, index - 8)..<index].map(\.lower)
    let isTeam = before.contains("team") && before.contains(where: lexicon.having.contains)
    return before.contains { ["maintainers", "maintainer"].contains($0) }
      && (isTeam || before.contains { lexicon.consisting.contains($0) })
  }
}
