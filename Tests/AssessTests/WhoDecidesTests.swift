import Assess
import Intake
import StructuredData
import Testing

/// Rules of decision held against lists of those who vote: bodies with known answers, counted by hand.
@Suite struct WhoDecidesTests {
  private func community(_ files: [String: String]) async throws -> Community {
    let assessments = await assess(files).value
    return try #require(assessments.first).community
  }

  private func bodies(_ files: [String: String], after events: [PowerEvent] = []) async throws -> [BodyPower] {
    let community = try await community(files)
    return CommunityPower(community, asOf: asOf).after(events, names: community.organizations).bodies
  }

  /// A list of maintainers: `Acme 5` are five people of Acme, `- 1` one whose organization is not stated.
  private func maintainers(_ parts: String...) -> String {
    var text = "# Maintainers\n\n| Name | GitHub | Organization |\n|---|---|---|\n"
    for part in parts {
      let words = part.split(separator: " ")
      for number in 1...(Int(words.last ?? "1") ?? 1) {
        let organization = words.dropLast().joined(separator: " ")
        let handle = organization.filter(\.isLetter).lowercased() + "\(number)"
        text += "| P\(handle) Example | [\(handle)](https://github.com/\(handle)) | \(organization) |\n"
      }
    }
    return text
  }

  private let plain = """
    # Governance

    Decisions are made by a majority of all maintainers.

    Changes to this document need a vote of two thirds of all maintainers.

    """

  // MARK: Counting

  @Test(arguments: [
    (["Acme 5", "Globex 1", "Initech 1"], ["Acme"], ["Acme"], 4, 5),
    (["Acme 3", "Globex 1", "Initech 1"], ["Acme"], [], 3, 4),
    (["Acme 5", "Globex 1", "Initech 1", "Hooli 1"], ["Acme"], [], 5, 6),
    (["Acme 4", "Globex 1", "Initech 1", "Hooli 4"], [], [], 6, 7),
  ])
  func countsAllMembers(list: [String], ordinary: [String], changes: [String], half: Int, third: Int) async throws {
    var text = "# Maintainers\n\n| Name | GitHub | Organization |\n|---|---|---|\n"
    for part in list { text += maintainers(part).split(separator: "\n").dropFirst(3).map { $0 + "\n" }.joined() }
    let body = try #require(try await bodies(["GOVERNANCE.md": plain, "MAINTAINERS.md": text]).first)
    #expect(body.ordinary?.decidesAlone == ordinary && body.ordinary?.byHeads?.needed == half)
    #expect(body.governance?.decidesAlone == changes && body.governance?.byHeads?.needed == third)
    #expect(body.mechanism == .no)
  }

  /// Where one person has the last word, nobody asks how many votes it takes.
  @Test func theLastWordOfOnePersonIsToldAsSuch() async throws {
    let files = [
      "GOVERNANCE.md": "# Governance\n\nThe project lead has the final say on decisions of the maintainers.\n",
      "MAINTAINERS.md": maintainers("Acme 2", "Globex 1"),
    ]
    let body = try #require(try await bodies(files).first)
    #expect(body.decisions.isEmpty && body.lastWord?.ownVoice?.holder == "project lead")
    #expect(body.answer == "the last word is that of the project lead; no rule caps an organization")
    let found = await assess(files).value.flatMap(\.findings).map(\.rule)
    #expect(!found.contains("power/threshold-not-stated"))
    let counted = try #require(try await bodies(["GOVERNANCE.md": plain + "The lead has the final say.\n"]).first)
    #expect(counted.answer.hasPrefix("unknown: no list of those who vote was found; the last word is that of the lead"))
  }

  /// "GOVERNANCE-tool.md" is a subproject's, whatever its rules and lists say.
  @Test func theGovernanceOfASubprojectIsNotTheProjects() async throws {
    let list =
      "\n## Current Maintainers\n\n| Name | GitHub | Role |\n|---|---|---|\n| Ann Example | @ann | Maintainer |\n"
    let rule = "Decisions need a vote of two thirds of all maintainers.\n"
    let files = [
      "README.md": "# Example\n", "GOVERNANCE.md": plain, "OWNERS": "approvers:\n- bob95\n- cid95\n",
      "GOVERNANCE-TOOL.md": "# Tool\n\nThe tool is a subproject of Example.\n\n" + rule + list,
    ]
    let found = try await community(files)
    #expect(found.maintainers.compactMap(\.joined?.handle) == ["bob95", "cid95"])
    #expect(try await bodies(files).map { $0.decisions.map(\.rule.threshold) } == [["1/2+", "2/3"]])
  }

