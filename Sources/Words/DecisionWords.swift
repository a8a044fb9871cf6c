package import Diagnostics

/// Words by which rules of decision are recognized; `content/lexicon/decisions.yaml` says what each list is for. A
/// phrase is of words: `a|b` is one of several, `amend*` any that begins so.
package final class DecisionWords: Sendable, Decodable {
  package let exampleStart, opinions, saidBelow, pronouns, theseKinds, requiring,
    oneOfTheFollowing, approvalColumns, voterColumns, andOne, merging,
    demanding, theSame, electing, runnersUp, approving, having, notVotesOnly,
    thisCanAlsoOccur, decideRequire, inPassing, denials, possession,
    ofAQuorum, quorumMet, passed, conditions, once, negations, failures, fallbacks, present, ofVotes,
    whoVote, ofAll, examples, bodyNouns, bodyQualifiers, acronyms, consensusInPassing, eitherOr, principles,
    consensusQualifiers, beforeLazyConsensus, afterLazyConsensus, consensusStyle, decisionModel, consensusVote,
    mustApprove, weMean, byConsensus, decidingVerbs, reachingConsensus, striving, former, employerColumns,
    nameColumns, seatsOrElected, notInForce, oneVote, perOrganization, orMore, votes,
    beforeLimit, beforeNumber, ifUnless, limitedTo, times, oneOrganization, seatWords, plainlyInactive,
    experience, groups, leaving, monthsOfInactivity, inactiveSomeTime, settled, inactivityWords, inactivityIs, terms,
    beforeMonths, days, seatContext, changeOfEmployer, editorial, updating, affiliationWords, acquisitions,
    disclosing, notDisclosing, rulesHeadings, rulesFiles, anchorWords, betweenShareAndMajority, betweenMajorityAndShare,
    wellKnown, afterMajority, beforePeople, committeeTitles, committeeQualifiers, notMemberLadder, ofThe,
    committersAlone, maintainersAlone, approversAlone, ownersAlone, supermajority, explicitMajority, lazyMajority,
    otherMajorities, moreFor,
    definedAs, voteSucceeds, means, yesVotes, voteNouns, beforeVoters, votingVerbs, amendments, votingIn, votingOut,
    passive, removalNouns, additions, removals, adding, selection, beforeParticiple, lifecycle, deciding,
    singleCases, extending, inactivityPeriod, such, dayToDay, promotion, candidacy, notCandidacy, thePullRequest,
    generalDecisions, theVote, mayPass, disputes, passing, gettingIn, organizations, more, least, voting, notVotes,
    lazyConsensus, consensus, unanimity, votingSystems, mostVotes, quorum, clauseBreaks, sponsors, limits, seats,
    holding, inactive, consequences, notInactivity, listLeads, outcomes, approvals, approvers, sponsoring,
    noObjection, periods, votesOnly, lastWord, leaders, everybody, defining, maintainerRoles, committeeRoles,
    leadRoles, otherRoles, committerRoles, memberRoles, voters, governance, changing, governanceInPassing, removing,
    attendance, openFor, becoming, calledVotes, whenMet, fillingSeats, otherObjects, everythingElse, decisions, code,
    followingConsensus, havingVotes, votesTogether, mustTakePart, votesOrUsual,
    unlessOtherwise, asLongAs, beforeShare, exceeding, yesSide, noSide, ofTheNumber, organizationsWith, duties,
    havingConsensus, presentReaching, obliging, acceptance, sufficient, votesReaching, atLeast, noName, knownRule,
    hopes, sameOrganization, removable, subordinate, reached, demonstratives, gettingRoles, aboutWords,
    processIs, greater,
    fewerThan, motions,
    acceptedBy, beforeOwners,
    compared, considered, ofTheBody, beforeObjects, pointing, reaching, agreement, silence, allowed, inFavor,
    votingPeople, leavingOut: WordPhrases
  package let parts: [String: Int]
  package let committeeNouns, abbreviations, repeating, vague, votedBy, majorities, plainMajorities, relatives,
    steeringBodies, denying, modals, withoutVote, unequalVotes, partFolders, generalFolders, bareBodies, bodyAdjectives,
    yearBeginnings: Set<String>
  package let signs: ByteStrings
}
