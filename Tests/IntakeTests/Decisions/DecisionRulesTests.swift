import Diagnostics
import Markdown
import Testing

@testable import Intake

/// Rules of decision in running text, lists and tables.
@Suite struct DecisionRulesTests {
  func read(_ text: String) -> DecisionRules {
    let source = SourceText(path: "GOVERNANCE.md", text: text)
    return DecisionDocument(source, GFM.document(source).value).rules
  }

  private func rules(_ text: String) -> [String] {
    read(text).rules.map { "\($0.location.line) \($0.subject.rawValue) \($0.method.rawValue) \($0.threshold ?? "-")" }
  }

  @Test func whatAClauseLeavesOutIsNotItsSubject() {
    let text = """
      # Maintainers

      ## Modifying this file

      Other than adding and removing maintainers, any changes to this policy must be agreed upon by 2/3 of the maintainers.
      """
    #expect(rules(text) == ["5 governance-change supermajority 2/3"])
  }

  @Test func limitsOfOneKindOfSeatAreToldApart() {
    let text = """
      # Steering Committee Charter

      No company can have more than five seats on the steering committee.

      No company can hold more than one community seat.
      """
    #expect(read(text).caps.map { "\($0.limit) \($0.isOfSomeSeats)" } == ["5 false", "1 true"])
  }

  /// One person who decides whatever others vote is no vote without a threshold, and who breaks ties decides nothing else.
  @Test(
    arguments: [
      ("The project lead has the final say.", "last-word project lead"),
      ("Ada is the BDFL, and the BDFL holds ultimate authority over the project.", "last-word bdfl"),
      ("The chair, who speaks last, has the casting vote.", "ties chair"),
      ("The chair does not have the casting vote.", nil), ("The lead and the maintainers have the final say.", nil),
      ("The SIG chair has the final say on what the SIG does.", nil),
      ("The committee has the final say; its chair calls the meetings.", nil),
    ] as [(String, String?)])
  func theWordOfOnePersonIsTold(text: String, expected: String?) {
    let voice = read(text).rules.compactMap(\.ownVoice).first
    #expect(voice.map { "\($0.kind.rawValue) \($0.holder)" } == expected)
  }

  @Test func aLimitIsOfTheCommitteeThatItsSentenceNames() {
    let text = """
      # Rules

      After hearing them, the leads choose new ones (no more than two people of the same company should be on the steering \
      committee).
      """
    #expect(read(text).caps.map { "\($0.body) \($0.limit)" } == ["steering committee 2"])
  }