  @Test func rulesInFoldersThatKeepDocumentsHoldForAll() async throws {
    for path in ["docs/governance/CHARTER.md", "docs/020-governance-and-policies/GOVERNANCE.md"] {
      #expect(try await bodies(["README.md": "# Example\n", path: plain]).count == 1, "\(path)")
    }
    #expect(try await bodies(["README.md": "# Example\n", "docs/tools/GOVERNANCE.md": plain]).isEmpty)
  }

  /// A limit with which one organization still decides balances nothing.
  @Test func aLimitWithoutEffectIsNoBalance() async throws {
    let limited = plain + "No single company may have more than six eligible voters.\n"
    func verdict(_ list: String) async throws -> Verdict? {
      let all = await assess(["README.md": "# Example\n", "GOVERNANCE.md": limited, "MAINTAINERS.md": list]).value
      return all.first?.models.first?.criteria.first { $0.criterion.id == "ORG-BALANCE" }?.verdict
    }
    let one = maintainers("Acme 9") + "| Bo Example | [bo](https://github.com/bo) | Globex |\n"
    #expect(try await verdict(one) == .needsReview)
    let three =
      maintainers("Acme 2") + "| Bo Example | [bo](https://github.com/bo) | Globex |\n"
      + "| Cyd Example | [cyd](https://github.com/cyd) | Initech |\n"
    #expect(try await verdict(three) == .claimable)
  }

