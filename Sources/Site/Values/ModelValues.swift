import Assess
import Criteria
import Templates

/// A community judged by one criteria set, as templates see it.
struct ModelValues: Sendable {
  private static let shape = RecordShape(keys: [
    "id", "title", "page", "level", "revision", "current_revision", "has_application", "totals", "sections", "groups",
    "required", "suggested", "form", "nested", "retired", "asked_since", "effort", "evidence",
  ])
  private static let revisionShape = RecordShape(keys: ["date", "label", "note"])
  private static let sectionShape = RecordShape(keys: ["name", "anchor", "criteria", "required", "open", "counts"])
  private static let groupShape = RecordShape(keys: ["verdict", "criteria", "anchor"])
  private static let countShape = RecordShape(keys: ["verdict", "count"])
  private static let effortShape = RecordShape(keys: ["edit", "paragraph", "work"])
  private static let totalShape = RecordShape(
    keys: ["criteria", "required", "open", "asserted", "reviewed", "suspect"] + Verdict.allCases.map(\.key))

  let model: ModelAssessment
  /// Every criterion, nested ones included, in the order of the form.
  let criteria: [Value]
  let totals: Value
  /// Sections with their required criteria, in the order of the form.
  let sections: Value
  let value: Value

  init(_ model: ModelAssessment, values: CriterionValues, folder: String) {
    self.model = model
    let criteria = model.criteria.map { values.value($0, in: model) }
    self.criteria = criteria
    let pairs = Array(zip(model.criteria, criteria))
    func select(_ isIncluded: (CriterionAssessment) -> Bool) -> [(CriterionAssessment, Value)] {
      pairs.filter { isIncluded($0.0) }
    }
    func list(_ isIncluded: (CriterionAssessment) -> Bool) -> Value { .list(select(isIncluded).map(\.1)) }
    let required = select(\.isCounted)
    totals = Self.totals(required.map(\.0), all: model.criteria.count)
    sections = .list(
      model.criteriaSet.sections.enumerated().compactMap { index, name in
        let inside = required.filter { $0.0.criterion.section == name }
        guard !inside.isEmpty else { return nil }
        return .record(
          Self.sectionShape,
          [
            .string(name), .string("Section-\(index + 1)"), .list(inside.map(\.1)), .int(inside.count),
            .int(inside.reduce(0) { $1.0.isOpen ? $0 + 1 : $0 }), Self.counts(inside.map(\.0), model),
          ])
      })
    let groups = Verdict.reportOrder.compactMap { verdict -> Value? in
      let inside = required.filter { $0.0.verdict == verdict }.map(\.1)
      guard !inside.isEmpty else { return nil }
      return .record(
        Self.groupShape,
        [
          verdict.value(in: model), .list(inside),
          .string("Verdict-\(verdict.rawValue)-\(Route.segment(model.criteriaSet.model))"),
        ])
    }
    func effort(_ name: String) -> Value { .list(required.filter { $0.0.isOpen && $0.0.effort == name }.map(\.1)) }
    func revision(_ revision: CriteriaRevision?) -> Value {
      guard let revision else { return .none }
      return .record(
        Self.revisionShape,
        [.string(revision.date.description), .string(revision.label), .string(revision.note)])
    }
    value = .record(
      Self.shape,
      [
        .string(model.criteriaSet.model), .string(model.criteriaSet.title),
        .string(CriteriaSetPage.path(model.criteriaSet)), .optional(model.level?.rawValue),
        revision(model.matchedRevision), revision(model.currentRevision), .bool(model.hasApplication), totals, sections,
        .list(groups), .list(required.map(\.1)),
        list { $0.requirement == .suggested && $0.criterion.parent == nil && !$0.verdict.isApart },
        list { $0.requirement == .form && $0.criterion.parent == nil && !$0.verdict.isApart },
        list { $0.criterion.parent != nil }, list { $0.verdict == .retired }, list { $0.verdict == .notYetAsked },
        .record(Self.effortShape, [effort("edit"), effort("paragraph"), effort("work")]),
        EvidenceValues.map(required.map(\.0), values: values),
      ])
  }

  private static func totals(_ required: [CriterionAssessment], all: Int) -> Value {
    func count(_ isIncluded: (CriterionAssessment) -> Bool) -> Value {
      .int(required.reduce(0) { isIncluded($1) ? $0 + 1 : $0 })
    }
    return .record(
      totalShape,
      [
        .int(all), .int(required.count), count(\.isOpen),
        count { $0.assertion == .checked || $0.assertion == .stated }, count(\.isReviewed),
        count { $0.review?.isSuspect ?? false },
      ] + Verdict.allCases.map { verdict in count { $0.verdict == verdict } })
  }

  private static func counts(_ criteria: [CriterionAssessment], _ model: ModelAssessment) -> Value {
    .list(
      Verdict.reportOrder.compactMap { verdict in
        let count = criteria.reduce(0) { $1.verdict == verdict ? $0 + 1 : $0 }
        return count == 0 ? nil : .record(countShape, [verdict.value(in: model), .int(count)])
      })
  }
}

extension Verdict {
  /// Whether it is listed apart: not asked then, or not asked any more.
  var isApart: Bool { self == .retired || self == .notYetAsked }

  /// Its name among the totals; `open` there is the sum over all verdicts that count as open.
  var key: String { self == .open ? "unticked" : String(rawValue.map { $0 == "-" ? "_" : $0 }) }
}
