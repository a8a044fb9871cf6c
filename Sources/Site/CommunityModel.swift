import Assess
import Criteria
import Diagnostics
import Intake
import Markdown
import Report
import StructuredData
import Templates

/// A community made ready for its pages: records that several pages share are built here, once.
struct CommunityModel: Sendable {
  let community: Community
  let assessment: Assessment
  /// Position in the portfolio.
  let number: Int
  /// Its folder in the output.
  let folder: String
  /// The community itself: name, level, totals and pages.
  let value: Value
  /// One for each criteria set, the one it applies under first.
  let models: [ModelValues]
  /// All findings, worst first.
  let findings: [Value]
  let people: Value
  let organizations: Value
  let maintainerCount: Int
  let adopterRows: [Adopter]
  let adopters: [Value]
  let groupRows: [Group]
  let groups: [Value]
  /// Meetings in the order of their next day.
  let meetings: [Value]
  let documents: [Value]
  let events: [Value]
  let actions: [Value]
  let decisions: [Value]
  let feedback: [Value]
  /// Documents with work done, under way and planned, newest first.
  let roadmap: [Value]
  let releases: [Value]
  let metrics: [Value]
  let waivers: [Value]
  /// What changed between versions of its due-diligence documents, that of the application first.
  let changes: [Value]
  /// What earlier reports said; none without saved ones.
  let history: Value
  /// By which the history of one criterion is told.
  let historyValues: HistoryValues
  /// What the assessment has to say, by document.
  let notes: [String: [DocumentNotes.Note]]
  /// Pages of the community for its navigation.
  let navigation: Value

  private static let shape = RecordShape(keys: [
    "id", "name", "foundation", "summary", "page", "gap_report", "holds", "applies_for", "has_application", "totals",
    "severities", "corrections", "strip", "repositories", "application", "earlier", "newest", "documents", "badge",
    "model", "history",
  ])
  private static let severityShape = RecordShape(keys: ["error", "warning", "note"])
  private static let repositoryShape = RecordShape(keys: ["name", "path", "url", "commit", "is_excerpt", "is_absent"])
  private static let linkShape = RecordShape(keys: ["part", "title", "page", "count"])

