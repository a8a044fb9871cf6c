import Assess
import Criteria
import Defaults
import Foundation
import Intake
import Report
import StructuredData
import TestSupport
import Testing

@testable import Site

/// What pages say of people whose commits were read: only what the files show, and never in an order of merit.
@Suite struct PeopleWordingTests {
  private static let names = ["Ann Example", "Bob Example", "Cid Sample"]
  private static let denied = [
    "most active", "least active", "top contributor", "top reviewer", "top maintainer", "leaderboard", "ranked",
    "ranking", "scores", "scored", "most commits", "most reviews", "fewest", "bus factor", "productiv",
  ]

  /// A site of a repository in which Ann wrote seven commits and reviewed three, and Bob has been away for long.
  private func pages(in folder: URL) async throws -> [(path: String, text: String)] {
    let git = try GitFixture(at: folder)
    let rows = Self.names.map { name in
      let handle = name.split(separator: " ")[0].lowercased()
      return "| \(name) | [\(handle)](https://github.com/\(handle)) | \(handle == "ann" ? "Acme" : "Globex") |\n"
    }
    try git.commit(
      [
        "GOVERNANCE.md":
          "# Governance\n\nDecisions are made by a majority of all maintainers.\n\nMaintainers who have been inactive for 6 months are moved to emeritus.\n",
        "MAINTAINERS.md": "# Maintainers\n\n| Name | GitHub | Organization |\n|---|---|---|\n" + rows.joined(),
      ], on: "2024-02-01", by: "Bob Example")
    for day in 1...7 { try git.commit([:], on: "2026-11-0\(day)") }
    for day in 1...3 {
      try git.commit([:], on: "2026-11-1\(day)", by: "Pat Contributor", message: "Work\n\nReviewed-by: Ann Example")
    }
    let tree = try #require(SourceTree.disk(root: folder.path(percentEncoded: false)))
    let read = await PortfolioReader.read(tree, workspace: WorkspaceConfiguration(), criteria: []).value
    let portfolio = await HistoryReader.read(read, of: tree, criteria: [], asOf: Fixture.asOf).value
    let assessments = await Assessor.assess(portfolio, sets: [], asOf: Fixture.asOf).value
    let input = SiteInput(
      portfolio: portfolio, report: GapReport(assessments: assessments), criteriaSets: [],
      theme: SiteTheme.load(defaults: Defaults.files(under: "templates")).theme, asOf: Fixture.asOf, version: "0.0.0")
    return await SiteBuilder.plan(input, jobs: 2).value.files.filter { $0.path.hasSuffix(".html") }.map {
      (path: $0.path, text: String(decoding: $0.bytes, as: UTF8.self))
    }
  }

  @Test func peopleAppearByWhatTheFilesShow() async throws {
    try await withTemporaryFolder { folder in
      let pages = try await pages(in: folder)
      #expect(pages.contains { $0.path.hasSuffix("health/index.html") })
      let told = "no commit in the given repositories since 2024-02; other work is not seen"
      #expect(pages.contains { $0.path.hasSuffix("who-decides/index.html") && $0.text.contains(told) })
      // The dashboard says which folder the community's pages are in; all others explain the program.
      let folder = pages.first { $0.path.hasSuffix("/health/index.html") }?.path.split(separator: "/").first ?? ""
      for page in pages where page.path.hasPrefix(folder + "/") {
        let text = page.text.lowercased()
        for word in Self.denied where word != "fewest" || !page.path.hasSuffix("who-decides/index.html") {
          #expect(!text.contains(word), "\(page.path) says \"\(word)\"")
        }
        for part in page.text.split(separator: "<").compactMap({ $0.split(separator: ">", maxSplits: 1).last })
        where part.contains("commit") && Self.names.contains(where: part.contains) {
          #expect(part.contains("no commit in the given repositories"), "\(page.path): \(part)")
        }
        #expect(!text.contains("7 commits") && !text.contains("3 reviews"), "\(page.path) counts what a person did")
      }
    }
  }
}
