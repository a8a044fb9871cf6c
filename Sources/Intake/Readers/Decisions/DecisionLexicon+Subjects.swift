extension DecisionLexicon {
  /// Words without which no way to decide is named.
  static let anchorWords = WordPhrases(
    "majority|majorities", "supermajority|supermajorities", "super", "consensus", "unanim*", "half", "percent",
    "third|thirds", "quarter|quarters", "fourth|fourths", "fifth|fifths", "four|three|two")

  /// Words between a share and "majority".
  static let betweenShareAndMajority = WordPhrases(
    "a|an|or|voting|super")

  /// Words between "supermajority" and its share.
  static let betweenMajorityAndShare = WordPhrases(
    "at|least|more|greater|than|vote|votes|of|a|is|defined|as|over|>|>=|consisting|majority|approval|meaning|ie|i|e|requires"
  )

  /// A majority that knows a candidate.
  static let wellKnown = WordPhrases(
    "known by a majority", "known to a majority")

  /// Words after "majority" where it is one of votes.
  static let afterMajority = WordPhrases(
    "of|vote|votes|voting|approval|consent|agreement|decision|rule|from|among|is|will|must|may|who|required|wins|in|affirmative|to|opinion|and|or|present|by"
  )

  /// Words between a share and the people it is of.
  static let beforePeople = WordPhrases(
    "of|the|all|current|existing|seated|total|fixed|active|core|voting|remaining|other|a|an|its|their|project|those|non|involved|present|eligible",
    "steering|technical|governance|organization|org|repository|members|number|affirmative|vote|entire|full|incumbent|repo|oversight|approval|from|by|in",
    "tc|toc|gc|stc|ksc|architecture|advisory|respective|area|general|binding|cast|votes|and|committee|sitting|participating|then|majority|super|supermajority"
  )

  /// Titles of documents about one committee.
  static let committeeTitles = WordPhrases(
    "committee", "council", "board", "tsc", "steering")

  /// Words before "committee" in its name.
  static let committeeQualifiers = WordPhrases(
    "steering|technical|governance|governing|architecture|oversight|advisory|and|executive|election|project|management|community"
  )

  /// Headings about members of a body.
  static let notMemberLadder = WordPhrases(
    "becoming", "emeritus", "voting", "committee")

  /// Words before those who vote.
  static let ofThe = WordPhrases(
    "of|by the|current|all|existing|a")

  /// Committers.
  static let committersAlone = WordPhrases(
    "committers")

  /// Maintainers.
  static let maintainersAlone = WordPhrases(
    "maintainers")

  /// The name of a large majority.
  static let supermajority = WordPhrases(
    "super majority", "supermajority", "super")

  /// A name some documents define.
  static let explicitMajority = WordPhrases(
    "explicit majority")

  /// A name some documents define.
  static let lazyMajority = WordPhrases(
    "lazy majority")

  /// Majorities that say their share themselves.
  static let otherMajorities = WordPhrases(
    "2/3 majority", "two thirds majority", "simple majority")

  /// More votes for than against.
  static let moreFor = WordPhrases(
    "more")

  /// The plainest definition.
  static let definedAs = WordPhrases(
    "is defined as")

  /// A definition below a heading with its name.
  static let voteSucceeds = WordPhrases(
    "the vote succeeds|passes when", "succeeds when", "passes when there|at", "more than half of",
    "is considered approved when")

  /// Words before a defined share.
  static let means = WordPhrases(
    "means", "mean", "defined as")

  /// What a number of yes votes counts.
  static let yesVotes = WordPhrases(
    "+1 binding", "binding +1", "binding votes are cast", "+1 votes", "positive", "yes votes")

  /// Nouns of which voters are the owners.
  static let voteNouns = WordPhrases(
    "vote|votes|majority|supermajority|consensus|lgtm|threshold|approval|half|all|thirds|percent|consent|quorum|number|%"
  )

  /// Words between "by" or "of" and those who vote.
  static let beforeVoters = WordPhrases(
    "existing|current|remaining|incumbent|other|the|all|active|core|project|voting|of|org|two|steering|technical|three|one|new|a|positive|non|involved|repository|in|affirmative|least"
  )

  /// Verbs of those who vote.
  static let votingVerbs = WordPhrases(
    "vote|votes|approve|approves|agree|agrees|voted")

  /// Changes named by one word.
  static let amendments = WordPhrases(
    "amendment*", "governance change*", "right to amend")

  /// Voting somebody in.
  static let votingIn = WordPhrases(
    "voting in", "vote in", "voted in")

  /// Voting somebody out.
  static let votingOut = WordPhrases(
    "voting out", "vote out", "voted out")

  /// Passive voice.
  static let passive = WordPhrases(
    "be|been|being|is|are|also")

  /// Removal as a noun.
  static let removalNouns = WordPhrases(
    "removal|removals|revocation|demotion")

  /// Additions.
  static let additions = WordPhrases(
    "additions")

  /// Removals.
  static let removals = WordPhrases(
    "removals")

  /// Words before a role somebody gets.
  static let adding = WordPhrases(
    "new|add|adding|adds|additional|becoming|become|becomes|elect|electing|appoint|appointing|nominate|growing|promote|promoting|candidate|apply|applying|accepting|selecting|grant|granting|addition|additions"
  )

  /// Words after a role somebody gets.
  static let selection = WordPhrases(
    "promotion|nomination|nominations|election|elections|selection|candidates|candidate|application")

  /// Words before a participle for getting a role.
  static let beforeParticiple = WordPhrases(
    "be|are|is|been|being|and")

  /// Headings about everything in the life of a role.
  static let lifecycle = WordPhrases(
    "maintainer* lifecycle")

  /// Headings about deciding.
  static let deciding = WordPhrases(
    "decision making", "voting", "conflict resolution", "resolution", "consensus")

  /// Return of former members.
  static let reinstating = WordPhrases(
    "reversing", "reinstat*", "return to", "be restored")

  /// Extending a period.
  static let extending = WordPhrases(
    "extend|extends|extension")

  /// A period of inactivity.
  static let inactivityPeriod = WordPhrases(
    "inactiv*", "period", "unresponsive")

  /// Reference to what was just listed.
  static let such = WordPhrases(
    "such approvals|approval|decisions|changes|actions")

  /// Ordinary work.
  static let dayToDay = WordPhrases(
    "day to day")

  /// Promotion.
  static let promotion = WordPhrases(
    "promotion")

  /// Candidates.
  static let candidacy = WordPhrases(
    "application|applications", "nomination|nominations", "nominated", "candidate|candidates", "nominee")

  /// Candidates in another matter.
  static let notCandidacy = WordPhrases(
    "publication*", "exception*")

  /// A pull request that stands for what it does.
  static let thePullRequest = WordPhrases(
    "the pr", "the pull request", "approving the pull request", "pr must", "pull request must")

  /// Disputes of any kind.
  static let generalDecisions = WordPhrases(
    "disputes", "dispute", "conflicts")

  /// Reference to a vote just named.
  static let theVote = WordPhrases(
    "the vote", "this vote")

  /// Reference to issues just listed.
  static let mayPass = WordPhrases(
    "the issue may|can", "the proposal may|can", "it may")

  /// Matters of any kind.
  static let disputes = WordPhrases(
    "decisions|decision", "dispute*", "conflict*", "issue|issues", "business", "disagreement*", "matters")

  /// Passing a vote.
  static let passing = WordPhrases(
    "pass", "passes")

  /// Getting a role, where only the heading names it.
  static let gettingIn = WordPhrases(
    "elected", "nominated", "approved", "pass", "passes")
}
