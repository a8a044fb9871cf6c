import Assess
import Diagnostics
import Foundation
import Intake
import Report
import TestSupport
import Testing

/// What a careful reader of real reports found wrong, by kind.
@Suite struct CarefulReaderTests {
  private static let people = """
    # Maintainers

    | Name | GitHub | Employer |
    |---|---|---|
    | Ann Example | [ann](https://github.com/ann) | Acme |
    | Bob Example | [bob](https://github.com/bob) | Bolt |

    """

  private static func application(_ text: String) -> String {
    """
    # Example Graduation Application

    ## Application Process Principles

    - [x] **Review and acknowledgement of expectations for graduated projects.**

      All maintainers read them on 2026-06-10, in a call.

    ## Governance and Maintainers

    - [x] **Clear and discoverable project governance documentation.**

      In the repository.

    - [x] **Governance is up to date with actual project activities.**

      See the calendar.

    - [x] **A number of active maintainers which is appropriate to the size and scope of the project.**

      \(text)

    """
  }

  private func first(_ files: [String: String], byTopic: Bool = false) async throws -> Assessment {
    try #require(await assess(files, sets: byTopic ? shippedSets : foundationSets).value.first)
  }

  private func criterion(_ id: String, _ assessment: Assessment) throws -> CriterionAssessment {
    try #require(assessment.models.first?.criteria.first { $0.criterion.id.rawValue == id })
  }

  private func messages(_ area: String, _ assessment: Assessment) -> [String] {
    assessment.findings.filter { $0.rule.rawValue.hasPrefix(area) }.map(\.message)
  }

  // MARK: Links

  @Test(arguments: ["0123456789abcdef0123456789abcdef01234567": 0, "v1.2.0": 0, "main": 2])
  func aLinkToAnotherVersionIsNotHeldAgainstThisOne(version: String, count: Int) async throws {
    let base = "https://github.com/example/docs/blob/\(version)"
    let found = try await first([
      "sitegen.yaml":
        "communities:\n  - id: example\n    repositories: [{path: docs, url: https://github.com/example/docs, branch: main}]\n",
      "docs/README.md":
        "# Docs\n\nSee [A](\(base)/a.md#gone), [B](\(base)/b.md), [C](a.md), [D](c.md), [E](d.md), [F](e.md) and [G](f.md).\n",
      "docs/a.md": "# A\n", "docs/c.md": "# C\n", "docs/d.md": "# D\n", "docs/e.md": "# E\n", "docs/f.md": "# F\n",
      "docs/g.md": "# G\n",
    ])
    #expect(messages("links/", found).count == count)
  }

  // MARK: Applications

  @Test func theToDoIsTheLineThatHoldsIt() async throws {
    let text = "There are two of them, of two organizations.\n\n  TODO: count them again."
    let found = try await first([
      "README.md": "# Example\n", "MAINTAINERS.md": Self.people, "application.md": Self.application(text),
    ]).findings.filter { $0.rule == "document/checked-but-todo" }
    #expect(found.flatMap { $0.places.dropFirst().map(\.location.excerpt) } == ["  TODO: count them again."])
  }

