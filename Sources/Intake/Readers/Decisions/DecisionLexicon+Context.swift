extension DecisionLexicon {
  /// Sentences that only illustrate.
  static let exampleStart = WordPhrases(
    "example", "for example")

  /// Statements that bind nobody.
  static let opinions = WordPhrases(
    "believes", "believe", "never")

  /// Rules of one occasion.
  static let temporary = WordPhrases(
    "shall be relaxed", "temporar*")

  /// Pointers to what follows.
  static let saidBelow = WordPhrases(
    "specified|described|listed|defined|outlined|explained below")

  /// Words that refer to the sentence before.
  static let pronouns = WordPhrases(
    "those", "these", "they", "this")

  /// Introductions of a list in the middle of a paragraph.
  static let theseKinds = WordPhrases(
    "these kinds of", "following decisions|actions|changes|items")

  /// Demands.
  static let requiring = WordPhrases(
    "require*", "need|needs", "must")

  /// Exclusion.
  static let doesNotApply = WordPhrases(
    "does not apply")

  /// Lists of ways, not of decisions.
  static let oneOfTheFollowing = WordPhrases(
    "one of the following", "following process|steps|way")

  /// Vetoes.
  static let vetoes = WordPhrases(
    "veto*")

  /// Columns that name the way to decide.
  static let approvalColumns = WordPhrases(
    "approval", "approvals", "threshold", "decision", "vote|votes|voting", "majority", "required", "method")

  /// Columns that name something else about a vote.
  static let notApprovalColumns = WordPhrases(
    "binding", "voters", "length", "roles")

  /// Columns that name who votes.
  static let voterColumns = WordPhrases(
    "binding voters|roles", "voters", "who")

  /// A second approver.
  static let andOne = WordPhrases(
    "and one", "and at least one")

  /// Merging code.
  static let merging = WordPhrases(
    "merge*", "pull request|requests", "pr", "prs")

  /// What else a number can count.
  static let notApprovers = WordPhrases(
    "year", "years", "month*", "week*", "day|days", "company", "companies")

  /// A number that is demanded.
  static let demanding = WordPhrases(
    "at least", "require|requires|required", "approval of|from|by", "approved by", "least", "minimum of",
    "only requires", "with a", "after receiving")

  /// Numbers in exceptions.
  static let exceptions = WordPhrases(
    "sidestep", "vacation", "on board", "within", "quorum")

  /// Restatement.
  static let theSame = WordPhrases(
    "the same")

  /// Elections.
  static let electing = WordPhrases(
    "election|elections", "vote|votes|voting", "elected")

  /// Elections told about.
  static let notElecting = WordPhrases(
    "officer", "officers judg*", "results", "elections for the")

  /// Filling a vacancy.
  static let runnersUp = WordPhrases(
    "next most", "previous election", "top vote getters")

  /// Approval.
  static let approving = WordPhrases(
    "approv*")

  /// Duty.
  static let having = WordPhrases(
    "need|needs|must|have|has to")

  /// Votes told about.
  static let notVotesOnly = WordPhrases(
    "quorum", "eligible", "election|elections", "elected", "for formal votes", "tallied", "statement of what",
    "committer will verify")

  /// Removal, after the way to resign.
  static let thisCanAlsoOccur = WordPhrases(
    "this can also occur")

  /// Conditions that end a wait.
  static let untilOnce = WordPhrases(
    "until", "once")

  /// Decisions to hold a vote.
  static let decideRequire = WordPhrases(
    "decide require", "decide requires")

  /// Taking part.
  static let attendance = WordPhrases(
    "attendance", "participation")

  /// A majority named without being demanded.
  static let inPassing = WordPhrases(
    "certain decisions", "some actions|decisions|changes", "to pass this vote", "remain open", "open for", "to avoid a",
    "avoid a")

  /// Words that deny a majority.
  static let denials = WordPhrases(
    "no", "employ", "hold")

  /// What an organization has.
  static let possession = WordPhrases(
    "hold|holds", "employ|employs", "exceed", "share|shares", "affiliated", "representation", "has", "have")

  /// Shares of seats.
  static let representation = WordPhrases(
    "until max", "representation", "may be affiliated")

  /// A majority of those present.
  static let ofAQuorum = WordPhrases(
    "of a quorum")

  /// Meetings with a quorum that decide.
  static let arePresent = WordPhrases(
    "present and may pass", "are present and")

  /// When a quorum is there.
  static let quorumMet = WordPhrases(
    "attendance", "is met", "present")

  /// A vote that passed.
  static let passed = WordPhrases(
    "passes", "passed")

  /// Conditions.
  static let conditions = WordPhrases(
    "if", "once", "when")

  /// After something happened.
  static let once = WordPhrases(
    "once")

  /// Denial.
  static let negations = WordPhrases(
    "no", "not", "without", "isnt", "cannot", "unable")

  /// Failure of agreement.
  static let failures = WordPhrases(
    "cannot", "not", "cant", "fails", "impossible", "isnt")

  /// Agreement that failed.
  static let fallbacks = WordPhrases(
    "consensus cannot|can|cant|fails|is", "cannot be reached|made|found|decided|resolved", "can not be", "cant be",
    "cannot decide|reach|agree", "if impossible", "when consensus", "fallback", "dispute*", "unable to",
    "any consensus", "escalation", "impasse", "is called", "called to a vote")

  /// Those present.
  static let present = WordPhrases(
    "present", "attending", "in attendance")

  /// Votes cast.
  static let ofVotes = WordPhrases(
    "of votes", "of the votes", "of cast", "votes cast", "of binding votes", "of those that|who|voting")

  /// Those who vote.
  static let whoVote = WordPhrases(
    "that voted", "who vote|voted", "who have voted", "votes cast")

  /// All members.
  static let ofAll = WordPhrases(
    "of all", "from all", "by all", "all", "fixed membership", "entire", "full")

  /// Headings of what binds nobody.
  static let examples = WordPhrases(
    "example|examples", "template|templates")

  /// Groups of people that decide.
  static let bodyNouns = WordPhrases(
    "maintainer|maintainers", "committer|committers", "member|members", "committee", "council", "board",
    "tc|toc|tsc|stc|ksc|gc|pmc|psc", "sponsors", "deciders", "reviewers", "approvers", "owners", "leads", "steering")

  /// Words before them in a name.
  static let bodyQualifiers = WordPhrases(
    "core|org|organization|project|repo|repository|steering|technical|governance|governing|architecture|oversight|advisory|component|tech|voting|area|committee|end|user|security|election"
  )

  /// Short names of committees.
  static let acronyms = WordPhrases(
    "tc|toc|tsc|stc|ksc|gc|pmc|psc")

  /// Consensus told about.
  static let consensusInPassing = WordPhrases(
    "help reach", "usually come to")

  /// One of several ways.
  static let eitherOr = WordPhrases(
    "either", "eg", "e g")

  /// Headings of principles.
  static let principles = WordPhrases(
    "principles", "values", "vendor neutrality", "vendor neutral")

  /// Words before "consensus".
  static let consensusQualifiers = WordPhrases(
    "a|the|general|rough|mutual|maintainer|maintainers|community|open|concept|of|either")

  /// Words before lazy consensus as a rule.
  static let beforeLazyConsensus = WordPhrases(
    "by|via|on|with|using|under|through|use|uses|default|requires|seeking|concept|to|is|are|operate|follow|follows|employ"
  )

  /// Words after lazy consensus as a rule.
  static let afterLazyConsensus = WordPhrases(
    "default|practiced|practised|used|model|applies|process|is|has")

  /// Ways of seeking consensus.
  static let consensusStyle = WordPhrases(
    "based|driven|seeking")

  /// Ways of deciding.
  static let decisionModel = WordPhrases(
    "decision*", "process*", "approach", "model")

  /// A vote by consensus.
  static let consensusVote = WordPhrases(
    "vote|approval")

  /// Approval by consensus.
  static let mustApprove = WordPhrases(
    "must approve", "approves")

  /// Explanation of a word.
  static let weMean = WordPhrases(
    "we mean")

  /// Means.
  static let byConsensus = WordPhrases(
    "by|via|through|upon|on|using|under")

  /// Verbs of deciding.
  static let decidingVerbs = WordPhrases(
    "resolv*", "made|make|makes", "decid*", "decision*", "reach*", "approv*", "built", "tak*", "conduct*", "elect*",
    "accept*", "determin*", "done", "agree*", "revok*", "nominat*", "activ*", "handled", "settled", "operat*",
    "govern*", "work|works", "new")

  /// Reaching consensus.
  static let reachingConsensus = WordPhrases(
    "reach|reaches|reaching|for|seek|achieve|find|prefer|prefers|towards|toward")

  /// Trying to.
  static let striving = WordPhrases(
    "always|desires|desire|strive|strives|seek|seeks|aim|aims|prefer|prefers|try|tries|attempt|attempts|work|works|goal|encouraged"
  )
}
