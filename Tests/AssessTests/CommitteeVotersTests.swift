import Assess
import Intake
import StructuredData
import Testing

/// Whom committees' rules are of, and where documents of different forms list their members.
@Suite struct CommitteeVotersTests {
  private func bodies(_ files: [String: String]) async throws -> [BodyPower] {
    let community = try #require(await assess(files).value.first).community
    return CommunityPower(community, asOf: asOf).bodies
  }

  private func findings(_ files: [String: String]) async -> [String] {
    await assess(files).value.flatMap(\.findings).map(\.rule.rawValue).filter { $0.hasPrefix("power/") }
  }

  private func electorate(_ name: String, _ files: [String: String]) async throws -> [String]? {
    try await bodies(files).first { $0.name == name }?.voters
      .map { voters in voters.electorate.blocs.map { "\($0.name) \($0.people)" } }
  }

  private let maintainers = """
    # Maintainers

    | Name | GitHub | Organization |
    |---|---|---|
    | Ann Example | @ann | Acme |
    | Bob Example | @bob | Acme |
    | Cid Example | @cid | Globex |

    """

  private let charter = """
    # Governance

    The Technical Oversight Committee (TOC) decides by a majority vote of the TOC. Votes are public.

    Changes to this document need two thirds of all members of the TOC.

    """

  /// A body that is named as the file that lists it needs no second list.
  @Test func aBodyNamedAsItsFileHasItsList() async throws {
    let rules = "# Rules\n\nNew owners need a two thirds vote of the owners. Votes of the owners are public.\n"
    let list = maintainers.replacing("# Maintainers", with: "# Owners")
    #expect(try await electorate("owners", ["GOVERNANCE.md": rules, "OWNERS.md": list]) == ["Acme 2", "Globex 1"])
    #expect(try await electorate("owners", ["GOVERNANCE.md": rules, "MAINTAINERS.md": maintainers]) == nil)
  }

