import Assess
import Criteria
import Diagnostics
import Intake
import Templates

extension Verdict {
  private static let record = Record<(verdict: Verdict, words: VerdictWords), Void> {
    $0.text("id") { $0.verdict.rawValue }
    $0.text("label") { $0.words.label }
    $0.text("several") { $0.words.several }
    $0.text("meaning") { $0.words.meaning }
    $0.text("symbol") { $0.words.symbol }
    $0.flag("counts_as_open") { $0.verdict.countsAsOpen }
  }

  /// The verdicts as templates see them, made once: with an application, and without.
  private static let values: [[Verdict: Value]] = [true, false].map { hasApplication in
    Dictionary(
      uniqueKeysWithValues: allCases.map { ($0, record.value(($0, $0.words(hasApplication: hasApplication)))) })
  }

  /// The verdict as templates see it.
  var value: Value { value(hasApplication: true) }

  /// The verdict as templates see it for a community.
  func value(in model: ModelAssessment) -> Value { value(hasApplication: model.hasApplication) }

  private func value(hasApplication: Bool) -> Value { Self.values[hasApplication ? 0 : 1][self] ?? .none }
}

/// Criteria with their judgement, as templates see them.
struct CriterionValues: Sendable {
  let places: PlaceValues
  let pages: CriterionPages

  func value(_ item: CriterionAssessment, in model: ModelAssessment) -> Value {
    Self.record.value((item, model), self)
  }

  private typealias Row = (item: CriterionAssessment, model: ModelAssessment)

  private static let record = Record<Row, CriterionValues> {
    $0.text("id") { $0.item.criterion.id.rawValue }
    $0.value("page") { $1.pages.page($0.item.criterion.id) }
    $0.text("model") { $0.model.criteriaSet.title }
    $0.text("section") { $0.item.criterion.section }
    $0.text("text") { $0.item.criterion.text }
    $0.text("requirement") { $0.item.requirement.rawValue }
    $0.flag("is_nested") { $0.item.criterion.parent != nil }
    $0.value("verdict") { row, _ in row.item.verdict.value(in: row.model) }
    $0.flag("is_open") { $0.item.isOpen }
    $0.value("waived") { row, _ in row.item.waivedVerdict?.value(in: row.model) ?? .none }
    $0.value("waiver") { row, values in row.item.waiver.map { values.waiver($0, isLive: true) } ?? .none }
    $0.text("assertion") { $0.item.assertion.rawValue }
    $0.text("evidence") { $0.item.evidence.rawValue }
    $0.text("verification") { $0.item.verification.rawValue }
    $0.value("claim") { $1.places.optional($0.item.item?.location) }
    $0.text("claim_text") { $0.item.item?.text }
    $0.text("claim_state") { $0.item.item?.state.rawValue }
    $0.text("evidence_text") { $0.item.item?.evidenceText }
    $0.number("issue") { $0.item.item?.issueReference }
    $0.texts("because") { $0.item.because }
    $0.value("cites") { $1.places.list($0.item.cites) }
    $0.value("candidates") { $1.places.quoted($0.item.candidates.map(\.location)) }
    $0.value("checks") { check.list($0.item.checks, $1) }
    $0.value("children") { child.list($0.item.children, $1) }
    $0.text("parent") { $0.item.criterion.parent?.rawValue }
    $0.text("why") { $0.item.criterion.why }
    $0.text("how_measured") { $0.item.criterion.howMeasured }
    $0.text("how_to_fix") { $0.item.criterion.howToFix }
    $0.text("automation") { $0.item.criterion.automation.rawValue }
    $0.text("acts") { $0.item.criterion.acts.rawValue }
    $0.texts("kinds") { $0.item.criterion.evidence }
    $0.value("maps") { row, _ in map.list(row.item.criterion.maps) }
    $0.value("place") { $1.places.value($0.item.criterion.location) }
    $0.value("review") { row, values in row.item.review.map { review.value($0, values) } ?? .none }
  }

  /// A criterion of another model that asks the same.
  static let map = Record<CriterionMapping, Void> {
    $0.text("model") { $0.model }
    $0.text("id") { $0.id }
    $0.number("confidence") { $0.confidence }
  }

  func waiver(_ waiver: Waiver, isLive: Bool) -> Value { Self.waiverRecord.value((waiver, isLive), self) }

  private static let waiverRecord = Record<(waiver: Waiver, isLive: Bool), CriterionValues> {
    $0.text("reason") { $0.waiver.reason }
    $0.text("owner") { $0.waiver.owner }
    $0.text("approver") { $0.waiver.approver }
    $0.text("expires") { $0.waiver.expires.description }
    $0.value("place") { $1.places.value($0.waiver.location) }
    $0.flag("is_live") { $0.isLive }
  }

  private static let review = Record<CriterionReview, CriterionValues> {
    $0.text("reviewer") { $0.entry.reviewer }
    $0.text("date") { $0.entry.date.description }
    $0.text("note") { $0.entry.note }
    $0.value("place") { $1.places.value($0.entry.location) }
    $0.flag("is_suspect") { $0.isSuspect }
    $0.value("changes") { reviewChange.list($0.changes, $1) }
  }

  private static let reviewChange = Record<ReviewChange, CriterionValues> {
    $0.text("message") { $0.message }
    $0.value("place") { $1.places.value($0.location) }
  }

  private static let check = Record<CheckResult, CriterionValues> {
    $0.text("id") { $0.id }
    $0.value("holds") { check, _ in check.holds.map { .bool($0) } ?? .none }
    $0.text("because") { $0.because }
    $0.value("cites") { $1.places.list($0.cites) }
    $0.flag("decides") { $0.decides }
  }

  private static let child = Record<ChecklistItem, CriterionValues> {
    $0.text("text") { $0.text }
    $0.text("state") { $0.state.rawValue }
    $0.value("place") { $1.places.value($0.location) }
  }
}
