import Criteria

/// Everything compiled from the criteria sets by which documents are recognized and read.
struct CriteriaMatchers: Sendable {
  let finders: [CriterionFinder]
  /// Ties remarks to criteria.
  let link: CriterionLink

  init(_ sets: [CriteriaSet]) {
    finders = sets.map(CriterionFinder.init)
    link = CriterionLink(sets, finders.map(\.matcher))
  }
}
