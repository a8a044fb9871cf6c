import Assess
import Criteria
import Diagnostics
import Intake
import StructuredData
import Templates

/// Events, actions, decisions, feedback, metrics and roadmap, as templates see them.
struct ActivityValues: Sendable {
  private static let eventShape = RecordShape(keys: ["name", "date", "end_date", "state", "details", "place"])
  private static let textShape = RecordShape(keys: [
    "text", "state", "topic", "by", "date", "criterion", "criterion_page", "verdict", "place",
  ])
  private static let roadmapShape = RecordShape(keys: ["title", "date", "place", "under_way", "planned", "done"])
  private static let metricShape = RecordShape(keys: [
    "kind", "value", "upper", "names", "qualifier", "as_of", "age", "max_age", "is_stale", "text", "criterion",
    "criterion_page",
    "status", "finding", "place",
  ])

  let places: PlaceValues
  let folder: String
  let asOf: CalendarDate
  /// Verdicts of the criteria that have a page.
  let verdicts: [CriterionID: Verdict]

  func event(_ event: Event) -> Value {
    .record(
      Self.eventShape,
      [
        .string(event.name), .optional(event.date?.description), .optional(event.endDate?.description),
        .string(event.state.rawValue), .list(event.details.map(Value.string)), places.value(event.location),
      ])
  }

  func action(_ action: Action) -> Value {
    text(
      action.text, state: action.state.rawValue, topic: action.topic, criterion: action.criterion, action.location)
  }

  func decision(_ decision: Decision) -> Value {
    text(decision.text, topic: decision.topic, criterion: decision.criterion, decision.location)
  }

  func feedback(_ feedback: Feedback) -> Value {
    text(
      feedback.text, by: feedback.by, date: feedback.date, criterion: feedback.criterion, feedback.location)
  }

  /// What documents say about work done, under way and planned, those of the newest document first.
  ///
  /// A line that both carries a status word and is an item of a roadmap counts once.
  func roadmap(_ documents: [SourceDocument]) -> [(count: Int, value: Value)] {
    let dated = documents.enumerated().sorted { a, b in
      switch (a.element.date, b.element.date) {
      case (let x?, let y?) where x != y: x > y
      case (_?, nil): true
      case (nil, _?): false
      default: a.offset < b.offset
      }
    }
    return dated.map(\.element).compactMap { document in
      let planned = document.facts.roadmapItems
      let lines = Set(planned.map(\.location.line))
      let items =
        document.facts.statusItems.filter { !lines.contains($0.location.line) }
        .map { (marker: $0.marker, milestone: String?.none, text: $0.text, location: $0.location) }
        + planned.map { (marker: $0.marker ?? .todo, milestone: $0.milestone, text: $0.text, location: $0.location) }
      guard !items.isEmpty else { return nil }
      func list(_ marker: StatusItem.Marker) -> Value {
        .list(
          items.filter { $0.marker == marker }.sorted { $0.location < $1.location }
            .map { text($0.text, topic: $0.milestone, $0.location) })
      }
      let value = Value.record(
        Self.roadmapShape,
        [
          .string(document.title), .optional(document.date?.description),
          places.value(document.source.location(line: 1)), list(.wip), list(.todo), list(.done),
        ])
      return (items.count, value)
    }
  }

  private func text(
    _ text: String, state: String? = nil, topic: String? = nil, by: String? = nil, date: CalendarDate? = nil,
    criterion: CriterionID? = nil, _ location: Location
  ) -> Value {
    .record(
      Self.textShape,
      [
        .string(text), .optional(state), .optional(topic), .optional(by), .optional(date?.description),
        .optional(criterion?.rawValue), page(criterion), criterion.flatMap { verdicts[$0]?.value } ?? .none,
        places.value(location),
      ])
  }

  /// A claim with its age; `documentDate` is taken when the claim itself has no date, `maxAge` is in days.
  func metric(_ claim: Claim, documentDate: CalendarDate?, maxAge: Int, finding: (status: ClaimStatus, page: String)?)
    -> Value
  {
    let day = claim.asOf ?? documentDate
    let age = day.map { $0.days(to: asOf) }
    return .record(
      Self.metricShape,
      [
        .string(claim.kind), .optional(claim.value), .optional(claim.upperValue), .list(claim.names.map(Value.string)),
        .string(claim.qualifier.rawValue), .optional(day?.description), .optional(age), .int(maxAge),
        .bool(age.map { $0 > maxAge } ?? false), .string(claim.text), .optional(claim.criterion?.rawValue),
        page(claim.criterion), .optional(finding?.status.rawValue), .optional(finding?.page),
        places.value(claim.location),
      ])
  }

  private func page(_ criterion: CriterionID?) -> Value {
    guard let criterion, verdicts[criterion] != nil else { return .none }
    return .string(CriterionValues.page(criterion, folder: folder))
  }
}
