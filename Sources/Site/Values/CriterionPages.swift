import Assess
import Criteria
import Templates

/// Where the criteria of a community are told of. A criterion has a page of its own where something is known of it; any
/// other is told of where its set is explained, since a page of its own could say no more.
struct CriterionPages: Sendable {
  private struct Entry {
    let verdict: Verdict
    let page: String
    let isOwn: Bool
  }

  private let entries: [CriterionID: Entry]

  init(_ assessment: Assessment, folder: String) {
    var told = Set(assessment.findings.compactMap(\.criterion))
    told.formUnion(assessment.community.actions.lazy.compactMap(\.criterion))
    for document in assessment.community.ownDocuments {
      told.formUnion(document.facts.feedback.lazy.compactMap(\.criterion))
      told.formUnion(document.facts.claims.lazy.compactMap(\.criterion))
    }
    var entries: [CriterionID: Entry] = [:]
    for model in assessment.models {
      for item in model.criteria where entries[item.criterion.id] == nil {
        let id = item.criterion.id
        let isOwn = !assessment.history.isEmpty || told.contains(id) || item.isKnownOf
        let page =
          isOwn
          ? "\(folder)/criteria/\(Route.segment(id.rawValue))/index.html"
          : "\(CriteriaSetPage.path(model.criteriaSet))#\(CriteriaSetPage.anchor(id))"
        entries[id] = Entry(verdict: item.verdict, page: page, isOwn: isOwn)
      }
    }
    self.entries = entries
  }

  /// The page of a criterion, with an anchor where it is one of many there; none for one that nobody is judged by.
  func page(_ id: CriterionID) -> Value { .optional(entries[id]?.page) }

  /// The path of the criterion's own page; nil when it has none.
  func own(_ id: CriterionID) -> String? { entries[id].flatMap { $0.isOwn ? $0.page : nil } }

  func verdict(_ id: CriterionID) -> Verdict? { entries[id]?.verdict }
}

extension CriterionAssessment {
  /// Whether the community's files say anything of the criterion.
  fileprivate var isKnownOf: Bool {
    item != nil || waiver != nil || review != nil || !cites.isEmpty || !candidates.isEmpty || !children.isEmpty
      || checks.contains { $0.holds != nil } || verification != .unknown && !because.isEmpty
  }
}
