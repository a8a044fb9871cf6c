import Diagnostics
import Foundation
import Intake
import StructuredData
import TestSupport
import Testing

@testable import Assess

/// Claims held against the versions of lists that real repositories have.
@Suite struct HistoryTests {
  private static func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? CalendarDate(daysSinceEpoch: 0) }

  private func assessment(of folder: URL, asOf: String = "2026-11-21") async throws -> Assessment {
    let tree = try #require(SourceTree.disk(root: folder.path(percentEncoded: false)))
    let result = await assess(tree, asOf: Self.day(asOf))
    #expect(!result.diagnostics.contains { $0.rule == "intake/no-history" }, "\(result.diagnostics)")
    return try #require(result.value.first)
  }

  private static let people: [(name: String, organization: String)] = [
    ("Ann Alpha", "Acme"), ("Bob Bravo", "Acme"), ("Cid Charlie", "Acme"), ("Dan Delta", "Acme"),
    ("Eve Echo", "Globex"), ("Fay Foxtrot", "Initech"), ("Gus Golf", "Umbrella"), ("Hal Hotel", "Acme"),
    ("Ida India", "Acme"),
  ]

  static func maintainers(_ indexes: [Int]) -> String {
    "# Maintainers\n\n| Maintainer | GitHub | Employer |\n|---|---|---|\n"
      + indexes.map { index in
        let person = people[index]
        let handle = person.name.split(separator: " ")[0].lowercased()
        return "| \(person.name) | [\(handle)](https://github.com/\(handle)) | \(person.organization) |\n"
      }.joined()
  }

  static func adopters(_ count: Int) -> String {
    "# Adopters\n\n| Type | Name | Since |\n|---|---|---|\n"
      + (1...count).map { "| End-user | Company \(String(repeating: "X", count: $0)) | 2023 |\n" }.joined()
  }

  static func application(_ text: String, date: String? = "2024-07-04") -> String {
    (date.map { "---\ndate: \($0)\n---\n" } ?? "") + Samples.application(text)
  }

  private func claims(_ assessment: Assessment) -> [String] {
    assessment.findings.filter { $0.rule.rawValue.hasPrefix("claim/") }.map {
      "\($0.severity.rawValue) \($0.claim?.rawValue ?? "-"): \($0.message)"
    }.sorted()
  }

  /// Eight maintainers on the document's day, nine later, seven now, one of them of another organization then; the
  /// figure of adopters was true six weeks before.
  @Test func callsOutdatedWhatHeldWhenTheDocumentWasWritten() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder.appending(path: "community"))
      let eight = try git.commit(
        [
          "README.md": "# Example\n", "MAINTAINERS.md": Self.maintainers(Array(0...7)), "ADOPTERS.md": Self.adopters(3),
        ],
        on: "2024-04-27")
      try git.commit(["ADOPTERS.md": Self.adopters(4)], on: "2024-05-26")
      try git.commit(["MAINTAINERS.md": Self.maintainers(Array(0...8))], on: "2025-06-01")
      try git.commit(
        ["MAINTAINERS.md": Self.maintainers([0, 1, 2, 3, 4, 6, 7]), "ADOPTERS.md": Self.adopters(6)], on: "2025-12-03")
      let text = """
        Our maintainer file shows 8 maintainers.

        There are maintainers from Acme, Globex, Initech, and Umbrella.

        The file contains 3 adopters.
        """
      try git.commit(["application.md": Self.application(text)], on: "2026-08-01")

      let assessment = try await assessment(of: git.folder)
      #expect(
        claims(assessment) == [
          "note outdated: 3 adopters claimed, 6 listed in ADOPTERS.md; 3 were listed until 2024-05-26, 4 were listed on 2024-07-04",
          "warning outdated: 8 maintainers claimed, 7 listed in MAINTAINERS.md; 8 were listed on 2024-07-04",
          "warning outdated: Initech is named as an employer of maintainers, but no active maintainer in MAINTAINERS.md "
            + "works there; one did on 2024-07-04",
        ])
      let finding = try #require(assessment.findings.first { $0.rule == "claim/maintainer-count" })
      #expect(
        finding.places.map { "\($0.role.rawValue) \($0.location.reference)" } == [
          "claim application.md:22", "fact MAINTAINERS.md:5", "fact MAINTAINERS.md:5@\(eight.prefix(12))",
        ])
      #expect(finding.places[2].location.excerpt.contains("Ann Alpha"))
      let employer = try #require(assessment.findings.first { $0.rule == "claim/organization-list" })
      #expect(employer.places[2].location.reference == "MAINTAINERS.md:10@\(eight.prefix(12))")
    }
  }

  @Test func ignoresCommitsAfterTheDayOfAssessment() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder)
      try git.commit(
        ["MAINTAINERS.md": Self.maintainers([0, 1]), "application.md": Self.application("We have 4 maintainers.")],
        on: "2024-01-10")
      try git.commit(["MAINTAINERS.md": Self.maintainers([0, 1, 2, 3])], on: "2024-06-10")
      try git.commit(["MAINTAINERS.md": Self.maintainers([0, 1, 2])], on: "2026-01-10")
      #expect(
        claims(try await assessment(of: folder)) == [
          "warning outdated: 4 maintainers claimed, 3 listed in MAINTAINERS.md; 4 were listed on 2024-07-04"
        ])
      // On an earlier day nothing of later commits is known, nor what the list of the document's day was.
      #expect(
        claims(try await assessment(of: folder, asOf: "2024-03-01")) == [
          "warning differs: 4 maintainers claimed, 3 listed in MAINTAINERS.md"
        ])
    }
  }

  /// What the list of the document's own day shows, and no version ever showed otherwise, is a contradiction; whatever
  /// leaves room for another reading differs.
  @Test(arguments: [
    ("Our maintainer file shows 6 maintainers.", "2024-07-04", [0, 1, 2], "error contradicted"),
    // Somebody who wrote it may have meant the list of a later day.
    ("Our maintainer file shows 5 maintainers.", "2024-07-04", [0, 1, 2], "warning differs"),
    ("Our maintainer file shows about 9 maintainers.", "2024-07-04", [0, 1, 2], "warning differs"),
    // Without a day of its own nobody knows which list it speaks of.
    ("Our maintainer file shows 6 maintainers.", nil, [0, 1, 2], "warning differs"),
    // Another list stood in the file then.
    ("Our maintainer file shows 6 maintainers.", "2024-07-04", [6, 7, 8], "warning differs"),
    // The document is older than the list.
    ("Our maintainer file shows 6 maintainers.", "2023-07-04", [0, 1, 2], "warning differs"),
    // The list of the day after is meant.
    ("Our maintainer file shows 5 maintainers.", "2025-01-31", [0, 1, 2], "warning outdated"),
  ])
  func tellsWhatNeverHeld(text: String, date: String?, early: [Int], expected: String) async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder)
      try git.commit(
        ["MAINTAINERS.md": Self.maintainers(early), "application.md": Self.application(text, date: date)],
        on: "2024-01-10")
      try git.commit(["MAINTAINERS.md": Self.maintainers([0, 1, 2, 3, 4])], on: "2025-02-01")
      try git.commit(["MAINTAINERS.md": Self.maintainers([0, 1, 2, 3])], on: "2025-03-01")
      let found = claims(try await assessment(of: folder))
      #expect(found.count == 1 && found[0].hasPrefix(expected + ": "), "\(found)")
    }
  }

  @Test func followsTheListThroughItsRenames() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder)
      let old = try git.commit(
        ["docs/people.md": Self.maintainers([0, 1, 2, 3, 4]), "README.md": "# Example\n"], on: "2024-01-10")
      try git.git("mv", "docs/people.md", "MAINTAINERS.md")
      try git.commit(["application.md": Self.application("We have 5 maintainers.")], on: "2025-01-10")
      try git.commit(["MAINTAINERS.md": Self.maintainers([0, 1, 2])], on: "2025-03-10")
      let assessment = try await assessment(of: folder)
      #expect(
        claims(assessment) == [
          "warning outdated: 5 maintainers claimed, 3 listed in MAINTAINERS.md; 5 were listed on 2024-07-04"
        ])
      // On that day the file had its earlier name; the version shown is the newest one that bore the claim out.
      let place = try #require(assessment.findings.first { $0.rule == "claim/maintainer-count" }?.places.last?.location)
      #expect(place.path == "docs/people.md" && place.commit == old, "\(place)")
    }
  }

  @Test func saysWhoCameAndWhoWent() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder)
      try git.commit(["MAINTAINERS.md": Self.maintainers([0, 1, 2]), "README.md": "# Example\n"], on: "2024-01-10")
      let lifecycle = { (assessment: Assessment) in
        assessment.models[0].criteria.first { $0.criterion.id == "GOV-LIFEUSE" }
      }
      #expect(lifecycle(try await self.assessment(of: folder))?.verification == .person)
      try git.commit(["MAINTAINERS.md": Self.maintainers([0, 1, 2, 3])], on: "2024-05-10")
      #expect(lifecycle(try await self.assessment(of: folder))?.verification == .person, "nobody went yet")
      // A name written otherwise is no change among people.
      let respelled = Self.maintainers([0, 2, 3]).replacing("Cid Charlie", with: "Cid C. Charlie")
      let commit = try git.commit(["MAINTAINERS.md": respelled], on: "2025-05-10")
      let judged = try #require(lifecycle(try await self.assessment(of: folder)))
      #expect(judged.verification == .supported)
      #expect(
        judged.because == [
          "the history of the list shows who came (Dan Delta) and who went (Bob Bravo)"
        ])
      #expect(judged.cites.map(\.path) == ["MAINTAINERS.md", "MAINTAINERS.md"])
      #expect(!judged.cites.contains { $0.commit == commit }, "somebody who went stands in the version before")
    }
  }

  @Test func releasesOfDocumentsAndOfTagsAreOneList() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder)
      let changes = "# Changes\n\n## v1.2.0 - 2026-02-01\n\n* New\n\n## v1.1.0 - 2025-06-01\n\n* New\n"
      try git.commit(["GOVERNANCE.md": "# Governance\n\nOne.\n", "CHANGELOG.md": changes], on: "2025-01-10")
      try git.git("tag", "--annotate", "--message", "Release", "v1.1.0", on: "2025-06-01")
      try git.git("tag", "--annotate", "--message", "Release", "v1.3.0", on: "2026-05-01")
      let assessment = try await assessment(of: folder)
      #expect(assessment.view.releases.map(\.release.name).sorted() == ["v1.1.0", "v1.2.0", "v1.3.0"])
      let judged = assessment.models[0].criteria.first { $0.criterion.id == "ENG-HIST" }
      #expect(judged?.because.first?.hasPrefix("final releases dated here in the last 24 months: 3, ") == true)
    }
  }

  @Test func saysOfNoChangeOnlyWhereTheHistoryIsKnown() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder.appending(path: "community"))
      try git.commit(["README.md": "# Example community\n"], on: "2025-01-10")
      let site = folder.appending(path: "example")
      try FileManager.default.createDirectory(at: site, withIntermediateDirectories: true)
      try Data("# Governance\n\nRules.\n".utf8).write(to: site.appending(path: "GOVERNANCE.md"))
      try Data("# Example\n".utf8).write(to: site.appending(path: "README.md"))
      let assessment = try await assessment(of: folder)
      let judged = assessment.models[0].criteria.first { $0.criterion.id == "GOV-ITER" }
      #expect(judged?.because.contains { $0.holds("history shows no change") } == false, "\(judged?.because ?? [])")
    }
  }

  @Test func versionsOfFourPartsAreReleases() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder)
      try git.commit(["GOVERNANCE.md": "# Governance\n\nOne.\n"], on: "2025-05-10")
      try git.git("tag", "--annotate", "--message", "Release", "0.9.48.0", on: "2025-11-25")
      try git.git("tag", "--annotate", "--message", "Release", "0.9.49.0", on: "2026-02-25")
      let assessment = try await assessment(of: folder)
      #expect(assessment.view.releases.map(\.release.name) == ["0.9.48.0", "0.9.49.0"])
    }
  }

  @Test func countsChangesAndReleases() async throws {
    try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder)
      let roadmap = "# Roadmap\n\n" + (1...50).map { "* Plan number \($0)\n" }.joined()
      try git.commit(
        ["GOVERNANCE.md": "# Governance\n\nOne.\n", "ROADMAP.md": roadmap, "README.md": "# Example\n"], on: "2023-01-10"
      )
      try git.git("tag", "v1.0.0", on: "2023-02-01")
      try git.commit(["GOVERNANCE.md": "# Governance\n\nTwo.\n"], on: "2025-05-10")
      try git.git("tag", "--annotate", "--message", "Release", "v1.1.0", on: "2025-06-01")
      try git.git("tag", "--annotate", "--message", "Preview", "v1.2.0-rc.1", on: "2025-08-01")
      try git.git("tag", "--annotate", "--message", "Release", "v1.2.0", on: "2025-09-01")
      try git.git("tag", "nightly", on: "2025-09-01")
      let assessment = try await assessment(of: folder)
      func because(_ id: String) -> [String]? {
        assessment.models[0].criteria.first { $0.criterion.id.rawValue == id }?.because
      }
      #expect(
        because("GOV-ITER") == [
          "changes of the governance documents in the last 24 months: 1, in the last 12: 0; the last on 2025-05-10"
        ])
      #expect(
        because("ENG-HIST") == [
          "final releases dated here in the last 24 months: 2, the last on 2025-09-01; "
            + "the largest gap before one of them: 873 days"
        ])
      #expect(because("ENG-ROAD") == ["history shows no change of the roadmap since 2023-01-10"])
      try git.commit(["ROADMAP.md": roadmap + "* One more plan\n"], on: "2026-02-03")
      let changed = try await self.assessment(of: folder).models[0].criteria.first { $0.criterion.id == "ENG-ROAD" }
      #expect(changed?.because == ["a roadmap document is there, last changed on 2026-02-03"])
      #expect(changed?.verification == .supported)
      let roadmapVerdict = assessment.models[0].criteria.first { $0.criterion.id == "ENG-ROAD" }
      #expect(roadmapVerdict?.verification == .person)
    }
  }
}
