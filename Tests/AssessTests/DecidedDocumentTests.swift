import Assess
import Diagnostics
import Intake
import StructuredData
import Testing

/// What was decided is of its own day; what is pending has to be right today.
@Suite struct DecidedDocumentTests {
  private static let people = """
    # Maintainers

    | Name | GitHub | Employer |
    |---|---|---|
    | Ann | ann | Acme |
    | Bob | bob | Bolt |

    """

  private static func application(_ day: String, _ text: String, level: String = "Graduation") -> String {
    "---\ndate: \(day)\n---\n# Example \(level) Application\n\n## Governance and Maintainers\n\n"
      + "- [x] **Clear and discoverable project governance documentation.**\n\n  In the repository.\n\n"
      + "- [x] **Governance is up to date with actual project activities.**\n\n  See the calendar.\n\n"
      + "- [x] **Contributor ladder with multiple roles for contributors.**\n\n  Four roles.\n\n"
      + "- [x] **A number of active maintainers which is appropriate to the size and scope of the project.**\n\n"
      + "  \(text)\n"
  }

  private func claims(_ files: [String: String]) async throws -> [String] {
    let all = ["README.md": "# Example\n", "MAINTAINERS.md": Self.people].merging(files) { $1 }
    return try #require(await assess(all).value.first).findings.filter { $0.rule.rawValue.hasPrefix("claim/") }
      .map { "\($0.severity) \($0.rule)" }
  }

  @Test func aFigureOfAPendingApplicationIsAWarning() async throws {
    let text = "We have 5 maintainers."
    #expect(
      try await claims(["application.md": Self.application("2026-06-01", text)]) == ["warning claim/maintainer-count"])
  }

  @Test func anApplicationOfYearsAgoIsHistory() async throws {
    let text = "We have 5 maintainers and 2562 stars."
    #expect(
      try await claims(["application.md": Self.application("2020-06-01", text)]) == ["note claim/maintainer-count"])
  }

  @Test func theLevelThatIsHeldIsDecided() async throws {
    let text = "We have 5 maintainers."
    let workspace = "communities:\n  - id: example\n    holds: graduated\n"
    let found = try await claims([
      "sitegen.yaml": workspace, "application.md": Self.application("2026-06-01", text),
    ])
    #expect(found == ["note claim/maintainer-count"])
    let pending = "communities:\n  - id: example\n    holds: incubating\n"
    #expect(
      try await claims(["sitegen.yaml": pending, "application.md": Self.application("2020-06-01", text)])
        == ["warning claim/maintainer-count"])
  }

  @Test(arguments: ["2026-06-01": 1, "2020-06-01": 0])
  func nobodyFillsInWhatIsDecided(_ day: String, _ count: Int) async throws {
    let text = "The adopters use it since MONTH YEAR."
    let files = [
      "README.md": "# Example\n", "MAINTAINERS.md": Self.people, "application.md": Self.application(day, text),
    ]
    let found = try #require(await assess(files).value.first).findings.filter { $0.rule == "document/placeholder" }
    #expect(found.count == count)
  }

  @Test func figuresOfOneDayAreOneFinding() async throws {
    let text = "There were 226 contributors, 120 forks and 2562 stars as of 2025-06-01."
    let found = try await claims(["application.md": Self.application("2026-06-01", text)])
    #expect(found.filter { $0.hasSuffix("claim/stale-metric") }.count <= 1)
  }

  /// A folder of one project, the folder of all, and the foundation's repository.
  @Test func aFileWeighsTheSameWhereverTheRunBegins() async throws {
    let text = "# Oven Graduation Application\n\n## Description\n\nIt bakes.\n\n## License\n\nApache.\n"
    let other = Self.application("2026-06-01", "Two.")
    func severities(below folder: String) async -> [Severity] {
      let files = [
        "README.md": "# The committee\n", "projects/oven/oven-graduation-application.md": text,
        "projects/tent/tent-graduation-dd.md": other.replacing("Example", with: "Tent"),
        "projects/sail/sail-graduation-dd.md": other.replacing("Example", with: "Sail"),
      ].filter { $0.key.hasPrefix(folder) }
      let inside = Dictionary(uniqueKeysWithValues: files.map { (String($0.key.dropFirst(folder.count)), $0.value) })
      return await assess(inside).diagnostics.filter { $0.rule == "due-diligence/no-criteria" }.map(\.severity)
    }
    for folder in ["", "projects/", "projects/oven/"] {
      #expect(await severities(below: folder) == [.warning], "\(folder)")
    }
  }

  /// The folder of a foundation's records is that of an open review, too: the days tell.
  @Test(arguments: [("2026-06-01", false), ("2024-06-01", true)])
  func aReviewUnderWayIsNoRecord(day: String, isDecided: Bool) async throws {
    let path = "toc/projects/oven/oven-graduation-dd.md"
    let workspace = "communities:\n  - id: oven\n    repositories: [{path: code}, {path: toc}]\n"
    let text = Self.application(day, "Two.").replacing("Example", with: "Oven")
    let files = ["sitegen.yaml": workspace, "code/README.md": "# Oven\n", path: text]
    let assessment = try #require(await assess(files).value.first)
    #expect(assessment.community.application == path || assessment.community.earlierApplications == [path])
    #expect(assessment.decided.contains(path) == isDecided)
  }

  /// A figure that the list beside it shows is as new as the list.
  @Test func aFigureThatHoldsIsNotOld() async throws {
    func found(_ count: Int) async throws -> [String] {
      let text = "As of June 2024, it lists \(count) maintainers."
      return try await claims(["application.md": Self.application("2026-06-01", text)])
        .filter { $0.hasSuffix("claim/stale-metric") }
    }
    #expect(try await found(2).isEmpty)
    #expect(try await found(7).count == 1)
  }

  @Test func historyBesideAnApplicationStopsNoRun() async throws {
    let older =
      "# Example Sandbox Proposal\n\n## Description\n\nIt does this.\n\n## License\n\nApache.\n\n"
      + "## Sponsors\n\nAnn.\n"
    let files = [
      "README.md": "# Example\n", "application.md": Self.application("2026-06-01", "Two."),
      "example-sandbox-proposal.md": older,
    ]
    let found = await assess(files).diagnostics.filter { $0.rule == "due-diligence/no-criteria" }
    #expect(found.allSatisfy { $0.severity == .note })
  }
}

