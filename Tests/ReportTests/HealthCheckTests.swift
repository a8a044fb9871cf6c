import Criteria
import Diagnostics
import Foundation
import Intake
import StructuredData
import TestSupport
import Testing

@testable import Assess
@testable import Report

/// The health check and what a revision would mean, on communities of a few lines.
@Suite struct HealthCheckTests {
  private static let day = CalendarDate(daysSinceEpoch: 20_778)

  private func assessments(
    _ files: [String: String], sets: [CriteriaSet] = []
  ) async -> [Assessment] {
    let read = await PortfolioReader.read(
      SourceTree.memory(files), workspace: WorkspaceConfiguration(), criteria: sets)
    return await Assessor.assess(read.value, sets: sets, asOf: Self.day).value
  }

  private func check(_ files: [String: String]) async throws -> HealthCheck {
    HealthCheck(try #require(GapReport(assessments: await assessments(files)).communities.first))
  }

  private func maintainers(_ organizations: String...) -> String {
    "# Maintainers\n\n| Name | GitHub | Organization |\n|---|---|---|\n"
      + organizations.enumerated().map { "| P\($0) Example | [p\($0)](https://github.com/p\($0)) | \($1) |\n" }.joined()
  }

  private let governance = "# Governance\n\nDecisions are made by a majority of all maintainers.\n"

  @Test func oneOrganizationThatDecidesAloneIsCritical() async throws {
    let files = ["GOVERNANCE.md": governance, "MAINTAINERS.md": maintainers("Acme", "Acme", "Globex")]
    let check = try await check(files)
    #expect(check.result == .critical)
    let flags = check.groups.flatMap(\.items).filter { $0.state == .flag }
    #expect(flags.count == 2 && flags.allSatisfy { !$0.places.isEmpty })
  }

  @Test func aRuleThatLimitsOrganizationsIsNoFlag() async throws {
    let cap = governance + "\nNo more than one seat may be held by maintainers of the same company.\n"
    let check = try await check(["GOVERNANCE.md": cap, "MAINTAINERS.md": maintainers("Acme", "Globex", "Initech")])
    #expect(check.flags == 0)
    // Nothing tells of releases, commits or a badge, and what is unknown is not healthy.
    #expect(check.result == .unknown && check.unknown > 0)
  }

  /// Outsiders who are listed and whom no commit has named for a year make a list broader than its community.
  @Test func aListBroaderThanItsCommitsIsAFlag() async throws {
    func states(ofP1 day: String?) async throws -> [HealthCheck.State] {
      try await withTemporaryFolder { folder in
        let git = try GitFixture(at: folder)
        if let day { try git.commit([:], on: day, by: "P1 Example") }
        try git.commit(
          ["GOVERNANCE.md": governance, "MAINTAINERS.md": maintainers("Acme", "Globex")], on: "2026-11-20",
          by: "P0 Example")
        let tree = try #require(SourceTree.disk(root: folder.path(percentEncoded: false)))
        let read = await PortfolioReader.read(tree, workspace: WorkspaceConfiguration(), criteria: [])
        let portfolio = await HistoryReader.read(read.value, of: tree, criteria: [], asOf: Self.day).value
        let assessments = await Assessor.assess(portfolio, sets: [], asOf: Self.day).value
        let check = HealthCheck(try #require(GapReport(assessments: assessments).communities.first))
        return check.groups.flatMap(\.items).filter { $0.question.hasPrefix("Do commits of the last year") }.map(
          \.state)
      }
    }
    #expect(try await states(ofP1: "2025-01-03") == [.flag])
    #expect(try await states(ofP1: "2026-05-03") == [.fine])
    #expect(try await states(ofP1: nil) == [.unknown])
  }

  @Test func saysWhatARevisionAsksAnew() async throws {
    let yaml = """
      model: own
      title: Own rules
      foundation: Own
      revisions: [{date: 2026-01-01}, {date: 2026-06-01}]
      criteria:
      - id: OWN-1
        section: Own
        text: Three maintainers.
        requirement: [{from: 2026-06-01, is: required}]
        automation: auto
        checks:
        - {id: three, needs: [maintainers], holds: "maintainers | length >= 3", cites: maintainers, because: "maintainers | length ~ ' found'"}
        why: w
        measured: m
        fix: f

      """
    let set = try #require(CriteriaReader.read(SourceText(path: "own.yaml", text: yaml)).value)
    let old = try #require(CalendarDate(iso: "2026-01-01"))
    let new = try #require(CalendarDate(iso: "2026-06-01"))
    let comparison = CriteriaComparison(set, from: old, to: new)
    let judged = await assessments(["MAINTAINERS.md": maintainers("Acme", "Globex", "Initech")], sets: [set])
    let impact = CriteriaImpact(comparison, of: set, judged: [(level: .only, assessments: judged)])
    #expect(impact.tables.map { $0.rows.map { $0.cells.map(\.state) } } == [[[.shown]]])
    #expect(impact.markdown.contains("* OWN-1, shown: 3 found – MAINTAINERS.md:5"))
    #expect(impact.markdown.contains("* **OWN-1** (new, required) – Three maintainers."))
    #expect(
      impact.markdown.contains(
        "All that becomes required is shown by 1 of 1 community.\n"))

    // Who has only applied, or is asked nothing, is said apart.
    func other(_ name: String, _ change: (inout Community) -> Void) async throws -> Assessment {
      var read = await PortfolioReader.read(
        SourceTree.memory(["README.md": "# \(name)\n"], name: name), workspace: WorkspaceConfiguration(),
        criteria: [set]
      ).value
      change(&read.communities[0])
      return try #require(await Assessor.assess(read, sets: [set], asOf: Self.day).value.first)
    }
    let rest = [
      try await other("Oven") { $0.isKnownByApplicationOnly = true },
      try await other("Board") { $0.isUnjudged = true },
      try await other("Tent") { $0.models = ["another"] },
    ]
    let portfolio = CriteriaImpact(comparison, of: set, judged: [(level: .only, assessments: rest + judged)])
    #expect(portfolio.tables.map { $0.rows.count } == [1])
    for name in ["repository: Oven.", "not applied: Board.", "them: Tent."] {
      #expect(portfolio.markdown.contains(name))
    }
  }
}
