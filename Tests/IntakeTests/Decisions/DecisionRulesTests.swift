import Diagnostics
import Markdown
import Testing

@testable import Intake

/// Rules of decision in running text, lists and tables.
@Suite struct DecisionRulesTests {
  private func read(_ text: String) -> DecisionRules {
    let source = SourceText(path: "GOVERNANCE.md", text: text)
    return DecisionDocument(source, GFM.document(source).value).rules
  }

  private func rules(_ text: String) -> [String] {
    read(text).rules.map { "\($0.location.line) \($0.subject.rawValue) \($0.method.rawValue) \($0.threshold ?? "-")" }
  }

  @Test(arguments: [
    ("A vote passes with a simple majority of all maintainers.", "1 default majority 1/2+"),
    ("Unless stated otherwise, a vote needs two thirds of the maintainers.", "1 default supermajority 2/3"),
    ("New maintainers are elected by a ⅔ majority of the current maintainers.", "1 add-maintainer supermajority 2/3"),
    ("A maintainer can be removed by a 3/4 vote of the others.", "1 remove-maintainer supermajority 3/4"),
    ("Changes to this charter need a super-majority (more than two-thirds).", "1 governance-change supermajority 2/3+"),
    ("Amendments need the approval of at least 70 % of the members.", "1 governance-change supermajority 70%"),
    ("Decisions pass with at least half of the members.", "1 default majority 1/2"),
    ("Our decisions are made by lazy consensus.", "1 default lazy-consensus -"),
    ("Reviewers can be removed by a majority of the maintainers.", "1 other majority 1/2+"),
    ("Pull requests are merged after at least two approvals.", "1 code other 2"),
    ("The project lead has the final say.", "1 default other -"),
    ("Elections are decided by a simple majority of votes.", "1 election majority 1/2+"),
    (
      "New reviewers are nominated by an existing maintainer and must be elected by two thirds of the maintainers.",
      "1 other supermajority 2/3"
    ),
    ("This charter may be amended by a two thirds vote of the maintainers.", "1 governance-change supermajority 2/3"),
    ("Decisions require a simple majority of attending members when quorum is met.", "1 default majority 1/2+"),
  ])
  func readsARule(text: String, rule: String) { #expect(rules(text) == [rule]) }

  @Test(arguments: [
    "The vast majority of issues are closed within a week.",
    "Maintainers review the majority of pull requests.",
    "If consensus cannot be reached, wait a week.",
    "Candidates are sponsored by two maintainers from different companies.",
    "Candidates have contributed for three months or more.",
    "No organization should control the direction of the project.",
    "> A simple majority of all maintainers decides.",
    "```\nA simple majority of all maintainers decides.\n```",
    "## Example\n\nA vote passes with a simple majority of all maintainers.",
    "Two-thirds majority votes mean at least two-thirds of all maintainers.",
    "The goal is to settle objections rather than to achieve unanimous agreement.",
    "If a leave is less than 1/4 of the board member's term, a deputy is needed, who must:\n\n- be eligible\n- be known",
    "## Majority vote\n\nMajority votes must be called explicitly.",
  ])
  func takesNothingElseForARule(text: String) {
    #expect(rules(text) == [])
    #expect(read(text).caps.isEmpty && read(text).inactivity.isEmpty)
  }

  @Test func readsALineBelowTheWord() {
    #expect(
      rules("Changes to the governance\nneed a vote of\ntwo thirds of the maintainers.") == [
        "3 governance-change supermajority 2/3"
      ])
  }

