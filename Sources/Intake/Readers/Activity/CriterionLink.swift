import Criteria
import Words

/// Ties a remark to the criterion its words name; in doubt to none.
struct CriterionLink: Sendable {
  private let matchers: [PhraseMatcher]
  private let headings: [(words: [UInt8], id: CriterionID)]
  /// The longest first, so that it wins.
  private let topics: [(phrases: Phrases, id: CriterionID)]

  /// Links to the criteria of these sets, the first set first, by the matchers of the sets.
  init(_ sets: [CriteriaSet], _ matchers: [PhraseMatcher]) {
    self.matchers = matchers
    topics = sets.flatMap(\.criteria).flatMap { criterion in criterion.topics.map { ($0, criterion.id) } }
      .sorted { $0.0.utf8.count != $1.0.utf8.count ? $0.0.utf8.count > $1.0.utf8.count : $0.1 < $1.1 }
      .map { (Phrases($0.0), $0.1) }
    // A form criterion is named by its section's heading (`Adoption Assertion - …`), if it has several words and the
    // section holds nothing else.
    headings = sets.flatMap { set in
      set.criteria.compactMap { criterion in
        let words = PhraseMatcher.normalized(criterion.section)
        let isAlone = set.criteria.filter { $0.section == criterion.section }.count == 1
        return isAlone && words.filter { $0 == 0x20 }.count > 2 ? (words, criterion.id) : nil
      }
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
      if let topic = topics.first(where: { $0.phrases.occur(inNormalized: words) }) { return topic.id }
    }
    return nil
  }
}
