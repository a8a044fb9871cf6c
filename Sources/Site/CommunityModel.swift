import Assess
import Criteria
import Diagnostics
import Intake
import Markdown
import Report
import StructuredData
import Templates

/// A community made ready for its pages: records that several pages share are built here, once.
final class CommunityModel: Sendable {
  let report: CommunityReport
  /// By which places of its own pages are told.
  let places: PlaceValues
  /// Position in the portfolio.
  let number: Int
  /// Its folder in the output.
  let folder: String
  /// Where its criteria are told of.
  let criteria: CriterionPages
  /// The community itself: name, level, totals and pages.
  let value: Value
  /// One for each criteria set, the one it applies under first.
  let models: [ModelValues]
  /// All findings, in the order of the assessment.
  let findings: [Value]
  /// The same by what they are: `corrections`, `confirmed`, `others`, `severities`, `waived`.
  let findingSections: Value
  let people: [Value]
  /// Active maintainers by employer.
  let employers: Value
  let adopters: [Value]
  let groupRows: [Group]
  let groups: [Value]
  /// Meetings in the order of their next day.
  let meetings: [Value]
  let events: [Value]
  let actions: [Value]
  let decisions: [Value]
  let feedback: [Value]
  /// Documents with work done, under way and planned, newest first.
  let roadmap: [Value]
  /// How much that is.
  private let planned: Int
  let releases: [Value]
  let metrics: [Value]
  let waivers: [Value]
  /// How it stands by each criterion, once the pages of others ask.
  let judgments = Lazy<[CriterionID: Value]>()
  /// What changed between versions of its due-diligence documents, that of the application first.
  let changes: [Value]
  /// What earlier reports said; none without saved ones.
  let history: Value
  /// By which the history of one criterion is told.
  let historyValues: HistoryValues
  /// What the assessment has to say, by document.
  let notes: [String: [DocumentNotes.Note]]
  private let listedPages = Lazy<Value>()

  var assessment: Assessment { report.assessment }
  var community: Community { report.assessment.community }

  /// - Parameter jobs: how many tasks may work on this community.
  init(
    _ report: CommunityReport, number: Int, folder: String, places: PlaceValues, asOf: CalendarDate, jobs: Int
  ) async {
    let assessment = report.assessment
    let community = assessment.community
    let index = places.index
    self.report = report
    self.places = places
    self.number = number
    self.folder = folder
    let criteria = CriterionPages(assessment, folder: folder)
    self.criteria = criteria
    let criterionValues = CriterionValues(places: places, pages: criteria)
    // The larger half of the work, which nothing waits for but notes.
    async let judged = report.models.map { ModelValues($0, values: criterionValues) }
    if jobs == 1 { _ = await judged }
    let findingValues = FindingValues(places: places, folder: folder, criteria: criteria)
    findings = findingValues.list(assessment.findings, corrections: Set(report.corrections.positions))
    findingSections = findingValues.sections(report, of: findings)
    let activity = ActivityValues(places: places, asOf: asOf, criteria: criteria)

    let own = community.ownDocuments
    people = assessment.view.people.map { PeopleValues.person.value($0, places) }
    employers = PeopleValues.employers.value(assessment.view.employers, places)
    adopters = community.adopters.map { PeopleValues.adopter.value($0, places) }
    groupRows = community.groups
    let groupValues = GroupValues(places: places, asOf: asOf, folder: "\(folder)/groups/")
    groups = groupValues.groups(groupRows)
    meetings = groupValues.upcoming(groupRows, and: community)
    waivers = assessment.waivers.map { criterionValues.waiver($0, isLive: $0.isLive(on: asOf)) }
    changes = ChangeValues(places: places, folder: folder, criteria: criteria).list(assessment)
    let pages = zip(assessment.findings, FindingValues.anchors(assessment.findings)).map { finding, anchor in
      (finding.fingerprint, "\(folder)/findings/index.html#\(anchor)")
    }
    historyValues = HistoryValues(
      folder: folder, model: assessment.models.first, criteria: criteria,
      findingPages: Dictionary(firstOf: pages))
    history = historyValues.value(assessment.history)
    events = own.flatMap { $0.facts.events }.sorted {
      $0.date.comes(before: $1.date, by: >) ?? ($0.location < $1.location)
    }.map(activity.event)
    actions = community.actions.map(activity.action)
    decisions = own.flatMap { $0.facts.decisions }.map(activity.decision)
    feedback = own.flatMap { $0.facts.feedback }.map(activity.feedback)
    let roadmaps = activity.roadmap(own)
    roadmap = roadmaps.map(\.value)
    planned = roadmaps.reduce(0) { $0 + $1.count }
    releases = assessment.view.releases.map { ReleaseValues.release.value($0, places) }
    metrics = Self.metrics(assessment, activity, folder: folder)
    models = await judged
    notes = DocumentNotes.of(assessment, models: models, findings: findings)

    value = CommunityValues.community.value(
      CommunityValues.Row(
        report: report, folder: folder, index: index, model: models.first, history: history,
        documents: community.documents.count))
  }

