import Diagnostics
import StructuredData
import Words

/// Finds the numbers, lists and breakdowns that a text states: "8 maintainers", "over 60 public adopters",
/// "maintainers from Acme, Foo, and Bar", "Acme 10; Foo 5".
///
/// What a rule asks for ("must be approved by at least one maintainer") is no claim.
struct ClaimScanner {
  /// Most claims taken from one text.
  static let most = 200
  /// Most words between a number and what comes before it in its sentence.
  static let reach = 40

  let text: PlainText
  private let source: SourceText
  private let dates: [DateMention]
  let tokens: [ClaimToken]
  let lead: String
  let lexicon = Lexicon.claims
  private var claims: [Claim] = []
  /// Whether the sentence sets conditions, as a list of requirements does: "3+ months, 5+ reviews".
  private(set) var hasThresholds = false
  /// The kind of people last counted or named, which parts of a breakdown belong to.
  var people: String?

  /// Whether the text is an entry of a list of what is asked for.
  private let isAsked: Bool

  /// The claims of one paragraph or list entry, in order.
  ///
  /// `topic` are the people it is about, for breakdowns that name none; `lead` is the text before it, for entries of a
  /// series that name nothing ("2022-03-07: 128").
  static func claims(
    in text: PlainText, of source: SourceText, topic: String? = nil, lead: String = "",
    isAsked: Bool = false
  ) -> [Claim] {
    var scanner = ClaimScanner(text, source, topic: topic, lead: lead, isAsked: isAsked)
    scanner.run()
    return scanner.claims
  }

  private init(
    _ text: PlainText, _ source: SourceText, topic: String?, lead: String, isAsked: Bool
  ) {
    self.lead = lead
    self.isAsked = isAsked
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

  /// The index behind a sentence's full stop: one that comes before a blank and a capital letter or a number.
  private func sentenceEnd(from start: Int) -> Int {
    for index in start..<tokens.count {
      guard tokens[index].isSign(".") || tokens[index].isSign("?") || tokens[index].isSign("!") else { continue }
      guard index + 1 < tokens.count else { break }
      let next = tokens[index + 1]
      let isOpening = next.isCapitalized || next.number != nil || !next.lower.isEmpty && next.kind != .word
      let isShort = index > start && lexicon.abbreviations.contains(tokens[index - 1].lower)
      if next.followsBlank, isOpening, !isShort { return index + 1 }
    }
    return tokens.count
  }

  // MARK: Sentences

  private mutating func scan(_ sentence: Range<Int>) {
    hasThresholds =
      isAsked
      || sentence.dropLast().contains {
        tokens[$0].isOpenNumber && lexicon.spans.contains(tokens[$0 + 1].lower)
      }
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
      return part(number, at: index, in: sentence) ?? counts(at: index, in: sentence)
        ?? entry(number, at: index, in: sentence)
    }
    var end = noun.end
    var names: [String] = []
    var list: OrganizationList?
    let kind = kind(noun, at: index, in: sentence)
    if lexicon.people.contains(kind) {
      people = kind
      list = OrganizationList.names(tokens, text, from: end, in: sentence, needsPreposition: true)
    } else if kind == "organizations" {
      list =
        OrganizationList.names(tokens, text, from: end, in: sentence)
        ?? OrganizationList.apposition(tokens, text, from: end, in: sentence, count: number.value)
      names = list.flatMap { $0.names.count > 1 ? $0.names : nil } ?? []
      if !names.isEmpty, let list { end = list.end }
      list = nil
    }
    // "10 maintainers from Acme": one name makes the number a part.
    if let one = list, one.names.count == 1 {
      names = one.names
      end = one.end
      list = nil
    }
    // Behind a label, `New contributors: 9`, they come before the noun.
    let between =
      number.end <= noun.index
      ? number.end..<noun.index
      : index > sentence.lowerBound && tokens[index - 1].isSeparator ? sentence.lowerBound..<noun.index : 0..<0
    var modifiers = tokens[between].map(\.lower).filter { !$0.isEmpty }
    // "3 end users" are adopters of that type.
    if kind == "adopters", tokens[noun.index].lower.hasPrefix("end") { modifiers.append("end-user") }
    if let other = other(behind: noun, in: sentence) { modifiers.append(other) }
    add(
      kind, number, names: names, modifiers: modifiers,
      isTotal: names.count != 1 && isTotal(at: index, modifiers, to: noun.end, in: sentence),
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

  // MARK: Claims

  mutating func add(list: OrganizationList, _ sentence: Range<Int>) {
    let range = tokens[list.start].range.lowerBound..<tokens[max(list.start, list.end - 1)].range.upperBound
    var claim = Claim(
      kind: "organizations", names: list.names, asOf: asOf(list.start, sentence), text: string(sentence),
      location: location(range))
    claim.scope = people
    claims.append(claim)
  }

  mutating func add(
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
    return near.lazy.compactMap { lexicon.kind(of: $0.lower) }.first { lexicon.people.contains($0.kind) }?.kind
  }

  /// The day a sentence names for its numbers; days since when something holds are none.
  private func asOf(_ index: Int, _ sentence: Range<Int>) -> CalendarDate? {
    var nearest: (distance: Int, day: CalendarDate)?
    for at in sentence {
      guard case .date(let mention) = tokens[at].kind else { continue }
      let before = at > sentence.lowerBound ? tokens[at - 1].lower : ""
      let isStart = lexicon.beforeStart.contains(before)
      if isStart || dates[mention].precision == .year { continue }
      // Of a period, "from 1 May 2021 to 30 April 2022", the end counts.
      if at + 2 < sentence.upperBound, lexicon.betweenDays.contains(tokens[at + 1].lower),
        case .date = tokens[at + 2].kind
      {
        continue
      }
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

extension [ClaimToken] {
  /// Index of the token that begins at a byte.
  fileprivate func firstIndex(fromSorted offset: Int) -> Int {
    Swift.min(indices.partitioningIndex { self[$0].range.lowerBound >= offset }, Swift.max(0, count - 1))
  }
}
