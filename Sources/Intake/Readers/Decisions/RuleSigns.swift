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

  private var start: Int { anchor.range.lowerBound }
  private var end: Int { anchor.range.upperBound }

  var verdict: Verdict {
    if RuleContext(text: text, words: words, anchor: anchor).isNegated { return .none }
    if anchor.method == .consensus || anchor.method == .lazyConsensus {
      return ConsensusSigns(words: words, anchor: anchor, headings: passage.headings).isRule ? .rule : .none
    }
    if L.outcomes.occur(in: words, from: end, to: end + 9) { return .none }
    if anchor.method != .unanimity, isOfSeats { return .none }
    if let share = anchor.share, share.isBelowHalf, !L.voting.occur(in: words) { return .none }
    if anchor.method != .unanimity, isQuorum { return .quorum }
    if L.untilOnce.occur(in: words, from: start - 3, to: start) || L.decideRequire.occur(in: words)
      || L.attendance.occur(in: words, from: end, to: end + 4) || L.inPassing.occur(in: words)
    {
      return .none
    }
    if anchor.method == .other, L.sponsoring.occur(in: words, from: start - 5, to: start) { return .none }
    guard isDefining else { return .rule }
    let isDefinition = L.defining.occur(in: words) && DecisionText.term(in: words, to: 7) != nil
    return isDefinition || L.voteSucceeds.occur(in: words) ? .none : .rule
  }

  /// Whether a share or majority is what an organization holds, not what a decision takes.
  private var isOfSeats: Bool {
    if isCap {
      return L.limits.occur(in: words, from: start - 6, to: start)
        || L.denials.occur(in: words, from: start - 14, to: start)
    }
    if L.organizations.occur(in: words, from: start - 16, to: start),
      L.possession.occur(in: words, from: start - 12, to: end + 12)
    {
      return true
    }
    return L.representation.occur(in: words, from: start - 3, to: end + 3)
  }

  private var isQuorum: Bool {
    let quorums = L.quorum.ranges(in: words)
    guard !quorums.isEmpty, !L.ofAQuorum.occur(in: words, from: end, to: end + 3) else { return false }
    let isBefore = quorums.contains { $0.lowerBound < start && start - $0.upperBound <= 8 }
    let isAfter = quorums.contains { $0.lowerBound >= end && $0.lowerBound - end <= 6 }
    return isBefore && !L.arePresent.occur(in: words) || isAfter
  }
}
