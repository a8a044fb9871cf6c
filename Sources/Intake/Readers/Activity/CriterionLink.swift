import Criteria

/// Ties a remark to the criterion its words name; in doubt to none.
struct CriterionLink: Sendable {
  private let matchers: [PhraseMatcher]
  private let headings: [(words: [UInt8], id: CriterionID)]

  /// Links to the criteria of these sets, the first set first.
  init(_ sets: [CriteriaSet]) {
    matchers = sets.map(PhraseMatcher.init)
    // A form criterion is named by its section's heading (`Adoption Assertion - …`).
    headings = sets.flatMap { set in
      Dictionary(grouping: set.criteria, by: \.section).compactMap { section, criteria in
        criteria.count == 1 ? (PhraseMatcher.normalized(section), criteria[0].id) : nil
      }.sorted { $0.1 < $1.1 }
    }
  }

  /// The criterion of the first text that names one.
  func criterion(_ texts: String?...) -> CriterionID? {
    for text in texts.compactMap({ $0 }) {
      for matcher in matchers {
        if let id = matcher.criterion(of: text) { return id }
      }
      let words = PhraseMatcher.normalized(text)
      if let heading = headings.first(where: { !$0.words.isEmpty && words.starts(with: $0.words) }) {
        return heading.id
      }
    }
    return nil
  }
}
