import Diagnostics
import StructuredData

/// Finds the numbers, lists and breakdowns that a text states: "8 maintainers", "over 60 public adopters",
/// "maintainers from Google, NVIDIA, and SUSE", "Microsoft 10; Diagrid 5".
///
/// What a rule asks for ("must be approved by at least one maintainer") is no claim.
struct ClaimScanner {
  /// Most claims taken from one text.
  static let most = 200
  /// Most words between a number and what stands before it in its sentence.
  private static let reach = 40

  private let text: PlainText
  private let source: SourceText
  private let dates: [DateMention]
  private let tokens: [ClaimToken]
  private let lead: String
  private var claims: [Claim] = []
  /// The kind of people last counted or named, which parts of a breakdown belong to.
  private var people: String?

  /// The claims of one paragraph or list entry, in order.
  ///
  /// `topic` are the people it speaks of, for breakdowns that name none; `lead` is the text before it, for entries of a
  /// series that name nothing ("2022-03-07: 128").
  static func claims(
    in text: PlainText, of source: SourceText, topic: String? = nil, lead: String = ""
  ) -> [Claim] {
    var scanner = ClaimScanner(text, source, topic: topic, lead: lead)
    scanner.run()
    return scanner.claims
  }

  private init(_ text: PlainText, _ source: SourceText, topic: String?, lead: String) {
    self.lead = lead
    self.text = text
    self.source = source
    dates = DateScanner.dates(in: text.bytes[...])
    tokens = ClaimToken.tokens(of: text, dates: dates)
    people = topic
  }

  private mutating func run() {
    var start = 0
    while start < tokens.count, claims.count < Self.most {
      let end = sentenceEnd(from: start)
      scan(start..<end)
      start = end
    }
  }

  /// The index behind a sentence's full stop: one that stands before a blank and a capital letter or a number.
  private func sentenceEnd(from start: Int) -> Int {
    for index in start..<tokens.count {
      guard tokens[index].isSign(".") || tokens[index].isSign("?") || tokens[index].isSign("!") else { continue }
      guard index + 1 < tokens.count else { break }
      let next = tokens[index + 1]
      let isOpening = next.isCapitalized || next.number != nil || !next.lower.isEmpty && next.kind != .word
      let isShort = index > start && ["e.g", "i.e", "etc", "vs", "approx", "no"].contains(tokens[index - 1].lower)
      if next.followsBlank, isOpening, !isShort { return index + 1 }
    }
    return tokens.count
  }

  // MARK: Sentences

  private mutating func scan(_ sentence: Range<Int>) {
    var index = sentence.lowerBound
    while index < sentence.upperBound, claims.count < Self.most {
      index = max(index + 1, claim(at: index, in: sentence) ?? 0)
    }
  }

  /// Reads a claim that begins at a token; the index behind it, or nil.
  private mutating func claim(at index: Int, in sentence: Range<Int>) -> Int? {
    if let end = rank(at: index, in: sentence) { return end }
    if let end = breakdown(at: index, in: sentence) { return end }
    if let end = organizations(at: index, in: sentence) { return end }
    if case .percent(let value) = tokens[index].kind { return share(value, at: index, in: sentence) }
    guard tokens[index].number != nil else { return nil }
    return count(at: index, in: sentence)
  }