  @Test func theTextOfACriterionMayAnswerItsParts() async throws {
    let files = ["README.md": "# Example\n", "MAINTAINERS.md": Self.people]
    let answered = try await first(files.merging(["application.md": Self.application("Two.")]) { $1 })
    let part = try criterion("PROC-ACK.met", answered)
    #expect(part.verdict == .needsReview && part.item?.criterion == "PROC-ACK")
    let bare = Self.application("Two.").replacing("  All maintainers read them on 2026-06-10, in a call.\n", with: "")
    #expect(
      try criterion("PROC-ACK.met", try await first(files.merging(["application.md": bare]) { $1 })).verdict
        != .needsReview)
  }

  @Test func ofARecordedDecisionNobodyRenewsTheFigures() async throws {
    let old = """
      # Oven Incubation Proposal

      ## Community

      As of 2018-03-01 there are 70 contributors. See End Users below.

      ## Roadmap

      """
    func found(_ folder: String) async throws -> [String] {
      let others = ["tent", "sail"].map {
        ("\(folder)\($0)/\($0)-incubation-proposal.md", old.replacing("Oven", with: $0.capitalized))
      }
      let files = Dictionary(uniqueKeysWithValues: others).merging([
        "README.md": "# The committee\n", "\(folder)oven/oven-incubation-proposal.md": old,
      ]) { $1 }
      return await assess(files).value.flatMap(\.findings).map(\.rule.rawValue)
    }
    #expect(try await found("projects/").isEmpty)
  }

  // MARK: By topic

  @Test func aCommunityReadByTopicIsToldSoAndHowToChooseCriteria() async throws {
    let assessment = try await first(["README.md": "# Bakery\n\nWe bake.\n", "LICENSE": "A\n"], byTopic: true)
    for reporter in Reporter.all where ["text", "markdown"].contains(reporter.id) {
      let text = String(decoding: reporter.render(GapReport(assessments: [assessment])), as: UTF8.self)
      #expect(text.lowercased().contains("read by topic") && text.contains("models"), "\(reporter.id)")
    }
  }

  @Test func employersOfAListThatIsNotReadAreUnknown() async throws {
    let people = "# People\n\n## Steering Council\n\n- Ann Example\n- Bob Example\n"
    let read = try await first(
      ["README.md": "# Bakery\n\nWe bake.\n", "people.md": people, "LICENSE": "A\n"], byTopic: true)
    #expect(try criterion("TOPIC-PEOPLE", read).verdict == .needsReview)
    #expect(try criterion("TOPIC-EMPLOYERS", read).verdict == .unknown)
    let without = try await first(["README.md": "# Bakery\n\nWe bake.\n", "LICENSE": "A\n"], byTopic: true)
    #expect(try criterion("TOPIC-EMPLOYERS", without).verdict == .unknown)
  }

  @Test func whatIsArchivedOrSaidOnOneDayIsNoRule() async throws {
    let rules = "# Governance\n\n## Becoming a maintainer\n\nNew ones are nominated. Who is inactive is removed.\n"
    for path in ["docs/archive/governance.md", "governance/council/2025-03-04.md"] {
      let read = try await first(["README.md": "# Bakery\n", path: rules, "LICENSE": "A\n"], byTopic: true)
      #expect(try criterion("TOPIC-CHANGE", read).candidates.isEmpty, "\(path)")
    }
    let read = try await first(
      ["README.md": "# Bakery\n", "docs/governance.md": rules, "LICENSE": "A\n"], byTopic: true)
    #expect(try !criterion("TOPIC-CHANGE", read).candidates.isEmpty)
  }

  // MARK: Access, subprojects

  @Test func ownersOfCodeAreNoSecondFactor() async throws {
    let files = ["README.md": "# Example\n", "LICENSE": "A\n", ".github/CODEOWNERS": "* @ann\n"]
    #expect(try criterion("SEC-ACL", try await first(files)).verdict == .unknown)
    let said = "# Governance\n\nMaintainers must have two factor authentication enabled.\n"
    #expect(
      try criterion("SEC-ACL", try await first(files.merging(["GOVERNANCE.md": said]) { $1 })).verdict == .claimable)
  }

  @Test func partsOfAListOfMaintainersAreNamed() async throws {
    func section(_ title: String, _ name: String) -> String {
      "## \(title)\n\n- \(name) Example ([@\(name.lowercased())](https://github.com/\(name.lowercased())))\n\n"
    }
    let list =
      "# Maintainers\n\n" + section("Oven maintainers", "Ann")
      + section("[client-maintainers]: maintainers of example/client", "Bob") + section("Website maintainers", "Cid")
    let read = try await first(["README.md": "# Example\n", "MAINTAINERS.md": list])
    #expect(read.community.maintainedParts.map(\.name) == ["Oven", "client", "Website"])
    let listed = try criterion("GOV-SUB", read)
    #expect(listed.verdict == .claimable && listed.because.joined().contains("Oven, client, Website"))
    let plain = list.replacing("Oven maintainers", with: "Maintainers").replacing(
      "[client-maintainers]: maintainers of example/client", with: "Reviewers")
    #expect(try await first(["README.md": "# Example\n", "MAINTAINERS.md": plain]).community.maintainedParts.isEmpty)
  }

  // MARK: History

  @Test(arguments: [true, false]) func nobodyIsInactiveByARepositoryWithoutCode(hasCode: Bool) async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder)
      let rule = "# Governance\n\nMaintainers who are inactive for 6 months are moved to emeritus.\n"
      var files = ["GOVERNANCE.md": rule, "MAINTAINERS.md": Self.people]
      for number in 0..<12 { files["notes/\(number).md"] = "# Notes\n" }
      for number in 0..<(hasCode ? 6 : 0) { files["src/\(number).go"] = "package main\n" }
      try git.commit(files, on: "2024-01-05", by: "Bob Example")
      try git.commit(["README.md": "# Example\n"], on: "2026-11-01", by: "Ann Example")
      let tree = try #require(SourceTree.disk(root: folder.path(percentEncoded: false)))
      let found = try #require(await assess(tree).value.first)
      #expect(messages("power/listed-inactive", found).count == (hasCode ? 1 : 0))
    }
  }

  @Test func nobodyIsSeenBehindTheLastCommit() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder)
      let rule = "# Governance\n\nMaintainers who are inactive for 6 months are moved to emeritus.\n"
      try git.commit(["GOVERNANCE.md": rule, "MAINTAINERS.md": Self.people], on: "2026-02-05", by: "Bob Example")
      try git.commit(["README.md": "# Example\n"], on: "2026-03-01", by: "Ann Example")
      let tree = try #require(SourceTree.disk(root: folder.path(percentEncoded: false)))
      let found = try #require(await assess(tree).value.first)
      #expect(messages("power/listed-inactive", found).isEmpty)
    }
  }
}
