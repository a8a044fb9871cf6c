import Assess
import Criteria
import Diagnostics
import Intake
import StructuredData
import Templates

/// Events, actions, decisions, feedback, metrics and roadmap, as templates see them.
struct ActivityValues: Sendable {
  let places: PlaceValues
  let asOf: CalendarDate
  let criteria: CriterionPages

  private static let eventRecord = Record<Event, ActivityValues> {
    $0.text("name") { $0.name }
    $0.text("date") { $0.date?.description }
    $0.text("end_date") { $0.endDate?.description }
    $0.text("state") { $0.state.rawValue }
    $0.texts("details") { $0.details }
    $0.value("place") { $1.places.value($0.location) }
  }

  func event(_ event: Event) -> Value { Self.eventRecord.value(event, self) }

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
      a.element.date.comes(before: b.element.date, by: >) ?? (a.offset < b.offset)
    }
    return dated.map(\.element).compactMap { document in
      let planned = document.facts.roadmapItems
      let lines = Set(planned.map(\.location.line))
      let items =
        document.facts.statusItems.filter { !lines.contains($0.location.line) }
        .map { (marker: $0.marker, milestone: String?.none, text: $0.text, location: $0.location) }
        + planned.map { (marker: $0.marker ?? .todo, milestone: $0.milestone, text: $0.text, location: $0.location) }
      guard !items.isEmpty else { return nil }
      return (items.count, Self.roadmapRecord.value((document, items.sorted { $0.location < $1.location }), self))
    }
  }

  private typealias RoadmapLine = (marker: StatusItem.Marker, milestone: String?, text: String, location: Location)

  private func list(_ items: [RoadmapLine], _ marker: StatusItem.Marker) -> Value {
    .list(items.filter { $0.marker == marker }.map { text($0.text, topic: $0.milestone, $0.location) })
  }

  private static let roadmapRecord = Record<(document: SourceDocument, items: [RoadmapLine]), ActivityValues> {
    $0.text("title") { $0.document.title }
    $0.text("date") { $0.document.date?.description }
    $0.value("place") { $1.places.value($0.document.source.location(line: 1)) }
    $0.value("under_way") { $1.list($0.items, .wip) }
    $0.value("planned") { $1.list($0.items, .todo) }
    $0.value("done") { $1.list($0.items, .done) }
  }

  /// A line of a note or mail.
  private struct Remark {
    let text: String
    let state: String?
    let topic: String?
    let by: String?
    let date: CalendarDate?
    let criterion: CriterionID?
    let location: Location
  }

  private static let remark = Record<Remark, ActivityValues> {
    $0.text("text") { $0.text }
    $0.text("state") { $0.state }
    $0.text("topic") { $0.topic }
    $0.text("by") { $0.by }
    $0.text("date") { $0.date?.description }
    $0.text("criterion") { $0.criterion?.rawValue }
    $0.value("criterion_page") { $0.criterion.map($1.criteria.page) ?? .none }
    $0.value("verdict") { remark, values in remark.criterion.flatMap { values.criteria.verdict($0)?.value } ?? .none }
    $0.value("place") { $1.places.value($0.location) }
  }

  private func text(
    _ text: String, state: String? = nil, topic: String? = nil, by: String? = nil, date: CalendarDate? = nil,
    criterion: CriterionID? = nil, _ location: Location
  ) -> Value {
    Self.remark.value(
      Remark(text: text, state: state, topic: topic, by: by, date: date, criterion: criterion, location: location), self
    )
  }

  /// A claim with its age in days.
  struct Figure {
    let claim: Claim
    /// The day it is of: its own, else the document's.
    let day: CalendarDate?
    /// Days after which it is too old.
    let maxAge: Int
    /// What a finding says of it, with the finding's page.
    let finding: (status: ClaimStatus, page: String)?

    fileprivate func age(on day: CalendarDate) -> Int? { self.day.map { $0.days(to: day) } }
  }

  static let figure = Record<Figure, ActivityValues> {
    $0.text("kind") { $0.claim.kind }
    $0.number("value") { $0.claim.value }
    $0.number("upper") { $0.claim.upperValue }
    $0.texts("names") { $0.claim.names }
    $0.text("qualifier") { $0.claim.qualifier.rawValue }
    $0.text("as_of") { $0.day?.description }
    $0.value("age") { .optional($0.age(on: $1.asOf)) }
    $0.number("max_age") { $0.maxAge }
    $0.value("is_stale") { figure, values in .bool(figure.age(on: values.asOf).map { $0 > figure.maxAge } ?? false) }
    $0.text("text") { $0.claim.text }
    $0.text("criterion") { $0.claim.criterion?.rawValue }
    $0.value("criterion_page") { $0.claim.criterion.map($1.criteria.page) ?? .none }
    $0.text("status") { $0.finding?.status.rawValue }
    $0.text("finding") { $0.finding?.page }
    $0.value("place") { $1.places.value($0.claim.location) }
  }
}

extension Optional where Wrapped: Comparable {
  /// Whether of two things the one with this value comes first, what has none last; nil where the values do not tell.
  func comes(before other: Wrapped?, by isFirst: (Wrapped, Wrapped) -> Bool) -> Bool? {
    guard self != other else { return nil }
    guard let self, let other else { return self != nil }
    return isFirst(self, other)
  }
}
