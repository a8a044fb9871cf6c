import Criteria
import Diagnostics

/// Everything compiled from the criteria sets by which documents are recognized and read.
struct CriteriaMatchers: Sendable {
  /// A finder for each set.
  let finders: [CriterionFinder]
  /// Ties remarks to criteria.
  let link: CriterionLink
  /// The phrases by which the text that answers their criteria is found.
  let phrases: PhraseTable

  /// Compiles the sets.
  init(_ sets: [CriteriaSet]) {
    finders = sets.map(CriterionFinder.init)
    link = CriterionLink(sets, finders.map(\.matcher))
    phrases = PhraseTable(sets.flatMap(\.passagePhrases).uniqued())
  }
}