  @Test func givesTheItemsOfAListTheThresholdAboveThem() {
    let text = """
      The following decisions require a two-thirds majority of all maintainers:

      - Adding a maintainer
      - Removing a maintainer
      - Changes to this governance
      - Choosing a logo
      """
    #expect(
      rules(text) == [
        "3 add-maintainer supermajority 2/3", "4 remove-maintainer supermajority 2/3",
        "5 governance-change supermajority 2/3", "6 other supermajority 2/3",
      ])
  }

  @Test func readsATableOfActions() {
    let text = """
      | Action | Approval | Voters |
      | --- | --- | --- |
      | New maintainer | Simple majority | Maintainers |
      | Maintainer removal | 2/3 majority | Steering committee |
      """
    #expect(rules(text) == ["3 add-maintainer majority 1/2+", "4 remove-maintainer supermajority 2/3"])
  }

  @Test func leavesAnUndefinedSupermajorityOpen() {
    #expect(rules("Maintainers are elected by a supermajority.") == ["1 add-maintainer supermajority -"])
  }

  @Test func findsTheDefinitionInTheDocumentOrInTheAnchorOfALink() {
    let defined = """
      New maintainers are elected by a supermajority of the maintainers.

      ## Supermajority

      A supermajority is defined as three quarters of the maintainers.
      """
    #expect(rules(defined) == ["1 add-maintainer supermajority 3/4"])
    #expect(read(defined).rules.first?.definedAt == 5)
    let linked = "New maintainers are elected by a [super-majority](https://example.org/votes#Two-thirds_vote) vote."
    #expect(rules(linked) == ["1 add-maintainer supermajority 2/3"])
  }

  @Test func countsANamedMajorityByItsDefinition() {
    let text = """
      ## Explicit majority

      The vote succeeds when ⅔ of cast votes are +1.

      ## Votes

      All changes in the governance need an explicit majority of maintainers.
      """
    #expect(rules(text) == ["7 governance-change supermajority 2/3"])
  }

  @Test func keepsContradictions() {
    let text = """
      ## Leaving

      Removing a maintainer takes a 2/3 majority of the other maintainers.

      ## Voting

      Maintainers can be removed by a simple majority of all maintainers.
      """
    #expect(rules(text) == ["3 remove-maintainer supermajority 2/3", "7 remove-maintainer majority 1/2+"])
  }

  @Test(arguments: [
    ("No more than two seats may be held by employees of the same company.", "seats-per-organization 2"),
    ("No company may hold a majority of the seats.", "share-of-seats 1/2"),
    ("Each organization has less than 50% of the seats.", "share-of-seats <1/2"),
    ("There is a maximum of one-third representation from any one company.", "share-of-seats 1/3"),
    ("No organization may cast more than 40% of the votes.", "votes-per-organization 40%"),
    ("Votes by people of the same employer count as one vote.", "one-vote-per-organization 1"),
    ("There are up to five seats, with no more than 2 from any one organization.", "seats-per-organization 2"),
  ])
  func readsACap(text: String, cap: String) {
    #expect(read(text).caps.map { "\($0.kind.rawValue) \($0.limit)" } == [cap])
    #expect(rules(text) == [])
  }

  @Test func readsMonthsOfInactivityAndLeavesExperienceAlone() {
    let text = "Maintainers who are inactive for six months or more are moved to emeritus."
    #expect(read(text).inactivity.map(\.months) == [6])
    #expect(read("- Members must have been active for 3 months.").inactivity.isEmpty)
  }

  @Test func readsAChangeOfEmployerWithItsDays() {
    let text = "If seats shift because of job changes or acquisitions, members resign within 28 days."
    #expect(
      read(text).affiliation.map { "\($0.kind.rawValue) \($0.days ?? 0)" } == [
        "change-of-employer 28", "acquisition 28",
      ])
  }

  @Test func namesTheBodyAndItsMembers() throws {
    let text = """
      # Steering Committee Charter

      | Name | Company |
      | --- | --- |
      | Ana | Acme |
      | Ben | |

      Decisions pass with a majority of the members of the committee.
      """
    let body = try #require(read(text).bodies.first)
    #expect(body.name == "steering committee" && body.kind == .steering)
    #expect(body.members.map(\.organization) == ["Acme", nil])
    #expect(read(text).rules.map(\.body) == ["steering committee"])
    #expect(read(text).rules.map(\.base) == [.allMembers])
  }
}
