package import Diagnostics

/// Words by which rules of decision are recognized; `content/lexicon/decisions.yaml` says what each list is for. A
/// phrase is of words: `a|b` is one of several, `amend*` any that begins so.
///
/// They are in groups: the code that reads a type with so many properties grows with the square of their number.
package final class DecisionWords: Sendable, Decodable {
  package let ways: Ways
  package let rules: Rules
  package let subjects: Subjects
  package let limits: Limits
  package let texts: Texts

  package init(from decoder: any Decoder) throws {
    ways = try Ways(from: decoder)
    rules = try Rules(from: decoder)
    subjects = try Subjects(from: decoder)
    limits = try Limits(from: decoder)
    texts = try Texts(from: decoder)
  }

  /// Words for ways to decide and for shares.
  package final class Ways: Sendable, Decodable {
    package let afterMajority, agreement, anchorWords, atLeast, beforePeople, betweenMajorityAndShare,
      betweenShareAndMajority, exceeding, greater, knownRule, more, noName, noSide, notVotes, ofTheNumber, reaching,
      unanimity, voters, votesReaching, wellKnown, yesSide: WordPhrases
  }

  /// Words of the sentences that are rules, and of those that only look like it.
  package final class Rules: Sendable, Decodable {
    package let acceptance, afterLazyConsensus, andOne, approvalColumns, approvals, approvers, approving, asLongAs,
      attendance, beforeLazyConsensus, breakingTies, byConsensus,
      calledVotes, clauseBreaks, conditions, consensusInPassing,
      consensusQualifiers, consensusStyle, consensusVote, considered, decideRequire, decidingVerbs, decisionModel,
      demanding, denials, duties, eitherOr, electing, everybody, exampleStart, followingConsensus, having,
      havingConsensus, hopes, inFavor, inPassing, lastWord, leaders, least, limits, listLeads, merging, mostVotes,
      mustApprove, mustTakePart, negations, noObjection, notVotesOnly, obliging, ofAQuorum, ofVotes,
      oneOfTheFollowing, openFor, opinions, organizationsWith, outcomes, passive, periods, pointing, possession,
      present, presentReaching, principles, processIs, pronouns, quorum, quorumMet, rejected, making, reachingConsensus,
      requiring,
      runnersUp, saidBelow, silence, sponsoring, striving, subordinate, sufficient, thePullRequest, theSame,
      theseKinds, thisCanAlsoOccur, voterColumns, votesOnly, votesOrUsual, voting, votingSystems, weMean,
      whenMet: WordPhrases
  }

  /// Words for what is decided, by whom, and where a rule holds.
  package final class Subjects: Sendable, Decodable {
    package let aboutWords, acceptedBy, adding, additions, amendments, becoming, beforeObjects, beforeOwners,
      beforeParticiple, beforeShare, beforeVoters, bodyNouns, bodyQualifiers, bodyVerbs, candidacy, changing, code,
      committerRoles, compared, dayToDay, deciding, decisions, demonstratives, disputes, everythingElse, examples,
      extending, failures, fallbacks, fillingSeats, generalDecisions, gettingIn, governance, governanceInPassing,
      inactivityPeriod, leadRoles, leavingOut, lifecycle, maintainerRoles, mayPass, memberRoles, motions,
      notActing, notCandidacy, ofAll, ofTheBody, once, otherObjects, otherRoles, passed, passing, promotion, reached,
      removable,
      removalNouns, removals, removing, selection, singleCases, such, theVote, unlessOtherwise, voteNouns, votingIn,
      votingOut, votingVerbs, whoVote: WordPhrases
  }

  /// Words for limits to the votes of an organization, for inactivity and for affiliations.
  package final class Limits: Sendable, Decodable {
    package let acquisitions, affiliationWords, allowed, beforeLimit, beforeMonths, beforeNumber, changeOfEmployer,
      consequences, days, disclosing, editorial, experience, fewerThan, groups, havingVotes, holding, ifUnless,
      inactive, inactiveSomeTime, inactivityIs, inactivityWords, leaving, limitedTo, monthsOfInactivity,
      notDisclosing, notInForce, notInactivity, oneOrganization, oneVote, orMore, organizations, perOrganization,
      plainlyInactive, sameOrganization, seatContext, seatCounts, seatWords, seats, seatsOrElected, settled, sponsors,
      terms,
      times, updating, votes, votesTogether, votingPeople: WordPhrases
  }

  /// Words for parts of a text, and lists of single words.
  package final class Texts: Sendable, Decodable {
    package let acronyms, approversAlone, committeeQualifiers, committeeRoles, committeeTitles, committersAlone,
      consensus, definedAs, defining, employerColumns, explicitMajority, former, gettingRoles, lazyConsensus,
      lazyMajority, maintainersAlone, means, moreFor, nameColumns, notMemberLadder, ofThe, otherMajorities,
      ownersAlone, rulesFiles, rulesHeadings, supermajority, voteSucceeds, yesVotes: WordPhrases
    package let parts: [String: Int]
    package let committeeNouns, abbreviations, repeating, vague, votedBy, majorities, plainMajorities, relatives,
      steeringBodies, denying, modals, withoutVote, unequalVotes, partFolders, generalFolders, bareBodies,
      bodyAdjectives, collectives, peopleNouns, notOfNames,
      yearBeginnings: Set<String>
    package let signs: ByteStrings
  }
}
