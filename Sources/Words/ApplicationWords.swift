/// Words of applications and due-diligence documents; `content/lexicon/applications.yaml` says what each list is for.
package final class ApplicationWords: Sendable {
  package let datePhrases, titleOpeners, titleKinds, titlePrefixes, pending, ongoing, criterionColumns,
    evidenceColumns, statusColumns: [String]
  package let titleFillers, titleArticles, noNames: Set<String>
  package let met: Phrases

  init(_ words: inout LexiconSection) {
    datePhrases = words.list("date_phrases")
    titleOpeners = words.list("title_openers")
    titleKinds = words.list("title_kinds")
    titlePrefixes = words.list("title_prefixes")
    titleFillers = words.set("title_fillers")
    titleArticles = words.set("title_articles")
    noNames = words.set("no_names")
    pending = words.list("pending")
    ongoing = words.list("ongoing")
    criterionColumns = words.list("criterion_columns")
    evidenceColumns = words.list("evidence_columns")
    statusColumns = words.list("status_columns")
    met = words.phrases("met")
  }
}
