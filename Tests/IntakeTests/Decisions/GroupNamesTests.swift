import Diagnostics
import Markdown
import StructuredData
import Testing

@testable import Intake

/// Groups whose names no list holds decide for themselves, and what nobody is named for is not the maintainers'.
extension DecisionRulesTests {
  private func bodies(_ text: String) -> [String] { read(text).rules.map(\.body) }

  @Test(arguments: [
    ("A block is lifted by a simple majority vote of the Moderation Team.", "moderation team"),
    ("Changes to this document need unanimous agreement from core developers.", "core developers"),
    ("The charter is changed by two-thirds of the directors.", "directors"),
    ("Directors decide by a majority vote.", "directors"),
    ("The Core Developers may, by a two-thirds vote, change this document.", "core developers"),
    ("New members need a 2/3rds majority of current trading working group members.", "trading working group"),
    ("A repository is archived by a majority of the members of the release team.", "release team"),
    ("Repositories are archived by a majority vote of the Leadership Council.", "leadership council"),
    (
      "Somebody is removed through a vote by the Steering Committee, requiring 4 of 5 votes in favor.",
      "steering committee"
    ),
    ("Contributors may become committers by a majority vote of the committers.", "committers"),
    ("A project is archived by a two-thirds vote of the board representatives.", "board"),
    ("Decisions are made by a majority vote of a group of maintainers.", "maintainers"),
    ("Decisions are made by a majority of the team.", DecisionText.unnamed),
    ("Decisions are made by majority vote.", DecisionText.unnamed),
    ("Decisions are made by majority vote, of which the maintainers keep a record.", "maintainers"),
  ])
  func aGroupDecidesUnderItsName(sentence: String, expected: String) {
    #expect(bodies("# Governance\n\n\(sentence)\n") == [expected], "\(sentence)")
  }

  @Test func aHeadingNamesTheGroupWhoseRulesStandBelow() {
    let text = """
      # Governance

      The maintainers look after the project.

      ## Moderation Team

      Somebody joins by a two-thirds vote.

      ## Team

      Decisions are made by a majority vote.
      """
    #expect(bodies(text) == ["moderation team", "maintainers"])
  }

  @Test func aTitleNamesTheGroupOfItsDocument() {
    let text = "# Moderation Team\n\nNew members join by a two-thirds vote. The maintainers are told.\n"
    #expect(bodies(text) == ["moderation team"])
  }

  @Test func aDocumentWithoutMaintainersIsOfThoseItAsks() {
    let text = """
      # How we decide

      Decisions are made by a majority vote of the core developers. Changes to this document need a two-thirds vote of the \
      core developers.

      ## Disputes

      A dispute is resolved by a simple majority.
      """
    #expect(bodies(text) == ["core developers", "core developers", "core developers"])
  }

  @Test func aRuleForSeveralCommitteesIsOfEach() {
    let text = """
      # Widget Charter

      ## Voting

      If a decision needs a vote, the representatives of the Governing Board, TOC, or Marketing Committee, as applicable, \
      shall vote on a one vote per representative basis.

      Decisions at a meeting require a majority vote.
      """
    #expect(bodies(text) == ["governing board", "toc", "marketing committee"])
  }

  @Test func aMajorityOfWhatIsNoVoteIsNone() {
    let text = """
      # Steering Committee

      Seats are filled once a majority of contributions have been made by new contributors.

      As the holidays matter to a majority of the world, no vote ends in them.
      """
    #expect(read(text).rules.isEmpty)
  }

  @Test(arguments: [
    ("A member may be removed by the vote of at least half of the members of the council.", "remove-maintainer"),
    ("A two-thirds vote of the council is required for a project to graduate.", "other"),
  ])
  func whatIsNoOrdinaryDecision(sentence: String, expected: String) {
    #expect(
      read("# Governance Council\n\n## Decisions\n\n\(sentence)\n").rules.map(\.subject.rawValue) == [expected])
  }

  @Test func whatAProjectMustObtainIsNoOrdinaryDecision() {
    let text = """
      # Stages

      ## Graduated Stage

      ### Requirements

      To be considered for the Graduated stage, a project must meet these requirements:

      * Have an adopter.
      * Obtain both a 2/3 supermajority vote of the Technical Council and an affirmative majority vote of the Governing Board

      ## Incubation Stage

      ### Requirements

      To be considered for the Incubation stage, a project must:

      * Obtain an affirmative vote of the Technical Council.
      """
    #expect(
      read(text).rules.map { "\($0.body): \($0.subject.rawValue) \($0.threshold ?? "-")" } == [
        "technical council: other 2/3", "governing board: other 1/2+",
      ])
  }

  @Test func bothDecideTogether() {
    let text = """
      # Lifecycle

      This document may be amended by a majority vote of both the Technical Advisory Council (“TAC”) and Governing Board.
      """
    #expect(bodies(text) == ["technical advisory council and governing board"])
  }

  @Test func thoseWhoNeedToBePresentAreAQuorum() {
    let text = """
      # Technical Committee

      ## Meeting

      For a meeting to be held, at least half of the members need to be present.
      """
    #expect(read(text).rules.allSatisfy { $0.threshold == nil })
  }

  @Test(arguments: [
    ("The Technical Board shall be composed of nine (9) individuals.", 9),
    ("The Technical Board consists of 7 elected members.", 7),
    ("The Technical Board has five seats, two of which are appointed.", 5),
    ("The board is fixed in size to five members.", 5),
    ("The Technical Board consists of three elected members and two appointed ones.", nil),
    ("The Technical Board has five, seven or nine members.", nil),
    ("The Technical Board has up to five members.", nil),
    ("No company has three seats on the Technical Board.", nil),
    ("The initial Technical Board has five members.", nil),
  ])
  func aNumberOfSeatsIsStated(sentence: String, expected: Int?) {
    let text = "# Technical Board\n\n\(sentence)\n\nDecisions are made by a majority vote of the board.\n"
    #expect(read(text).sizes.values.map(\.number).first == expected)
    #expect(read(text).sizes.keys.allSatisfy { $0 == "technical board" })
  }
}