  /// `8 maintainers`, `10-20 adopters`, `3 of the 4 adopters`, `7 people from …`.
  private mutating func count(at index: Int, in sentence: Range<Int>) -> Int? {
    guard let number = quantity(at: index, in: sentence) else { return nil }
    guard !isRule(at: index, number, in: sentence), !isNotCounting(at: index, in: sentence) else { return number.end }
    if let end = age(number, at: index, in: sentence) { return end }
    guard let noun = nounAfter(number, in: sentence) ?? nounAround(number, at: index, in: sentence) else {
      return part(number, at: index, in: sentence) ?? entry(number, at: index, in: sentence)
    }
    var end = noun.end
    var names: [String] = []
    var list: OrganizationList?
    let kind = kind(noun, at: index, in: sentence)
    if ClaimUnits.people.contains(kind) {
      people = kind
      list = OrganizationList.names(tokens, text, from: end, in: sentence, needsPreposition: true)
    } else if kind == "organizations" {
      list = OrganizationList.names(tokens, text, from: end, in: sentence)
      names = list.flatMap { $0.names.count > 1 ? $0.names : nil } ?? []
      if !names.isEmpty, let list { end = list.end }
      list = nil
    }
    // "10 maintainers from Microsoft": one name makes the number a part.
    if let one = list, one.names.count == 1 {
      names = one.names
      end = one.end
      list = nil
    }
    let modifiers = number.end <= noun.index ? tokens[number.end..<noun.index].map(\.lower).filter { !$0.isEmpty } : []
    add(
      kind, number, names: names, modifiers: modifiers,
      isTotal: names.count != 1 && isTotal(at: index, modifiers, in: sentence),
      range: tokens[index].range.lowerBound..<tokens[number.end - 1].range.upperBound, sentence)
    if let list {
      add(list: list, sentence)
      end = list.end
    }
    return max(end, number.end)
  }

  /// "for two years", where something has been the case that long.
  private mutating func age(_ number: Quantity, at index: Int, in sentence: Range<Int>) -> Int? {
    guard number.end < sentence.upperBound, tokens[number.end].lower == "years", index > sentence.lowerBound,
      tokens[index - 1].lower == "for",
      tokens[max(sentence.lowerBound, index - Self.reach)..<index].contains(where: { $0.lower == "been" })
    else { return nil }
    add("years", number, range: tokens[index].range, sentence)
    return number.end + 1
  }

