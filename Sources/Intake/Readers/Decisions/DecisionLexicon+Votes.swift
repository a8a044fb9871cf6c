extension DecisionLexicon {
  /// Organizations.
  static let organizations = WordPhrases(
    "company|companies", "organization|organizations|organisation|organisations", "employer|employers",
    "vendor|vendors", "affiliation", "storage provider", "legal entity", "corporation|corporations", "corporate",
    "entity", "firm")

  /// More than a share.
  static let more = WordPhrases(
    "more|greater|larger|higher than", "over", ">", "exceed*", "in excess of", "above")

  /// A share or more.
  static let least = WordPhrases(
    "at least", "no|not less|fewer than", "a minimum of", "minimum of", ">=", "minimum", "or more")

  /// Voting.
  static let voting = WordPhrases(
    "vote|votes|voting", "majority", "super majority", "supermajority", "approval", "approve|approves|approved",
    "consent", "lgtm|lgtms", "agree|agrees|agreement", "support|supporting", "favor|favour", "in favor")

  /// What a majority is of when it is no majority of votes.
  static let notVotes = WordPhrases(

    "of the|their pull|prs|pr|issues|issue|work|time|contributions|effort|efforts|commits|requests|cases|changes|code|interactions|meetings|all",
    "of all prs|pull|meetings|issues",
    "of prs|pull|issues|work|time|effort|effort|code|contributions|members are|contributors")

  /// Silence is consent.
  static let lazyConsensus = WordPhrases(
    "lazy consensus")

  /// Agreement.
  static let consensus = WordPhrases(
    "consensus")

  /// Agreement of everybody.
  static let unanimity = WordPhrases(
    "unanim*")

  /// Ways to count votes in elections, and tools that do.
  static let votingSystems = WordPhrases(
    "condorcet", "single transferable vote", "stv", "approval voting", "ranked choice", "ranked voting",
    "instant runoff", "schulze", "elekto", "civs", "helios", "plurality voting", "schulze method",
    "preferential voting", "borda")

  /// Plurality.
  static let mostVotes = WordPhrases(
    "the most votes", "highest number of votes", "highest votes", "top vote getters")

  /// Quorum.
  static let quorum = WordPhrases(
    "quorum", "quorate")

  /// Words that begin a clause of its own.
  static let clauseBreaks = WordPhrases(
    ", and", "while", "but", "likewise", "or can", "; ", "otherwise", "whereas", ", or", "where every", "where each")

  /// Support of candidates, which is no cap.
  static let sponsors = WordPhrases(
    "sponsor*", "endors*", "nominat*", "eligible voter*", "second*", "candidate list")

  /// The most that is allowed.
  static let limits = WordPhrases(
    "no|not more than", "at most", "maximum of", "a maximum of", "maximum", "limited to", "less than",
    "no greater than", "cannot|can not exceed", "can exceed", "up to", "at max", "max")

  /// What a cap can limit.
  static let seats = WordPhrases(
    "seat|seats", "member|members", "representation", "maintainer|maintainers", "committee", "membership",
    "represented", "representatives", "representative", "tc", "toc", "majority", "committer|committers")

  /// Having seats.
  static let holding = WordPhrases(
    "hold|holds", "employ|employs", "have|has", "exceed|exceeds", "control|controls", "occupy|occupies", "possess",
    "make up", "comprise*", "allowed", "constitute*", "represent")

  /// Inactivity.
  static let inactive = WordPhrases(
    "inactiv*", "unresponsive", "no activity", "no|any contribution|contributions", "not contributed",
    "not been active", "stop|stopped|stops contributing", "not contributing", "non participation",
    "no communication", "isnt actively|active", "not been performing", "not performed", "not performing",
    "no longer active", "lack of activity", "without activity|contribution|contributions", "has shown no",
    "not actively", "have not been", "has not been", "havent contributed|been", "hasnt contributed|been",
    "not participated", "not active", "no participation", "misses more", "miss more", "missed", "fails to",
    "does not participate", "absent", "absence of activity|contribution", "dormant", "activity level",
    "not have any", "not made", "not engaged", "not involved")

  /// What inactivity leads to.
  static let consequences = WordPhrases(
    "remov*", "emeritus", "demot*", "suspen*", "lose|loses|lost", "retire|retired", "revok*", "timed out",
    "inactive members", "membership", "step down", "steps down", "asked", "alumni", "notified", "contacted",
    "considered inactive", "adjust*", "inactive")

  /// Months that are no inactivity of a person.
  static let notInactivity = WordPhrases(
    "candidate*", "eligible to vote", "eligible voters", "sig|sigs", "working group|groups", "wg",
    "subproject|subprojects", "repository|repositories is|are", "issue|issues", "pull request|requests", "prs",
    "term", "terms", "election cycle", "must have been active", "active for", "emeritus for",
    "temporarily unavailable", "planned leave")

  /// Words that announce a list.
  static let listLeads = WordPhrases(
    "following", "these kinds|decisions|actions|changes|items|cases|votes|matters", "those include|decisions|cases",
    "such decisions|cases", "below")

  /// A threshold named as reached, not as required.
  static let outcomes = WordPhrases(
    "is met", "is achieved", "is reached", "is not reached", "been reached", "are met", "was reached",
    "certain decisions")

  /// Approvals.
  static let approvals = WordPhrases(
    "organization vote|votes", "approval|approvals", "approved", "approve", "lgtm|lgtms", "positive", "+1|+1s",
    "yes votes", "votes from", "binding +1", "approving vote*", "approving", "sign off*")

  /// What a number of approvals counts.
  static let approvers = WordPhrases(
    "maintainer|maintainers", "committer|committers", "member|members", "approver|approvers", "reviewer|reviewers",
    "owner|owners", "lead|leads", "approval|approvals", "lgtm|lgtms", "vote|votes", "+1|+1s", "active maintainer*",
    "maintainer vote|votes")

  /// Support of candidates, which is no approval.
  static let sponsoring = WordPhrases(
    "sponsor*", "second|seconded", "seconders", "endors*", "nominat*")

  /// Nobody objects.
  static let noObjection = WordPhrases(
    "no one objects", "no objection|objections", "nobody objects", "no maintainer objects",
    "without objection|objections", "absence of objections", "if no objection|objections", "no vetoes|veto",
    "no member objects")

  /// A time to object in.
  static let periods = WordPhrases(
    "day|days", "week|weeks", "hours", "working")

  /// A vote whose threshold is not stated.
  static let votesOnly = WordPhrases(
    "by a|the vote of", "by a vote", "by vote", "through a vote", "maintainer vote|votes",
    "through a maintainer vote", "by voting", "voted on by", "voted upon by", "put to a vote", "vote of the",
    "majority|vote is called", "vote may|can|will be conducted|called|held|casted|cast", "decided by vote",
    "by a formal vote", "a vote by the", "voted on")

  /// The last word.
  static let lastWord = WordPhrases(
    "has the final vote|say|decision|word", "have the final vote|say|decision|word", "has the last word|say",
    "has a casting vote", "final say", "casting vote", "final decision rests")

  /// Who can have the last word.
  static let leaders = WordPhrases(
    "lead", "chair", "bdfl", "president", "founder", "founders", "dictator")

  /// Everybody in a body.
  static let everybody = WordPhrases(
    "each|every maintainer|member|committer", "all maintainers|members|committers must|need|have")

  /// A sentence that defines a threshold.
  static let defining = WordPhrases(
    "is defined as", "defined as", "means", "mean", "we mean", "is equivalent", "is simply", "requires", "is a",
    "is an", "succeeds|passes when", "to pass this vote requires", "is at least", "refers to")
}
