import Criteria
import Intake

/// Finds the revision of a criteria set that a document follows, by the criteria it contains; printed labels do not
/// identify revisions.
enum RevisionMatcher {
  /// The nearest revision. A criterion that the revision does not ask for weighs twice: authors leave lines out, but do
  /// not write lines of later forms. Statements of the application form do not count as left out: the reviewers' form
  /// has none. Of equally near ones the earliest. Nil when the document holds less than a third
  /// of any revision's criteria: then it follows another form.
  static func revision(of items: [ChecklistItem], in set: CriteriaSet, at level: MaturityLevel) -> CriteriaRevision? {
    let found = Set(items.compactMap(\.criterion))
    guard !found.isEmpty else { return nil }
    var best: (distance: Int, revision: CriteriaRevision)?
    for revision in set.revisions {
      var (counted, common) = (0, 0)
      var unasked = found
      // By index: a criterion is a large value to copy.
      for index in set.criteria.indices {
        let requirement = set.criteria[index].requirement(at: level, on: revision.date)
        guard requirement != .none else { continue }
        let isFound = found.contains(set.criteria[index].id)
        if isFound { unasked.remove(set.criteria[index].id) }
        guard requirement != .form else { continue }
        counted += 1
        if isFound { common += 1 }
      }
      guard common > 0, common * 3 >= counted else { continue }
      let distance = 2 * unasked.count + counted - common
      if best.map({ distance < $0.distance }) ?? true { best = (distance, revision) }
    }
    return best?.revision
  }
}
