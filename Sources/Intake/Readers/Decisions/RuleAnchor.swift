import Diagnostics

/// A place in a sentence that names a way to decide: "a 2/3 majority", "lazy consensus", "at least half the members".
struct RuleAnchor: Sendable {
  /// A name a document can define ("supermajority", "explicit majority").
  enum Name: Sendable, Hashable { case supermajority, explicit, lazy }

  var method: DecisionRule.Method
  var threshold: String?
  let range: Range<Int>
  let line: Int
  /// Set where only the name is written and the threshold has to be looked up.
  var name: Name?
  /// The share, where one is written.
  var share: DecisionShare?
}

/// Finds the anchors of a sentence.
struct RuleAnchors {
  private typealias L = DecisionLexicon
  private let words: [DecisionWord]
  private var found: [RuleAnchor] = []

  static func all(in words: [DecisionWord]) -> [RuleAnchor] {
    guard L.anchorWords.occur(in: words) || words.contains(where: \.isShare) else {
      return []
    }
    var anchors = RuleAnchors(words)
    anchors.scan()
    return anchors.joined
  }

  private init(_ words: [DecisionWord]) { self.words = words }

  private mutating func scan() {
    var index = 0
    while index < words.count {
      if let majority = majority(at: index) {
        add(majority, &index)
      } else if let share = DecisionShare.at(index, in: words) {
        add(share, at: index)
        index = share.end
      } else {
        index += 1
      }
    }
    for index in words.indices where L.exceeding.length(at: index, in: words) > 0 { addComparison(at: index) }
    for range in L.lazyConsensus.ranges(in: words) { append(.lazyConsensus, range) }
    for range in L.consensus.ranges(in: words) where text(range.lowerBound - 1) != "lazy" { append(.consensus, range) }
    for range in L.agreement.ranges(in: words) where isReached(range) { append(.consensus, range) }
    for range in L.unanimity.ranges(in: words) { append(.unanimity, range) }
  }

  private mutating func append(_ method: DecisionRule.Method, _ range: Range<Int>) {
    found.append(RuleAnchor(method: method, threshold: nil, range: range, line: words[range.lowerBound].line))
  }

  /// "Once agreement has been reached", not "the license agreement"
  private func isReached(_ range: Range<Int>) -> Bool {
    L.reaching.occur(in: words, from: range.lowerBound - 4, to: range.lowerBound)
      || L.reached.occur(in: words, from: range.upperBound, to: range.upperBound + 4)
  }

  private func text(_ index: Int) -> String { words.indices.contains(index) ? words[index].text : "" }

