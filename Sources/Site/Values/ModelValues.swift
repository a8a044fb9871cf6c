import Assess
import Criteria
import Report
import Templates

/// A community judged by one criteria set, as templates see it.
struct ModelValues: Sendable {
  let report: ModelReport
  /// Every criterion, nested ones included, in the order of the form.
  let criteria: [Value]
  let totals: Value
  /// Sections with their required criteria, in the order of the form.
  let sections: Value
  let value: Value

  var model: ModelAssessment { report.model }

  init(_ report: ModelReport, values: CriterionValues) {
    self.report = report
    let rows = Rows(
      criteria: report.model.criteria.map { [model = report.model] in values.value($0, in: model) }, values: values,
      model: report.model)
    criteria = rows.criteria
    totals = Self.totals.value(report.totals)
    sections = Self.part.list(report.parts, rows)
    value = Self.record.value(report, rows)
  }

  /// The criteria as templates see them, for sections to pick from.
  private struct Rows {
    let criteria: [Value]
    let values: CriterionValues
    let model: ModelAssessment

    func list(_ section: ReportSection<CriterionAssessment>) -> Value { .list(section.positions.map { criteria[$0] }) }
  }

  private static let record = Record<ModelReport, Rows> {
    $0.text("id") { $0.model.criteriaSet.model }
    $0.text("title") { $0.model.criteriaSet.title(at: $0.model.level) }
    $0.text("page") { CriteriaSetPage.path($0.model.criteriaSet) }
    $0.text("level") { $0.model.level?.rawValue }
    $0.value("revision") { report, _ in report.model.matchedRevision.map { CriteriaSetPage.revision.value($0) } ?? .none
    }
    $0.value("current_revision") { report, _ in
      report.model.currentRevision.map { CriteriaSetPage.revision.value($0) } ?? .none
    }
    $0.flag("has_application") { $0.model.hasApplication }
    $0.value("totals") { report, _ in Self.totals.value(report.totals) }
    $0.value("sections") { part.list($0.parts, $1) }
    $0.value("groups") { group.list($0.verdicts.map { (section: $0.section, verdict: Verdict?($0.verdict)) }, $1) }
    $0.value("apart") { group.list($0.apart.map { (section: $0, verdict: Verdict?.none) }, $1) }
    $0.value("to_do") { group.list($0.toDo.filter { !$0.isEmpty }.map { (section: $0, verdict: Verdict?.none) }, $1) }
    $0.value("evidence") { EvidenceValues.map($0.parts.flatMap(\.rows), values: $1.values) }
  }

  private static let part = Record<ReportSection<CriterionAssessment>, Rows> {
    $0.text("name") { $0.title }
    $0.value("criteria") { $1.list($0) }
    $0.number("required") { $0.totals.required }
    $0.number("open") { $0.totals.open }
  }

  private typealias Group = (section: ReportSection<CriterionAssessment>, verdict: Verdict?)

  private static let group = Record<Group, Rows> {
    $0.value("verdict") { group, rows in group.verdict?.value(in: rows.model) ?? .none }
    $0.text("title") { $0.section.title }
    $0.value("anchor") { group, rows in
      let kind = group.verdict == nil ? "Part" : "Verdict"
      return .string("\(kind)-\(group.section.id)-\(Route.segment(rows.model.criteriaSet.model))")
    }
    $0.text("meaning") { $0.section.meaning }
    $0.value("criteria") { $1.list($0.section) }
    $0.number("count") { $0.section.count }
  }

  /// `open` is the sum over all verdicts that count as open; those of the verdict of that name are `unticked`.
  private static let totals = Record<CriteriaTotals, Void> {
    $0.number("criteria") { $0.criteria }
    $0.number("required") { $0.required }
    $0.number("open") { $0.open }
    $0.number("asserted") { $0.asserted }
    $0.number("reviewed") { $0.reviewed }
    $0.number("suspect") { $0.suspect }
    for verdict in Verdict.allCases {
      let name = verdict == .open ? "unticked" : String(verdict.rawValue.map { $0 == "-" ? "_" : $0 })
      $0.number(name) { $0.count(verdict) }
    }
  }
}
