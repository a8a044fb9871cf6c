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

  @Test func takesNoRequirementForAClaim() throws {
    let list = "* Use in production by 3 end users\n* 5 maintainers\n"
    #expect(try facts("To move up, a project must:\n\n" + list).claims.isEmpty)
    let grounds = try facts("The project asks to move up based on:\n\n" + list).claims
    #expect(grounds.map(\.value) == [3, 5] && grounds.allSatisfy { $0.qualifier == .atLeast && !$0.isTotal })
    #expect(try facts("The project meets all requirements:\n\n" + list).claims.count == 2)
    #expect(try facts("## Requirements\n\n" + list).claims.count == 2)
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

  @Test func readsTheOrganizationsOfAListOfPeople() throws {
    let found = try facts("The code has maintainers from these organizations:\n\n- Acme\n- Foo Bar\n").claims
    #expect(found.map(\.names) == [["Acme", "Foo Bar"]])
    #expect(found.map(\.kind) == ["organizations"])
    #expect(found.map(\.scope) == ["maintainers"])
  }

  @Test func readsFiguresInTables() throws {
    let rows =
      "| Figure | 2021 | June 2022 |\n|-|-|-|\n| GitHub stars | ~14k | ~21k |\n| Merged PRs | 35/month | 45/month |\n"
    let byRow = try facts(rows + "| Releases | 100 | ?? |\n").claims
    #expect(byRow.map(\.kind) == ["stars", "releases"])
    #expect(byRow.map(\.value) == [21_000, 100])
    #expect(byRow.map(\.qualifier) == [.about, .exact])
    #expect(byRow.map(\.asOf?.description) == ["2022-06-30", nil])
    #expect(byRow.map(\.location.line) == [3, 5])

    let byColumn = try facts("| Day | Stars | Forks |\n|--|--|--|\n| 2024-05-01 | 1,200 | 80+ |\n").claims
    #expect(byColumn.map(\.kind) == ["stars", "forks"])
    #expect(byColumn.map(\.asOf?.description) == ["2024-05-01", "2024-05-01"])
  }

  @Test(arguments: [
    ("Figure | Current | At sandbox", 20), ("Figure | Sandbox | Incubation", 10), ("Figure | May 2023 | May 2021", 20),
    ("Figure | 2020 | 2021", 10),
  ])
  func takesTheNewestColumnOfATable(header: String, value: Int) throws {
    #expect(try facts("| \(header) |\n|-|-|-|\n| Stars | 20 | 10 |\n").claims.map(\.value) == [value])
  }

  @Test func aListBehindCountedPeopleNamesPeople() throws {
    let text = "It has 3 maintainers from 2 organizations:\n\n- Ada Example\n- Bea Example\n- Cy Example\n"
    #expect(try facts(text).claims.allSatisfy { $0.names.isEmpty })
  }

  @Test func tablesThatCompareProjectsClaimNothing() throws {
    let text = "| Project | Stars | Forks |\n|--|--|--|\n| Ours | 1200 | 80 |\n| Theirs | 900 | 70 |\n"
    #expect(try facts(text).claims.isEmpty)
  }

  @Test func readsTheEvidenceOfCriteriaInTables() throws {
    let text = """
      | Requirement | Status | Evidence |
      |--|--|--|
      | Clear and discoverable project governance documentation | \u{2705} | In the file |
      | A number of active maintainers which is appropriate | \u{2705} | There are 8 maintainers today |
      | Publicly documented list of adopters | \u{2705} | [file](ADOPTERS.md) |
      """
    let found = try facts(text).claims
    #expect(found.map(\.value) == [8])
    #expect(found.map(\.criterion) == ["GOV-NUM"])
  }

  @Test func adoptersOwnStoriesAreNotTheProjects() throws {
    let text = """
      - [x] **Used in appropriate capacity by at least 3 independent adopters**

      Three stories of the 40 adopters in our list:

      * [Acme](https://example.org) has 300 clusters.
        * They have 20 contributors of their own.
      * Foo Bar: it runs 7 clusters for 900 users every day.
      """
    #expect(try facts(text).claims.map(\.value) == [40])
  }

  @Test func aBoldLineIsAHeading() throws {
    #expect(try facts("**Production usage by three independent users**\n\nSee below.\n").claims.isEmpty)
  }

  @Test func aReadmeClaimsOnlyFiguresOfItsCommunity() throws {
    let text = """
      # Example

      How 5 companies cut their bills. Written by two members. With 33+ tools.

      The project has 8 maintainers from over 4 organizations.
      """
    #expect(try facts(text, kind: .readme).claims.map(\.value) == [8, 4])
  }

  @Test func readsMailsInTextAndInHTML() throws {
    let text = "Hi all,\n\nwe now have 12 maintainers.\n\n> we had 9 maintainers\n"
    #expect(try facts(text, path: "mail.txt", kind: .mail).claims.map(\.value) == [12])
    let html = "<html><body><div>Hi</div><div>We now have <b>12</b> maintainers.</div></body></html>"
    let found = try facts(html, path: "mail.html", kind: .mail).claims
    #expect(found.map(\.value) == [12])
    #expect(found.map(\.location.line) == [1])
  }
}
