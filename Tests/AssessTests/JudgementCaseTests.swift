import Assess
import Diagnostics
import Foundation
import Intake
import StructuredData
import TestSupport
import Testing

/// Small communities with the judgment that a careful reviewer gives; they lie beside the checkout.
@Suite(.enabled(if: Shared.has("cases/judgement"))) struct JudgementCaseTests {
  private func judged(_ name: String) async throws -> Assessment {
    let folder = Shared.url("cases/judgement/\(name)")
    let tree = try #require(SourceTree.disk(root: folder.path(percentEncoded: false)))
    return try #require(await assess(tree).value.first)
  }

  private func verdict(_ id: String, _ assessment: Assessment) throws -> Verdict {
    try #require(assessment.models.first?.criteria.first { $0.criterion.id.rawValue == id }).verdict
  }

  private func messages(_ assessment: Assessment, _ rule: String) -> [String] {
    assessment.findings.filter { $0.rule.rawValue == rule }.map(\.message).sorted()
  }

  @Test func aTypeOfAdoptersIsComparedWithItsRows() async throws {
    #expect(messages(try await judged("m1"), "claim/adopter-count") == [])
  }

  @Test func aListThatMovedIsFoundAndDenialsAreFindings() async throws {
    let found = try await judged("m2")
    #expect(found.community.maintainers.count == 3)
    #expect(try verdict("GOV-COC", found) == .met)
    let denials = found.findings.filter { $0.rule.rawValue == "document/ticked-but-denied" }
    #expect(
      denials.compactMap(\.criterion?.rawValue).sorted() == ["COM-MEET", "GOV-LIST", "GOV-OWN", "SEC-RESP"])
    let places = denials.compactMap { $0.places.last?.location }
    #expect(places.allSatisfy { $0.length > 5 && $0.line > 1 })
    #expect(
      messages(found, "claim/role-count") == [
        "3 reviewers claimed, 1 listed in docs/community/governance.md",
        "4 committers claimed, 2 listed in docs/community/governance.md",
      ])
  }

  @Test func increasesAndThresholdsAreNoCounts() async throws {
    let found = try await judged("m3")
    #expect(messages(found, "claim/organization-count") == [])
    #expect(messages(found, "claim/undated-metric") == [])
  }

  @Test func theTextBelowABoxIsReadBeforeTheVerdict() async throws {
    let found = try await judged("m4")
    #expect(try verdict("GOV-LIFEUSE", found) == .open)
    #expect(try verdict("GOV-COCX", found) == .open)
    #expect(try verdict("GOV-SUB", found) == .notApplicable)
    #expect(try verdict("PROC-ACK", found) == .notApplicable)
    #expect(try verdict("SEC-ACL", found) == .needsReview)
    let denials = messages(found, "document/ticked-but-denied")
    #expect(denials.count == 1 && denials[0].hasPrefix("ticked, but one part is under way: "))
    #expect(messages(found, "evidence/unsupported") == [])
    #expect(messages(found, "document/checked-but-todo") == [])
  }

  @Test func aLimitOnVotesIsACandidate() async throws {
    let found = try await judged("m7")
    let criterion = try #require(found.models.first?.criteria.first { $0.criterion.id == "GOV-VN" })
    #expect(criterion.candidates.contains { $0.location.path == "GOVERNANCE.md" && $0.location.line > 1 })
  }

  @Test func aCommitteeIsHeldAgainstItsOwnPage() async throws {
    let found = messages(try await judged("m7"), "governance/committee-differs")
    #expect(found.count == 2)
    #expect(found[0].hasPrefix("Dee Dill is named") && found[1].hasPrefix("at least 5 members"))
  }

  @Test func anOlderFormIsReadByItsHeadings() async throws {
    let found = try await judged("m11")
    let criteria = try #require(found.models.first?.criteria)
    #expect(criteria.count { $0.assertion == .stated } == 5)
    #expect(criteria.allSatisfy { $0.assertion == .stated || $0.verdict != .unsupported && !$0.isOpen })
  }

  @Test func aBadgeIsFoundOnceWithItsPlace() async throws {
    let found = try await judged("m13")
    let criterion = try #require(found.models.first?.criteria.first { $0.criterion.id == "SEC-BADGE" })
    #expect(Set(criterion.candidates.map(\.location.path)) == ["demo/README.md"])
  }

  @Test func aLinksQueryDatesItsFigure() async throws {
    #expect(messages(try await judged("m14"), "claim/undated-metric") == [])
  }

  @Test func whoSaysNoEmployerIsNoOrganization() async throws {
    #expect(messages(try await judged("m15"), "claim/organization-count") == [])
  }

  @Test func aClaimIsAsOldAsItsLine() async throws {
    let folder = Shared.url("cases/judgement/m9")
    func text(_ name: String) throws -> String { try String(contentsOf: folder.appending(path: name), encoding: .utf8) }
    let list = try text("MAINTAINERS.md")
    let short = list.split(separator: "\n", omittingEmptySubsequences: false).prefix(6).joined(separator: "\n") + "\n"
    let claim = try text("demo-dd.md")
    let root = URL.temporaryDirectory.appending(path: "sitegen-line-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let git = try GitFixture(at: root)
    try git.commit(
      ["LICENSE": "A\n", "README.md": "# Demo\n", "MAINTAINERS.md": short, "demo-dd.md": claim + "\nSpeling.\n"],
      on: "2026-01-10")
    try git.commit(["MAINTAINERS.md": list], on: "2026-03-10")
    try git.commit(["demo-dd.md": claim + "\nSpelling.\n"], on: "2026-09-10")
    let tree = try #require(SourceTree.disk(root: root.path(percentEncoded: false)))
    let found = try #require(await assess(tree).value.first)
    let message = try #require(messages(found, "claim/maintainer-count").first)
    #expect(message.hasPrefix("2 maintainers claimed, 4 listed in MAINTAINERS.md; 2 were listed"))
    #expect(!message.contains("September"), "\(message)")
    let early = await assess(tree, asOf: try #require(CalendarDate(iso: "2026-02-15")))
    #expect(early.diagnostics.contains { $0.rule == "intake/newer-files" })
  }
}
