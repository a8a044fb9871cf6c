/// A cap found in a sentence.
struct FoundCap: Sendable {
  let kind: OrganizationCap.Kind
  let limit: String
  let line: Int
  /// Whether it limits seats of one kind alone: "one community seat".
  var isOfSomeSeats = false
}

/// Reads what one organization may hold at most.
struct CapReader {
  private typealias L = DecisionLexicon

  /// The cap a sentence sets; sentences that say what happens when it is broken set none.
  func cap(in words: [DecisionWord]) -> FoundCap? {
    guard L.organizations.occur(in: words) else { return nil }
    if L.notInForce.occur(in: words) { return nil }
    if let range = L.oneVote.ranges(in: words).first, L.perOrganization.occur(in: words) {
      return FoundCap(kind: .oneVote, limit: "1", line: words[range.lowerBound].line)
    }
    if let cap = votesTogether(in: words) ?? sharedMajority(in: words) { return cap }
    let limit = limit(in: words)
    if let denial = denial(in: words) {
      if let cap = denied(words, from: denial) { return cap }
      if limit == nil { return nil }
    }
    if L.sponsors.occur(in: words), !L.seatsOrElected.occur(in: words) { return nil }
    return limit.flatMap { cap($0, words) }
  }

  /// "Maintainers of the same employer have two votes together."
  private func votesTogether(in words: [DecisionWord]) -> FoundCap? {
    for range in L.votesTogether.ranges(in: words) {
      guard let number = DecisionShare.number(at: range.lowerBound - 1, in: words), (2..<50).contains(number),
        L.havingVotes.ends(before: range.lowerBound - 1, in: words),
        L.perOrganization.occur(in: words, to: range.lowerBound)
      else { continue }
      return FoundCap(kind: .votes, limit: "\(number)", line: words[range.lowerBound].line)
    }
    return nil
  }

  /// "A majority of the council may not be employed by the same company."
  private func sharedMajority(in words: [DecisionWord]) -> FoundCap? {
    guard let not = words.firstIndex(where: { $0.text == "not" }), not > 0, L.modals.contains(words[not - 1].text),
      let majority = words[..<not].firstIndex(where: { $0.text == "majority" }),
      RuleAnchors.arePeople(from: majority + 1, in: words), L.sameOrganization.occur(in: words, from: not)
    else { return nil }
    return FoundCap(kind: .shareOfSeats, limit: "1/2", line: words[majority].line)
  }

  // MARK: "No company may hold …"

  private func denial(in words: [DecisionWord]) -> Int? {
    words.indices.first { index in
      switch words[index].text {
      case let text where L.denying.contains(text):
        return L.organizations.occur(in: words, from: index + 1, to: index + 6)
      case "cannot": return L.organizations.occur(in: words, from: index - 6, to: index)
      case let text where L.modals.contains(text):
        return index + 1 < words.count && words[index + 1].text == "not"
          && L.organizations.occur(in: words, from: index - 12, to: index)
      default: return false
      }
    }
  }

  private func denied(_ words: [DecisionWord], from denial: Int) -> FoundCap? {
    for index in denial..<min(words.count, denial + 32) {
      if let share = DecisionShare.at(index, in: words), !(index > 0 && words[index - 1].text == "(") {
        let isOrMore = L.orMore.occur(in: words, from: share.end, to: share.end + 3)
        let isOfVotes =
          L.votes.occur(in: words, from: share.end, to: share.end + 5)
          || L.votes.occur(in: words, from: index - 4, to: index)
        return FoundCap(
          kind: isOfVotes ? .votes : .shareOfSeats, limit: (isOrMore ? "<" : "") + share.text, line: words[index].line)
      }
      if words[index].text == "majority" || words[index].text == "half" {
        guard L.holding.occur(in: words, from: denial, to: index) else { continue }
        let isOrMore = (index..<min(words.count, index + 6)).contains { place in
          DecisionShare.at(place, in: words).map { L.orMore.occur(in: words, from: $0.end, to: $0.end + 3) } ?? false
        }
        return FoundCap(kind: .shareOfSeats, limit: isOrMore ? "<1/2" : "1/2", line: words[index].line)
      }
      if index > 0, L.beforeLimit.length(at: index - 1, in: words) > 0,
        let number = DecisionShare.number(at: index, in: words), (1..<50).contains(number)
      {
        let isOfVotes = L.votes.occur(in: words, from: index, to: index + 4)
        let isOfVoters = L.votingPeople.occur(in: words, from: index + 1, to: index + 3)
        return FoundCap(
          kind: isOfVoters ? .voters : isOfVotes ? .votes : .seats, limit: "\(number)", line: words[index].line,
          isOfSomeSeats: isOfSomeSeats(index, in: words))
      }
    }
    return nil
  }

