import Assess
import Criteria
import Report
import Templates

/// A community judged by one criteria set, as templates see it.
struct ModelValues: Sendable {
  private static let shape = RecordShape(keys: [
    "id", "title", "page", "level", "revision", "current_revision", "has_application", "totals", "sections", "groups",
    "apart", "to_do", "evidence",
  ])
  private static let revisionShape = RecordShape(keys: ["date", "label", "note"])
  private static let sectionShape = RecordShape(keys: ["name", "criteria", "required", "open"])
  private static let groupShape = RecordShape(keys: ["verdict", "title", "anchor", "meaning", "criteria", "count"])
  private static let totalShape = RecordShape(
    keys: ["criteria", "required", "open", "asserted", "reviewed", "suspect"] + Verdict.allCases.map(\.key))

  let report: ModelReport
  /// Every criterion, nested ones included, in the order of the form.
  let criteria: [Value]
  let totals: Value
  /// Sections with their required criteria, in the order of the form.
  let sections: Value
  let value: Value

  var model: ModelAssessment { report.model }

  init(_ report: ModelReport, values: CriterionValues, folder: String) {
    self.report = report
    let model = report.model
    let criteria = model.criteria.map { values.value($0, in: model) }
    self.criteria = criteria
    func rows(_ section: ReportSection<CriterionAssessment>) -> Value { .list(section.positions.map { criteria[$0] }) }
    func group(_ section: ReportSection<CriterionAssessment>, _ verdict: Verdict? = nil) -> Value {
      let anchor = "\(verdict == nil ? "Part" : "Verdict")-\(section.id)-\(Route.segment(model.criteriaSet.model))"
      return .record(
        Self.groupShape,
        [
          verdict?.value(in: model) ?? .none, .string(section.title), .string(anchor), .string(section.meaning),
          rows(section), .int(section.count),
        ])
    }
    func revision(_ revision: CriteriaRevision?) -> Value {
      guard let revision else { return .none }
      return .record(
        Self.revisionShape,
        [.string(revision.date.description), .string(revision.label), .string(revision.note)])
    }
    totals = Self.totals(report.totals)
    sections = .list(
      report.parts.map { part in
        let totals = part.totals
        return .record(
          Self.sectionShape, [.string(part.title), rows(part), .int(totals.required), .int(totals.open)])
      })
    value = .record(
      Self.shape,
      [
        .string(model.criteriaSet.model), .string(model.criteriaSet.title),
        .string(CriteriaSetPage.path(model.criteriaSet)), .optional(model.level?.rawValue),
        revision(model.matchedRevision), revision(model.currentRevision), .bool(model.hasApplication), totals, sections,
        .list(report.verdicts.map { group($0.section, $0.verdict) }), .list(report.apart.map { group($0) }),
        .list(report.toDo.filter { !$0.isEmpty }.map { group($0) }),
        EvidenceValues.map(report.parts.flatMap(\.rows), values: values),
      ])
  }

  private static func totals(_ totals: CriteriaTotals) -> Value {
    .record(
      totalShape,
      [totals.criteria, totals.required, totals.open, totals.asserted, totals.reviewed, totals.suspect].map(Value.int)
        + Verdict.allCases.map { .int(totals.count($0)) })
  }
}

extension Verdict {
  /// Its name among the totals; `open` there is the sum over all verdicts that count as open.
  fileprivate var key: String { self == .open ? "unticked" : String(rawValue.map { $0 == "-" ? "_" : $0 }) }
}
