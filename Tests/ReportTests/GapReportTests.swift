@testable import Assess
@testable import Criteria
import Diagnostics
@testable import Intake
import StructuredData
import Testing

@testable import Report

/// Each criterion and each finding is in one section, and every output counts the same sections.
@Suite struct GapReportTests {
  private static let place = Location(path: "m.yaml", line: 1)

  private func criterion(
    _ id: String, _ verdict: Verdict, _ requirement: RequirementKind = .required, parent: CriterionID? = nil
  ) -> CriterionAssessment {
    var criterion = Criterion(
      id: CriterionID(rawValue: id), section: "S", text: id, order: 1, location: Self.place)
    criterion.parent = parent
    return CriterionAssessment(
      criterion: criterion, requirement: requirement, assertion: .unchecked, evidence: .empty, verification: .person,
      verdict: verdict)
  }

  private func finding(_ severity: Severity, isWaived: Bool = false) throws -> Finding {
    let day = try #require(CalendarDate(iso: "2026-12-01"))
    var finding = Finding(
      rule: "groups/no-leads", severity: severity, message: "m", places: [.init(.fact, Self.place)], why: "w", fix: "f",
      fingerprint: "0")
    if isWaived { finding.waiver = Waiver(rule: "groups/no-leads", reason: "r", expires: day, location: Self.place) }
    return finding
  }

  /// On a day before the oldest revision nothing was asked, and that is said.
  @Test func nothingIsCountedWhereNothingWasAsked() throws {
    let day = try #require(CalendarDate(iso: "2020-11-21"))
    let set = CriteriaSet(
      model: "m", title: "Model", foundation: "F", levels: ["graduated"], revisions: [], criteria: [],
      location: Self.place)
    let model = ModelAssessment(
      criteriaSet: set, level: "graduated", matchedRevision: nil, currentRevision: nil, hasApplication: false,
      criteria: [])
    let report = GapReport(assessments: [
      Assessment(community: Community(id: "c", name: "C"), asOf: day, models: [model], findings: [])
    ])
    let summary = try #require(report.communities.first?.models.first.map(ReportText.summary))
    #expect(summary == "no application; nothing was asked by the criteria known here on that day")
    #expect(report.communities.first.map(TextReport.community)?.contains("nothing is open") == false)
  }

  /// A claim that is made in several places is told once, with all of them.
  @Test func whatHoldsInSeveralPlacesIsToldOnce() throws {
    let day = try #require(CalendarDate(iso: "2026-11-21"))
    var assessment = Assessment(community: Community(id: "c", name: "C"), asOf: day, models: [], findings: [])
    assessment.confirmed = [3, 9].map { line in
      ConfirmedClaim(
        text: "8 maintainers", claim: Location(path: "a.md", line: line), fact: Location(path: "M.md", line: 5),
        criterion: nil)
    }
    let report = GapReport(assessments: [assessment])
    let told = try #require(report.communities.first.map(TextReport.community))
    #expect(told.contains("Claims that hold (2)\n    8 maintainers: a.md:3, a.md:9 ↔ M.md:5\n"))
    let narrowed = report.narrowed(onlyOpen: true, top: nil).communities.first.map(TextReport.community)
    #expect(narrowed?.contains("Claims that hold") == false)
  }

  private func report() throws -> GapReport {
    let day = try #require(CalendarDate(iso: "2026-11-21"))
    let set = CriteriaSet(
      model: "m", title: "Model", foundation: "F", levels: ["graduated"], revisions: [], criteria: [],
      location: Self.place)
    let model = ModelAssessment(
      criteriaSet: set, level: "graduated", matchedRevision: nil, currentRevision: nil, hasApplication: true,
      criteria: [
        criterion("A", .open), criterion("B", .needsReview), criterion("C", .open, .suggested),
        criterion("D", .open, parent: "A"), criterion("E", .waived), criterion("F", .retired, .none),
        criterion("G", .notYetAsked), criterion("H", .needsReview, .form),
      ])
    return GapReport(assessments: [
      Assessment(
        community: Community(id: "c", name: "C"), asOf: day, models: [model],
        findings: [try finding(.warning), try finding(.warning, isWaived: true), try finding(.note)])
    ])
  }

  @Test func everyCriterionIsInOneSection() throws {
    let model = try #require(try report().communities.first?.models.first)
    #expect(model.verdicts.map { "\($0.verdict) \($0.count)" } == ["open 1", "needsReview 1", "waived 1"])
    #expect(
      model.apart.map { "\($0.id) \($0.count)" } == [
        "suggested 1", "form 1", "nested 1", "not-yet-asked 1", "retired 1",
      ])
    #expect((model.verdicts.map(\.section) + model.apart).flatMap(\.positions).sorted() == Array(0..<8))
    #expect(model.totals.required == 3 && model.totals.open == 1 && model.totals.criteria == 8)
  }

  @Test func waivedFindingsAreCountedApart() throws {
    let community = try #require(try report().communities.first)
    #expect(community.severities.map(\.count) == [0, 1, 1] && community.waived.count == 1)
    #expect(community.others.positions == [0, 2] && community.corrections.isEmpty)
  }

  @Test func everyFormatGivesTheSectionsTheSameNumbers() throws {
    let report = try report()
    func text(_ id: String) throws -> String {
      String(decoding: try #require(Reporter.all.first { $0.id == id }).render(report), as: UTF8.self)
    }
    for title in ["Open (1)", "Needs review (1)", "Waived (1)", "Suggested (1)", "Parts of other criteria (1)"] {
      #expect(try text("text").contains("\n  \(title)\n"), "\(title)")
      #expect(try text("markdown").contains("\n### \(title)\n"), "\(title)")
    }
    let totals = try #require(
      YAML.read(SourceText(path: "r.json", text: try text("json"))).value?["communities"]?.elements.first?["totals"])
    #expect(totals["required"]?.int == 3 && totals["open"]?.int == 1)
    #expect(totals["verdicts"]?["open"]?.int == 1 && totals["findings"]?["warning"]?.int == 1)
    #expect(try text("junit").contains("tests=\"3\" failures=\"1\" skipped=\"2\""))
    #expect(try text("text").contains("findings: 1 warning, 1 note\n"))
    #expect(try text("github").contains("::warning "))
    #expect(try text("github").contains("more not shown") == false)
  }
}
