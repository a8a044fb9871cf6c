import Criteria
@testable import Intake
import Testing

@testable import Assess

@Suite struct OrganizationTests {
  /// The verdict on maintainers of at least two organizations, ticked beside a list of these employers.
  private func verdict(_ employers: [String]) async throws -> Verdict {
    let rows = employers.enumerated().map { "| Person \($0) | [p\($0)](https://github.com/p\($0)) | \($1) | core |\n" }
    let files = [
      "README.md": "# Example\n",
      "MAINTAINERS.md":
        "# Maintainers\n\n| Name | GitHub | Organization | Domain |\n|---|---|---|---|\n" + rows.joined(),
      "application.md": Samples.fullApplication([
        "- [x] **Project maintainers from at least 2 organizations that demonstrates survivability.**\n\nSee the list."
      ]),
    ]
    let judged = await assess(files).value.first?.models.first?.criteria.first { $0.criterion.id == "GOV-2ORG" }
    return try #require(judged).verdict
  }

  @Test func twoEmployersMeetTheCriterion() async throws {
    #expect(try await verdict(["Acme", "Globex"]) == .met)
  }

  @Test func oneEmployerOfAllContradictsIt() async throws {
    #expect(try await verdict(["Acme", "ACME Inc."]) == .contradicted)
  }

  @Test(arguments: ["Acme (formerly Globex)", "The Acme Company", "on Acme", "Sponsored by Acme"])
  func anotherSpellingIsTheEmployer(spelling: String) async throws {
    #expect(try await verdict(["Acme", spelling]) == .contradicted)
  }

  /// Names that share a word may be one employer or two; neither is said.
  @Test(arguments: ["Acme Cloud", "AcmeCloud", "on Acme Cloud", "Acme Labs", "Acme Research"])
  func whatMayBeAPartOfAnEmployerIsForTheReviewer(spelling: String) async throws {
    #expect(try await verdict(["Acme", spelling]) == .needsReview)
    #expect(try await verdict(["Acme", spelling, "Globex"]) == .met)
  }

  @Test(arguments: ["Acme Bank", "Acmeworks", "Cloud Acme", "AT&T"])
  func anotherNameIsAnotherEmployer(spelling: String) async throws {
    #expect(try await verdict(["Acme", spelling]) == .met)
  }

  /// A person without an employer is no second organization, and shows no dependence on one either.
  @Test(arguments: ["Independent", "individual developer", "Self-employed"])
  func peopleWithoutEmployerAreForTheReviewer(word: String) async throws {
    #expect(try await verdict(["Acme", word]) == .needsReview)
  }

  /// What an organization is to somebody is no part of its name.
  @Test func whatAnOrganizationIsToSomebodyIsNotShown() {
    #expect(OrganizationNames().name(for: "Sponsored by  Acme Works") == "Acme Works")
    #expect(OrganizationNames().name(for: "The Acme Group") == "The Acme Group")
    #expect(OrganizationNames().name(for: "Funded by") == "Funded by")
  }

  @Test func aBlankCellShowsNothing() async throws {
    #expect(try await verdict(["Acme", "Acme", ""]) == .needsReview)
  }
}
