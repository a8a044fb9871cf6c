import Criteria
import Words

/// Ties a remark to the criterion its words name; in doubt to none.
struct CriterionLink: Sendable {
  private let matchers: [PhraseMatcher]
  private let headings: [(words: [UInt8], id: CriterionID)]
  /// The longest first, so that it wins.
  private let topics: [(phrases: Phrases, id: CriterionID)]
  /// All of them at once: few texts name one.
  private let anyTopic: Phrases

  /// Links to the criteria of these sets, the first set first, by the matchers of the sets.
  init(_ sets: [CriteriaSet], _ matchers: [PhraseMatcher]) {
    self.matchers = matchers
    var named: [(topic: String, id: CriterionID)] = []
    for criterion in sets.flatMap(\.criteria) { named += criterion.topics.map { ($0, criterion.id) } }
    named.sort { a, b in
      let (first, second) = (a.topic.utf8.count, b.topic.utf8.count)
      return first != second ? first > second : a.id < b.id
    }
    topics = named.map { (Phrases($0.topic), $0.id) }
    anyTopic = Phrases(list: named.map(\.topic))
    // A form criterion is named by its section's heading (`Adoption Assertion - …`), if it has several words and the
    // section holds nothing else.
    var headings: [(words: [UInt8], id: CriterionID)] = []
    for set in sets {
      for criterion in set.criteria where set.criteria.count(where: { $0.section == criterion.section }) == 1 {
        let words = PhraseMatcher.normalized(criterion.section)
        if words.count(where: { $0 == 0x20 }) > 2 { headings.append((words, criterion.id)) }
      }
    }
    self.headings = headings
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
      if anyTopic.occur(inNormalized: words),
        let topic = topics.first(where: { $0.phrases.occur(inNormalized: words) })
      {
        return topic.id
      }
    }
    return nil
  }
}
