/// Words of claims; `content/lexicon/claims.yaml` says what each list is for.
package struct ClaimWords: Sendable {
  package let people, stops, spans, growing, rates, labelEnds, listing, normative, totals, partial, audit, severities,
    assertive, determiners, afterSeverity, afterParenthesis, afterGrowth, using, consisting, vague, majorityOf,
    notCounting, pointing, pointedAt, abbreviations, beforeStart, betweenDays, figures, shared, beforeTop, listLeads,
    listPrepositions, listLinks: Set<String>
  package let current, earlier, adopterCriteria, topics: [String]
  package let nouns, nounsOfOne: [String: String]

  init(_ words: inout LexiconSection) {
    people = words.set("people")
    stops = words.set("stops")
    spans = words.set("spans")
    growing = words.set("growing")
    rates = words.set("rates")
    labelEnds = words.set("label_ends")
    listing = words.set("listing")
    normative = words.set("normative")
    totals = words.set("totals")
    partial = words.set("partial")
    audit = words.set("audit")
    severities = words.set("severities")
    assertive = words.set("assertive")
    determiners = words.set("determiners")
    afterSeverity = words.set("after_severity")
    afterParenthesis = words.set("after_parenthesis")
    afterGrowth = words.set("after_growth")
    using = words.set("using")
    consisting = words.set("consisting")
    vague = words.set("vague")
    majorityOf = words.set("majority_of")
    notCounting = words.set("not_counting")
    pointing = words.set("pointing")
    pointedAt = words.set("pointed_at")
    abbreviations = words.set("abbreviations")
    beforeStart = words.set("before_start")
    betweenDays = words.set("between_days")
    current = words.list("current")
    earlier = words.list("earlier")
    figures = words.set("figures")
    shared = words.set("shared")
    beforeTop = words.set("before_top")
    adopterCriteria = words.list("adopter_criteria")
    topics = words.list("topics")
    listLeads = words.set("list_leads")
    listPrepositions = words.set("list_prepositions")
    listLinks = words.set("list_links")
    nouns = words.meanings("nouns")
    nounsOfOne = words.meanings("nouns_of_one")
  }
}