  @Test func saysWhoDecidesInOneSentence() async throws {
    let body = try #require(
      try await bodies(["GOVERNANCE.md": plain, "MAINTAINERS.md": maintainers("Acme 5", "Globex 1", "Initech 1")]).first
    )
    #expect(body.answer == "Acme (5 of 7) decides alone; no rule caps an organization")
    #expect(body.brief == "Acme alone")
    let other = try #require(
      try await bodies(["GOVERNANCE.md": plain, "MAINTAINERS.md": maintainers("Acme 3", "Globex 2", "Initech 2")]).first
    )
    #expect(
      other.answer == "no organization decides or blocks alone on ordinary decisions; no rule caps an organization")
  }

  /// Two thirds of the votes cast with three votes at least: three people carry a motion when nobody else votes.
  @Test func showsWhatFewVotesCanDecide() async throws {
    let text = """
      # Governance

      ### Explicit majority rules

      The vote succeeds when at least 3 binding votes are cast and ⅔ of cast binding votes are +1.

      ### Other changes

      Unless specified above, all other changes require an **explicit majority** of **maintainers**.

      """
    let body = try #require(
      try await bodies(["GOVERNANCE.md": text, "MAINTAINERS.md": maintainers("Acme 8", "Globex 1", "Initech 1")]).first)
    let decision = try #require(body.ordinary)
    #expect(decision.rule.base == .votesCast && decision.byHeads?.needed == 7)
    #expect(decision.decidesAlone == ["Acme"])
    #expect(decision.lowTurnout?.participants == 3 && decision.lowTurnout?.decidesAlone == ["Acme"])
  }

  /// A limit of one half of the seats leaves a veto against two thirds, and nothing is said on ordinary votes.
  @Test func aSeatCapOfOneHalfLeavesAVeto() async throws {
    let text = """
      # Governance

      No single organization may hold a majority (50% or more) of the maintainer seats.

      ## Voting

      Most business is conducted by lazy consensus.

      **The following actions require a two-thirds majority vote of all maintainers:**
      1. **Growing new maintainers**
      2. **Updating the project governance charter**

      """
    let list = maintainers("Acme 5", "Globex 3", "A 1", "B 1", "C 1", "D 1", "E 1")
    let files = ["GOVERNANCE.md": text, "MAINTAINERS.md": list]
    let body = try #require(try await bodies(files).first)
    #expect(body.ordinary == nil)
    let governance = try #require(body.governance)
    #expect(governance.byHeads?.needed == 9 && governance.decidesAlone.isEmpty)
    #expect(governance.onlyBlocksAlone == ["Acme"])
    #expect(governance.byHeads?.winning?.organizations.count == 3)
    #expect(body.mechanism == .yes && body.seats.map(\.most) == [6] && body.seats.allSatisfy(\.over.isEmpty))
    let later = try #require(try await bodies(files, after: [.joins("Globex", owner: "A")]).first)
    #expect(later.governance?.onlyBlocksAlone == ["Acme"])
    let gone = try #require(try await bodies(files, after: [.leaves("A")]).first)
    #expect(gone.governance?.byHeads?.needed == 8 && gone.governance?.onlyBlocksAlone == ["Acme"])
  }

  /// Heads give two organizations a veto; one vote each gives nobody anything, until the third organization leaves.
  @Test func oneVoteEachCountsOrganizations() async throws {
    let text = """
      # Governance

      ## Supermajority

      A supermajority is defined as two-thirds of members in the group.

      ## Decision Making

      If consensus is impossible, any vote will be decided by a supermajority of maintainers.

      Votes by maintainers belonging to the same company will count as one vote.

      """
    let files = ["GOVERNANCE.md": text, "MAINTAINERS.md": maintainers("Acme 4", "Globex 3", "Initech 1")]
    let body = try #require(try await bodies(files).first)
    let decision = try #require(body.ordinary)
    #expect(decision.byHeads?.needed == 6 && decision.byHeads?.blocksAlone.certain == ["Acme", "Globex"])
    #expect(decision.power?.total == 3 && decision.power?.needed == 2)
    #expect(decision.decidesAlone.isEmpty && decision.onlyBlocksAlone.isEmpty)
    #expect(body.mechanism == .yes)
    let gone = try #require(try await bodies(files, after: [.leaves("Initech")]).first)
    #expect(gone.ordinary?.onlyBlocksAlone == ["Acme", "Globex"])
  }

  /// Of all votes 40 % leave four of seven, of the votes that count two of five: the text does not say, so nobody knows.
  @Test func aShareOfVotesThatCanBeReadTwoWaysIsUnknown() async throws {
    let text = plain + "\nNo organization may hold more than 40% of the votes.\n"
    let list = maintainers("Acme 7", "A 1", "B 1", "C 1")
    let body = try #require(try await bodies(["GOVERNANCE.md": text, "MAINTAINERS.md": list]).first)
    let decision = try #require(body.ordinary)
    #expect(decision.capped.map { $0.power.decidesAlone.certain } == [["Acme"], []])
    #expect(decision.power == nil && body.missing(for: decision) == .capReading)
  }

  @Test func whoStatesNoOrganizationIsNotDealtOut() async throws {
    let certain = try #require(
      try await bodies(["GOVERNANCE.md": plain, "MAINTAINERS.md": maintainers("Acme 7", "A 1", "B 1", "- 1")]).first)
    #expect(certain.governance?.decidesAlone == ["Acme"])
    let open = try #require(
      try await bodies(["GOVERNANCE.md": plain, "MAINTAINERS.md": maintainers("Acme 3", "A 1", "B 1", "- 2")]).first)
    #expect(open.ordinary?.decidesAlone == [] && open.missing(for: open.ordinary) == .affiliations)
    #expect(open.answer.hasPrefix("unknown"))
  }

  @Test func aVoteWithoutThresholdOrListIsUnknown() async throws {
    let unstated = "# Governance\n\nChanges to this document need a supermajority vote of the maintainers.\n"
    let body = try #require(
      try await bodies(["GOVERNANCE.md": unstated, "MAINTAINERS.md": maintainers("Acme 5", "A 1")]).first)
    #expect(body.governance?.byHeads == nil && body.missing(for: body.governance) == .threshold)
    let unlisted = try #require(try await bodies(["GOVERNANCE.md": plain]).first)
    #expect(unlisted.missing(for: unlisted.ordinary) == .list)
  }

  // MARK: Several files

  private let charter = """
    # Steering Committee Charter

    Decisions are made by a majority of all members of the steering committee.

    A vote of no confidence in a member needs a three-quarters supermajority of all members of the steering committee.

    """

  private let seats = """
    # Steering Committee Elections

    No more than one third of the seats of the steering committee may be held by employees of the same company.

    """

  /// Terms in tables of their own are one committee; rules, limits and members stand in three files.
  private func committee(_ rows: String...) -> String {
    var text = "# Steering Committee\n\n## Members\n"
    for (term, names) in [("2026", rows.prefix(4)), ("2027", rows.dropFirst(4))] {
      text += "\n### Term ends in \(term)\n\n| Name | Profile | Affiliation |\n|---|---|---|\n"
      for (number, organization) in names.enumerated() {
        text +=
          "| N\(term)\(number) Example | [@n\(term)x\(number)](https://github.com/n\(term)x\(number)) | \(organization) |\n"
      }
    }
    return text + "\n### Emeritus\n\n| Name | Profile |\n|---|---|\n| Old Example | [@old](https://github.com/old) |\n"
  }

  @Test func joinsACommitteesFiles() async throws {
    let files = [
      "charter.md": charter, "elections.md": seats, "README.md": committee("A", "B", "C", "D", "Acme", "Acme", "E"),
    ]
    let body = try #require(try await bodies(files).first { $0.kind == .steering })
    #expect(body.voters?.electorate.size == 7)
    #expect(body.ordinary?.byHeads?.needed == 4 && body.ordinary?.onlyBlocksAlone == [])
    #expect(body.seats.first?.most == 2 && body.seats.first?.over.isEmpty == true)
    let joined = try #require(
      try await bodies(files, after: [.joins("A", owner: "Acme")]).first { $0.kind == .steering })
    #expect(joined.seats.first?.over.map(\.name) == ["Acme"])
  }

  /// What a page says again, or says of a group, is no second rule of the community.
  @Test func takesNoRuleOfAGroupForTheCommunitys() async throws {
    let files = [
      "GOVERNANCE.md": plain, "MAINTAINERS.md": maintainers("Acme 2", "A 1"),
      "sig-docs/charter.md": "# Charter\n\nDecisions are made by a vote of three quarters of all maintainers.\n",
    ]
    let body = try #require(try await bodies(files).first)
    #expect(body.decisions.filter { $0.rule.subject == .everything }.map(\.rule.threshold) == ["1/2+"])
  }

  @Test func whoHasNoVoteIsNotCounted() async throws {
    let list = """
      # Maintainers

      - Ann Example (Acme) [@ann](https://github.com/ann)
      - Bob Example (Acme) [@bob](https://github.com/bob) (non voting)
      - Cid Example (Globex) [@cid](https://github.com/cid)
      - Dan Example (Initech) [@dan](https://github.com/dan)

      """
    let body = try #require(try await bodies(["GOVERNANCE.md": plain, "MAINTAINERS.md": list]).first)
    #expect(body.voters?.electorate.size == 3 && body.voters?.withoutVote.map(\.name) == ["Bob Example"])
  }

  private let untitled = """
    ## Committee members

    | Member | Organization |
    |---|---|
    | Ann Example | Acme |
    | Bob Example | Acme |
    | Cid Example | Globex |

    ## Decision process

    Decisions may pass with at least half the members of the committee supporting it.

    ### Limitations on Company Representation

    No more than one contributing seat may be held by employees of the same organization.

    ## Emeritus Committee Members

    ### Steering Committee

    | Member | Profile |
    |---|---|
    | Old Example | [@old](https://github.com/old) |
    | Ode Example | [@ode](https://github.com/ode) |

    """

  /// A file that only its name ties to a committee says nothing about the maintainers, and former members have no seat.
  @Test func aCommitteesFileIsAboutTheCommittee() async throws {
    let files = ["STEERING-COMMITTEE.md": untitled, "MAINTAINERS.md": maintainers("Acme 5", "A 1")]
    let found = try await bodies(files)
    #expect(found.map(\.name) == ["steering committee"])
    #expect(found.first?.voters?.electorate.size == 3 && found.first?.caps.map(\.limit) == ["1"])
  }

  /// More people listed than a committee has seats: somebody in the list does not vote, and nobody can tell who.
  @Test func aListLongerThanTheCommitteeIsNoFinding() async throws {
    func rules(_ text: String) async -> [String] {
      let found = await assess(["STEERING-COMMITTEE.md": text]).value.flatMap(\.findings)
      return found.map(\.rule.rawValue).filter { $0.hasPrefix("power/") }
    }
    #expect(await rules(untitled) == ["power/cap-broken", "power/decides-alone"])
    #expect(await rules("The steering committee has two members.\n\n" + untitled) == [])
  }

  /// Maintainers who vote on somebody else are not those whom a rule calls inactive.
  @Test func aRuleOnOtherRolesIsNoneOnMaintainers() async throws {
    func months(_ sentence: String) async throws -> Int? {
      let files = ["GOVERNANCE.md": "# Governance\n\n## Inactivity\n\n\(sentence)\n"]
      return CommunityPower(try await community(files), asOf: asOf).maintainerInactivity?.months
    }
    #expect(try await months("Maintainers who have been inactive for 6 months may be removed.") == 6)
    #expect(
      try await months(
        "Reviewers may be removed when they are inactive for 6 months, or by a majority vote of the maintainers.")
        == nil)
  }

  /// Somebody who is listed for two terms votes once.
  @Test func aMemberOfTwoTermsVotesOnce() async throws {
    let files = [
      "charter.md": charter,
      "README.md": committee("A", "B", "C", "D", "E").replacing("n2027x0", with: "n2026x0"),
    ]
    let body = try #require(try await bodies(files).first { $0.kind == .steering })
    #expect(body.voters?.electorate.size == 4)
  }

  // MARK: Words

  /// A person appears by what public files show, never in an order of merit.
  @Test func whatIsNotSeenIsSaidAsSuch() throws {
    let day = try #require(CalendarDate(iso: "2025-04-17"))
    #expect(
      ActivityWords.since(day) == "no commit in the given repositories since 2025-04; other work is not seen")
    #expect(ActivityWords.since(nil) == "no commit in the given repositories; other work is not seen")
  }
}