  /// The anchors in their order, "a supermajority of the members is required (2/3 of the votes)" as one.
  private var joined: [RuleAnchor] {
    var result: [RuleAnchor] = []
    for anchor in found.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let isInParentheses = result.last.map {
        anchor.share != nil && 1...9 ~= anchor.range.lowerBound - $0.range.upperBound
          && words[$0.range.upperBound..<anchor.range.lowerBound].suffix(4).contains { $0.text == "(" }
      }
      if isInParentheses == true, let share = anchor.share, let last = result.last, last.name == .supermajority {
        result[result.count - 1].threshold = anchor.threshold
        result[result.count - 1].share = share
        result[result.count - 1].name = nil
      } else if isInParentheses == true, result.last?.method == .majority {
        continue
      } else {
        result.append(anchor)
      }
    }
    return result
  }

  /// "More votes in favor than against", "the number of yes votes is greater than the number of no votes".
  private mutating func addComparison(at index: Int) {
    guard L.greater.occur(in: words, from: index - 6, to: index + 1),
      let yes = L.yesSide.ranges(in: words, from: index - 7, to: index).first,
      let no = L.noSide.ranges(in: words, from: index + 1, to: index + 7).first,
      !words[yes.lowerBound..<no.lowerBound].contains(where: { $0.isMark && $0.text == ";" })
    else { return }
    found.append(
      RuleAnchor(
        method: .majority, threshold: "1/2+", range: yes.lowerBound..<no.upperBound,
        line: words[yes.lowerBound].line))
  }

  // MARK: Majorities

  private enum Sort { case supermajority, named(RuleAnchor.Name), plain }

  private func majority(at index: Int) -> (range: Range<Int>, sort: Sort)? {
    let text = words[index].text
    if text == "supermajority" || text == "supermajorities" { return (index..<(index + 1), .supermajority) }
    if ["majority", "majorities"].contains(self.text(index + 1)) {
      switch text {
      case "super", "qualified": return (index..<(index + 2), .supermajority)
      case "explicit": return (index..<(index + 2), .named(.explicit))
      case "lazy": return (index..<(index + 2), .named(.lazy))
      case let text where L.plainMajorities.contains(text): return (index..<(index + 2), .plain)
      default: break
      }
    }
    return text == "majority" ? (index..<(index + 1), .plain) : nil
  }

  private mutating func add(_ majority: (range: Range<Int>, sort: Sort), _ index: inout Int) {
    let (range, sort) = majority
    index = range.upperBound
    let isPlain = if case .plain = sort { true } else { false }
    let isSuper = if case .supermajority = sort { true } else { false }
    var start = range.lowerBound
    var line = words[start].line
    var share: DecisionShare?
    var threshold: String?
    if let before = shareBefore(range.lowerBound) {
      share = before.share
      start = before.start
      line = words[before.start].line
      threshold = written(before.share, at: before.start)
    } else if let after = shareAfter(range.upperBound, isPlain: isPlain) ?? shareBehindPeople(range.upperBound) {
      share = after.share
      threshold = after.threshold
    }
    if threshold == nil {
      threshold =
        Self.threshold(ofLink: words[range.lowerBound].link)
        ?? (isSuper ? Self.threshold(ofLink: words[range.upperBound - 1].link) : nil)
    }
    if isPlain, threshold == nil, isNoVote(range) { return }
    if DecisionLexicon.vague.contains(text(range.lowerBound - 1))
      || L.knownRule.ends(before: range.upperBound + 1, in: words)
    {
      return
    }
    var anchor = RuleAnchor(
      method: isSuper ? .supermajority : .majority, threshold: threshold ?? (isPlain ? "1/2+" : nil),
      range: start..<range.upperBound, line: line, share: share)
    if let share { anchor.method = share.isAboveHalf ? .supermajority : .majority }
    if share == nil, threshold != nil { anchor.method = .supermajority }
    if threshold == nil {
      switch sort {
      case .supermajority: anchor.name = .supermajority
      case .named(let name): anchor.name = name
      case .plain: break
      }
    }
    found.append(anchor)
  }

  /// "2/3 majority", "two-thirds / 66.66% majority".
  private func shareBefore(_ index: Int) -> (share: DecisionShare, start: Int)? {
    var result: (DecisionShare, Int)?
    for start in stride(from: index - 1, through: max(index - 6, 0), by: -1) {
      guard let share = DecisionShare.at(start, in: words), share.end <= index else { continue }
      let between = share.end..<index
      let isAttached = between.allSatisfy {
        L.betweenShareAndMajority.length(at: $0, in: words) > 0 || ["(", ")"].contains(text($0))
          || DecisionShare.at($0, in: words) != nil || text($0).hasSuffix("%")
      }
      if isAttached { result = (share, start) }
    }
    return result
  }

  /// "supermajority (at least 2/3 of votes)", "super-majority vote of 50 % plus one".
  private func shareAfter(_ index: Int, isPlain: Bool) -> (share: DecisionShare, threshold: String)? {
    var place = index
    var isApart = false
    while place < min(words.count, index + 9) {
      if let share = DecisionShare.at(place, in: words), !isPlain || isApart {
        return (share, written(share, at: place))
      }
      if words[place].isMark {
        guard ["(", ",", ":"].contains(text(place)) else { return nil }
        isApart = true
        place += 1
      } else {
        let length = L.betweenMajorityAndShare.length(at: place, in: words)
        guard length > 0 else { return nil }
        place += length
      }
    }
    return nil
  }

  /// "The majority of the maintainers (2/3)"
  private func shareBehindPeople(_ index: Int) -> (share: DecisionShare, threshold: String)? {
    guard arePeople(from: index), let open = words[index...].prefix(8).firstIndex(where: \.isMark), text(open) == "(",
      let share = DecisionShare.at(open + 1, in: words), text(share.end) == ")",
      5 * share.numerator >= 3 * share.denominator
    else { return nil }
    return (share, written(share, at: open + 1))
  }

  private func written(_ share: DecisionShare, at index: Int) -> String {
    if share.isHalf, ["plus", "+1"].contains(text(share.end)) { return "1/2+" }
    return share.text + (L.more.ends(before: index, in: words) ? "+" : "")
  }

  /// Whether a majority is one of something else than votes.
  private func isNoVote(_ range: Range<Int>) -> Bool {
    let end = range.upperBound
    if L.wellKnown.occur(in: words, from: range.lowerBound - 3, to: end) { return true }
    guard text(range.lowerBound) == "majority" else { return false }
    if end < words.count, !words[end].isMark, L.afterMajority.length(at: end, in: words) == 0,
      DecisionShare.at(end, in: words) == nil
    {
      return true
    }
    let isOfPeople = arePeople(from: end)
    if L.notVotes.length(at: end, in: words, before: end + 5) > 0, !isOfPeople { return true }
    return text(range.lowerBound - 1) == "the" && !isOfPeople
      && !DecisionLexicon.votedBy.contains(text(end))
  }

  /// "#Two-thirds_vote": the only definition some documents give.
  private static func threshold(ofLink link: String?) -> String? {
    guard let link, let hash = link.firstPlace(ofByte: UInt8(ascii: "#")) else { return nil }
    let anchor = link[link.index(after: hash)...].lowercased().runsOfLettersAndNumbers
    for (first, second) in zip(anchor, anchor.dropFirst()) {
      switch (first, second.prefix(5)) {
      case ("two", "third"), ("2", "3"): return "2/3"
      case ("three", "fifth"): return "3/5"
      case ("three", "quart"), ("three", "fourt"), ("3", "4"): return "3/4"
      case ("four", "fifth"): return "4/5"
      default: break
      }
    }
    return nil
  }

  // MARK: Shares of people

  private mutating func add(_ share: DecisionShare, at index: Int) {
    let next = (share.end..<min(share.end + 4, words.count))
    let isBeforeMajority = next.contains { DecisionLexicon.majorities.contains(text($0)) }
    if isBeforeMajority, !next.prefix(3).contains(where: { words[$0].isMark && text($0) != "(" }) { return }
    let isMore = L.more.ends(before: index, in: words) && !L.atLeast.ends(before: index, in: words)
    let isPlusOne = share.isHalf && text(share.end) == "plus"
    if words[index].text == "half", !isMore, !isPlusOne, !L.least.ends(before: index, in: words) { return }
    // "60% or more of the votes"
    let repeated = endOfRepetition(share)
    let end = repeated + L.orMore.length(at: repeated, in: words)
    let isOfVotes =
      DecisionLexicon.votedBy.contains(text(end)) || L.ofVotes.length(at: end, in: words) > 0
      || L.ofTheNumber.length(at: end, in: words) > 0 && L.voting.occur(in: words, to: index)
      || (end == words.count || words[end].isMark) && L.votesReaching.occur(in: words, from: index - 9, to: index)
        && (isMore || L.atLeast.ends(before: index, in: words))
    guard isOfVotes || arePeople(from: end) else { return }
    if let last = found.last, index - last.range.upperBound <= 6, index >= last.range.upperBound {
      // "supermajority (two thirds of the members)" and "2/3, that is 66 % of the members" are one.
      let between = (last.range.upperBound..<index).map { text($0) }
      if between.contains("(") { return }
      if let earlier = last.share, between.contains(","),
        earlier.numerator * share.denominator == share.numerator * earlier.denominator
      {
        return
      }
    }
    let method: DecisionRule.Method = share.isBelowHalf ? .other : share.isHalf ? .majority : .supermajority
    found.append(
      RuleAnchor(
        method: method, threshold: isPlusOne ? "1/2+" : share.text + (isMore ? "+" : ""), range: index..<share.end,
        line: words[index].line, share: share))
  }

  /// Behind "three quarters (3/4)".
  private func endOfRepetition(_ share: DecisionShare) -> Int {
    guard text(share.end) == "(", let again = DecisionShare.at(share.end + 1, in: words), text(again.end) == ")",
      again.numerator * share.denominator == share.numerator * again.denominator
    else { return share.end }
    return again.end + 1
  }

  private func arePeople(from index: Int) -> Bool { Self.arePeople(from: index, in: words) }

  /// Whether words like "of the current core" lead to people who vote.
  static func arePeople(from index: Int, in words: [DecisionWord]) -> Bool {
    var isNamed = false
    for place in index..<max(index, min(words.count, index + 9)) {
      if words[place].isMark {
        guard ["(", ")"].contains(words[place].text) else { return false }
      } else if L.voters.length(at: place, in: words) > 0 {
        return true
      } else if L.beforePeople.length(at: place, in: words) == 0 {
        // One word that names them: "of the trading team"
        if isNamed || place == index || L.noName.length(at: place, in: words) > 0 { return false }
        isNamed = true
      } else if isNamed, L.committeeQualifiers.length(at: place, in: words) == 0 {
        return false
      }
    }
    return false
  }
}
