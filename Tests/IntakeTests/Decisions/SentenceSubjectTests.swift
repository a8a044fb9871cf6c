import Testing

@testable import Intake

/// Who decides by a sentence, what of, and of whom its share is.
extension DecisionRulesTests {
  private func bodies(_ text: String) -> [String] {
    read(text).rules.map { "\($0.body): \($0.subject.rawValue) \($0.threshold ?? "-")" }
  }

  /// A committee decides as the subject of a sentence, too, and not only behind "a vote of".
  @Test(arguments: [
    (
      "The Steering Committee decides by majority vote of its members.", "steering committee: default 1/2+"
    ),
    (
      "The Steering Committee amends this document by a two-thirds vote of its members.",
      "steering committee: governance-change 2/3"
    ),
    (
      "In such cases, the Brand Board may, by a two-thirds vote, reject changes to this document.",
      "brand board: governance-change 2/3"
    ),
    (
      "The Standards Council (SCX) shall decide by simple majority of the votes cast.",
      "standards council: default 1/2+"
    ),
    // Who is chosen, or only told of, does not decide.
    ("The Steering Committee is chosen by a two-thirds vote of the maintainers.", "maintainers: election 2/3"),
    (
      "The Steering Committee may remove a maintainer by a two-thirds vote of the maintainers.",
      "maintainers: remove-maintainer 2/3"
    ),
  ])
  func aCommitteeDecidesAsTheSubject(sentence: String, expected: String) {
    #expect(bodies("# Governance\n\n\(sentence)\n") == [expected])
  }

  @Test func theSentenceBeforeTellsWhoVotes() {
    let text = """
      # Oversight Committee

      The Steering Committee shall individually vote on each candidate for the committee. An affirmative vote of at least \
      60% of the seats is required for a candidate to be approved.
      """
    #expect(read(text).rules.map(\.body) == ["steering committee"])
  }

  @Test func aCommitteeIsKnownByItsShortName() {
    let text = """
      # Brand Charter

      The group works under the charter of the Oversight Board (the “WOB”).

      * If consensus cannot be achieved, the Brand Board shall vote on it. Votes at meetings require a simple majority of \
      the votes cast.
      * As set forth there, the WOB may, in its discretion by a two-thirds vote, reject amendments to this document.
      """
    #expect(read(text).rules.map(\.body) == ["brand board", "oversight board"])
  }

  @Test func whatTwoDecideTogetherIsOfNeither() {
    let text = """
      # Governance

      New maintainers are approved by a unanimous vote of the Steering Committee and existing maintainers.

      Changes to this document need a two-thirds vote of the Steering Committee and are announced to the maintainers.
      """
    #expect(read(text).rules.map(\.body) == ["steering committee and maintainers", "steering committee"])
  }

  @Test(arguments: [
    ("More than half the members of the committee have to support it.", DecisionRule.Base.allMembers),
    ("More than half of the members of the committee have to support it.", .allMembers),
    ("A two-thirds vote of the committee is needed.", .unclear),
  ])
  func aShareIsOfThoseWhoAreNamed(sentence: String, expected: DecisionRule.Base) {
    #expect(read("# Steering Committee\n\n## Decisions\n\n\(sentence)\n").rules.map(\.base) == [expected])
  }

  @Test func aMajorityOfThosePresentAndOneOfAllAreTwoRules() {
    let text = """
      # Steering Committee

      ## Decisions

      Decisions at a meeting require a majority vote of those present. Decisions without a meeting require a majority vote \
      of all members.
      """
    #expect(read(text).rules.map(\.base) == [.present, .allMembers])
  }

  /// A quorum below a heading of its own is for the votes of the section around it.
  @Test(arguments: [
    ("The minimum quorum for a vote must be at least 5 members.", "5 members"),
    ("Quorum is five members.", "5 members"),
    ("A quorum is a majority of the Steering Council.", "1/2+ of members"),
    ("Quorum requires at least fifty percent of all voting members.", "1/2 of members"),
    ("Without a quorum the vote is held again after 5 days.", nil),
  ])
  func aQuorumBelowItsHeadingIsOfTheVotesThere(sentence: String, expected: String?) {
    let text = """
      # Steering Council

      ## Voting

      A proposal passes by a majority of the votes cast by the Steering Council.

      ### Quorum

      \(sentence)
      """
    #expect(read(text).rules.filter { $0.threshold != nil }.map(\.quorum) == [expected])
    #expect(read(text).rules.first?.subject == .everything)
  }

  @Test func whatIsGrantedOrFilledIsNoOrdinaryDecision() {
    let text = """
      # Steering Committee Charter

      1. Those who asked for it are granted a vote for the election by a simple majority vote of the Steering Committee.
      1. The Steering Committee shall vote by simple majority to replace the seat for the term.
      1. A simple majority of seats shall be sufficient to call a vote of the Steering Committee.
      1. An affirmative vote of at least 60% of the seats shall be the decision of the Steering Committee.
      """
    #expect(
      read(text).rules.map { "\($0.subject.rawValue) \($0.threshold ?? "-")" }.filter { $0.hasPrefix("default") } == [
        "default 60%"
      ])
  }

  @Test func aLabelDoesNotHideWhatTheSectionIsAbout() {
    let text = """
      # Steering Council

      ## Spending of funds

      * Voting:
        * More than 50% "yes" votes to pass

      ## All other items

      All other voting items require a 60% majority vote to pass.
      """
    #expect(read(text).rules.map { "\($0.subject.rawValue) \($0.threshold ?? "-")" } == ["other 1/2+", "default 60%"])
  }

  @Test func theVoteWithinACompanyIsNoDecision() {
    let text =
      "# Governance\n\nIf several people of a company vote, the vote will be awarded to the majority opinion for it.\n"
    #expect(read(text).rules.isEmpty)
  }

  @Test func thirdsAreWrittenWithLetters() {
    #expect(
      bodies("# Governance\n\nChanges to this document need a 2/3rds majority of the maintainers.\n") == [
        "maintainers: governance-change 2/3"
      ])
  }
}
