import Diagnostics
import Intake
import StructuredData
import Testing

@testable import Assess

private func snapshot(_ day: String, _ members: String, path: String = "history/a.json") -> SourceText {
  SourceText(
    path: path, text: #"{"schema": "snapshot/1", "as_of": "\#(day)", "communities": [{"id": "c", \#(members)}]}"#)
}

private func read(_ sources: [SourceText], before day: String = "2026-11-21") throws -> Staged<[Snapshot]> {
  Snapshot.read(sources, before: try #require(CalendarDate(iso: day)))
}

private func summary(_ members: String, _ day: String = "2026-01-01") throws -> AssessmentSummary {
  try #require(try read([snapshot(day, members)]).value.first?.communities.first)
}

private func criterion(_ id: String, _ verdict: String, open: Bool) -> String {
  #"{"id": "\#(id)", "requirement": "required", "verdict": "\#(verdict)", "counts_as_open": \#(open)}"#
}

private func finding(_ print: String, rule: String = "claim/x", claim: String = "") -> String {
  let status = claim.isEmpty ? "" : #""claim": "\#(claim)", "#
  return #"""
    {"rule": "\#(rule)", "severity": "warning", \#(status)"message": "m \#(print)", "fingerprint": "\#(print)",
     "locations": [{"path": "app.md", "line": 3}]}
    """#
}

@Suite struct SnapshotTests {
  @Test func takesWhatAnotherVersionLeftOutForUnknown() throws {
    let found = try summary(#""new": {"a": [1]}, "criteria": [{"id": "A"}, {"id": "B", "verdict": "brand-new"}]"#)
    #expect(found.open == nil && found.required == nil && found.findings == nil && found.waivers == nil)
    #expect(found.rules == nil && found.model == nil && found.corrections == nil)
    #expect(found.criteria?.map(\.verdict) == [nil, nil])
    #expect(found.count(.met) == nil)
    let today = try summary(
      #""criteria": [\#(criterion("A", "open", open: true)), \#(criterion("B", "met", open: false))], "findings": [\#(finding("1"))]"#
    )
    let comparison = AssessmentComparison.between(old: found, new: today)
    #expect(comparison.verdicts == [] && comparison.newFindings == [] && comparison.breaks == [])
  }

  @Test func readsAReportOfTodayAndCountsWhatItDoesNotSum() throws {
    let found = try summary(
      #""criteria": [\#(criterion("A", "open", open: true)), \#(criterion("B", "met", open: false))]"#)
    #expect(found.required == 2 && found.open == 1 && found.count(.met) == 1)
  }

  @Test(arguments: [
    (#"{"schema": "report/1", "as_of": "2026-01-01", "communities": ["#, 1),
    ("", 1), ("[]", 1), (#"{"schema": "inspect/1"}"#, 1),
    ("{\"schema\": \"report/1\",\n \"as_of\": \"soon\", \"communities\": []}", 2),
    ("{\"schema\": \"report/1\", \"as_of\": \"2026-01-01\",\n \"communities\": 3}", 2),
  ])
  func saysWhatIsNoReport(text: String, line: Int) throws {
    let found = try read([SourceText(path: "history/x.json", text: text)])
    #expect(found.value == [])
    #expect(found.diagnostics.map(\.rule) == ["snapshot/unreadable"])
    #expect(found.diagnostics.first?.location?.path == "history/x.json")
    #expect(found.diagnostics.first?.location?.line == line)
    #expect(found.diagnostics.first?.help != nil)
  }

  @Test func ofOneDayTheLaterNameWins() throws {
    let members = #""totals": {"open": "#
    let found = try read([
      snapshot("2026-01-01", members + "2}", path: "history/b.json"),
      snapshot("2026-01-01", members + "1}", path: "history/a.json"),
    ])
    #expect(found.value.map(\.path) == ["history/b.json"])
    #expect(found.diagnostics.map(\.rule) == ["snapshot/same-day"])
    #expect(found.diagnostics.first?.location?.path == "history/a.json")
  }

  @Test func aReportOfTodayOrLaterIsNoPast() throws {
    let days = ["2026-11-22", "2026-11-21", "2026-11-20"]
    let found = try read(days.map { snapshot($0, #""name": "C""#, path: "history/\($0).json") })
    #expect(found.value.map(\.asOf.description) == ["2026-11-20"])
    #expect(found.diagnostics == [])
  }
}

@Suite struct AssessmentComparisonTests {
  private func comparison(_ old: String, _ new: String) throws -> AssessmentComparison {
    AssessmentComparison.between(old: try summary(old), new: try summary(new, "2026-02-02"))
  }

  @Test func tellsWhatNewlyFailsFirst() throws {
    func criteria(_ verdicts: [(String, String, Bool)]) -> String {
      #""criteria": [\#(verdicts.map { criterion($0, $1, open: $2) }.joined(separator: ","))]"#
    }
    let found = try comparison(
      criteria([
        ("A", "open", true), ("B", "open", true), ("C", "needs-review", false), ("D", "met", false),
        ("E", "met", false),
        ("F", "met", false),
      ]),
      criteria([
        ("A", "met", false), ("B", "needs-review", false), ("C", "stale", false), ("D", "contradicted", true),
        ("E", "met", false), ("F", "retired", false), ("G", "open", true),
      ]))
    #expect(
      found.verdicts.map { "\($0.criterion) \($0.kind.rawValue)" } == [
        "D newly-open", "A newly-met", "B no-longer-open", "C changed", "G added", "F retired",
      ])
  }

  @Test func anotherOrderIsNoChange() throws {
    let old =
      #""criteria": [\#(criterion("A", "open", open: true)), \#(criterion("B", "met", open: false))], "findings": [\#(finding("1")), \#(finding("2"))]"#
    let new =
      #""criteria": [\#(criterion("B", "met", open: false)), \#(criterion("A", "open", open: true))], "findings": [\#(finding("2")), \#(finding("1"))]"#
    let found = try comparison(old, new)
    #expect(found.isEmpty && found.breaks == [] && found.incomparableFindings == [])
  }

  @Test func tellsCorrectionsMadeAndWaiversEnded() throws {
    let waiver = #""criterion": "A", "reason": "r", "expires": "2026-01-31""#
    let found = try comparison(
      #""application": "app.md", "findings": [\#(finding("1", claim: "outdated")), \#(finding("2"))], "waivers": [{\#(waiver), "in_force": true}]"#,
      #""application": "app.md", "findings": [\#(finding("3"))], "waivers": [{\#(waiver), "in_force": false}]"#)
    #expect(found.correctionsMade.map(\.fingerprint) == ["1"])
    #expect(found.goneFindings.map(\.fingerprint) == ["1", "2"])
    #expect(found.newFindings.map(\.fingerprint) == ["3"])
    #expect(found.endedWaivers.map(\.target) == ["A"])
  }

  @Test func aFindingOfANewRuleIsNoNewFinding() throws {
    var old = try summary(#""findings": []"#)
    old.rules = ["claim/x"]
    var new = try summary(#""findings": [\#(finding("1")), \#(finding("2", rule: "new/rule"))]"#)
    new.rules = ["claim/x", "new/rule"]
    let found = AssessmentComparison.between(old: old, new: new)
    #expect(found.newFindings.map(\.fingerprint) == ["1"])
    #expect(found.incomparableFindings.map(\.fingerprint) == ["2"])
    #expect(found.breaks.map(\.words) == ["new rules: new/rule"])
  }

  @Test func anotherMeasureIsSaid() throws {
    func set(_ revision: String, _ level: String) -> String {
      #""level": "\#(level)", "criteria_set": {"model": "m", "revision": "\#(revision)", "has_application": true}, "criteria": [\#(criterion(level, "open", open: true))]"#
    }
    let revision = try comparison(set("2024-01-01", "a"), set("2025-01-01", "a"))
    #expect(revision.breaks.map(\.kind) == [.revision])
    let level = try comparison(set("2024-01-01", "a"), set("2024-01-01", "b"))
    #expect(level.breaks.map(\.kind) == [.level])
    #expect(level.verdicts == [], "criteria of two levels are not added and retired")
  }
}

@Suite struct AssessmentHistoryTests {
  private static func files(_ workspace: String = "") -> [String: String] {
    func report(_ day: String, _ verdict: String, open: Bool) -> String {
      #"""
      {"schema": "report/1", "as_of": "\#(day)", "communities": [{"id": "elsewhere", "name": "E",
       "criteria": [\#(criterion("GOV-DOC", verdict, open: open))], "totals": {"open": 7, "required": 9}}]}
      """#
    }
    return [
      "sitegen.yaml": workspace, "application.md": Samples.application("Two."), "MAINTAINERS.md": Samples.maintainers,
      "history/1.json": report("2026-01-01", "open", open: true),
      "history/2.json": report("2026-05-05", "met", open: false),
      "history/9.json": report("2027-01-01", "met", open: false), "history/notes.json": #"{"a": 1}"#,
    ]
  }

  @Test func isTakenFromSavedReportsThatAreNoDocuments() async throws {
    let staged = await assess(Self.files())
    let assessment = try #require(staged.value.first)
    #expect(assessment.history.points.map(\.path) == ["history/1.json", "history/2.json", nil])
    #expect(assessment.history.points.map(\.open).prefix(2) == [7, 7])
    #expect(assessment.history.since?.old.path == "history/2.json")
    #expect(assessment.history.steps.count == 2)
    let paths = assessment.community.documents.map(\.path)
    #expect(!paths.contains("history/1.json") && paths.contains("history/notes.json"))
    #expect(assessment.community.files.contains("history/1.json"), "a link to a saved report is no dead link")
    let notes = staged.diagnostics.filter { $0.rule.rawValue.hasPrefix("snapshot/") }
    #expect(notes.map { "\($0.rule) \($0.severity)" } == ["snapshot/no-report note"])
  }

  @Test func isToldAgainstTheDayThatIsNamed() async throws {
    let assessment = try #require(await assess(Self.files("since: 2026-01-01\n")).value.first)
    #expect(assessment.history.since?.old.path == "history/1.json")
    let changes = assessment.history.since?.verdicts ?? []
    #expect(
      changes.filter { $0.kind != .added }.map { "\($0.criterion) \($0.kind.rawValue)" } == ["GOV-DOC no-longer-open"])
    let wrong = await assess(Self.files("since: 2026-01-02\n")).diagnostics.filter { $0.rule == "snapshot/since" }
    #expect(wrong.compactMap(\.location?.description) == ["sitegen.yaml:1:8"])
    #expect(wrong.first?.help == "there are reports of 2026-01-01, 2026-05-05")
  }

  @Test func isLookedForWhereTheWorkspaceFileSays() async throws {
    let staged = await assess(Self.files("snapshots: [history/1.json, history/n*.json]\n"))
    #expect(staged.value.first?.history.points.map(\.path) == ["history/1.json", nil])
    #expect(staged.diagnostics.contains { $0.rule == "snapshot/no-report" && $0.severity == .warning })
  }

  @Test func leavesOutWhatIsExcluded() async throws {
    let staged = await assess(Self.files("exclude: [history/**]\n"))
    #expect(staged.value.first?.history.isEmpty == true)
    #expect(staged.diagnostics.filter { $0.rule.rawValue.hasPrefix("snapshot/") } == [])
  }

  @Test func isNothingWithoutSavedReports() async throws {
    let assessment = try #require(await assess(["MAINTAINERS.md": Samples.maintainers]).value.first)
    #expect(assessment.history.isEmpty && assessment.history.since == nil)
  }
}