  /// Projects and groups of the committee's page have names and sponsors, and no vote.
  @Test func tablesOfProjectsListNoMembers() async throws {
    let page = """
      # Technical Oversight Committee (TOC)

      ## TOC Members

      | Name | Organization |
      |---|---|
      | Ann Example | Acme |
      | Bob Example | Globex |

      ### Projects

      | Name | Sponsoring Org | Status |
      |---|---|---|
      | Wrench | Tooling WG | Sandbox |
      | Hammer | Tooling WG | Sandbox |

      """
    #expect(
      try await electorate("technical oversight committee", ["GOVERNANCE.md": charter, "README.md": page])
        == ["Acme 1", "Globex 1"])
  }

  /// Where committers have a list of their own beside the maintainers, these are the committers.
  @Test func committersAreThoseBelowTheirHeading() async throws {
    let list = """
      # Maintainers

      ## Organization-Level Maintainers

      | Name | GitHub | Company |
      |---|---|---|
      | Ann Example | @ann | Acme |
      | Bob Example | @bob | Acme |

      ## Repository-Level Committers

      | Name | GitHub | Company |
      |---|---|---|
      | Cid Example | @cid | Globex |
      | Dan Example | @dan | Initech |

      """
    let rules = "# Charter\n\nA contributor becomes a committer by a two-thirds vote of the existing committers.\n"
    #expect(
      try await electorate("committers", ["CHARTER.md": rules, "MAINTAINERS.md": list]) == ["Globex 1", "Initech 1"])
  }

  /// Initials stand for the one committee that has them.
  @Test func initialsNameTheCommittee() async throws {
    let rules = "# Charter\n\nChanges to this document need a two-thirds vote of the TSC.\n"
    let page = """
      # Governance

      ## Technical Steering Committee

      | Name | Company |
      |---|---|
      | Ann Example | Acme |
      | Bob Example | Globex |

      Decisions pass with a majority of the votes of the Technical Steering Committee.

      """
    let bodies = try await bodies(["CHARTER.md": rules, "GOVERNANCE.md": page])
    #expect(bodies.map(\.name) == ["technical steering committee"])
    #expect(bodies.first?.governance != nil && bodies.first?.ordinary != nil)
  }

  /// Of two ways to remove somebody the easier one says who can.
  @Test func theEasierOfTwoWaysSaysWhoCan() async throws {
    let rules = """
      # Ladder

      ## Inactivity

      Inactive maintainers can be removed by a supermajority (2/3) of votes of existing maintainers.

      ## Involuntary removal

      Involuntary removal of a maintainer needs a vote by a majority of the current maintainers.

      """
    let body = try #require(
      await bodies([
        "GOVERNANCE.md": rules,
        "MAINTAINERS.md": maintainers + "| Dan Example | @dan | Acme |\n| Eve Example | @eve | Initech |\n",
      ]).first)
    #expect(body.decision(on: .removeMaintainer)?.decidesAlone == ["Acme"])
  }

  /// A committee can be named in the rows of the list of maintainers alone.
  @Test(arguments: ["TSC", "technical steering committee"])
  func aCommitteeNamedInRowsHasThem(name: String) async throws {
    let list = """
      # Maintainers

      | Name | GitHub | Organization | Responsibilities |
      |---|---|---|---|
      | Ann Example | @ann | Acme | Chair, Technical Steering Committee |
      | Bob Example | @bob | Globex | Technical Steering Committee |
      | Cid Example | @cid | Globex | Test cases |

      """
    let rules = "# Rules\n\nDecisions take a majority vote of the \(name).\n"
    #expect(
      try await electorate(name.lowercased(), ["GOVERNANCE.md": rules, "MAINTAINERS.md": list]) == [
        "Acme 1", "Globex 1",
      ])
  }

  /// Whose list is introduced as the one of members without a vote has none.
  @Test(arguments: ["Current non-voting members of the TOC:", "### Non-voting members"])
  func membersWithoutAVoteAreNotCounted(lead: String) async throws {
    let members = """
      ## Technical Oversight Committee

      Current voting members of the TOC:

      * [Ann Example](https://github.com/ann) - Acme
      * [Bob Example](https://github.com/bob) - Globex

      \(lead)

      * [Cid Example](https://github.com/cid) - Globex
      * [Dee Example](https://github.com/dee) - Acme

      """
    let found = try await bodies(["GOVERNANCE.md": charter + members]).first {
      $0.name == "technical oversight committee"
    }
    #expect(found?.voters?.electorate.blocs.map(\.people) == [1, 1])
    #expect(found?.voters?.withoutVote.count == 2)
  }

  /// "The members are the maintainers" needs no second list.
  @Test(arguments: [
    ("is composed of the current maintainers of the engine.", true),
    ("has its work; TOC members are listed in the [list of maintainers](MAINTAINERS.md).", true),
    ("is composed of two maintainers and three users.", false),
    ("is composed of the maintainers and an end user.", false),
    ("is composed of people whom the maintainers elect.", false),
  ]) func aCommitteeOfTheMaintainersHasTheirList(words: String, isOfThem: Bool) async throws {
    let text = charter.replacing("Votes are public.", with: "The Technical Oversight Committee (TOC) \(words)")
    let files = ["README.md": "# Example\n", "MAINTAINERS.md": maintainers, "GOVERNANCE.md": text]
    #expect(try await electorate("technical oversight committee", files) == (isOfThem ? ["Acme 2", "Globex 1"] : nil))
    #expect(await findings(files).contains("power/electorate-not-found") == !isOfThem)
  }

  /// A list without organizations is a list: who votes is known, for whom they work is not.
  @Test func aCouncilWithoutOrganizationsHasItsVoters() async throws {
    let text = """
      # Governance

      ## Steering Council

      The steering council consists of

      - Ada Example ([@ada](https://github.com/ada))
      - Bo Ex ([@bo](https://github.com/bo))
      - Cy Ex ([@cy](https://github.com/cy))

      Changes to this document need a majority vote of the steering council.

      """
    let body = try #require(try await bodies(["README.md": "# Example\n", "GOVERNANCE.md": text]).first)
    #expect(body.voters?.people.count == 3)
    #expect(body.missing(for: body.governance) == .organizations)
  }

  /// Of those who agree, none is counted.
  @Test func aQuorumOfThoseWhoAgreeLacksNoThreshold() async throws {
    let text = "A consensus of steering council members decides. We ask that a majority of them respond for quorum."
    let found = await findings(["README.md": "# Example\n", "GOVERNANCE.md": "# Governance\n\n\(text)\n"])
    #expect(!found.contains("power/threshold-not-stated"))
  }

  /// What was decided in one month is no rule.
  @Test func anUpdateOfAMonthSetsNoRules() async throws {
    let text = "# Steering Council\n\nThe council unanimously accepts the vote to promote Ada to Core Developer.\n"
    #expect(try await bodies(["README.md": "# Example\n", "updates/2026-09-council-update.md": text]).isEmpty)
    #expect(try await !bodies(["README.md": "# Example\n", "updates/council-update.md": text]).isEmpty)
  }

  /// A limit on seats is not kept by people of whom nobody knows for whom they work.
  @Test func aLimitIsKeptWhereItIsKnownOfAll() async throws {
    func isKept(_ table: String) async throws -> [Bool] {
      let rule = "# Governance\n\nNo organization may employ more than one third of the maintainers.\n"
      return try await bodies(["README.md": "# Example\n", "MAINTAINERS.md": table, "GOVERNANCE.md": rule])
        .flatMap(\.seats).map(\.isKept)
    }
    let three = maintainers.replacing("Bob Example | @bob | Acme", with: "Bob Example | @bob | Hooli")
    #expect(try await isKept(three) == [true])
    #expect(try await isKept(three.replacing("| Hooli |", with: "| |")) == [false])
  }

  /// A charter in numbered lists, as lawyers write them, has labels where others have headings.
  @Test func aLabelOfAListNamesWhoseRulesStandBelow() async throws {
    let files = [
      "MAINTAINERS.md": maintainers,
      "CHARTER.md": """
      # Technical Charter

      1. **Technical Steering Committee**

         1. The Technical Steering Committee (the “TSC”) is responsible for oversight. Each of the maintainers listens to
            it, and so do half of the maintainers' friends.

      2. **TSC Voting**

         1. Decisions by vote at a meeting require a majority vote of those in attendance, provided quorum is met.

      3. **Amendments**

         1. Changes to this charter must be approved by a unanimous vote of all members of the TSC.
      """,
    ]
    let found = try await bodies(files)
    #expect(found.map(\.name) == ["technical steering committee"])
    #expect(await findings(files).allSatisfy { $0 == "power/electorate-not-found" })
  }

  /// Who votes is said before how many votes it takes; "members" below a committee's label are its members.
  @Test func whoVotesIsSaidBefore() async throws {
    let files = [
      "MAINTAINERS.md": maintainers,
      "CHARTER.md": """
      # Charter

      A contributor becomes a maintainer by a majority approval of the existing maintainers.

      ### Voting

      a. If any decision requires a vote, the representatives of the Governing Board or Outreach Committee, as applicable,
      shall vote on a one vote per voting representative basis.

      b. Decisions by vote at a meeting shall require a majority vote, provided quorum is met.

      ### Bodies

      1. **Steering Committee**

         1. Who is absent twice may be removed by a majority vote of all remaining members.
      """,
    ]
    let found = try await bodies(files)
    #expect(found.first { $0.ordinary != nil }?.name == "governing board")
    #expect(found.first { $0.name == "steering committee" }?.decisions.map(\.rule.subject) == [.removeMaintainer])
  }

  /// Whom a list names is told by its introduction and by the headings above it, the nearest that names anybody.
  @Test func aNumberedListBelowSilentHeadings() async throws {
    let text = """

      ## Technical Oversight Committee

      ### Membership

      Members serve for a year.

      Current Membership:

      1. Ann Example ([@ann](https://github.com/ann)), Acme
      2. Bob Example ([@bob](https://github.com/bob)), Acme
      3. Cid Example ([@cid](https://github.com/cid)), Globex, S.r.l
      """
    #expect(
      try await electorate("technical oversight committee", ["GOVERNANCE.md": charter + text]) == [
        "Acme 2", "Globex 1",
      ])
    let other = text.replacing("### Membership", with: "### Security Committee")
    #expect(try await electorate("technical oversight committee", ["GOVERNANCE.md": charter + other]) == nil)
  }

  @Test(arguments: [
    // A page that is named by the short name alone.
    (
      "toc/TOC.md",
      """
      The Technical Oversight Committee (TOC) decides by vote.

      ## Charter

      It meets.

      ## Members

      | &nbsp; | Member | Company | Profile |
      |---|---|---|---|
      | | Ann Example (TOC Chair) | Acme | [@ann](https://github.com/ann) |
      | | Bob Example | Globex | [@bob](https://github.com/bob) |

      """
    ),
    // A list of members whose opening says of what.
    (
      "MEMBERS.md",
      """
      ## Overview

      This document contains the list of Technical Oversight Committee members.

      ## Committee Members

      | Name | Company | GitHub |
      |---|---|---|
      | Ann Example (Chair) | Acme | [@ann](https://github.com/ann) |
      | Bob Example | Globex | [@bob](https://github.com/bob) |

      ## Former Members

      | Name | Company | GitHub |
      |---|---|---|
      | Cid Example | Acme | [@cid](https://github.com/cid) |

      """
    ),
    // A folder of a committee, its noun in front.
    (
      "committee-technical-oversight/README.md",
      """
      # Committee: Technical Oversight

      ## Members

      * [Ann Example](https://github.com/ann) (Acme) - Chair
      * [Bob Example](https://github.com/bob) (Globex)

      """
    ),
  ])
  func membersOnAPageOfTheirOwn(path: String, text: String) async throws {
    #expect(
      try await electorate("technical oversight committee", ["GOVERNANCE.md": charter, path: text]) == [
        "Acme 1", "Globex 1",
      ])
  }

  @Test func membersInAPartThatUnfolds() async throws {
    let text = """
      # Example

      <details>
        <summary>
          <strong>Steering Committee Members</strong>
        </summary><br />

      | Name | Company | Term |
      |---|---|---|
      | [Ann Example](https://github.com/ann) | Acme | 2026 |
      | [Bob Example](https://github.com/bob) | Globex | 2026 |

      </details>
      """
    let rules = charter.replacing("Technical Oversight Committee (TOC)", with: "Steering Committee")
      .replacing("the TOC", with: "the steering committee")
    #expect(
      try await electorate("steering committee", ["GOVERNANCE.md": rules, "README.md": text]) == ["Acme 1", "Globex 1"])
  }

  /// Those whom one group sends are not the whole council.
  @Test func partsOfAListAreNoList() async throws {
    let text = """
      # Technical Oversight Committee

      ### Regular Members

      - Ann Example ([@ann](https://github.com/ann))
      - Bob Example ([@bob](https://github.com/bob))
      - Cid Example ([@cid](https://github.com/cid))

      ### Members elected by users

      - Dan Example ([@dan](https://github.com/dan), Acme)
      - Eve Example ([@eve](https://github.com/eve), Globex)
      """
    #expect(
      try await electorate("technical oversight committee", ["GOVERNANCE.md": charter, "README.md": text]) == nil)
  }

  /// "Until the council is set up" speaks of those who decide today.
  @Test func whoDecidesUntilACommitteeIsThere() async throws {
    let governance = """
      # Governance

      ## Updating the governance

      Until the steering committee is set up, the maintainers have full ownership of this governance. Changes can be
      suggested by everybody, but a super majority (at least 2/3) is required to approve any updates.

      """
    #expect(
      try await bodies(["GOVERNANCE.md": governance, "MAINTAINERS.md": maintainers]).map(\.name) == ["maintainers"])
  }

  @Test func aNarrowerCircleIsWhoStandsBelowItsHeading() async throws {
    let governance = """
      # Governance

      Changes to this document need a two thirds vote of the core maintainers.

      """
    let list = """
      # Maintainers

      ## Core Maintainers

      - [Ann Example](https://github.com/ann), Acme
      - [Bob Example](https://github.com/bob), Acme

      ## Maintainers

      - [Ann Example](https://github.com/ann), Acme
      - [Bob Example](https://github.com/bob), Acme
      - [Cid Example](https://github.com/cid), Globex
      """
    #expect(
      try await electorate("core maintainers", ["GOVERNANCE.md": governance, "MAINTAINERS.md": list]) == ["Acme 2"])
  }

  @Test func approversAreThoseWhoseRowSaysSo() async throws {
    let governance = """
      # Governance

      Changes to this document need two thirds of the approvers. An approver is removed by a majority of the approvers.

      """
    let list = """
      # Maintainers

      | Name | GitHub | Project Roles | Affiliation |
      |---|---|---|---|
      | Ann Example | [ann](https://github.com/ann) | Approver | Acme |
      | Bob Example | [bob](https://github.com/bob) | Approver | Acme |
      | Cid Example | [cid](https://github.com/cid) | Reviewer | Globex |

      """
    #expect(try await electorate("approvers", ["GOVERNANCE.md": governance, "MAINTAINERS.md": list]) == ["Acme 2"])
  }

  /// A council with a name is no nameless one, and what it asks of projects does not bind itself.
  @Test func limitsAskedOfProjectsAreNotTheCommunitys() async throws {
    let files = [
      "CHARTER.md": """
      # Project Council Charter

      To overrule an objection, at least two thirds of all members must vote in favor.

      No more than one fourth of the members may be of the same employer.
      """,
      "PROGRESSION.md": """
      # Progression process

      To graduate, a project must meet the following criteria:

      * It has five maintainers, of which no more than 1/3 is affiliated with the same employer.
      """,
    ]
    let found = try await bodies(files)
    #expect(found.map(\.name) == ["project council"] && found.first?.caps.map(\.limit) == ["1/4"])
  }

  /// A file of members that is named after the committee lists them; observers and alternates have no vote.
  @Test func aFileNamedAfterTheCommitteeListsItsMembers() async throws {
    let list = """
      Full Name,Account Name: Account Name,Appointed By,Voting Status,Title
      Ann Example,"Acme, Inc",Membership,Voting Rep,Engineer
      Bob Example,Globex,Membership,Voting Rep,Engineer
      Cid Example,Globex,Vote of the project,Alternate Voting Rep,Engineer
      Dan Example,Initech,Vote of the project,Observer,Engineer

      """
    let files = ["GOVERNANCE.md": charter, "_data/tocmembers.csv": list]
    #expect(try await electorate("technical oversight committee", files) == ["Acme, Inc 1", "Globex 1"])
    #expect(try await bodies(files).first?.voters?.withoutVote.count == 2)
    let other = ["GOVERNANCE.md": charter, "_data/clubmembers.csv": list]
    #expect(try await electorate("technical oversight committee", other) == nil)
  }

  /// Terms stand behind a dash, too; whose term has ended is told and not counted.
  @Test func aTermBehindADashEnds() async throws {
    let page = """
      # Technical Oversight Committee (TOC)

      ## Members

      - Ann Example, [@ann](https://github.com/ann), (Acme) - 5 August 2025 to 4 August 2027 [Elected seat]
      - Bob Example, [i@bob-x](https://github.com/bob-x), (Globex) - 15 Oct 2025 to 14 Oct 2027 [Elected seat]
      - Cid Example, [@cid](https://github.com/cid), (Acme) - 1 July 2024 to 30 June 2026 [Elected seat]

      """
    let files = ["GOVERNANCE.md": charter, "README.md": page]
    #expect(try await electorate("technical oversight committee", files) == ["Acme 1", "Globex 1"])
    let voters = try await bodies(files).first?.voters
    #expect(voters?.ended.map(\.name) == ["Cid Example"])
    #expect(voters?.people.compactMap(\.handle) == ["ann", "bob-x"])
  }

  /// What no document of rules explains, the title of another file does.
  @Test func aShortNameIsExplainedInAnotherFile() async throws {
    let rules = "# Lifecycle\n\nA repository is archived by a two-thirds vote of the TAC.\n"
    let page = "# Widget\n\nThe Technical Advisory Council (TAC) looks after it.\n"
    #expect(
      try await bodies(["GOVERNANCE.md": rules, "README.md": page]).map(\.name) == ["technical advisory council"])
  }

  /// A council that another document calls a committee, under the same short name, is one body.
  @Test func twoNamesUnderOneShortNameAreOneBody() async throws {
    let rules = "# Rules\n\nThe Technical Advisory Council (TAC) decides by a majority vote of the TAC.\n"
    let lifecycle = """
      # Lifecycle

      The Technical Advisory Committee (TAC) archives a repository by a two-thirds vote of the TAC.

      """
    #expect(
      try await bodies(["GOVERNANCE.md": rules, "CHARTER.md": lifecycle]).map(\.name).count == 1)
  }

  /// Core developers are those whom the list of maintainers has, where nobody decides as a maintainer.
  @Test func coreDevelopersAreListedAsMaintainers() async throws {
    let rules = "# Rules\n\nChanges to this document need a two-thirds vote of the core developers.\n"
    #expect(
      try await electorate("core developers", ["GOVERNANCE.md": rules, "MAINTAINERS.md": maintainers])
        == ["Acme 2", "Globex 1"])
  }

  /// A rule that names nobody, beside others by which maintainers decide, is theirs; alone it is nobody's.
  @Test func whoeverVotesAreTheMaintainersWhereTheyDecide() async throws {
    let unnamed = "# Ladder\n\nSomebody becomes a reviewer by a simple majority vote.\n"
    let rules = "# Rules\n\nChanges to this document need a two-thirds vote of the maintainers.\n"
    #expect(try await bodies(["CHARTER.md": unnamed]).map(\.name) == ["those who vote"])
    #expect(try await bodies(["CHARTER.md": unnamed, "GOVERNANCE.md": rules]).map(\.name) == ["maintainers"])
  }
}
