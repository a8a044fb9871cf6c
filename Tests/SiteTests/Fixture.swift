@testable import Assess
@testable import Criteria
import Defaults
import Diagnostics
@testable import Intake
import Markdown
import Report
import Site
import StructuredData

/// A small community with one application, judged by hand: enough for every kind of page.
enum Fixture {
  static let asOf = day("2026-11-21")

  static func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? CalendarDate(daysSinceEpoch: 0) }

  static func document(_ path: String, _ text: String, _ kind: DocumentKind, _ fill: (inout Facts, SourceText) -> Void)
    -> SourceDocument
  {
    let source = SourceText(path: path, text: text)
    var document = SourceDocument(source: source, kind: kind, reason: "a fixture")
    if path.hasSuffix(".md") { document.markdown = GFM.document(source).value }
    fill(&document.facts, source)
    return document
  }

  static let criteria: CriteriaSet = {
    let location = Location(path: "criteria/model.yaml", line: 1)
    var list = Criterion(
      id: "GOV-LIST", section: "Governance", text: "Maintainers are listed", order: 1, location: location)
    list.requirement = ["graduated": [DatedRequirement(from: day("2024-01-01"), kind: .required)]]
    list.why = "People leave."
    list.howToFix = "Write a list."
    var roles = list
    roles.id = "GOV-ROLE"
    roles.order = 2
    roles.text = "Roles <are> described & \"kept\""
    return CriteriaSet(
      model: "model", title: "A model", foundation: "A foundation", levels: ["incubating", "graduated"],
      revisions: [CriteriaRevision(date: day("2024-01-01"), label: "v1", note: "first")],
      criteria: [list, roles], location: location)
  }()

  static func community(id: String = "acme", folder: String = "acme/community") -> Assessment {
    var community = Community(id: id, name: "Acme <Co>")
    community.holds = "incubating"
    community.appliesFor = "graduated"
    community.models = ["model"]
    community.repositories = [
      Repository(name: "community", path: folder, url: "https://example.org/acme/community", commit: "abc")
    ]
    let maintainers = document(
      "\(folder)/MAINTAINERS.md", "# Maintainers\n\n| Name | Employer |\n|---|---|\n| Ann | Acme |\n| Bo | Umbra |\n",
      .maintainers
    ) { facts, source in
      facts.people = [
        Person(name: "Ann", handle: "ann", organization: "Acme", location: source.location(line: 5)),
        Person(name: "Bo", organization: "Umbra", location: source.location(line: 6)),
      ]
    }
    let text = """
      # Application

      See [the list](MAINTAINERS.md#maintainers), [dead](#nowhere), [gone](gone.md), [x](javascript:alert(1)).

      - [ ] Maintainers are listed
      - [x] Roles are described

      We have 3 maintainers.

      """
    let application = document("\(folder)/.github/application é.md", text, .dueDiligence) { facts, source in
      facts.items = [
        ChecklistItem(
          criterion: "GOV-LIST", state: .unchecked, depth: 0, text: "Maintainers are listed",
          location: source.location(line: 5)),
        ChecklistItem(
          criterion: "GOV-ROLE", state: .checked, depth: 0, text: "Roles are described",
          location: source.location(line: 6)),
      ]
      facts.claims = [
        Claim(
          kind: "maintainers", value: 3, text: "We have 3 maintainers.",
          location: Location(path: source.path, line: 8, column: 9, length: 13, excerpt: source.lineText(8)))
      ]
      facts.feedback = [
        Feedback(by: "rev", text: "Show roles.", criterion: "GOV-ROLE", location: source.location(line: 6))
      ]
      facts.actions = [Action(text: "Write roles", criterion: "GOV-ROLE", location: source.location(line: 6))]
      facts.events = [Event(name: "Summit", date: CalendarDate(iso: "2021-05-04"), location: source.location(line: 8))]
      facts.decisions = [Decision(text: "Apply", location: source.location(line: 8))]
      facts.statusItems = [StatusItem(marker: .wip, text: "CPU", location: source.location(line: 8))]
      facts.groups = [
        Group(
          kind: .sig, name: "SIG <Compute>", mission: "Runs *things*.",
          leads: [
            Group.Lead(name: "Ann", handle: "Ann", organization: nil, role: "chair", location: source.location(line: 8))
          ],
          meetings: [
            Group.Meeting(description: "Weekly", url: "javascript:alert(1)", location: source.location(line: 8))
          ],
          location: source.location(line: 8))
      ]
      facts.adopters = [Adopter(name: "Umbra", type: "End-user", since: "2023", location: source.location(line: 8))]
    }
    community.documents = [
      application, maintainers, document("\(folder)/OWNERS", "approvers:\n  - ann\n", .owners) { _, _ in },
    ]
    community.application = application.path
    let claim = application.facts.claims[0].location
    let fact = maintainers.source.location(line: 5)
    let first = CriterionAssessment(
      criterion: criteria.criteria[0], requirement: .required, assertion: .unchecked, evidence: .empty,
      verification: .supported, verdict: .claimable, item: application.facts.items[0],
      because: ["2 maintainers are listed"], cites: [fact],
      candidates: [Finding.Place(.related, fact)],
      checks: [CheckResult(id: "listed", holds: true, because: "2 rows", cites: [fact], decides: true)])
    let second = CriterionAssessment(
      criterion: criteria.criteria[1], requirement: .required, assertion: .checked, evidence: .answered,
      verification: .person, verdict: .needsReview, item: application.facts.items[1])
    let model = ModelAssessment(
      criteriaSet: criteria, level: "graduated", matchedRevision: criteria.revisions[0],
      currentRevision: criteria.revisions[0], hasApplication: true, criteria: [first, second])
    let finding = Finding(
      rule: "claim/maintainer-count", severity: .warning, claim: .differs, criterion: "GOV-LIST",
      message: "3 maintainers claimed, 2 listed", places: [.init(.claim, claim), .init(.fact, fact)], expected: "3",
      actual: "2", why: "Numbers are checked.", fix: "Write 2.", fingerprint: "abc123")
    return Assessment(
      community: community, asOf: asOf, models: [model], findings: [finding, finding],
      waivers: [Waiver(criterion: "GOV-ROLE", reason: "Soon", expires: asOf, location: fact)])
  }

  static func input(_ assessments: [Assessment]) -> SiteInput {
    var workspace = WorkspaceConfiguration()
    workspace.title = "Portfolio <1>"
    workspace.baseURL = "https://example.org/site"
    workspace.isDemonstration = true
    let portfolio = Portfolio(workspace: workspace, communities: assessments.map(\.community))
    let theme = SiteTheme.load(defaults: Defaults.files(under: "templates"))
    return SiteInput(
      portfolio: portfolio, report: GapReport(assessments: assessments), criteriaSets: [criteria], theme: theme.theme,
      asOf: asOf, version: "0.0.0")
  }
}
