import Criteria
import StructuredData

/// Resolves bare issue references (`- [x] #310`) by their position among criteria that are known.
struct IssuePositions {
  /// A set's criteria as one revision of one level asks for them, in the order of its form.
  let form: [Criterion]
  private let position: [CriterionID: Int]
  private let sections: [[UInt8]]

  /// The form of the revision that is nearest to the criteria found; of all criteria when the level is unknown.
  init(_ set: CriteriaSet, level: MaturityLevel?, found: Set<CriterionID>, references: Int) {
    let top = set.criteria.filter { $0.parent == nil }
    var form = top
    if let level {
      var nearest = Int.max
      for revision in set.revisions {
        let asked = top.filter { $0.requirement(at: level, on: revision.date) != .none }
        let ids = Set(asked.map(\.id))
        // Criteria behind bare references are in the form, too.
        let distance = found.subtracting(ids).count + max(0, ids.subtracting(found).count - references)
        guard distance < nearest else { continue }
        nearest = distance
        form = Self.ordered(asked, set: set, level: level, on: revision.date)
      }
    }
    self.form = form
    sections = form.map { PhraseMatcher.normalized($0.section) }
    var position: [CriterionID: Int] = [:]
    for (index, criterion) in form.enumerated() { position[criterion.id] = index }
    self.position = position
  }

  /// Sections in order; in each what is suggested comes before what is required.
  private static func ordered(
    _ criteria: [Criterion], set: CriteriaSet, level: MaturityLevel, on day: CalendarDate
  ) -> [Criterion] {
    let sections = set.sections
    func key(_ criterion: Criterion) -> (Int, Int, Int) {
      let isSuggested = criterion.requirement(at: level, on: day) == .suggested
      return (sections.firstIndex(of: criterion.section) ?? 0, isSuggested ? 0 : 1, criterion.order)
    }
    return criteria.sorted { key($0) < key($1) }
  }

  /// Fills in the criteria of references and says how each was found; top-level items only.
  func resolve(_ items: inout [CriterionLine]) -> [Int: ChecklistItem.Resolution] {
    var resolutions: [Int: ChecklistItem.Resolution] = [:]
    let top = items.indices.filter { items[$0].parent == nil }
    let present = Set(items.compactMap(\.criterion))
    var at = 0
    while at < top.count {
      guard items[top[at]].criterion == nil, items[top[at]].issueReference != nil else {
        at += 1
        continue
      }
      var end = at
      while end < top.count, items[top[end]].criterion == nil, items[top[end]].issueReference != nil { end += 1 }
      let run = Array(top[at..<end])
      let before = at > 0 ? items[top[at - 1]].criterion : nil
      let after = end < top.count ? items[top[end]].criterion : nil
      let candidates = self.candidates(
        after: before, before: after, section: items[run[0]].section, without: present)
      for (offset, index) in run.enumerated() {
        if candidates.count == run.count {
          items[index].criterion = candidates[offset]
          resolutions[index] = .position
        } else {
          resolutions[index] = .unresolved(candidates: candidates)
        }
      }
      at = end
    }
    return resolutions
  }

  /// Criteria of a gap that the document does not name elsewhere; of its section alone, if that is one of the form's.
  private func candidates(
    after: CriterionID?, before: CriterionID?, section: String, without present: Set<CriterionID>
  ) -> [CriterionID] {
    let low = after.flatMap { position[$0] } ?? -1
    let high = before.flatMap { position[$0] } ?? form.count
    let name = PhraseMatcher.normalized(section)
    let isKnownSection = sections.contains(name)
    return form.enumerated().filter { index, criterion in
      (low < high ? index > low && index < high : true) && !present.contains(criterion.id)
        && (!isKnownSection || sections[index] == name)
    }.map(\.element.id)
  }
}