  /// A sentence that names nobody is about those of the rule before it, and who acts is who decides.
  @Test func asksThoseOfWhomTheSentencesAroundARuleSpeak() {
    let text = """
      # Governance

      Patches are approved by a majority of the committers, releases by two thirds of the committers.

      ## Votes

      The call for a vote must be approved by a majority of the TSC or else the discussion goes on. Simple majority wins.

      ## Amendments

      1. This charter may be amended by a two-thirds vote of the entire TSC.
      2. Where a quorum is missed twice, a last attempt to amend this charter needs only two-thirds of the votes.

      ## Steering Committee

      The foundation's board can override an objection only by a unanimous decision.

      A chair is replaced through a majority vote of the Board members.

      The board can override a veto only by a unanimous decision.
      """
    #expect(
      read(text).rules.map { "\($0.location.line) \($0.body)" } == [
        "3 committers", "3 committers", "7 tsc", "7 tsc", "11 tsc", "12 tsc", "16 foundation board", "18 board",
        "20 board",
      ])
  }

  @Test func aLimitBehindAnIntroductionIsOfThoseItNames() {
    let text = """
      # Charter

      Two thirds of the committers approve a release.

      In any case, the number of TSC members with the same employer must not be higher than one-third.

      No more than one-fourth of the TSC members may be affiliated with the same employer. In any case, the number of TSC \
      members with the same employer must not be higher than one-third.
      """
    #expect(read(text).caps.map { "\($0.body) \($0.limit)" } == ["tsc 1/3", "tsc 1/4"])
  }

  @Test func aNamedMajorityIsOfThoseOfItsDefinition() {
    let text = """
      # Constitution

      These need at least a 2/3 supermajority agreement of the full council size:

      - Removal of council members

      The council changes this governance subject to supermajority approval.
      """
    #expect(read(text).rules.map { "\($0.location.line) \($0.base == .allMembers)" } == ["5 true", "7 true"])
  }

  @Test func aTitleThatIsOnlyTheNameOfACommitteeNamesIt() {
    let rule = "\n\nThe committee makes decisions by simple majority voting.\n"
    #expect(read("# Core Tools Committee" + rule).rules.map(\.body) == ["core tools committee"])
    #expect(read("# Rules of the Committee" + rule).rules.map(\.body) == ["committee"])
  }

  @Test func aLimitOnPullRequestsIsNoneOnSeats() {
    #expect(read("Non-organization members may have only three open PRs under review at a time.").caps.isEmpty)
    #expect(read("A maximum of three members may be of one organization.").caps.map(\.limit) == ["3"])
  }

  @Test func usualShortNamesStandForWhatTheTextSays() {
    let text =
      "The Steering Committee (the “SC”) decides. The Technical Oversight Committee (TOC) helps. A board (SC) too."
    #expect(
      read(text).shortNames == ["sc": "steering committee", "toc": "technical oversight committee"])
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
    ("A motion passes when more than 50% of the votes cast are for it.", "1 default majority 1/2+"),
    ("Passing takes a vote: passing needs a strict majority of the council.", "1 default majority 1/2+"),
    ("Changes to this charter require consensus of the maintainers.", "1 governance-change consensus -"),
    ("These documents may be amended by two thirds of the maintainers.", "1 governance-change supermajority 2/3"),
    ("Directors can be appointed by a majority of the maintainers.", "1 other majority 1/2+"),
    ("At least two maintainers of the part in question must concur to merge a pull request.", "1 code other 2"),
    ("Ada is our dictator and has the authority to make all final decisions.", "1 default other -"),
    ("Subcommittees are made with the usual vote (lazy consensus).", "1 other lazy-consensus -"),
    (
      "## 3) Maintainer (all of it)\n\nNominated and approved by 3/4 of the maintainers.",
      "3 add-maintainer supermajority 3/4"
    ),
    ("The panel is chosen by STAR voting in a yearly election.", "1 election other -"),
    (
      "If at least three votes are for somebody and no vetoes come within five days, the person becomes a maintainer.",
      "1 add-maintainer lazy-consensus 3"
    ),
    ("A supermajority of the maintainers must vote in favor of any decision.", "1 default supermajority -"),
    (
      "A pull request can be merged under these conditions:\n\n- There are two approvals by maintainers",
      "3 code other 2"
    ),
    (
      "Approvers can be removed by 2/3 of all approvers, as decided by the approvers.",
      "1 remove-maintainer supermajority 2/3"
    ),
    (
      "A maintainer may be removed by a two-thirds vote of the maintainers, or by the steps described below.",
      "1 remove-maintainer supermajority 2/3"
    ),
    (
      "# Leaving\n\nThe members vote; this needs a 2/3 majority of the others (excluding the member being voted out).",
      "3 remove-maintainer supermajority 2/3"
    ),
    ("A refusal of eligibility is affirmed by a majority vote of the maintainers.", "1 other majority 1/2+"),
    ("All other voting items need 50% of the votes.", "1 default majority 1/2"),
    (
      "If there is no agreement that has no objections then a majority wins vote is called.", "1 default majority 1/2+"
    ),
    (
      "# New Maintainer Onboarding\n\nMerge the change once approved (lazy consensus among the maintainers).",
      "3 add-maintainer lazy-consensus -"
    ),
    (
      "A member becomes a new maintainer when the PR is merged; for that:\n\n- At least 2 maintainers approve the PR.",
      "3 add-maintainer other 2"
    ),
    (
      "Some examples are:\n\n- Changing this governance document (two thirds of the maintainers)",
      "3 governance-change supermajority 2/3"
    ),
    ("The board may object to an appointment by a simple majority.", "1 other majority 1/2+"),
    ("The committee overrides such a veto only by a unanimous decision.", "1 other unanimity -"),
    ("Candidates are disqualified by a two-thirds vote of the committee.", "1 other supermajority 2/3"),
    (
      "The others make the decision whether it is one by a simple majority decision over whether it holds.",
      "1 other majority 1/2+"
    ),
    ("The charter can be changed with 90% agreement of all voters.", "1 governance-change supermajority 90%"),
    ("Any team can become a hosted project by a two-thirds vote of the council.", "1 other supermajority 2/3"),
    (
      "# Steering Committee Member\n\n### Removal\n\nA member can be removed from the SC by a unanimous vote of the SC.",
      "5 remove-maintainer unanimity -"
    ),
    ("New seats are approved by at least 2/3rds of the current SC members.", "1 other supermajority 2/3"),
    (
      "# Maintainers\n\n## Nomination\n\nIf there are no objections for a week, the person is added to the team.",
      "5 add-maintainer lazy-consensus -"
    ),
    (
      "# Steering Committee Members\n\n## Nomination\n\nA majority of the members must approve the addition.",
      "5 election majority 1/2+"
    ),
    ("# Steering Committee\n\nReviewers work by lazy consensus.", "3 default lazy-consensus -"),
    ("Formal consensus should be reached by the maintainers before a release.", "1 other consensus -"),
    ("Somebody who does harm can be expelled by consensus of the council.", "1 remove-maintainer consensus -"),
    ("## Decisions\n\nWe decide by consensus after several rounds for any given proposal.", "3 default consensus -"),
    ("Decisions pass with 60% or more of yes votes.", "1 default supermajority 60%"),
    ("The chief architect makes all the final calls on design.", "1 default other -"),
    (
      "The council follows a consensus decision-making process as often as it can.", "1 default consensus -"
    ),
    ("The board's decisions are taken by seeking consensus among all.", "1 default consensus -"),
    (
      "Decisions of the council and the working groups should be made using a consensus-based approach.",
      "1 default consensus -"
    ),
    ("The council may adopt, change or revoke policies by consensus.", "1 other consensus -"),
    (
      "We try to find consensus in all the decisions that come up, with the process that is described below.",
      "1 default consensus -"
    ),
    ("Council members are removed by no less than a 3/4 vote of the council.", "1 remove-maintainer supermajority 3/4"),
    (
      "Amendments to this charter, the policies, or the code of conduct may be made by a 2/3 vote of the council.",
      "1 governance-change supermajority 2/3"
    ),
    ("The project operates a policy of lazy consensus.", "1 default lazy-consensus -"),
    (
      "# Charter of Acme, a Series of Projects\n\nDecisions take a majority vote of the members.",
      "3 default majority 1/2+"
    ),
    (
      "# Council Members\n\nMembers are elected. A majority of the voting members is needed for approval.",
      "3 election majority 1/2+"
    ),
    (
      "# Steering Committee\n\n## Selection\n\nFriends are made honorary ones by a unanimous decision of the committee.",
      "5 other unanimity -"
    ),
    (
      "# Maintainers\n\n## Losing maintainer status\n\nThe voting process is a simple majority.",
      "5 remove-maintainer majority 1/2+"
    ),
    (
      "- **Changes to this charter** are announced. They are quicker with unanimous agreement of the members.",
      "1 governance-change unanimity -"
    ),
    ("The committee shall arrive at a consensus on each proposal.", "1 other consensus -"),
    (
      "Repositories may be added when:\n\n- The council achieves rough consensus about the release",
      "3 other consensus -"
    ),
    (
      "Once the maintainers have reached a consensus on a new maintainer, the person is added to the list.",
      "1 add-maintainer consensus -"
    ),
    ("Rough consensus of the council is sufficient for a new working group.", "1 other consensus -"),
    ("Releases require an approval and no disagreement on the page (lazy consensus).", "1 other lazy-consensus -"),
    (
      "# New maintainers\n\nLazy consensus among the maintainers: no objection within seven days is approval.",
      "3 add-maintainer lazy-consensus -"
    ),
    ("# Chair\n\nThe new chair is elected with more +1 than -1 among the votes.", "3 election majority 1/2+"),
    (
      "A release is accepted if the number of yes votes is greater than half the number of keepers.",
      "1 other majority 1/2+"
    ),
    (
      "Members of the council are removed by a three-quarters (3/4) affirmative vote.",
      "1 remove-maintainer supermajority 3/4"
    ),
    (
      "A motion passes if two-thirds of the votes cast, a quorum having voted, are in favor.",
      "1 default supermajority 2/3"
    ),
    (
      "Acting with a quorum: when a quorum is present, decisions are made by a majority vote of those attending.",
      "1 default majority 1/2+"
    ),
    (
      "Maintainers may be added by a majority vote of the maintainers, based on the following:\n\n- skill\n- time",
      "1 add-maintainer majority 1/2+"
    ),
    (
      "Chairs are removed by a 2/3 vote of the members, or where too few are left for a 2/3 vote of the members, not.",
      "1 remove-maintainer supermajority 2/3"
    ),
    (
      "New maintainers are admitted by a decision as long as there are no objections from the others.",
      "1 add-maintainer lazy-consensus -"
    ),
    ("Decisions of the board are made when there is consensus.", "1 default consensus -"),
    ("New council members are selected through consensus-driven discussions.", "1 election consensus -"),
    (
      "# Becoming a maintainer\n\nThe vote should remain open for a week, and the proposal will pass with a majority approval.",
      "3 add-maintainer majority 1/2+"
    ),
    ("Maintainers can be removed if two maintainers approve it and nobody objects.", "1 remove-maintainer other 2"),
    (
      "# Adoption of this proposal\n\nThis charter may be amended in the same way; a 2/3 majority vote.",
      "3 governance-change supermajority 2/3"
    ),
    ("New committers are elected by lazy consensus.", "1 add-maintainer lazy-consensus -"),
    ("Once accepted by a supermajority of the members, the working group is listed.", "1 other supermajority -"),
    (
      "A supermajority of the council is required (at least 2/3 of the votes) to change the charter.",
      "1 governance-change supermajority 2/3"
    ),
    ("A motion passes with two thirds of the votes for the release.", "1 default supermajority 2/3"),
    (
      "# Core team\n\n## Membership\n\nIt is granted by two thirds of the votes and no veto by the council.",
      "5 add-maintainer supermajority 2/3"
    ),
    (
      "While it is expected that most votes are unanimous, a 2/3 majority of the votes is enough for a release.",
      "1 other supermajority 2/3"
    ),
    ("Candidates must have approval from at least 2 other steering committee members.", "1 add-maintainer other 2"),
    (
      "Candidates become maintainers when confirmed by positive votes from three additional members.",
      "1 add-maintainer other 3"
    ),
    (
      "# Landing changes and PRs\n\nWhat is asked:\n\n- At least 2 approvals by members",
      "5 code other 2"
    ),
    ("If no unresolved objections remain, the release may proceed.", "1 other lazy-consensus -"),
    (
      "The removal of a maintainer takes a vote of the council equal or greater than 3/5.",
      "1 remove-maintainer supermajority 3/5"
    ),
    ("Changes to this charter need to be approved by ¾ of the Admin Team.", "1 governance-change supermajority 3/4"),
    ("A release is agreed by the majority of maintainers (1/2 of the maintainers).", "1 other majority 1/2+"),
    (
      "**Supermajority voting**: most decisions need approval by two-thirds of the members.",
      "1 default supermajority 2/3"
    ),
    ("A 2/3 majority of the members must vote to approve a new maintainer.", "1 add-maintainer supermajority 2/3"),
    ("Council membership votes are subject to consensus approval of the council.", "1 election consensus -"),
    ("Admission to the council is by consensus, as defined below.", "1 election consensus -"),
    (
      "# Ejecting members\n\nIn exceptional cases somebody is removed. This needs a 2/3 majority.",
      "3 remove-maintainer supermajority 2/3"
    ),
    (
      "# Election\n\n## Nomination\n\n### Voting\n\nThe PR requires approval from at least three maintainers.",
      "7 add-maintainer other 3"
    ),
    ("A motion needs a 66% majority with a quorum of 60% of the members to pass.", "1 default supermajority 66%"),
    ("The default decision making process is objection-free consensus.", "1 default consensus -"),
    (
      "Changes to this governance require a supermajority quorum of the council.", "1 governance-change supermajority -"
    ),
    (
      "# Becoming a maintainer\n\nThe maintainers then reach consensus on the nomination.",
      "3 add-maintainer consensus -"
    ),
    (
      "If nobody is named, the council will make this decision, but by a majority vote.",
      "1 other majority 1/2+"
    ),
    ("Merging it after a week of review is acceptable as long as there is no objection.", "1 code lazy-consensus -"),
    ("No proposal can move on without formal consensus of the group.", "1 other consensus -"),
    ("Once consensus is reached by the members, the proposal can be accepted.", "1 other consensus -"),
    ("The group is managed using a collaborative, consensus-based process.", "1 default consensus -"),
    ("Changes to this governance will be done in a consensus-building process.", "1 governance-change consensus -"),
    ("If the chair cannot name a deputy, the council makes this decision by a majority vote.", "1 other majority 1/2+"),
    ("If there are no substantive disagreements, the proposal will be approved.", "1 other lazy-consensus -"),
    (
      "# Adding or removing repositories\n\nIf there are no objections within 72 hours, a request is approved.",
      "3 other lazy-consensus -"
    ),
    (
      "# How to become a project maintainer\n\n- Lazy consensus among the existing project maintainers: no objection within a week is approval.",
      "3 add-maintainer lazy-consensus -"
    ),
    (
      "In all other cases, to take the role from maintainers and remove them takes a 2/3 vote.",
      "1 remove-maintainer supermajority 2/3"
    ),
    (
      "# Closing\n\nAny council member may propose removal of a project and confirm it with a 2/3 vote.",
      "3 other supermajority 2/3"
    ),
    (
      "| Role | Voting period | Voting requirements |\n| --- | --- | --- |\n| Maintainer | 7 days | Majority |",
      "3 other majority 1/2+"
    ),
    ("- For maintainer votes: two thirds of all maintainers", "1 add-maintainer supermajority 2/3"),
    (
      "# Changes in project lead\n\nThe change is merged with more +1 than -1 in the binding votes.",
      "3 election majority 1/2+"
    ),
    ("Changes to this charter go through the voting process described above.", "1 governance-change other -"),
    (
      "The default decision making process is objection-free consensus. Silence on it is no objection.",
      "1 default lazy-consensus -"
    ),
    ("Where several of a company vote, the vote is the majority opinion of that company.", "1 other majority 1/2+"),
    ("Once agreement has been reached, the new maintainer may be added.", "1 add-maintainer consensus -"),
    ("# Becoming a keeper of the council\n\nThe one with the most binding votes wins.", "3 election plurality -"),
    (
      "# Maintainer\n\n## Requirements\n\n- Sponsored by the majority of maintainers (2/3)",
      "5 add-maintainer supermajority 2/3"
    ),
    (
      "# Interest groups\n\n- Chairs:\n  - Nominations are approved by a majority vote.",
      "4 election majority 1/2+"
    ),
    (
      "The members of the governance board are chosen by a majority vote of the maintainers.",
      "1 election majority 1/2+"
    ),
    (
      "# Members\n\nAnybody may propose a new reviewer. The PR must have the approval of two maintainers.",
      "3 other other 2"
    ),
    (
      "Members may go to emeritus on request or by a supermajority of the council.",
      "1 remove-maintainer supermajority -"
    ),
    (
      "# Changing this charter\n\nThe text is refined after review, with the goal being consensus of the members.",
      "3 governance-change consensus -"
    ),
    (
      "The process for nominating and approving maintainers is:\n\n- A consensus of maintainers must approve you.",
      "3 add-maintainer consensus -"
    ),
  ])
  func readsARule(text: String, rule: String) { #expect(rules(text) == [rule]) }

  @Test(arguments: [
    "The vast majority of issues are closed within a week.",
    "New members are accepted after two weeks unless their application was NACKed by a 1/2 majority of all members.",
    "Such consent shall have the same effect as a unanimous vote.",
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
    "## Majority vote\n\nIt is considered decided with a vote from more than half of those voting.",
    "Guests may take part in the consensus seeking process.",
    "- Seek consensus among everybody before acting",
    "It's better to seek consensus.",
    "If somebody objects to a lazy consensus, the proposal goes to the council.",
    "- Whether a simple majority of the maintainers is needed",
    "The number is odd to ensure a simple majority.",
    "## FAQ\n\nA vote passes with a simple majority of all maintainers.",
    "These changes require consensus from the working group upstream.",
    "If more than one-fourth of the voting members share an employer, some of them resign their vote.",
    "At all times two thirds of the members hold a seat because of what they gave.",
    "Interest groups that are inactive for three months or more may be closed.",
    "Maintainers who do not answer within two weeks, or 30 days, are not active in the issue.",
    "The chair is responsible for facilitating the consensus-based decision making process.",
    "The group facilitates discussions, seeks consensus, and where necessary, votes.",
    "Read https://example.org/why-a-majority-of-the-maintainers-decides-by-consensus for more.",
    "Companies with more than 40% of the voting members have to name those who vote.",
    "The result is not published unless there is unanimous agreement among the members.",
    "Her role is to guide everybody toward making consensus-driven decisions.",
    "In other words, two companies with two maintainers each give a total of two votes.",
    "Other tools for a vote, such as Helios, may be used.",
    "If there are no objections, the actions have to be recorded.",
    "If no option can be found without objections, the decision goes to the council.",
    "More than half of developers design for the web.",
    "This process allows a large group of people to reach consensus.",
    "Because one way to work is by consensus, we count votes.",
    "Such proposals often require community consensus.",
    "These are changes that don't require consensus.",
    "No objections within two weeks do not mean that everybody agrees.",
    "Proposals with fewer yes votes than no votes are kept.",
    "Only the votes of committers are binding.",
    "Although we expect most decisions to be unanimous, votes are counted.",
    "Pages whose majority is made by others are marked.",
    "The absolute majority rule can override a veto.",
    "## Majority vote\n\nA vote on one proposal is considered successful if more vote in favor than against.",
    "## Demonstrating how to add a member\n\nA simple majority of all maintainers decides.",
    "Consider this scenario for a vote:\n\n- 6 of 11 members vote for it, a majority of the members.",
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

  @Test func namesWhoDecidesByTheItemOrByWhoOwnsTheDocument() {
    let text = """
      # Governance

      The steering committee owns this document. Changes to this governance need two thirds of the votes.

      ## Votes

      The following decisions require two thirds of the votes:

      * Updates to the governance by the steering committee
      * Adding maintainers by the current maintainers
      """
    #expect(read(text).rules.map(\.body) == ["steering committee", "steering committee", "maintainers"])
  }

  @Test func readsAPolicyWhoseHeadingSaysWhatItIsOn() {
    let text = """
      # Policies

      ## Modifying the governance document

      * Secret
      * 75% majority to pass

      ## Removing a maintainer

      * 2/3rds majority to pass

      ## Adding a maintainer

      * More than 50% "yes" votes to pass
      """
    #expect(
      rules(text) == [
        "6 governance-change supermajority 3/4", "10 remove-maintainer supermajority 2/3",
        "14 add-maintainer majority 1/2+",
      ])
  }

  @Test func readsWhatTheExamplesOfARowName() {
    let text = """
      | Class | Examples | Threshold |
      | --- | --- | --- |
      | Structural | Changes to this charter, removal of a maintainer | Two-thirds supermajority |
      """
    #expect(rules(text) == ["3 governance-change supermajority 2/3", "3 remove-maintainer supermajority 2/3"])
  }

  @Test func takesWhatMakesAQuorumForNoRule() {
    let text =
      "A majority of the number of members fixed in these rules shall constitute a quorum for its business. "
      + "The vote of two thirds of the members present decides."
    #expect(rules(text) == ["1 other supermajority 2/3"])
  }

  @Test func takesAQuorumNextToItsRuleForNoRule() {
    let text = """
      - Changes to this charter need at least 60% of the votes.
      - A quorum is 60% of the maintainers.
      """
    #expect(rules(text) == ["1 governance-change supermajority 60%"])
  }

  @Test func takesTheBreakingOfATieForNoRule() {
    let text = """
      Changes to the charter are decided by a simple vote among maintainers.

      In the event of a tie, the tie shall be broken by a simple vote among maintainers.
      """
    #expect(rules(text) == ["1 governance-change other -"])
  }

  @Test func readsARuleThatNamesATermBeforeItsDefinition() {
    let text = "Changes to the charter require a supermajority. A supermajority is defined as 60% of the votes."
    #expect(rules(text) == ["1 governance-change supermajority 60%"])
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

  @Test func readsNumbersInATable() {
    let text = """
      |  | Approvals required | Who |
      | --- | --- | --- |
      | Changes to this governance | 3^ | Maintainers |
      | New maintainers | 2 | Maintainers |
      """
    #expect(rules(text) == ["3 governance-change other 3", "4 add-maintainer other 2"])
  }

  @Test func takesAGlossaryBehindALinkForADefinitionOnly() {
    let text = """
      Maintainers call for a [supermajority](https://example.org/votes#Two-thirds_vote) vote on a decision.

      - Supermajority: a two-thirds majority where at least two thirds of the group are in favor.
      """
    #expect(rules(text) == ["1 default supermajority 2/3"])
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

  @Test func takesAGlossaryEntryForADefinitionOnly() {
    let text = """
      New maintainers are elected by a supermajority of the maintainers.

      - **Supermajority**: greater than or equal to 66% of those who may vote.
      """
    #expect(rules(text) == ["1 add-maintainer supermajority 66%"])
  }

  @Test func takesAShareThatHasToTakePartForAQuorum() {
    let text = "At least 80% of the council must vote and 2/3 of the votes be positive to change this charter."
    #expect(rules(text) == ["1 governance-change supermajority 2/3"])
    #expect(read(text).rules.map(\.quorum) == ["80% of members"])
  }

  @Test func takesThosePresentForAQuorum() {
    let text = """
      At least fifty percent of all voting members of the committee must be present to establish a quorum.

      Decisions require a majority vote of those in attendance.
      """
    #expect(rules(text) == ["3 default majority 1/2+"])
  }

  @Test func findsTheDefinitionBelowItsName() {
    let text = """
      ## Supermajority vote

      In some cases a supermajority vote is required - at least two-thirds of the deciding body.

      ## Changes

      This governance may be modified by a supermajority vote of the maintainers.
      """
    #expect(rules(text) == ["7 governance-change supermajority 2/3"])
  }

  @Test(arguments: [
    ("- Inactivity for 6 months", true), ("- Reviewers who are inactive for 6 months", false),
    ("- Maintainers on leave who have not answered after 6 months are inactive", false),
    ("- Inactivity for 180 days", true), ("- Inactivity for more than 24 weeks", true),
  ])
  func tellsWhoseInactivityItIs(item: String, isOfMaintainers: Bool) {
    let found = read("## Leaving\n\nMaintainers may be demoted for:\n\n\(item)\n").inactivity
    #expect(found.map(\.months) == [6] && found.map(\.isOfMaintainers) == [isOfMaintainers])
  }

  @Test func readsAPronounAsWhatTheSentenceBeforeNames() {
    let text = """
      A company can be removed from the committee. This is decided by a majority vote of the others.
      """
    #expect(rules(text) == ["1 remove-maintainer majority 1/2+"])
  }

  @Test func whatFollowsAVoteIsWhatItDecides() {
    let text = """
      In the event of a removal, the employer may name somebody else. In the event somebody leaves their employer, the
      remaining members may, by majority vote, increase the size of the board and invite them to remain.
      """
    #expect(rules(text) == ["2 other majority 1/2+"])
  }

  @Test func comparesWithAnotherRuleWithoutReadingIt() {
    let text = "New reviewers need a majority of the maintainers (in comparison to maintainers, who need 2/3 of them)."
    #expect(rules(text) == ["1 other majority 1/2+"])
  }

  @Test func namesTheCommitteeWhereNobodyElseDecides() {
    let text = """
      # How we work

      ## Steering council

      Decisions pass with a majority of the votes.
      """
    #expect(read(text).rules.map(\.body) == ["steering council"])
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
    ("Maintainers employed by a single company get one (1) organization vote.", "one-vote-per-organization 1"),
    ("There is only 1 vote per participating company.", "one-vote-per-organization 1"),
    ("Nominations by people of the same employer count as one collective vote.", "one-vote-per-organization 1"),
    ("Maintainers of the same declared employer have two combined votes.", "votes-per-organization 2"),
    ("We limit votes to maximum two from a single organization.", "votes-per-organization 2"),
    ("No company should have more than six eligible voters.", "voters-per-organization 6"),
    (
      "People who work for the same company or its owner should not hold more than one seat.",
      "seats-per-organization 1"
    ),
    ("Only one maintainer per organization is allowed.", "seats-per-organization 1"),
    ("The maximum of valid votes per organization is 1/3 of those cast.", "votes-per-organization 1/3"),
    ("No more than 2 members of the council may report to one person or company.", "seats-per-organization 2"),
    (
      "No single sponsor or company may (i) nominate more people than others do, or (ii) have more than two seats.",
      "seats-per-organization 2"
    ),
    ("A majority of the council may not be employed by the same company.", "share-of-seats 1/2"),
  ])
  func readsACap(text: String, cap: String) {
    #expect(read(text).caps.map { "\($0.kind.rawValue) \($0.limit)" } == [cap])
    #expect(rules(text) == [])
  }

  @Test func readsACapInATable() {
    let text = "| Rule | Details |\n| --- | --- |\n| Votes | Only one vote per individual or organization is allowed. |"
    #expect(read(text).caps.map { "\($0.kind.rawValue) \($0.limit)" } == ["one-vote-per-organization 1"])
  }

  @Test func keepsWhatTwoBodiesAgreeOnApart() {
    let text = """
      # Governance

      ## Decisions

      Decisions are made by consensus of the maintainers.

      ## Steering committee

      The steering committee makes decisions by consensus.
      """
    #expect(read(text).rules.map(\.body) == ["maintainers", "steering committee"])
  }

  @Test func readsMonthsOfInactivityAndLeavesExperienceAlone() {
    let text = "Maintainers who are inactive for six months or more are moved to emeritus."
    #expect(read(text).inactivity.map(\.months) == [6])
    #expect(read("- Members must have been active for 3 months.").inactivity.isEmpty)
    let others = [
      "Maintainers with fewer than five contributions in 6 months are removed.",
      "Maintainers who have not taken part for six (6) months are removed.",
      "Those who haven't made any contribution in two quarters may be asked to retire.",
      "If somebody is out of touch for half a year, the others may remove them.",
      "Inactivity is measured by:\n\n- No contribution of code or pull request review for longer than 6 months",
    ]
    for text in others { #expect(read(text).inactivity.map(\.months) == [6], "\(text)") }
    #expect(read("Members who cannot be reached for a month or longer are removed.").inactivity.map(\.months) == [1])
    let listed = "A member may be removed if, for 3 months, all of this is true:\n\n- They do not participate in votes"
    #expect(read(listed).inactivity.map(\.months) == [3])
    let done = "## Removal of the inactive\n\nA keeper who has not done any of these for 2 months:\n\n- voted\n- posted"
    #expect(read(done).inactivity.map(\.months) == [2])
    #expect(read("Somebody not active for 12 months may be removed.").inactivity.map(\.months) == [12])
    let silent = "A member may become emeritus by not answering anybody for over 2 years."
    #expect(read(silent).inactivity.map(\.months) == [24])
    let unheard = "If we do not hear from a maintainer in over a year, we may remove them."
    #expect(read(unheard).inactivity.map(\.months) == [12])
    let asked =
      "If a maintainer has stopped contributing for three months, anybody may open a pull request to remove them."
    #expect(read(asked).inactivity.map(\.months) == [3])
    #expect(read("- Proposals are short-lived (less than 6-12 months)").inactivity.isEmpty)
    #expect(read("- Not something we plan to look at in the next 12 months").inactivity.isEmpty)
    #expect(read("Inactive members are removed by three quarters (3/4) of the others.").inactivity.isEmpty)
    #expect(read("Inactive maintainers may ask for a three-month extension before removal.").inactivity.isEmpty)
  }

  @Test func readsAChangeOfEmployerWithItsDays() {
    let text = "If seats shift because of job changes or acquisitions, members resign within 28 days."
    #expect(
      read(text).affiliation.map { "\($0.kind.rawValue) \($0.days ?? 0)" } == [
        "change-of-employer 28", "acquisition 28",
      ])
    let moved = "If a member moves from one company to another, the seat does not move along."
    #expect(read(moved).affiliation.map(\.kind) == [.changeOfEmployer])
    let told = "Candidates must disclose changes of affiliation that are agreed upon."
    #expect(read(told).affiliation.map(\.kind) == [.disclosure])
    let deadline = "Changes in affiliation must be reflected within 30 days."
    #expect(read(deadline).affiliation.map { "\($0.kind.rawValue) \($0.days ?? 0)" } == ["update-deadline 30"])
  }

  @Test(arguments: [
    "The company affiliation of committers is documented in a list.",
    "The list of maintainers with their affiliations is maintained here.",
    "Affiliations must be publicly stated when somebody is employed by an organization.",
  ])
  func readsThatAffiliationsAreStated(text: String) { #expect(read(text).affiliation.map(\.kind) == [.disclosure]) }

  @Test func readsPeriodsBelowWhatIsNotDone() {
    let text =
      "- They haven't taken part for longer than these limits:\n  - Maintainer: 3 months\n  - Member: 12 months"
    #expect(read(text).inactivity.map(\.months) == [3, 12])
    let chairs =
      "# SIGs\n\n## Changes in SIGs\n\n- The council replaces chairs by:\n  - The activity level in the past six months"
    #expect(read(chairs).inactivity.map(\.months) == [6])
  }

  @Test func readsAVoteBesideConsensus() {
    #expect(
      rules("Ideally, decisions are made by consensus, but if that is impossible, maintainers may call a vote.") == [
        "1 default consensus -", "1 default other -",
      ])
    #expect(
      rules("Decisions are made by consensus. When it cannot be reached, any eligible voter may call a vote.") == [
        "1 default consensus -", "1 default other -",
      ])
  }

  @Test func keepsTheVotesOfTwoBodiesInOneSectionApart() {
    let text = """
      # Decisions

      Without consensus, the maintainers can call for a 2/3 majority vote of the maintainers.

      Without consensus, a committee member can call for a 2/3 majority vote of the governance committee.
      """
    #expect(read(text).rules.map(\.body) == ["maintainers", "governance committee"])
  }

  @Test func aRemovalIsOfThoseOfWhomTheSentenceBeforeSpeaks() {
    let text = """
      # Membership policy

      ## Inactivity

      Reviewers, approvers and leads who step down look for a successor. After six months of inactivity, or by majority of
      their peers, they can be removed.
      """
    #expect(read(text).rules.map(\.subject) == [.other])
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
