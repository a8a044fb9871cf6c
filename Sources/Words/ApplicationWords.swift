/// Words of applications and due-diligence documents; `content/lexicon/applications.yaml` says what each list is for.
package final class ApplicationWords: Sendable, Decodable {
  package let datePhrases, titleOpeners, titleKinds, titlePrefixes, pending, ongoing, criterionColumns,
    evidenceColumns, statusColumns: [String]
  package let titleFillers, titleArticles, noNames: Set<String>
  package let met: Phrases
  package let glue, fillers, shellVariables, unfinishedWords, titleWords: Set<String>
  package let endings, formWords, blanks, unfinishedOpenings, unfinishedPhrases, titleSigns: [String]
  package let levels: [String: String]
}