  init(_ assessment: Assessment, number: Int, folder: String, places: PlaceValues, asOf: CalendarDate) {
    let community = assessment.community
    let index = places.index
    self.community = community
    self.assessment = assessment
    self.number = number
    self.folder = folder
    let criterionValues = CriterionValues(places: places, folder: folder)
    models = assessment.models.map { ModelValues($0, values: criterionValues, folder: folder) }
    var verdicts: [CriterionID: Verdict] = [:]
    for model in assessment.models {
      for item in model.criteria where verdicts[item.criterion.id] == nil {
        verdicts[item.criterion.id] = item.verdict
      }
    }
    let findingValues = FindingValues(
      places: places, folder: folder, verdicts: verdicts, corrections: Set(assessment.corrections))
    findings = findingValues.list(assessment.findings)
    let activity = ActivityValues(places: places, folder: folder, asOf: asOf, verdicts: verdicts)

    let facts = community.ownDocuments.map(\.facts)
    let peopleValues = PeopleValues(places: places)
    people = peopleValues.people(of: community)
    let maintainers = community.maintainers
    maintainerCount = maintainers.count
    organizations = peopleValues.organizations(maintainers, of: community)
    adopterRows = community.adopters
    adopters = adopterRows.map(peopleValues.adopter)
    groupRows = community.groups
    let groupValues = GroupValues(places: places, asOf: asOf)
    groups = groupValues.groups(groupRows)
    meetings = groupValues.upcoming(groupRows, and: community, folder: folder)
    waivers = assessment.waivers.map { criterionValues.waiver($0, isLive: $0.isLive(on: asOf)) }
    changes = ChangeValues(places: places, folder: folder, verdicts: verdicts).list(assessment)
    let pages = zip(assessment.findings, FindingValues.anchors(assessment.findings)).map { finding, anchor in
      (finding.fingerprint, "\(folder)/findings/index.html#\(anchor)")
    }
    historyValues = HistoryValues(
      folder: folder, model: assessment.models.first, verdicts: verdicts,
      findingPages: Dictionary(pages) { first, _ in first })
    history = historyValues.value(assessment.history)
    notes = DocumentNotes.of(assessment, models: models, findings: findings)
    events = facts.flatMap(\.events).sorted(by: Self.newestFirst).map(activity.event)
    actions = facts.flatMap(\.actions).map(activity.action)
    decisions = facts.flatMap(\.decisions).map(activity.decision)
    feedback = facts.flatMap(\.feedback).map(activity.feedback)
    let roadmaps = activity.roadmap(community.ownDocuments)
    roadmap = roadmaps.map(\.value)
    releases = ReleaseValues(places: places).list(community, asOf: asOf)
    metrics = Self.metrics(assessment, activity, folder: folder)
    documents = DocumentValues.list(community, index: index)

    var links: [Value] = []
    var part = "Assessment"
    func link(_ title: String, _ path: String, _ count: Int? = nil) {
      if count == 0 { return }
      links.append(
        .record(
          Self.linkShape, [.string(part), .string(title), .string("\(folder)/\(path)index.html"), .optional(count)]))
    }
    link("Dashboard", "")
    link("Gap report", "gap-report/")
    link("Changes", "changes/", changes.count)
    link("History", "history/", assessment.history.steps.count)
    link("Criteria", "criteria/", assessment.models.reduce(0) { $0 + $1.criteria.count })
    link("Findings", "findings/", findings.count)
    part = "Community"
    link("People", "people/", people.count ?? 0)
    link("Groups", "groups/", groups.isEmpty && !meetings.isEmpty ? nil : groups.count)
    link("Adopters", "adopters/", adopters.count)
    link("Roadmap", "roadmap/", roadmaps.reduce(0) { $0 + $1.count })
    part = "Sources"
    link("Events", "events/", events.count)
    link("Actions", "actions/", actions.count)
    link("Decisions", "decisions/", decisions.count)
    link("Feedback", "feedback/", feedback.count)
    link("Figures", "metrics/", metrics.count)
    link("Documents", "documents/", documents.count)
    navigation = .list(links)

    func document(_ path: String?) -> Value {
      guard let path, let entry = index[path] else { return .none }
      return DocumentValues.value(entry, of: community)
    }
    func count(_ severity: Severity) -> Value {
      .int(assessment.findings.reduce(0) { $1.severity == severity ? $0 + 1 : $0 })
    }
    let first = models.first
    value = .record(
      Self.shape,
      [
        .string(community.id), .string(community.name), .optional(community.foundation), .optional(community.summary),
        .string("\(folder)/index.html"), .string("\(folder)/gap-report/index.html"),
        .optional(community.holds?.rawValue), .optional(community.appliesFor?.rawValue),
        .bool(assessment.models.first?.hasApplication ?? false), first?.totals ?? .none,
        .record(Self.severityShape, [count(.error), count(.warning), count(.note)]), .int(assessment.corrections.count),
        first?.sections ?? .list([]),
        .list(
          community.repositories.map {
            .record(
              Self.repositoryShape,
              [
                .string($0.name), .string($0.path), .optional($0.url.flatMap(LinkTarget.safeAddress)),
                .optional($0.commit), .bool($0.isExcerpt),
                .bool($0.isAbsent),
              ])
          }), document(community.application), .list(community.earlierApplications.map { document($0) }),
        .optional(community.ownDocuments.compactMap(\.date).max()?.description), .int(documents.count),
        .string("badges/\(folder).svg"), first?.value ?? .none, history,
      ])
  }

  private static func newestFirst(_ a: Event, _ b: Event) -> Bool {
    switch (a.date, b.date) {
    case (let x?, let y?) where x != y: x > y
    case (_?, nil): true
    case (nil, _?): false
    default: a.location < b.location
    }
  }

  /// Every claim with its age and, where a finding is about it, what became of it.
  private static func metrics(_ assessment: Assessment, _ activity: ActivityValues, folder: String) -> [Value] {
    var findings: [FindingValues.ClaimKey: (status: ClaimStatus, page: String)] = [:]
    for (finding, anchor) in zip(assessment.findings, FindingValues.anchors(assessment.findings)) {
      guard let status = finding.claim else { continue }
      for place in finding.places where place.role == .claim {
        let key = FindingValues.ClaimKey(place.location)
        if findings[key] == nil { findings[key] = (status, "\(folder)/findings/index.html#\(anchor)") }
      }
    }
    let model = assessment.models.first?.criteriaSet
    return assessment.community.ownDocuments.flatMap { document in
      document.facts.claims.map { claim in
        let maxAge = claim.criterion.flatMap { model?[$0]?.maxAge } ?? model?.maxAge ?? 365
        return activity.metric(
          claim, documentDate: document.date, maxAge: maxAge, finding: findings[.init(claim.location)])
      }
    }
  }

  /// Its regular meetings as a calendar file, when one can be written.
  var calendar: Production? {
    guard hasCalendar else { return nil }
    return Production(path: "\(folder)/groups/calendar.ics") {
      ICalendar.calendar(
        for: groupRows, and: (assessment.community.name, assessment.community.meetings), from: assessment.asOf)
    }
  }

  /// Whether a meeting's day, time, zone and frequency are known well enough for a calendar.
  var hasCalendar: Bool {
    let groupMeetings = groupRows.flatMap { $0.meetings + $0.subprojects.flatMap(\.meetings) }
    return (assessment.community.meetings + groupMeetings).contains {
      ICalendar.problem(of: MeetingTime($0)) == nil
    }
  }
}