  /// "latest 3 minor releases", "one of the", "each one": the number names something and counts nothing.
  private func isNotCounting(at index: Int, in sentence: Range<Int>) -> Bool {
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
  private func isTotal(at index: Int, _ modifiers: [String], in sentence: Range<Int>) -> Bool {
    if modifiers.contains(where: ClaimUnits.partial.contains) || modifiers.first == "of" { return false }
    let before = tokens[max(sentence.lowerBound, index - 4)..<index].map(\.lower)
    if before.contains("of") && !before.contains("total") { return false }
    return index == sentence.lowerBound || before.contains(where: ClaimUnits.totals.contains)
  }

  private struct Quantity {
    var value: Int
    var upper: Int?
    var qualifier: Claim.Qualifier
    var end: Int
  }

  /// A number with what is said about its exactness.
  private func quantity(at index: Int, in sentence: Range<Int>) -> Quantity? {
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

  private func qualifier(before index: Int, in sentence: Range<Int>) -> Claim.Qualifier {
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
  private func isRule(at index: Int, _ number: Quantity, in sentence: Range<Int>) -> Bool {
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

  // MARK: Nouns

  private struct Noun {
    var kind: String
    var index: Int
    var end: Int
  }

  /// The noun a number counts: at most six modifiers may stand between.
  private func nounAfter(_ number: Quantity, in sentence: Range<Int>) -> Noun? {
    var index = number.end
    // "5 of these adopters", "15 of the 16 issues"
    if index + 2 < sentence.upperBound, tokens[index].lower == "of",
      ["these", "the", "those", "its", "our", "their", "all"].contains(tokens[index + 1].lower)
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
          return Noun(kind: "pull-requests", index: index, end: index + 2)
        }
        if token.lower == "watched" { return Noun(kind: "watchers", index: index, end: index + 1) }
        if let found = compound(at: index, in: sentence, isOne: number.value == 1) { return found }
        let isAllowed = token.lower == "of" && steps > 0
        if ClaimUnits.stops.contains(token.lower) || (token.lower == "of" && !isAllowed) { return nil }
      case .sign(let sign) where "-/\"'".utf8.contains(sign) && steps > 0: break
      default: return openNoun(number, in: sentence)
      }
      index += 1
      steps += 1
    }
    return openNoun(number, in: sentence)
  }

  /// Any plural noun behind a number that is plainly a figure: `50+ built-in scalers`, `from 32 to 51 scalers`.
  private func openNoun(_ number: Quantity, in sentence: Range<Int>) -> Noun? {
    let index = number.end - 1
    let isGrowth =
      index >= sentence.lowerBound + 3 && tokens[index - 1].lower == "to" && tokens[index - 2].number != nil
      && tokens[index - 3].lower == "from"
    guard tokens[index].isOpenNumber || isGrowth else { return nil }
    for at in number.end..<min(sentence.upperBound, number.end + 3) {
      let word = tokens[at].lower
      guard tokens[at].kind == .word, !ClaimUnits.stops.contains(word), word != "of" else { return nil }
      if word.utf8.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("ous") {
        return Noun(kind: word, index: at, end: at + 1)
      }
    }
    return nil
  }

  /// A noun, or the last of several in a row: `adopter interviews`, `member organizations`.
  private func compound(at index: Int, in sentence: Range<Int>, isOne: Bool) -> Noun? {
    var last: Noun?
    var at = index
    while at < sentence.upperBound, tokens[at].kind == .word, let found = ClaimUnits.kind(of: tokens[at].lower) {
      if found.isPlural || isOne { last = Noun(kind: found.kind, index: at, end: at + 1) }
      at += 1
      if found.isPlural, last != nil, at < sentence.upperBound, ClaimUnits.kind(of: tokens[at].lower)?.isPlural != true
      {
        break
      }
    }
    return last
  }

  /// A noun that stands elsewhere: `10-20 per month come from new contributors`, `contributors … is now over 3,000`,
  /// `open issues (155)`.
  private func nounAround(_ number: Quantity, at index: Int, in sentence: Range<Int>) -> Noun? {
    if number.end < sentence.upperBound, tokens[number.end].lower == "per" {
      for at in number.end..<min(sentence.upperBound, number.end + 9) {
        if let found = ClaimUnits.kind(of: tokens[at].lower), found.isPlural {
          return Noun(kind: found.kind, index: at, end: number.end)
        }
      }
    }
    if index > sentence.lowerBound + 1, tokens[index - 1].isSign("("),
      let found = ClaimUnits.kind(of: tokens[index - 2].lower), found.isPlural
    {
      return Noun(kind: found.kind, index: index - 2, end: number.end)
    }
    // A growth: the number stands behind "to" or "is now", the noun before it.
    let reach = max(sentence.lowerBound, index - Self.reach)
    let before = tokens[max(sentence.lowerBound, index - 3)..<index].map(\.lower)
    let after = number.end < sentence.upperBound ? tokens[number.end].lower : ""
    let isGrowth =
      before.contains("now")
      || (before.contains("to") && tokens[reach..<index].contains { $0.lower == "from" })
    guard isGrowth, after.isEmpty || ["currently", "today", "now"].contains(after) else { return nil }
    for at in (reach..<index).reversed() {
      if let found = ClaimUnits.kind(of: tokens[at].lower), found.isPlural {
        return Noun(kind: found.kind, index: at, end: number.end)
      }
    }
    return nil
  }

  /// The kind of a noun where it stands: organizations that use the project are adopters, adopters who were
  /// interviewed are interviews.
  private func kind(_ noun: Noun, at index: Int, in sentence: Range<Int>) -> String {
    guard ["organizations", "users", "adopters"].contains(noun.kind) else { return noun.kind }
    let after = tokens[noun.end..<min(sentence.upperBound, noun.end + 8)].map(\.lower)
    let before = tokens[max(sentence.lowerBound, index - 3)..<index].map(\.lower)
    let isInterviewed = after.prefix(3).contains("interviewed") && ["were", "was"].contains(after.first)
    if isInterviewed || before.last == "interviewed" || before.suffix(2).first == "interviews" { return "interviews" }
    if noun.kind == "organizations", before.suffix(2) == ["used", "by"] || before.suffix(2) == ["adopted", "by"] {
      return "adopters"
    }
    if noun.kind == "organizations",
      ["use", "uses", "using", "adopted", "adopting", "running"].contains(after.first)
        || after.prefix(6).contains("adopters") || after.contains("adopting")
    {
      return "adopters"
    }
    let modifiers = tokens[min(index, noun.index)..<noun.index].map(\.lower)
    if noun.kind == "users",
      modifiers.contains("significant") || after.contains("interviewed") || after.contains("documented")
    {
      return "adopters"
    }
    return noun.kind
  }

  // MARK: Lists and parts

  /// `maintainers from Google, NVIDIA, Red Hat, and SUSE`, without a number.
  private mutating func organizations(at index: Int, in sentence: Range<Int>) -> Int? {
    guard tokens[index].kind == .word, let found = ClaimUnits.kind(of: tokens[index].lower), found.isPlural,
      ClaimUnits.people.contains(found.kind)
    else { return nil }
    people = found.kind
    guard
      let list = OrganizationList.names(tokens, text, from: index + 1, in: sentence, needsPreposition: true),
      list.names.count > 1
    else { return nil }
    add(list: list, sentence)
    return list.end
  }

  /// A part of a breakdown behind its total: `5 from Diagrid`.
  private mutating func part(_ number: Quantity, at index: Int, in sentence: Range<Int>) -> Int? {
    guard let people, number.end + 1 < sentence.upperBound, ["from", "at"].contains(tokens[number.end].lower),
      let list = OrganizationList.names(tokens, text, from: number.end, in: sentence, needsPreposition: true),
      let name = list.names.first
    else { return nil }
    add(people, number, names: [name], range: tokens[index].range, sentence)
    return list.end
  }

  /// An entry of a series, `Today 2022-03-07: 128`: the noun stands in the text before.
  private mutating func entry(_ number: Quantity, at index: Int, in sentence: Range<Int>) -> Int? {
    guard index >= sentence.lowerBound + 2, tokens[index - 1].isSign(":"), case .date = tokens[index - 2].kind,
      number.end == tokens.count
    else { return nil }
    let words = lead.lowercased().split { !$0.isLetter && $0 != "-" }.suffix(40).reversed()
    guard let noun = words.lazy.compactMap({ ClaimUnits.kind(of: String($0)) }).first(where: \.isPlural) else {
      return nil
    }
    add(noun.kind, number, isTotal: true, range: tokens[index].range, sentence)
    return number.end
  }

  /// `Microsoft 10; Diagrid 5`, `Weaveworks: 14, CrowdStrike: 1`: two or more names with their numbers.
  private mutating func breakdown(at index: Int, in sentence: Range<Int>) -> Int? {
    guard let people, tokens[index].isCapitalized, index == sentence.lowerBound || !tokens[index - 1].isCapitalized
    else {
      return nil
    }
    let parts = OrganizationList.parts(tokens, text, from: index, in: sentence)
    guard parts.count >= 2 else { return nil }
    for part in parts {
      let number = Quantity(value: part.value, upper: nil, qualifier: .exact, end: part.end)
      add(people, number, names: [part.name], range: part.range, sentence)
    }
    return parts[parts.count - 1].end
  }

  /// `one of the Top 20`, `36th most active`.
  private mutating func rank(at index: Int, in sentence: Range<Int>) -> Int? {
    if tokens[index].lower == "top", index >= sentence.lowerBound + 2, index + 1 < sentence.upperBound,
      tokens[index - 1].lower == "the", ["of", "among", "in"].contains(tokens[index - 2].lower),
      let value = tokens[index + 1].number
    {
      let number = Quantity(value: value, upper: nil, qualifier: .atMost, end: index + 2)
      add("rank", number, range: tokens[index + 1].range, sentence)
      return index + 2
    }
    guard index + 1 < sentence.upperBound, tokens[index + 1].lower == "most", tokens[index].kind == .word,
      let value = Int(tokens[index].lower.prefix { $0.isNumber }),
      ["st", "nd", "rd", "th"].contains(tokens[index].lower.drop { $0.isNumber })
    else { return nil }
    let number = Quantity(value: value, upper: nil, qualifier: .exact, end: index + 1)
    add("rank", number, range: tokens[index].range, sentence)
    return index + 2
  }

  /// `51% of the activity`, `60% growth`.
  private mutating func share(_ value: Int, at index: Int, in sentence: Range<Int>) -> Int? {
    let number = Quantity(
      value: value, upper: nil, qualifier: qualifier(before: index, in: sentence), end: index + 1)
    guard !isRule(at: index, number, in: sentence), index + 1 < sentence.upperBound else { return nil }
    let after = tokens[(index + 1)..<min(sentence.upperBound, index + 8)].map(\.lower)
    if after.contains("growth") || after.contains("increase") {
      add("growth", number, range: tokens[index].range, sentence)
    } else if after.first == "of", after.contains(where: Self.shared.contains) {
      add("share", number, range: tokens[index].range, sentence)
    }
    return index + 1
  }

  private static let shared: Set<String> = [
    "contributions", "commits", "activity", "contributors", "maintainers", "code", "prs", "work",
  ]

  // MARK: Claims

  private mutating func add(list: OrganizationList, _ sentence: Range<Int>) {
    let range = tokens[list.start].range.lowerBound..<tokens[max(list.start, list.end - 1)].range.upperBound
    var claim = Claim(
      kind: "organizations", names: list.names, asOf: asOf(list.start, sentence), text: string(sentence),
      location: location(range))
    claim.scope = people
    claims.append(claim)
  }

  private mutating func add(
    _ kind: String, _ number: Quantity, names: [String] = [], modifiers: [String] = [], isTotal: Bool = false,
    range: Range<Int>, _ sentence: Range<Int>
  ) {
    let at = tokens.firstIndex(fromSorted: range.lowerBound)
    var claim = Claim(
      kind: kind, value: number.value, upperValue: number.upper, names: names, qualifier: number.qualifier,
      asOf: asOf(at, sentence), text: string(sentence), location: location(range))
    claim.modifiers = modifiers
    claim.isTotal = isTotal
    if kind == "organizations" { claim.scope = peopleNear(at, in: sentence) }
    claims.append(claim)
  }

  /// The people a number of organizations goes with: named within a few words before or behind it.
  private func peopleNear(_ index: Int, in sentence: Range<Int>) -> String? {
    let near = tokens[max(sentence.lowerBound, index - 8)..<min(sentence.upperBound, index + 6)]
    return near.lazy.compactMap { ClaimUnits.kind(of: $0.lower) }.first { ClaimUnits.people.contains($0.kind) }?.kind
  }

  /// The day a sentence names for its numbers; days since when something holds are none.
  private func asOf(_ index: Int, _ sentence: Range<Int>) -> CalendarDate? {
    var nearest: (distance: Int, day: CalendarDate)?
    for at in sentence {
      guard case .date(let mention) = tokens[at].kind else { continue }
      let before = at > sentence.lowerBound ? tokens[at - 1].lower : ""
      let isStart = ["since", "after", "until", "accepted", "joined", "founded", "by", "before"].contains(before)
      if isStart || dates[mention].precision == .year { continue }
      let distance = abs(at - index)
      if distance < nearest?.distance ?? .max { nearest = (distance, dates[mention].last) }
    }
    return nearest?.day
  }

  private func string(_ sentence: Range<Int>) -> String {
    guard let first = sentence.first, let last = sentence.last else { return "" }
    let bytes = text.bytes[tokens[first].range.lowerBound..<tokens[last].range.upperBound]
    return String(decoding: bytes.prefix(1_000), as: UTF8.self)
  }

  private func location(_ range: Range<Int>) -> Location {
    source.boundedLocation(text.offsets[range.lowerBound]..<(text.offsets[range.upperBound - 1] + 1))
  }
}

extension ClaimToken {
  fileprivate var endsClause: Bool {
    guard case .sign(let sign) = kind else { return false }
    return ",;:(".utf8.contains(sign)
  }
  fileprivate var isOpenNumber: Bool { if case .number(_, true) = kind { true } else { false } }
}

extension [ClaimToken] {
  /// Index of the token that begins at a byte.
  fileprivate func firstIndex(fromSorted offset: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return Swift.min(low, Swift.max(0, count - 1))
  }
}
