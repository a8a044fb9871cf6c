import Criteria

/// Everything compiled from the criteria sets by which documents are recognized and read.
struct CriteriaMatchers: Sendable {
  /// A finder for each set.
  let finders: [CriterionFinder]
  /// Ties remarks to criteria.
  let link: CriterionLink

  /// Compiles the sets.
  init(_ sets: [CriteriaSet]) {
    finders = sets.map(CriterionFinder.init)
    link = CriterionLink(sets, finders.map(\.matcher))
  }
}
