/// Tells a rule from a sentence that only has its words: a cap, a quorum, an outcome, a definition.
struct RuleSigns {
  enum Verdict: Sendable { case rule, quorum, none }

  private typealias L = DecisionLexicon
  let text: DecisionText
  let passage: DecisionPassage
  /// Whether the passage defines a term.
  let isDefining: Bool
  let words: [DecisionWord]
  /// Whether the sentence sets a cap.
  let isCap: Bool
  let anchor: RuleAnchor
  let clause: Range<Int>

  private var start: Int { anchor.range.lowerBound }
  private var end: Int { anchor.range.upperBound }

  var verdict: Verdict {
    let context = RuleContext(text: text, words: words, anchor: anchor)
    if context.isNegated { return .none }
    if context.isMetFirst || context.isNeeded && anchor.method == .consensus { return .rule }
    if anchor.method == .consensus || anchor.method == .lazyConsensus {
      return ConsensusSigns(words: words, anchor: anchor, headings: passage.headings).isRule ? .rule : .none
    }
    // "When quorum is met" is a condition of the vote and not what came of it.
    let isOutcome = L.outcomes.occur(in: words, from: end, to: end + 9) && !L.whenMet.occur(in: words, from: end)
    if isOutcome || isExplained || isLabel { return .none }
    if anchor.method != .unanimity, isOfSeats { return .none }
    if anchor.method == .unanimity,
      words[max(0, start - 5)..<start].contains(where: { $0.text == "unless" })
        || L.hopes.occur(in: words, from: clause.lowerBound, to: start)
    {
      return .none
    }
    // "Unless their application is rejected by a majority": what it takes is silence.
    if L.rejected.occur(in: words, from: start - 4, to: start),
      words[clause.lowerBound..<start].contains(where: { $0.text == "unless" })
    {
      return .none
    }
    if let share = anchor.share, share.isBelowHalf, !L.voting.occur(in: words),
      !L.requiring.occur(in: words, from: start - 3, to: start)
    {
      return .none
    }
    if anchor.share != nil, L.mustTakePart.occur(in: words, from: end, to: end + 11),
      !L.inFavor.occur(in: words, from: end, to: end + 14)
    {
      return .quorum
    }
    if anchor.method != .unanimity, isQuorum { return .quorum }
    if L.decideRequire.occur(in: words)
      || L.inPassing.occur(in: words, from: clause.lowerBound, to: clause.upperBound)
      || L.openFor.occur(in: words, from: clause.lowerBound, to: start)
    {
      return .none
    }
    if anchor.method == .other, L.sponsoring.occur(in: words, from: start - 5, to: start) { return .none }
    guard isDefining else { return .rule }
    let isDefinition =
      DecisionText.term(in: words, to: 7) != nil
      && (L.defining.occur(in: words, from: start) || DecisionText.isGlossaryEntry(words))
    return isDefinition || L.voteSucceeds.occur(in: words) ? .none : .rule
  }

  /// Whether a sentence explains a way to vote: "two-thirds majority votes mean at least two thirds of all members", or,
  /// below a heading with its name, "majority votes must be called in public".
  private var isExplained: Bool {
    let first = RuleAnchors.all(in: words).first?.range ?? anchor.range
    if isBelowName, L.considered.occur(in: words, to: start) { return true }
    guard first.lowerBound <= 1 else { return false }
    if L.means.occur(in: words, from: first.upperBound, to: first.upperBound + 3) { return true }
    return isBelowName && L.calledVotes.occur(in: words, from: first.upperBound, to: first.upperBound + 5)
  }

  /// "Supermajority vote: some decisions need two thirds of the members"
  private var isLabel: Bool {
    guard start <= 1, let colon = words.prefix(6).firstIndex(where: { $0.text == ":" }), end <= colon else {
      return false
    }
    return RuleAnchors.all(in: words).contains { $0.range.lowerBound > colon }
  }

  /// Whether it stands below a heading with the name of its method.
  private var isBelowName: Bool {
    guard let heading = passage.headings.last?.words, heading.count <= 3 else { return false }
    return RuleAnchors.all(in: heading).contains { $0.range.lowerBound == 0 && $0.method == anchor.method }
  }

  /// Whether a share or majority is what an organization holds, not what a decision takes.
  private var isOfSeats: Bool {
    if isCap {
      return L.limits.occur(in: words, from: start - 6, to: start)
        || L.denials.occur(in: words, from: start - 14, to: start)
        || words[end..<min(words.count, end + 9)].contains { $0.text == "not" }
    }
    if L.organizations.occur(in: words, from: start - 16, to: start),
      L.possession.occur(in: words, from: start - 12, to: end + 12)
    {
      return true
    }
    if L.organizationsWith.occur(in: words, from: start - 6, to: start) { return true }
    // "… where more than a quarter of the members share an employer", "two thirds of the members hold a seat for …"
    return L.possession.ranges(in: words, from: end, to: end + 10).contains {
      L.organizations.occur(in: words, from: $0.upperBound, to: $0.upperBound + 4)
        || L.seatWords.occur(in: words, from: $0.upperBound, to: $0.upperBound + 2)
    }
  }

  /// "Acting with a quorum: when there is one, …"
  private var isConditionBehindLabel: Bool {
    words.prefix(6).firstIndex { $0.text == ":" }.map { L.conditions.length(at: $0 + 1, in: words) > 0 } ?? false
  }

  private var isQuorum: Bool {
    // "When a quorum is present, decisions are made by …"
    let quorums = L.quorum.ranges(in: words).filter { range in
      !(L.conditions.occur(in: words, from: range.lowerBound - 3, to: range.lowerBound)
        && words[min(range.upperBound, start)..<start].contains { $0.text == "," })
    }
    // A share of the votes is what they have to be for.
    let isOfVotes = anchor.share != nil && L.ofVotes.length(at: end, in: words) > 0
    guard !quorums.isEmpty, !isOfVotes, !L.ofAQuorum.occur(in: words, from: end, to: end + 3) else { return false }
    let isBefore = quorums.contains {
      $0.lowerBound < start
        && (start - $0.upperBound <= 8
          || L.attendance.occur(in: words, from: $0.upperBound, to: start)
          || $0.lowerBound <= 2 && !L.conditions.begins(words) && !isConditionBehindLabel)
    }
    // "A majority of those attending when quorum is met" is what the decision takes.
    // "Changes to the charter require a supermajority quorum of the council."
    let isThreshold =
      quorums.first?.lowerBound == end && L.requiring.occur(in: words, from: start - 3, to: start)
      && !text.subjects(in: words, to: start).isEmpty
    if isThreshold { return false }
    let isAfter = quorums.contains {
      $0.lowerBound >= end && $0.lowerBound - end <= 6
        && !L.whenMet.occur(in: words, from: $0.lowerBound - 3, to: $0.upperBound + 2)
    }
    // "A majority of the number of directors fixed in these bylaws shall constitute a quorum"
    let isMade = quorums.contains { $0.lowerBound >= end && L.making.ends(before: $0.lowerBound, in: words) }
    return isBefore || isAfter || isMade
  }
}
