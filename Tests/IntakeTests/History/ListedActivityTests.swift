import Foundation
import StructuredData
import TestSupport
import Testing

@testable import Intake

/// Listed people held against the commits of real repositories.
@Suite struct ListedActivityTests {
  private static func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? CalendarDate(daysSinceEpoch: 0) }

  private static let files: [String: String?] = [
    "GOVERNANCE.md": """
    # Governance

    Maintainers who have been inactive for 6 months may be removed.

    """,
    "MAINTAINERS.md": """
    # Maintainers

    | Name | GitHub | Organization |
    |---|---|---|
    | Ann Example | [ann](https://github.com/ann) | Acme |
    | Bob Example | [bobby](https://github.com/bobby) | Globex |
    | Cid Example | [cid](https://github.com/cid) | Initech |
    | Dan Example | [dan](https://github.com/dan) | Hooli |

    """,
  ]

  private func view(_ folder: URL, asOf: String = "2026-11-21") async throws -> CommunityView {
    let tree = try #require(SourceTree.disk(root: folder.path(percentEncoded: false)))
    let portfolio = await PortfolioReader.read(tree, workspace: WorkspaceConfiguration(), criteria: [])
    let read = await HistoryReader.read(portfolio.value, of: tree, criteria: [], asOf: Self.day(asOf))
    return CommunityView(try #require(read.value.communities.first), asOf: Self.day(asOf))
  }

  private func commit(_ git: GitFixture, by author: String, on day: String, _ message: String = "Work") throws {
    try git.git(
      "commit", "--quiet", "--allow-empty", "--author", author, "--message", message, on: day)
  }

  @Test func aMergedBranchShowsItsAccount() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder)
      try git.commit(Self.files, on: "2024-01-10")
      for (account, day) in [("bobby", "2026-10-01"), ("nobody", "2026-10-02")] {
        let branch = try git.git("branch", "--show-current", on: day)
          .trimmingCharacters(in: .whitespacesAndNewlines)
        try git.git("checkout", "--quiet", "-b", "work-\(account)", on: day)
        try commit(git, by: "bb <bb@unlisted.example>", on: day)
        try git.git("checkout", "--quiet", branch, on: day)
        try git.git(
          "merge", "--quiet", "--no-ff", "--message",
          "Merge pull request #7 from \(account)/work\u{1F}\n\nMend \u{1F} it", "work-\(account)", on: day)
      }
      let activity = try #require(try await view(folder).listedActivity)
      #expect(activity.entries.map { $0.last?.description }[1] == "2026-10-01")
      #expect(activity.entries[2].last == nil && activity.entries[3].last == nil)
    }
  }

  /// Those who listed somebody three months ago knew what commits do not show.
  @Test func whoWasListedLatelyIsNotInactive() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder)
      let row = "| Cid Example | [cid](https://github.com/cid) | Initech |\n"
      let earlier = Self.files.mapValues { $0?.replacing(row, with: "") }
      try git.commit(earlier, on: "2024-01-10")
      try commit(git, by: "Bob Example <bob@example.org>", on: "2024-03-01")
      try commit(git, by: "Cid Example <cid@example.org>", on: "2024-03-02")
      try git.commit(Self.files, on: "2026-08-01")
      try commit(git, by: "Ann Example <ann@example.org>", on: "2026-10-01")
      #expect(try await view(folder).inactive?.people.map(\.person.name) == ["Bob Example"])
    }
  }

  @Test func takesNamesAccountsAndTrailersForOnePerson() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder)
      try git.commit(Self.files, on: "2024-01-10")
      try commit(git, by: "B <77+bobby@users.noreply.github.com>", on: "2024-03-01")
      try commit(git, by: "Ann Example <ann@elsewhere.example>", on: "2026-10-01")
      try commit(
        git, by: "Stranger Danger <s@example.org>", on: "2025-02-03",
        "Work\n\nReviewed-by: Cid Example <cid@example.org>")
      try commit(
        git, by: "example-bot <bot@example.org>", on: "2026-11-01",
        "Work\n\nCo-authored-by: renovate[bot] <r@b.example>")
      let view = try await view(folder)
      // Ann committed all of that: to put in what somebody else wrote shows that she was there.
      let activity = try #require(view.listedActivity)
      #expect(activity.entries.map { $0.last?.description } == ["2026-11-01", "2024-03-01", "2025-02-03", nil])
      #expect(view.power.maintainerInactivity?.months == 6)
      // Whom no commit ever names may work under a name that the list does not give.
      #expect(
        activity.absent(for: 6, before: Self.day("2026-11-21")).map(\.person.name) == ["Bob Example", "Cid Example"])
      #expect(activity.entries.filter { $0.last == nil }.map(\.person.name) == ["Dan Example"])
      #expect(activity.absent(for: 24, before: Self.day("2026-11-21")).map(\.person.name) == ["Bob Example"])
    }
  }

  /// The family name can come first, and a dot can stand between.
  @Test func takesBothOrdersOfANameForOnePerson() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder)
      try git.commit(Self.files, on: "2024-01-10")
      try commit(git, by: "example.bob <b@elsewhere.example>", on: "2026-09-01")
      let activity = try #require(try await view(folder).listedActivity)
      #expect(activity.entries[1].last?.description == "2026-09-01")
    }
  }

  /// A repository of rules has a script or two besides its texts; who maintains code does not work there.
  @Test func amongTextsNobodyIsInactive() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder)
      var files = Self.files
      for number in 1...7 { files["rules/\(number).md"] = "# Rule \(number)\n" }
      for number in 1...3 { files["tools/check\(number).py"] = "print(1)\n" }
      try git.commit(files, on: "2024-01-10")
      try commit(git, by: "Bob Example <bob@example.org>", on: "2024-01-11")
      #expect(try await view(folder).listedActivity == nil)
      try git.commit(["engine.go": "package engine\n"], on: "2026-10-02")
      #expect(try await view(folder).listedActivity != nil)
    }
  }

  @Test func withoutWholeHistoriesNobodyIsInactive() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder.appending(path: "whole"))
      try git.commit(Self.files, on: "2024-01-10")
      try commit(git, by: "Bob Example <bob@example.org>", on: "2024-01-11")
      let root = folder.path(percentEncoded: false)
      let clone = ["clone", "--quiet", "--depth", "1", "file://\(root)/whole", "\(root)/shallow"]
      #expect(try run("git", clone, environment: ["GIT_CONFIG_GLOBAL": "/dev/null"]).status == 0)
      #expect(try await view(folder.appending(path: "shallow")).listedActivity == nil)
      #expect(try await view(folder.appending(path: "whole")).listedActivity != nil)
    }
  }
}