  /// Pages of the community for its navigation.
  var navigation: Value {
    listedPages.value { CommunityValues.link.list(links.filter { $0.count != 0 }, folder) }
  }

  private var links: [CommunityValues.Link] {
    typealias Link = CommunityValues.Link
    let live = findings.count - report.waived.count
    return [
      Link("Assessment", "Dashboard", ""), Link("Assessment", "Gap report", "gap-report/"),
      Link("Assessment", "Changes", "changes/", changes.count),
      Link("Assessment", "History", "history/", assessment.history.steps.count),
      Link("Assessment", "Criteria", "criteria/", report.models.reduce(0) { $0 + $1.totals.criteria }),
      Link("Assessment", "Findings", "findings/", live == 0 && !findings.isEmpty ? nil : live),
      Link("Community", "People", "people/", people.count),
      Link("Community", "Who decides", "who-decides/", assessment.view.power.bodies.isEmpty ? 0 : nil),
      Link("Community", "Health check", "health/"),
      Link("Community", "Groups", "groups/", groups.isEmpty && !meetings.isEmpty ? nil : groups.count),
      Link("Community", "Adopters", "adopters/", adopters.count),
      Link("Community", "Roadmap", "roadmap/", planned),
      Link("Sources", "Events", "events/", events.count), Link("Sources", "Actions", "actions/", actions.count),
      Link("Sources", "Decisions", "decisions/", decisions.count),
      Link("Sources", "Feedback", "feedback/", feedback.count), Link("Sources", "Figures", "metrics/", metrics.count),
      Link("Sources", "Documents", "documents/", community.documents.count),
    ]
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
        let figure = ActivityValues.Figure(
          claim: claim, day: claim.asOf ?? document.date, maxAge: maxAge, finding: findings[.init(claim.location)])
        return ActivityValues.figure.value(figure, activity)
      }
    }
  }

  /// How many groups of each kind there are.
  var groupKinds: Value { PeopleValues.tally.list(Tally.of(groupRows.map { GroupValues.label($0.kind) })) }

  /// Its regular meetings as calendar files, as far as they can be written: one of all of them, one for each group.
  var calendars: [Production] {
    let start = assessment.asOf
    let own = (name: community.name, meetings: community.meetings)
    let all =
      hasCalendar
      ? [
        Production(path: "\(folder)/groups/calendar.ics") { [groupRows] in
          ICalendar.calendar(for: groupRows, and: own, from: start)
        }
      ] : []
    return all
      + zip(groupRows, groups).compactMap { group, value in
        value["calendar"].asString.map { Production(path: $0) { ICalendar.calendar(for: [group], from: start) } }
      }
  }

  /// Whether one of its meetings can be in a calendar.
  var hasCalendar: Bool { community.meetings.contains(where: \.isRegular) || groupRows.contains(where: \.hasCalendar) }
}
