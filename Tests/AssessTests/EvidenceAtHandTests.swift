import Criteria
import Intake
import Testing

@testable import Assess

/// What a careful reader finds beside a criterion where no application speaks of it.
@Suite struct EvidenceAtHandTests {
  private func model(_ files: [String: String]) async throws -> ModelAssessment {
    try #require(await assess(files).value.first?.models.first)
  }

  private func verdict(_ id: String, _ files: [String: String]) async throws -> Verdict {
    try #require(try await model(files).criteria.first { $0.criterion.id.rawValue == id }).verdict
  }

  private let governed = ["README.md": "# Example\n\nPart of the CNCF. See [the rules](GOVERNANCE.md).\n"]

  /// CODEOWNERS lists whoever can approve everything, where no document lists maintainers.
  @Test func whoOwnsEverythingIsListed() async throws {
    var files = governed
    files["GOVERNANCE.md"] = "# Governance\n\nMaintainers decide by consensus.\n"
    files["CODEOWNERS"] = "*  @ann95 @bob95 @cy95 @example/team\n/docs/  @eve95\n"
    let list = await assess(files).value.first?.community.index
    #expect(list?.maintainers.compactMap(\.handle) == ["ann95", "bob95", "cy95"])
    #expect(try await verdict("GOV-NUM", files) == .claimable)
    let number = try await model(files).criteria.first { $0.criterion.id.rawValue == "GOV-NUM" }
    #expect(number?.because == ["3 owners of the code are listed, by CODEOWNERS"])
    // Such a list agrees with itself.
    #expect(try await verdict("GOV-OWN", files) == .needsReview)
  }

  /// Teams alone own the code, and nobody is listed: there is nothing to compare, and nothing goes wrong.
  @Test func ownersWithoutAnyListAreNoError() async throws {
    var files = governed
    files[".github/CODEOWNERS"] = "*  @example/team\n"
    let staged = await assess(files)
    #expect(!staged.diagnostics.contains { $0.severity == .error }, "\(staged.diagnostics)")
    #expect(try await verdict("GOV-OWN", files) != .claimable)
  }

  /// Nobody misses subprojects where there may be none, and statistics of contributions lie with the foundation.
  @Test(arguments: [
    ("GOV-SUB", Verdict.needsReview), ("COM-ACT", .unknown), ("SEC-SELF", .unknown),
  ])
  func whatIsKeptElsewhereIsNotCalledAbsent(id: String, expected: Verdict) async throws {
    #expect(try await verdict(id, governed) == expected)
  }

  @Test func accessThatGoesWithARoleIsFound() async throws {
    var files = governed
    files["GOVERNANCE.md"] =
      "# Governance\n\n## Maintainers\n\nMaintainers have write access; each repository's CODEOWNERS names them.\n"
    #expect(try await verdict("GOV-OWN", files) == .claimable)
    // The lists dispute what the text says.
    files["MAINTAINERS.md"] =
      "# Maintainers\n\n* Ann Example (@ann95)\n* Bob Example (@bob95)\n\n## Emeritus\n\n* Eve Example (@eve95)\n"
    files["OWNERS"] = "approvers:\n- ann95\n- eve95\n"
    #expect(try await verdict("GOV-OWN", files) == .needsReview)
  }

  @Test func aDocumentThatOnlyLinksItselfIsLinkedFromNowhere() async throws {
    let page = "# Governance\n\n- [Roles](#roles)\n\n## Roles\n\nMaintainers decide.\n"
    func check(_ readme: String) async throws -> Bool? {
      let criteria = try await model(["README.md": readme, "GOVERNANCE.md": page]).criteria
      return criteria.first { $0.criterion.id.rawValue == "GOV-DOC" }?.checks.first?.holds
    }
    #expect(try await check("# Example\n\nPart of the CNCF.\n") == false)
    #expect(try await check("# Example\n\nPart of the CNCF: [rules](GOVERNANCE.md).\n") == true)
  }

  /// An application of a form that no revision has answers nothing, and is named.
  @Test func aFormlessApplicationIsNamed() async throws {
    var files = governed
    files["application.md"] =
      "# Example Graduation Application\n\n## Users\n\nMany.\n\n## Roadmap\n\nFaster ovens.\n\n## Audit\n\nDone.\n"
    let model = try await model(files)
    #expect(!model.hasApplication)
    #expect(model.formless.map { "\($0.path):\($0.line)" } == "application.md:1")
  }
}
