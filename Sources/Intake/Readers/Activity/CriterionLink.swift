import Criteria

/// Ties a remark to the criterion its words name; in doubt to none.
struct CriterionLink: Sendable {
  private let matchers: [PhraseMatcher]
  private let headings: [(words: [UInt8], id: CriterionID)]
  private let topics: [(words: [UInt8], id: CriterionID)]

  /// Links to the criteria of these sets, the first set first.
  init(_ sets: [CriteriaSet]) {
    matchers = sets.map(PhraseMatcher.init)
    // A form criterion is named by its section's heading (`Adoption Assertion - …`), if it has several words and the
    // section holds nothing else.
    headings = sets.flatMap { set in
      set.criteria.compactMap { criterion in
        let words = PhraseMatcher.normalized(criterion.section)
        let isAlone = set.criteria.filter { $0.section == criterion.section }.count == 1
        return isAlone && words.filter { $0 == 0x20 }.count > 2 ? (words, criterion.id) : nil
      }
    }
    topics = sets.flatMap { set in
      set.criteria.flatMap { criterion in criterion.topics.map { (PhraseMatcher.normalized($0), criterion.id) } }
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
      if let topic = topics.first(where: { PhraseMatcher.contains(words, $0.words) }) { return topic.id }
    }
    return nil
  }
}
