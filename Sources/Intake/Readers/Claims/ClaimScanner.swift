import Diagnostics
import StructuredData

/// Finds the numbers, lists and breakdowns that a text states: "8 maintainers", "over 60 public adopters",
/// "maintainers from Google, NVIDIA, and SUSE", "Microsoft 10; Diagrid 5".
///
/// What a rule asks for ("must be approved by at least one maintainer") is no claim.
struct ClaimScanner {
  /// Most claims taken from one text.
  static let most = 200

  private let text: PlainText
  private let source: SourceText
  private let dates: [DateMention]
  private let tokens: [ClaimToken]
  private var claims: [Claim] = []
  /// The kind of people last counted or named, which parts of a breakdown belong to.
  private var people: String?

  /// The claims of one paragraph or list entry, in order.
  ///
  /// `topic` is the noun its heading speaks of, for lists that name none.
  static func claims(in text: PlainText, of source: SourceText, topic: String? = nil) -> [Claim] {
    var scanner = ClaimScanner(text, source, topic: topic)
    scanner.run()
    return scanner.claims
  }

  private init(_ text: PlainText, _ source: SourceText, topic: String?) {
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
    let window = max(sentence.lowerBound, index - 14)..<min(sentence.upperBound, number.end + 10)
    guard !isRule(window, at: index, number) else { return number.end }
    guard let noun = nounAfter(number, in: sentence) ?? nounAround(number, at: index, in: sentence) else {
      return part(number, at: index, in: sentence)
    }
    var names: [String] = []
    var end = noun.end
    if noun.kind == "organizations", let list = OrganizationList.names(tokens, text, from: end, in: sentence) {
      names = list.names
      end = list.end
    }
    let kind = isAdopters(noun, in: sentence) ? "adopters" : noun.kind
    add(kind, number, names: names, range: tokens[index].range.lowerBound..<tokens[number.end - 1].range.upperBound, sentence)
    if ClaimUnits.people.contains(kind) {
      people = kind
      if let list = OrganizationList.names(tokens, text, from: end, in: sentence, needsPreposition: true) {
        add(list: list, sentence)
        end = list.end
      }
    }
    return max(end, number.end)
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
    if index + 2 < sentence.upperBound, isRangeSign(index + 1), let upper = tokens[index + 2].number, upper > value {
      found.upper = upper
      found.qualifier = .range
      found.end = index + 3
      return found
    }
    if found.qualifier == .exact { found.qualifier = qualifier(before: index, in: sentence) }
    return found
  }

  private func isRangeSign(_ index: Int) -> Bool {
    tokens[index].isSign("-") || tokens[index].kind == .sign(0xE2) && text.bytes[tokens[index].range].count == 3
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

  /// Whether the number belongs to a rule, a vote or a request.
  private func isRule(_ window: Range<Int>, at index: Int, _ number: Quantity) -> Bool {
    let words = window.map { tokens[$0].lower }
    if words.contains(where: ClaimUnits.normative.contains) { return true }
    guard number.qualifier == .atLeast, number.end == index + 1, !tokens[index].isOpenNumber else { return false }
    // "At least two" is a claim only in a sentence that states a fact.
    let before = tokens[window.lowerBound..<index].map(\.lower)
    return !before.dropFirst().contains(where: ClaimUnits.assertive.contains)
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
      case .sign(let sign) where "-/\"'()".utf8.contains(sign) && steps > 0: if sign == 0x28 { return nil }
      default: return nil
      }
      index += 1
      steps += 1
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
      if found.isPlural, last != nil, at < sentence.upperBound, ClaimUnits.kind(of: tokens[at].lower)?.isPlural != true {
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
    let before = tokens[max(sentence.lowerBound, index - 4)..<index].map(\.lower)
    let isGrowth =
      before.contains("now") || (before.contains("to") && tokens[sentence.lowerBound..<index].contains { $0.lower == "from" })
    guard isGrowth else { return nil }
    for at in (sentence.lowerBound..<index).reversed() {
      if let found = ClaimUnits.kind(of: tokens[at].lower), found.isPlural {
        return Noun(kind: found.kind, index: at, end: number.end)
      }
    }
    return nil
  }

  /// Organizations that use the project are adopters.
  private func isAdopters(_ noun: Noun, in sentence: Range<Int>) -> Bool {
    guard noun.kind == "organizations" || noun.kind == "users" else { return false }
    let words = tokens[noun.end..<min(sentence.upperBound, noun.end + 8)].map(\.lower)
    if noun.kind == "organizations", ["use", "uses", "using", "adopted", "adopting", "running"].contains(words.first) {
      return true
    }
    let before = tokens[max(sentence.lowerBound, noun.index - 4)..<noun.index].map(\.lower)
    if noun.kind == "users", before.contains("significant") || words.contains("interviewed") { return true }
    return words.contains("adopters") || words.contains("adopter")
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

  /// `Microsoft 10; Diagrid 5`, `Weaveworks: 14, CrowdStrike: 1`: two or more names with their numbers.
  private mutating func breakdown(at index: Int, in sentence: Range<Int>) -> Int? {
    guard let people, tokens[index].isCapitalized, index == sentence.lowerBound || !tokens[index - 1].isCapitalized else {
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

  /// `Top 20`, `36th most active`.
  private mutating func rank(at index: Int, in sentence: Range<Int>) -> Int? {
    if tokens[index].lower == "top", index + 1 < sentence.upperBound, let value = tokens[index + 1].number {
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
    let window = max(sentence.lowerBound, index - 14)..<min(sentence.upperBound, index + 10)
    let number = Quantity(
      value: value, upper: nil, qualifier: qualifier(before: index, in: sentence), end: index + 1)
    guard !isRule(window, at: index, number), index + 1 < sentence.upperBound else { return nil }
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
    claims.append(
      Claim(
        kind: "organizations", names: list.names, asOf: asOf(list.start, sentence), text: string(sentence),
        location: location(range)))
  }

  private mutating func add(
    _ kind: String, _ number: Quantity, names: [String] = [], range: Range<Int>, _ sentence: Range<Int>
  ) {
    let at = tokens.firstIndex(fromSorted: range.lowerBound)
    claims.append(
      Claim(
        kind: kind, value: number.value, upperValue: number.upper, names: names, qualifier: number.qualifier,
        asOf: asOf(at, sentence), text: string(sentence), location: location(range)))
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
