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
    var best: (distance: Int, revision: CriteriaRevision)?
    for revision in set.revisions {
      let asked = set.asked(at: level, on: revision.date)
      let counted = asked.filter { $0.requirement(at: level, on: revision.date) != .form }
      let common = counted.filter { found.contains($0.id) }.count
      guard common > 0, common * 3 >= counted.count else { continue }
      let distance = 2 * found.subtracting(asked.map(\.id)).count + counted.count - common
      if best.map({ distance < $0.distance }) ?? true { best = (distance, revision) }
    }
    return best?.revision
  }
}
