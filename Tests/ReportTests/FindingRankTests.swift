import Criteria
import Diagnostics
import Intake
import StructuredData
import TestSupport
import Testing

@testable import Assess
@testable import Report

@Suite struct FindingRankTests {
  private func finding(
    _ rule: RuleID, _ severity: Severity = .note, in path: String = "README.md", line: Int = 1
  ) -> Finding {
    Finding(
      rule: rule, severity: severity, message: "\(rule) \(line)",
      places: [.init(.claim, Location(path: path, line: line))], why: "", fix: "",
      fingerprint: "\(rule)-\(path)-\(line)")
  }

  private func report(_ findings: [Finding], decided: Set<String> = []) throws -> CommunityReport {
    var assessment = Assessment(
      community: Community(id: "example", name: "Example"), asOf: try #require(CalendarDate(iso: "2026-11-21")),
      models: [], findings: findings)
    assessment.decided = decided
    return CommunityReport(assessment)
  }

  @Test func whatDecidesComesBeforeWhatTidies() throws {
    let report = try report([
      finding("adopters/order"), finding("people/top-organization"), finding("claim/maintainer-count", .warning),
      finding("links/broken"), finding("document/ticked-but-denied"),
    ])
    #expect(
      report.first.rows.map(\.rule) == [
        "claim/maintainer-count", "document/ticked-but-denied", "people/top-organization", "adopters/order",
      ])
    #expect(report.links.count == 1 && report.rest.isEmpty)
    #expect(report.ranked.last?.rule == "links/broken")
  }

  @Test func aDecidedDocumentComesLast() throws {
    let report = try report(
      [finding("claim/stale-metric", .warning, in: "old.md"), finding("adopters/order"), finding("links/broken")],
      decided: ["old.md"])
    #expect(report.ranked.map(\.rule) == ["adopters/order", "links/broken", "claim/stale-metric"])
    #expect(report.history.count == 1 && report.first.count == 1)
  }

  /// Six people of one list do not hide what else is there; what is more severe comes first all the same.
  @Test func manyOfOneRuleLeaveRoomForOthers() throws {
    let people = (1...5).map { finding("people/duplicate-row", line: $0) }
    let report = try report(people + [finding("adopters/order"), finding("claim/maintainer-count", .warning)])
    #expect(
      report.first.rows.map(\.message) == [
        "claim/maintainer-count 1", "people/duplicate-row 1", "people/duplicate-row 2", "people/duplicate-row 3",
        "adopters/order 1", "people/duplicate-row 4", "people/duplicate-row 5",
      ])
  }

  @Test func tenComeFirstAndNothingIsLost() throws {
    let report = try report((1...14).map { finding("people/incomplete-row", line: $0) })
    #expect(report.first.count == 10 && report.rest.count == 4)
    #expect(report.first.rows.map(\.message) == (1...10).map { "people/incomplete-row \($0)" })
    #expect(report.severities.map(\.count) == [0, 0, 14])
  }

  @Test func aLinkThatCarriesEvidenceIsNotFolded() throws {
    #expect(try report([finding("links/broken", .warning)]).links.isEmpty)
  }
}
