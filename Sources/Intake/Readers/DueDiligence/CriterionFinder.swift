import Criteria
import Diagnostics

/// Recognizes criteria by their words, with regard to what a line is nested in.
struct CriterionFinder: Sendable {
  /// The criteria set a document follows.
  let set: CriteriaSet
  /// Words of the set.
  let matcher: PhraseMatcher
  private let nested: Set<CriterionID>
  private let children: [CriterionID: Set<CriterionID>]
  private let lazyWords = Lazy<CriterionWords>()

  init(_ set: CriteriaSet) {
    self.set = set
    matcher = PhraseMatcher(set)
    nested = Set(set.criteria.lazy.filter { $0.parent != nil }.map(\.id))
    var children: [CriterionID: Set<CriterionID>] = [:]
    for criterion in set.criteria {
      if let parent = criterion.parent { children[parent, default: []].insert(criterion.id) }
    }
    self.children = children
  }

  /// What recognizes boxes in other words than the form's.
  var words: CriterionWords { lazyWords.value { CriterionWords(set) } }

  /// The criterion of a line; criteria nested in that of the line's parent are tried first, nested ones of other
  /// parents never, since their phrases are short.
  func criterion(of text: PlainText, under parent: CriterionID?) -> CriterionID? {
    guard text.bytes.count < 4_000 else { return nil }
    let string = text.string
    if let parent, let own = children[parent], let found = matcher.criterion(of: string, among: own) { return found }
    return matcher.criterion(of: string, excluding: nested)
  }

  /// The criterion that the title of an issue names; nested ones have no issue of their own.
  func criterion(ofTitle title: String) -> CriterionID? {
    title.utf8.count < 4_000 ? matcher.criterion(of: title, excluding: nested) : nil
  }

  /// The only criterion nested in another; nil when there are none or several.
  func onlyChild(of parent: CriterionID) -> CriterionID? {
    children[parent].flatMap { $0.count == 1 ? $0.first : nil }
  }

  /// The criterion in which all of the given ones are nested; nil when they have different parents.
  func parent(of nestedCriteria: Set<CriterionID>) -> CriterionID? {
    let parents = Set(nestedCriteria.compactMap { set[$0]?.parent })
    return parents.count == 1 ? parents.first : nil
  }

  /// The criterion nested anywhere that a line is about.
  func nestedCriterion(of text: PlainText) -> CriterionID? {
    text.bytes.count < 4_000 ? matcher.criterion(of: text.string, among: nested) : nil
  }

  /// The finder that recognizes most of the given lines; nil without finders.
  static func best(of finders: [CriterionFinder], for lines: [PlainText]) -> CriterionFinder? {
    guard finders.count > 1 else { return finders.first }
    let counts = finders.map { finder in lines.count { finder.criterion(of: $0, under: nil) != nil } }
    guard let most = counts.max(), let index = counts.firstIndex(of: most) else { return nil }
    return finders[index]
  }
}
