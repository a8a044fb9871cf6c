import Testing

@testable import Intake

/// Which parts of a document claim something.
@Suite struct ClaimsReaderTests {
  @Test func readsWrappedParagraphsAndNamesTheLine() throws {
    let found = try facts("# A\n\nThe file shows\n8\nmaintainers.\n").claims
    #expect(found.map(\.value) == [8])
    #expect(found.map(\.location.line) == [4])
  }

  @Test(arguments: [
    "- [x] **Used by 3 independent adopters, at least 3 independent**", "> It has 3 maintainers.",
    "    | 3 maintainers |",
    "```\n3 maintainers\n```", "<!-- 3 maintainers -->", "Does it have 3 maintainers?",
    "## Adoption\n\n### Adopter 1 - Acme\n\nWe have 7 contributors.", "### Adopter 1 - Acme\n\nWe have 7 contributors.",
  ])
  func passesOverCriteriaQuotesCodeQuestionsAndInterviews(text: String) throws {
    #expect(try facts(text + "\n").claims.isEmpty)
  }

  @Test func readsAListOfUsers() throws {
    let found = try facts("## Users\n\nSignificant users include:\n* Acme\n* Foo Bar - in production\n* Baz (2021)\n")
      .claims
    #expect(found.map(\.names) == [["Acme", "Foo Bar", "Baz"]])
    #expect(found.map(\.kind) == ["adopters"])
    #expect(found.map(\.location.line) == [4])
  }

  @Test func otherListsAreNoListsOfUsers() throws {
    #expect(try facts("Maintainers of each repository are listed. For example:\n* core\n* web\n").claims.isEmpty)
  }

  @Test func tiesAClaimToTheCriterionItIsEvidenceFor() throws {
    let text = "- [x] **A number of active maintainers which is appropriate.**\n\nThere are 8 maintainers.\n"
    #expect(try facts(text).claims.map(\.criterion) == ["GOV-NUM"])
  }
}
