/// Words of claims; `content/lexicon/claims.yaml` says what each list is for.
package final class ClaimWords: Sendable, Decodable {
  package let people, stops, spans, growing, rates, labelEnds, listing, normative, totals, partial, audit, severities,
    assertive, determiners, afterSeverity, afterParenthesis, afterGrowth, using, consisting, vague, majorityOf,
    notCounting, satisfying, pointing, pointedAt, abbreviations, beforeStart, betweenDays, figures, shared, beforeTop,
    listLeads,
    listPrepositions, listLinks, announcing, announced, belonging, imperatives, listed, lists, counting, numberNames,
    used, work, usedBy,
    auxiliaries, having, exactly: Set<String>
  package let current, earlier, asking, adopterCriteria, topics, wished, grounds: [String]
  package let exactness: [LexiconFile.Meaning]
  package let nouns, nounsOfOne, exactnessBehind: [String: String]
}