/// Lists of people and rights that show what is asked, and what speaks against them.
@Suite struct ShownByListsTests {
  private static let code = "# Code of Conduct\n\nWe follow the CNCF Code of Conduct.\n"

  private func verdict(_ id: String, _ files: [String: String]) async throws -> Verdict {
    let model = try #require(await assess(files).value.first?.models.first)
    return try #require(model.criteria.first { $0.criterion.id.rawValue == id }).verdict
  }

  private static let list = """
    # Maintainers

    | Name | GitHub | Employer |
    |---|---|---|
    | Ann | ann | Acme |
    | Bob | bob | Bolt |

    """

  @Test func ownersThatAreTheMaintainersAreFound() async throws {
    let base = ["README.md": "# Example\n", "MAINTAINERS.md": Self.list]
    #expect(try await verdict("GOV-OWN", base.merging(["OWNERS": "approvers:\n- ann\n- bob\n"]) { $1 }) == .claimable)
    #expect(
      try await verdict("GOV-OWN", base.merging(["OWNERS": "approvers:\n- ann\n- bob\n- eve\n"]) { $1 })
        == .needsReview)
  }

  @Test func aListWithNamesAndEmployersIsFound() async throws {
    #expect(try await verdict("GOV-LIST", ["README.md": "# Example\n", "MAINTAINERS.md": Self.list]) == .claimable)
    let blank = Self.list.replacing("| Bolt |", with: "| |")
    #expect(try await verdict("GOV-LIST", ["README.md": "# Example\n", "MAINTAINERS.md": blank]) == .needsReview)
  }

  @Test func twoCodesOfConductAreNotOne() async throws {
    let governance = "# Governance\n\nThe CNCF Code of Conduct is in force.\n"
    let one = ["a/README.md": "# A\n", "a/CODE_OF_CONDUCT.md": Self.code, "a/GOVERNANCE.md": governance]
    let own = "# Contributor Covenant Code of Conduct\n\n## Our Pledge\n\nWe pledge to be kind.\n"
    #expect(try await verdict("GOV-COC", one) == .claimable)
    let two = one.merging(["b/README.md": "# B\n", "b/CODE_OF_CONDUCT.md": own]) { $1 }
    #expect(try await verdict("GOV-COC", two) == .needsReview)
  }

  @Test func whatOnlyTheFoundationKeepsLiesOutside() async throws {
    #expect(try await verdict("PROC-GOVREV", ["README.md": "# Example\n", "LICENSE": "A\n"]) == .unknown)
    let alone = ["community/README.md": "# Community\n", "community/GOVERNANCE.md": "# Governance\n\nBy vote.\n"]
    #expect(try await verdict("SEC-BADGE", alone) == .unknown)
    let beside = alone.merging(["tool/README.md": "# Tool\n", "tool/LICENSE": "A\n"]) { $1 }
    #expect(try await verdict("SEC-BADGE", beside) == .missing)
  }
}
