import Diagnostics
import Foundation
import Intake
import StructuredData
import TestSupport
import Testing

@testable import Assess

/// What a document says of what is not there, and what is no answer.
@Suite struct GapsInAnswersTests {
  /// A document of the form, with some of its lines answered.
  private static let head = """
    # Widget Incubation Due Diligence

    - Link to [Incubation application issue](https://github.com/cncf/toc/issues/1)

    ## Governance and Maintainers

    ### Required

    - [x] **Clear and discoverable project governance documentation.**

    In the repository.

    - [x] **Governance is up to date with actual project activities.**

    See the calendar.

    - [x] **Contributor ladder with multiple roles for contributors.**

    Four roles.


    """

  private func assessment(_ text: String) async throws -> Assessment {
    let files = ["README.md": "# Widget\n", "widget-incubation-dd.md": Self.head + text]
    return try #require(await assess(files).value.first)
  }

  private func isDenied(_ text: String) async throws -> Bool {
    try await assessment(text).findings.contains { $0.rule == "document/ticked-but-denied" }
  }

  @Test func anEmptyBoxWithAGapIsOpen() async throws {
    func verdict(_ box: String, _ text: String) async throws -> Verdict {
      let all = try await assessment("- [\(box)] **All subprojects, if any, are listed.**\n\n\(text)\n")
      return try #require(all.models.first?.criteria.first { $0.criterion.id == "GOV-SUB" }).verdict
    }
    let none = "The project does not define subprojects."
    #expect(try await verdict(" ", "\(none) Some repositories look like one. This needs to be told apart.") == .open)
    #expect(try await verdict(" ", none) == .notApplicable)
    #expect(try await verdict(" ", "\(none) If there are some, each needs a lead.") == .notApplicable)
  }

  @Test func whatOthersWishForIsNoAnswer() async throws {
    let themes = """
      - [x] **TOC verification of adopters.**

      Three adopters were interviewed. Improvement themes:

      - Performance — No published data for the expected load
        in clusters, which is not documented.
      - Documentation — not yet available in French.
      """
    #expect(try await isDenied(themes) == false)
    #expect(try await isDenied(themes.replacing("Improvement themes:", with: "What we found:")))
  }

  @Test func aSentenceThatPointsElsewhereIsAboutSomethingElse() async throws {
    func sense(_ end: String) async throws -> Bool {
      try await isDenied(
        """
        - [x] **All project metadata and resources are [vendor-neutral](https://x.example/).**

        The site and the chat belong to the foundation. GOVERNANCE.md does not document a roadmap process\(end).
        """)
    }
    #expect(try await sense(" (see ## Engineering Principles)") == false)
    #expect(try await sense(""))
  }
}

/// Lists that are written in files of their own, and documents that are none of theirs.
@Suite struct ListedElsewhereTests {
  @Test func aTableOfSubprojectsInItsFileIsAList() async throws {
    let files = [
      "README.md": "# Widget\n\nA [CNCF](https://cncf.io) project.\n",
      "sub-projects.md":
        "# Subprojects\n\n| Sub-Project | Repositories |\n|---|---|\n| Widget CLI | [cli](https://x.example/cli) |\n"
        + "| Widget SDK | [sdk](https://x.example/sdk) |\n",
    ]
    let model = try #require(await assess(files).value.first?.models.first)
    let judged = try #require(model.criteria.first { $0.criterion.id == "GOV-SUB" })
    #expect(judged.because == ["2 subprojects are listed"])
    #expect(judged.cites.map(\.reference) == ["sub-projects.md:5", "sub-projects.md:6"])
  }

  @Test func whereNoEmployerIsKnownNobodyIsIndependent() async throws {
    func because(_ maintainers: String) async throws -> [String] {
      let files = [
        "README.md": "# Widget\n\nA [CNCF](https://cncf.io) project.\n", "MAINTAINERS.md": maintainers,
        "ADOPTERS.md":
          "# Adopters\n\n- [Acme](https://a.example) uses it.\n- [Hooli](https://h.example) uses it.\n- [Sail](https://s.example) uses it.\n",
      ]
      let model = try #require(await assess(files).value.first?.models.first)
      return try #require(model.criteria.first { $0.criterion.id == "ECO-3" }).because
    }
    let bare =
      "# Maintainers\n\n| Name | GitHub | Company |\n|---|---|---|\n| Ann Alpha | @ann | |\n| Bob Beta | @bob | |\n"
    #expect(try await because(bare).allSatisfy { !$0.contains("no listed maintainer's employer") })
    #expect(
      try await because(bare.replacing("@bob | |", with: "@bob | Bolt |")) == [
        "of 3 rows of the adopters list, 3 are of no listed maintainer's employer, integrations left out; "
          + "of 1 of 2 maintainers no employer is known"
      ])
  }
}

/// Documents that lie where the foundation will keep them.
@Suite struct ReviewedTests {
  @Test func aDocumentInItsFolderIsUnderReviewUntilItIsTakenUp() async throws {
    let claim =
      "## Governance and Maintainers\n\n- [x] **A number of active maintainers which is appropriate to the size and scope of the project.**\n\n  We have 5 maintainers.\n"
    func severity(tracked: Bool?) async throws -> [Severity] {
      try await withTemporaryFolder { folder in
        let code = try GitFixture(at: folder.appending(path: "widget"))
        try code.commit(["README.md": "# Widget\n", "MAINTAINERS.md": StaleMentionTests.people], on: "2025-01-10")
        let toc = tracked == nil ? nil : try GitFixture(at: folder.appending(path: "toc"))
        try toc?.commit(["README.md": "# The committee\n"], on: "2025-01-10")
        let path = "projects/widget/widget-incubation-dd.md"
        let text =
          "# Widget Incubation Due Diligence\n\n- Link to [issue](https://github.com/cncf/toc/issues/1)\n\nThe review began on 2026-08-01.\n\n"
          + claim
        if tracked == true {
          try toc?.commit([path: text], on: "2026-08-10")
        } else {
          let place = folder.appending(path: "toc/\(path)")
          try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
          try Data(text.utf8).write(to: place)
        }
        let tree = try #require(SourceTree.disk(root: folder.path(percentEncoded: false)))
        let day = try #require(CalendarDate(iso: "2026-11-21"))
        let found = await assess(tree, asOf: day).value.flatMap(\.findings)
        return found.filter { $0.rule == "claim/maintainer-count" }.map(\.severity)
      }
    }
    #expect(try await severity(tracked: nil) == [.warning])
    #expect(try await severity(tracked: false) == [.warning])
    #expect(try await severity(tracked: true) == [.note])
  }
}
