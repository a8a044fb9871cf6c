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
    if L.doesNotApply.occur(in: words, from: end) || L.consensusInPassing.occur(in: words) { return false }
    if L.eitherOr.occur(in: words, from: start - 4, to: start) { return false }
    if headings.contains(where: { L.principles.occur(in: $0.words) }) { return false }
    var before = start - 1
    while before >= max(0, start - 4), L.consensusQualifiers.length(at: before, in: words) > 0 { before -= 1 }
    if before < max(0, start - 4) { before = -1 }
    func precedes(_ phrases: WordPhrases) -> Bool { phrases.length(at: before, in: words) > 0 }
    if anchor.method == .lazyConsensus {
      return precedes(L.beforeLazyConsensus) || L.afterLazyConsensus.occur(in: words, from: end, to: end + 3)
    }
    if L.consensusStyle.length(at: end, in: words) > 0 {
      return L.decisionModel.occur(in: words, from: end, to: end + 4)
    }
    if L.consensusVote.length(at: end, in: words) > 0 { return true }
    if end < words.count, words[end].text == "of", L.mustApprove.occur(in: words, from: end) { return true }
    if before > 0, words[before].text == "to", words[before - 1].text == "subject" { return true }
    if L.weMean.length(at: end, in: words) > 0 { return false }
    if precedes(L.byConsensus) { return L.decidingVerbs.occur(in: words) }
    return precedes(L.reachingConsensus) && L.striving.occur(in: words, to: start)
  }
}
