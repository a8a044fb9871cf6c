/// Words by which rules of decision are recognized: `a|b` is one of several words, `amend*` any word that begins so.
enum DecisionLexicon {
  /// Roles of those who decide in most communities.
  static let maintainerRoles = WordPhrases(
    "maintainer|maintainers", "maintainership", "maintainers list")

  /// Words for a committee and its members.
  static let committeeRoles = WordPhrases(
    "committee member|members", "committee|council|board", "tc|toc|tsc|stc|ksc|psc|pmc|gc member|members",
    "tc|toc|tsc|stc|ksc|psc|pmc|gc", "steering", "committee membership")

  /// Single people elected by a body.
  static let leadRoles = WordPhrases(
    "project lead|leader", "chair|chairs|chairperson", "president", "lead|leads", "tech lead|leads",
    "co chair|chairs")

  /// Roles below or beside those who decide.
  static let otherRoles = WordPhrases(
    "reviewer|reviewers", "review access|privileges", "approver|approvers", "contributor|contributors",
    "owner|owners", "component owner|owners", "admin|admins", "administrator|administrators", "security team",
    "security advisor|advisors", "security team member|members", "org|organization|organisation member|members",
    "infra|infrastructure member|members", "infrastructure team", "subproject|subprojects", "sub project|projects",
    "community manager|managers", "release manager|managers", "officer|officers", "triager|triagers", "voter|voters",
    "emeritus", "commit privileges|rights", "commit access", "write access", "cms", "ambassador|ambassadors",
    "moderator|moderators")

  /// Decide in some communities, in others they only merge.
  static let committerRoles = WordPhrases(
    "committer|committers")

  /// Members of a committee, or the first step of a ladder.
  static let memberRoles = WordPhrases(
    "member|members", "membership", "organization membership")

  /// People a share can be taken of.
  static let voters = WordPhrases(
    "seat|seats", "maintainer|maintainers", "committer|committers", "member|members", "committee", "tc", "toc",
    "tsc", "stc", "ksc", "gc", "pmc", "decider|deciders", "sponsor|sponsors", "approver|approvers", "owner|owners",
    "lead|leads", "voter|voters", "voting|binding member|members|maintainer|maintainers", "council", "board",
    "membership", "fixed membership", "steering", "reviewers", "vote holders", "people|persons", "electors",
    "leadership", "chairs", "core team", "team")

  /// Documents of governance.
  static let governance = WordPhrases(
    "governance", "charter", "constitution", "bylaws", "this|the document", "this|the policy|policies",
    "these rules", "governing document|documents", "voting rules", "election rules", "these bylaws",
    "written governance")

  /// Changing a document.
  static let changing = WordPhrases(
    "chang*", "updat*", "modif*", "amend*", "revis*", "rewrit*", "alter|altering|alteration|alterations",
    "edit|edits|editorial", "adopt|adopting")

  /// Governance named without being changed.
  static let governanceInPassing = WordPhrases(
    "in this document", "by this document", "this document describes", "this document outlines",
    "in this governance", "in this charter", "abide by this governance", "of this charter", "per the governance",
    "governance committee", "governance board", "governance council", "governing board", "governance maintainer*")

  /// Taking somebody out.
  static let removing = WordPhrases(
    "remov*", "revok*", "revoc*", "demot*", "no confidence", "expel*", "expuls*", "dismiss*", "oust*", "retir*",
    "off boarding", "offboard*", "terminat*", "impeach*")

  /// Participles for getting a role.
  static let becoming = WordPhrases(
    "nominat*", "elected", "added", "approved", "appointed", "promoted", "chosen", "selected", "accepted", "voted",
    "invited", "decided")

  /// What else is decided about.
  static let otherObjects = WordPhrases(
    "roadmap", "sub project|projects", "subproject|subprojects", "new project|projects", "existing project|projects",
    "licens*", "intellectual property", "money", "budget*", "spend|spending", "fund|funds|funding", "resources",
    "code of conduct", "coc", "exception*", "company membership", "security team", "security advisor*",
    "org|organization admin|admins", "sig|sigs", "working group|groups", "special interest group*",
    "component owner|owners", "donat*", "deprecat*", "proposal|proposals", "rfc|rfcs", "closed", "publication*",
    "trademark*", "logo*", "codebase", "code base", "release|releases", "new repositor*", "archiv*",
    "form submission", "request", "call for a|the vote", "call for vote", "extend|extends|extension", "enforc*",
    "company vote", "organization vote", "veto*", "reinstat*", "emeritus", "repository creation", "project creation",
    "project|projects", "area", "membership to", "issue a", "large change|changes", "feature", "new lead",
    "new reviewer", "alternate", "community manager*")

  /// Words that a rule is the one for everything else.
  static let everythingElse = WordPhrases(
    "unless otherwise", "unless stated otherwise", "unless specified", "except where",
    "all other decisions|changes|matters|issues|votes|cases|actions|business|topics",
    "any other decision|decisions|change|changes|matter|matters|issue|issues|vote|votes",
    "other decisions|matters|changes|issues", "by default", "default", "most votes|decisions|issues|matters",
    "any vote", "all votes", "in all cases", "all decisions|project", "all project decisions", "every decision",
    "any decision", "for all votes", "generally", "day to day", "everyday decisions")

  /// Decisions in general.
  static let decisions = WordPhrases(
    "decision|decisions", "decide", "vote|votes", "voting", "dispute|disputes", "conflict|conflicts", "issue|issues",
    "disagreement|disagreements", "resolution vote", "matter|matters", "business", "motion|motions")

  /// Changes of code.
  static let code = WordPhrases(
    "minor|major changes", "documentation changes", "bugfixes", "functionality", "pr", "prs",
    "pull request|requests", "merge", "merged", "merging", "source code", "code change|changes", "patch|patches")
}
