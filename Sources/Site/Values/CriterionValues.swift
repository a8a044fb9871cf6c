import Assess
import Criteria
import Diagnostics
import Templates

extension Verdict {
  private static let shape = RecordShape(keys: ["id", "label", "several", "meaning", "symbol", "counts_as_open"])

  /// The verdicts as templates see them, made once: with an application, and without.
  private static let values = [true, false].map { hasApplication in
    Dictionary(
      uniqueKeysWithValues: allCases.map { verdict in
        let words = verdict.words(hasApplication: hasApplication)
        let value = Value.record(
          shape,
          [
            .string(verdict.rawValue), .string(words.label), .string(words.several), .string(words.meaning),
            .string(words.symbol), .bool(verdict.countsAsOpen),
          ])
        return (verdict, value)
      })
  }

  /// The verdict as templates see it.
  var value: Value { value(hasApplication: true) }

  /// The verdict as templates see it for a community.
  func value(in model: ModelAssessment) -> Value { value(hasApplication: model.hasApplication) }

  private func value(hasApplication: Bool) -> Value { Self.values[hasApplication ? 0 : 1][self] ?? .none }
}

/// Criteria with their judgement, as templates see them.
struct CriterionValues: Sendable {
  private static let shape = RecordShape(keys: [
    "id", "page", "model", "section", "text", "requirement", "is_nested", "verdict", "is_open", "waived", "waiver",
    "assertion", "evidence", "verification", "claim", "claim_text", "claim_state", "evidence_text", "issue", "because",
    "cites", "candidates", "checks", "children", "parent", "why", "how_measured", "how_to_fix", "automation", "acts",
    "kinds", "maps", "place", "review",
  ])
  private static let waiverShape = RecordShape(keys: ["reason", "owner", "approver", "expires", "place", "is_live"])
  private static let reviewShape = RecordShape(keys: ["reviewer", "date", "note", "place", "is_suspect", "changes"])
  private static let reviewChangeShape = RecordShape(keys: ["message", "place"])
  private static let checkShape = RecordShape(keys: ["id", "holds", "because", "cites", "decides"])
  private static let childShape = RecordShape(keys: ["text", "state", "place"])
  private static let mapShape = RecordShape(keys: ["model", "id", "confidence"])

  let places: PlaceValues
  let folder: String

  /// The page of a criterion of the community.
  static func page(_ id: CriterionID, folder: String) -> String {
    "\(folder)/criteria/\(Route.segment(id.rawValue))/index.html"
  }

  func value(_ item: CriterionAssessment, in model: ModelAssessment) -> Value {
    let criterion = item.criterion
    let claim = item.item
    let issue: Value = .optional(claim?.issueReference)
    return .record(
      Self.shape,
      [
        .string(criterion.id.rawValue), .string(Self.page(criterion.id, folder: folder)),
        .string(model.criteriaSet.title),
        .string(criterion.section), .string(criterion.text), .string(item.requirement.rawValue),
        .bool(criterion.parent != nil), item.verdict.value(in: model), .bool(item.isOpen),
        item.waivedVerdict?.value(in: model) ?? .none,
        item.waiver.map { waiver($0, isLive: true) } ?? .none, .string(item.assertion.rawValue),
        .string(item.evidence.rawValue), .string(item.verification.rawValue),
        claim.map { places.value($0.location) } ?? .none, .optional(claim?.text), .optional(claim?.state.rawValue),
        .optional(claim?.evidenceText), issue, .list(item.because.map(Value.string)), places.list(item.cites),
        places.list(item.candidates.map(\.location)), .list(item.checks.map(check)),
        .list(
          item.children.map {
            .record(Self.childShape, [.string($0.text), .string($0.state.rawValue), places.value($0.location)])
          }),
        .optional(criterion.parent?.rawValue), .string(criterion.why), .string(criterion.howMeasured),
        .string(criterion.howToFix), .string(criterion.automation.rawValue), .string(criterion.acts.rawValue),
        .list(criterion.evidence.map(Value.string)),
        .list(
          criterion.maps.map {
            .record(Self.mapShape, [.string($0.model), .string($0.id), .int($0.confidence)])
          }),
        places.value(criterion.location), item.review.map(review) ?? .none,
      ])
  }

  func waiver(_ waiver: Waiver, isLive: Bool) -> Value {
    .record(
      Self.waiverShape,
      [
        .string(waiver.reason), .optional(waiver.owner), .optional(waiver.approver),
        .string(waiver.expires.description), places.value(waiver.location), .bool(isLive),
      ])
  }

  private func review(_ review: CriterionReview) -> Value {
    .record(
      Self.reviewShape,
      [
        .string(review.entry.reviewer), .string(review.entry.date.description), .optional(review.entry.note),
        places.value(review.entry.location), .bool(review.isSuspect),
        .list(
          review.changes.map {
            .record(Self.reviewChangeShape, [.string($0.message), places.value($0.location)])
          }),
      ])
  }

  private func check(_ result: CheckResult) -> Value {
    let holds: Value = result.holds.map { .bool($0) } ?? .none
    return .record(
      Self.checkShape,
      [.string(result.id), holds, .string(result.because), places.list(result.cites), .bool(result.decides)])
  }
}
