import Words

/// Tells a rule of consensus from the word: "decisions are made by consensus" is one, "if consensus fails" is none.
struct ConsensusSigns {
  private typealias L = DecisionLexicon
  let words: [DecisionWord]
  let anchor: RuleAnchor
  let headings: [DecisionPassage.Heading]

  var isRule: Bool {
    let start = anchor.range.lowerBound
    let end = anchor.range.upperBound
    if L.consensusInPassing.occur(in: words) { return false }
    // What "requires consensus-building" is none, what is "done in a consensus-building process" is one.
    if end < words.count, words[end].text == "building" {
      return L.decisionModel.length(at: end + 1, in: words) > 0
        && L.decidingVerbs.occur(in: words, from: start - 4, to: start)
    }
    if L.eitherOr.occur(in: words, from: start - 4, to: start) { return false }
    if headings.contains(where: { L.principles.occur(in: $0.words) }) { return false }
    var before = start - 1
    while before >= max(0, start - 4),
      L.consensusQualifiers.length(at: before, in: words) > 0
        || before > 0 && words[before].text == ","
          && L.consensusQualifiers.length(at: before - 1, in: words) > 0
    {
      before -= 1
    }
    if before < max(0, start - 4) { before = -1 }
    func precedes(_ phrases: WordPhrases) -> Bool { phrases.ends(before: before + 1, in: words) }
    if L.duties.occur(in: words, to: start) { return false }
    if anchor.method == .consensus, precedes(L.havingConsensus), isReached { return true }
    // "If an objection is raised on a lazy consensus, …" tells what follows of a rule.
    if L.conditions.begins(words) || words.first?.text == "because",
      !words[..<start].contains(where: { $0.text == "," })
    {
      return false
    }
    if anchor.method == .lazyConsensus {
      // "… by the usual vote (lazy consensus)"
      if before >= 0, words[before].text == "(" {
        return L.votesOrUsual.occur(in: words, from: before - 8, to: before)
          || L.requiring.occur(in: words, to: before)
      }
      if start <= 1, L.noObjection.occur(in: words, from: end) { return true }
      return precedes(L.beforeLazyConsensus) || L.afterLazyConsensus.occur(in: words, from: end, to: end + 3)
    }
    if L.consensusStyle.length(at: end, in: words) > 0 {
      return L.decisionModel.occur(in: words, from: end, to: end + 7)
        && (L.decisions.occur(in: words, from: end, to: end + 4) || precedes(L.followingConsensus))
    }
    if L.consensusVote.length(at: end, in: words) > 0 || L.sufficient.occur(in: words, from: end, to: end + 5) {
      return true
    }
    if end < words.count, words[end].text == "of", L.mustApprove.occur(in: words, from: end) { return true }
    if before > 0, words[before].text == "to", words[before - 1].text == "subject" { return true }
    if L.weMean.length(at: end, in: words) > 0 { return false }
    if L.requiring.occur(in: words, from: start - 3, to: start) {
      // "… require consensus from the community upstream" is none of those who decide here.
      return !(end < words.count && words[end].text == "from") || RuleAnchors.arePeople(from: end, in: words)
    }
    if precedes(L.processIs) { return true }
    if precedes(L.byConsensus) { return L.decidingVerbs.occur(in: words) || L.removing.occur(in: words) }
    // "Seek consensus before acting" is advice, "maintainers seek consensus" a rule.
    return before > 0 && precedes(L.reachingConsensus) && L.striving.occur(in: words, to: start)
  }

  /// "The members must arrive at consensus", or "once there is consensus, the change is accepted".
  private var isReached: Bool {
    let start = anchor.range.lowerBound
    let end = anchor.range.upperBound
    if L.failures.occur(in: words, to: start) || L.negations.occur(in: words, from: start - 6, to: start) {
      return false
    }
    if let condition = words.prefix(start).lastIndex(where: { L.conditions.begins([$0]) }) {
      // "Decisions are made when there is consensus"
      return L.acceptance.occur(in: words, from: end) || L.decidingVerbs.occur(in: words, to: condition)
    }
    // "The members then reach consensus", not "it allows people to reach consensus"
    let isOfPeople =
      L.voters.occur(in: words, from: start - 5, to: start)
      && !words[max(0, start - 4)..<start].contains { $0.text == "to" }
    return L.obliging.occur(in: words, from: start - 8, to: start) || isOfPeople
      || L.presentReaching.occur(in: words, from: start - 4, to: start)
  }
}