  /// Whether a word that names no body stands between a number and its seats.
  private func isOfSomeSeats(_ number: Int, in words: [DecisionWord]) -> Bool {
    guard number + 2 < words.count, L.seatWords.length(at: number + 2, in: words) > 0 else { return false }
    return !words[number + 1].isMark && L.bodyQualifiers.length(at: number + 1, in: words) == 0
      && L.bodyNouns.length(at: number + 1, in: words) == 0 && L.beforeNumber.length(at: number + 1, in: words) == 0
  }

  // MARK: "no more than two seats …"

  private struct Limit {
    let start: Int
    let place: Int
    let share: DecisionShare?
    let number: Int
    let isLess: Bool
  }

  private func limit(in words: [DecisionWord]) -> Limit? {
    var result: Limit?
    for range in L.limits.ranges(in: words) {
      var place = range.upperBound
      while place < min(words.count, range.upperBound + 3), L.beforeNumber.length(at: place, in: words) > 0 {
        place += 1
      }
      // "The maximum number of seats per company is two."
      if DecisionShare.number(at: place, in: words) == nil, DecisionShare.at(place, in: words) == nil,
        L.perOrganization.occur(in: words, from: place, to: place + 8),
        let verb = words[place..<min(words.count, place + 9)].firstIndex(where: { $0.text == "is" })
      {
        place = verb + 1
      }
      let share = DecisionShare.at(place, in: words)
      let number = DecisionShare.number(at: place, in: words) ?? 0
      guard share != nil || (1..<50).contains(number) else { continue }
      let isLess = words[range.lowerBound].text == "less"
      if isLess, share == nil { continue }
      // "up to five seats with no more than two from any one organization": the one the organization belongs to.
      if let earlier = result {
        let isOfOrganization =
          L.organizations.occur(in: words, from: place, to: place + 9)
          && !L.organizations.occur(in: words, from: earlier.place, to: range.lowerBound)
        guard isOfOrganization else { continue }
      }
      result = Limit(start: range.lowerBound, place: place, share: share, number: number, isLess: isLess)
    }
    return result
  }

  private func cap(_ limit: Limit, _ words: [DecisionWord]) -> FoundCap? {
    let place = limit.place
    if L.ifUnless.occur(in: words, to: limit.start), !L.limitedTo.occur(in: words, from: limit.start, to: place) {
      return nil
    }
    if L.times.occur(in: words, from: place, to: place + 3) { return nil }
    let start = limit.start - 30
    let end = place + 22
    let isOfVotes = L.votes.occur(in: words)
    guard L.seats.occur(in: words, from: start, to: end) || isOfVotes,
      L.oneOrganization.occur(in: words, from: start, to: end),
      L.organizations.occur(in: words, from: start, to: end)
    else { return nil }
    if words[limit.start].text == "only",
      !L.allowed.occur(in: words, from: place) || !L.perOrganization.occur(in: words, from: place)
    {
      return nil
    }
    let line = words[place].line
    if let share = limit.share {
      let isVotes = L.votes.occur(in: words, from: limit.start, to: place + 5) && !L.seatWords.occur(in: words)
      return FoundCap(
        kind: isVotes ? .votes : .shareOfSeats, limit: (limit.isLess ? "<" : "") + share.text, line: line)
    }
    let isVotes = L.votes.occur(in: words, from: limit.start - 3, to: place + 3)
    let vote = words[place...].firstIndex { $0.text == "vote" } ?? place
    let isVoters = L.modals.contains(words[vote - 1].text)
    return FoundCap(
      kind: isVoters ? .voters : isVotes ? .votes : .seats, limit: "\(limit.number)", line: line,
      isOfSomeSeats: isOfSomeSeats(place, in: words))
  }
}
