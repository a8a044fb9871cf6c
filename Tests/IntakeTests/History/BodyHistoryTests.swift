import Foundation
import StructuredData
import TestSupport
import Testing

@testable import Intake

/// Who voted in a body at past days, held against the files of those days.
@Suite struct BodyHistoryTests {
  private static func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? CalendarDate(daysSinceEpoch: 0) }

  private static func maintainers(_ rows: [(name: String, organization: String)]) -> String {
    "# Maintainers\n\n| Name | GitHub | Organization |\n|---|---|---|\n"
      + rows.map { row in
        let handle = row.name.split(separator: " ")[0].lowercased()
        return "| \(row.name) | [\(handle)](https://github.com/\(handle)) | \(row.organization) |\n"
      }.joined()
  }

  private static func committee(_ rows: [(name: String, organization: String)]) -> String {
    """
    # Steering committee

    Decisions are made by a majority of all members of the steering committee.

    ## Members

    | Name | Organization |
    |---|---|

    """ + rows.map { "| \($0.name) | \($0.organization) |\n" }.joined()
  }

  private static let governance = "# Governance\n\nDecisions are made by a majority of all maintainers.\n"
  private static let ann = (name: "Ann Example", organization: "Acme")
  private static let bob = (name: "Bob Sample", organization: "Globex")
  private static let cid = (name: "Cid Trial", organization: "Acme")
  private static let moved = (name: "Bob Sample", organization: "Acme")

  private func community(_ folder: URL) async throws -> Community {
    let tree = try #require(SourceTree.disk(root: folder.path(percentEncoded: false)))
    let portfolio = await PortfolioReader.read(tree, workspace: WorkspaceConfiguration(), criteria: [])
    let read = await HistoryReader.read(portfolio.value, of: tree, criteria: [], asOf: Self.day("2026-11-21"))
    return try #require(read.value.communities.first)
  }

  private func people(_ voters: BodyVoters?) -> [String] {
    (voters?.people ?? []).map { "\($0.name), \($0.organization ?? "")" }
  }

  /// Commits with three states of a list of maintainers and of a committee.
  private func repository(at folder: URL) throws -> [String: String] {
    let git = try GitFixture(at: folder)
    var commits: [String: String] = [:]
    commits["2024-02-01"] = try git.commit(
      [
        "GOVERNANCE.md": Self.governance, "MAINTAINERS.md": Self.maintainers([Self.ann, Self.bob]),
        "STEERING.md": Self.committee([Self.ann, Self.bob]),
      ], on: "2024-02-01")
    commits["2024-09-10"] = try git.commit(
      ["MAINTAINERS.md": Self.maintainers([Self.ann, Self.bob, Self.cid])], on: "2024-09-10")
    commits["2025-03-03"] = try git.commit(
      [
        "MAINTAINERS.md": Self.maintainers([Self.ann, Self.moved]),
        "STEERING.md": Self.committee([Self.bob, Self.cid]),
      ], on: "2025-03-03")
    return commits
  }

  @Test func aBodysPastIsWhatTheFilesSaidThen() async throws {
    try await withTemporaryFolder { folder in
      let source = folder.appending(path: "source")
      let commits = try repository(at: source)
      let found = try await community(source)
      for (day, commit) in commits {
        let copy = folder.appending(path: "at-\(day)")
        let root = folder.path(percentEncoded: false)
        let environment = ["GIT_CONFIG_GLOBAL": "/dev/null"]
        let target = copy.path(percentEncoded: false)
        #expect(try run("git", ["clone", "--quiet", "\(root)/source", target], environment: environment).status == 0)
        #expect(
          try run("git", ["-C", target, "checkout", "--quiet", commit], environment: environment).status == 0)
        let then = CommunityPower(try await community(copy), asOf: Self.day(day))
        for name in ["maintainers", "steering committee"] {
          let history = try #require(found.bodyHistories[name])
          let listed = people(then.bodies.first { $0.name == name }?.voters)
          #expect(!listed.isEmpty && people(history.version(on: Self.day(day))?.voters) == listed, "\(name) on \(day)")
        }
      }
      #expect(found.bodyHistories["maintainers"]?.version(on: Self.day("2024-01-31")) == nil)
    }
  }

  @Test func quartersCountWhoCameAndWentByOrganization() async throws {
    try await withTemporaryFolder { folder in
      _ = try repository(at: folder)
      let history = try #require(try await community(folder).bodyHistories["maintainers"])
      let quarters = history.quarters
      #expect(history.isComplete && quarters.map(\.name) == ["2024 Q1", "2024 Q3", "2025 Q1"])
      #expect(quarters.map(\.size) == [2, 3, 2])
      #expect(quarters.map { $0.top?.people } == [1, 2, 2])
      // The first list is no arrival, and whoever changes the employer neither comes nor goes.
      #expect(quarters.map { $0.joined.map(\.people) } == [[], [1], []])
      #expect(quarters.map { $0.left.map { "\($0.name) \($0.people)" } } == [[], [], ["Acme 1"]])
    }
  }
}
