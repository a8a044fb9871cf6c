extension DecisionLexicon {
  /// Headings above people who no longer decide.
  static let former = WordPhrases("emeritus", "emeriti", "former", "alumni", "past", "previous")

  /// Columns of organizations.
  static let employerColumns = WordPhrases(
    "company", "organization", "organisation", "employer", "affiliation", "represents", "org", "affiliated")

  /// Columns of names.
  static let nameColumns = WordPhrases("name", "member|members", "maintainer|maintainers", "full name", "profile")

  /// Seats of a committee.
  static let seatsOrElected = WordPhrases(
    "seat|seats", "elected")

  /// Limits that do not hold.
  static let notInForce = WordPhrases(
    "exception", "temporary", "temporarily", "relaxed", "target", "goal")

  /// One vote.
  static let oneVote = WordPhrases(
    "count as one vote", "counts as one vote", "counted as one vote", "only have one vote", "one vote per",
    "receives one organization|company vote", "gets one organization|company vote", "only one vote",
    "one combined vote", "a single vote per", "have one vote", "has one vote", "may cast 1 vote",
    "may cast one vote", "cast one vote", "1 vote per", "single vote")

  /// One vote for each person.
  static let eachPerson = WordPhrases(
    "each maintainer|member gets|has|receives")

  /// For each organization.
  static let perOrganization = WordPhrases(
    "same company|organization|organisation|employer|vendor",
    "per company|organization|organisation|employer|vendor",
    "one|each|every|any|an|a company|organization|organisation|employer", "representing the same",
    "organization vote", "from one company|organization")

  /// Comparisons.
  static let comparisons = WordPhrases(
    "more|less|longer|fewer")

  /// A share that is forbidden itself.
  static let orMore = WordPhrases(
    "or more")

  /// Votes.
  static let votes = WordPhrases(
    "vote|votes", "voting power", "binding votes")

  /// Words before a limit.
  static let beforeLimit = WordPhrases(
    "than|exceed|most")

  /// Words between a limit and its number.
  static let beforeNumber = WordPhrases(
    "of|a|an|the|or|equal|to|(")

  /// Conditions.
  static let ifUnless = WordPhrases(
    "if", "unless", "in case", "in the event")

  /// Limits.
  static let limitedTo = WordPhrases(
    "limited to", "no more than")

  /// What happens when a limit is broken.
  static let broken = WordPhrases(
    "if the results|result|outcome|outcomes", "if employers", "if percentages", "if representation", "until max",
    "until the", "would yield", "if removal", "if a third")

  /// What else is limited.
  static let times = WordPhrases(
    "day|days", "month|months", "week|weeks", "year|years", "term|terms", "hour|hours", "meeting|meetings",
    "consecutive")

  /// One organization.
  static let oneOrganization = WordPhrases(
    "same",
    "any|a|each|one|single|per|every|its|their one|single|company|organization|organisation|employer|vendor|affiliation|entity|particular|legal|corporation",
    "different", "storage provider", "organization", "per")

  /// Seats.
  static let seatWords = WordPhrases(
    "seat|seats")

  /// Inactivity by its name.
  static let plainlyInactive = WordPhrases(
    "inactiv*", "unresponsive")

  /// Experience of candidates.
  static let experience = WordPhrases(
    "must have been active", "have been active for")

  /// Groups, which are retired, not people.
  static let groups = WordPhrases(
    "sig|sigs", "working group*", "wg", "subproject*")

  /// Headings about leaving.
  static let leaving = WordPhrases(
    "inactiv*", "remov*", "retir*", "emeritus", "offboard*", "timing out")

  /// A period for each of several roles.
  static let monthsOfInactivity = WordPhrases(
    "months of inactivity")

  /// Inactivity without a number.
  static let inactiveSomeTime = WordPhrases(
    "inactiv* for an extended", "inactivity is to be defined", "based on inactivity", "prolonged inactivity",
    "extended period of inactivity", "inactive for a long")

  /// What follows of it.
  static let settled = WordPhrases(
    "emeritus", "remov*", "defined")

  /// Inactivity.
  static let inactivityWords = WordPhrases(
    "inactiv*")

  /// Introductions of a list of periods.
  static let inactivityIs = WordPhrases(
    "inactivity is measured|defined", "inactiv* is", "no contributions", "of inactivity")

  /// Terms of office.
  static let terms = WordPhrases(
    "term", "terms")

  /// Words between a number and its months.
  static let beforeMonths = WordPhrases(
    "consecutive|full|calendar|or|more|to|continuous")

  /// Days.
  static let days = WordPhrases(
    "day|days|business|calendar|working")

  /// Employers in connection with seats.
  static let seatContext = WordPhrases(
    "seat|seats", "member|members", "committee", "representation", "company", "organization", "diverse", "employer",
    "resign*", "rule|rules")

  /// Change of employer.
  static let changeOfEmployer = WordPhrases(
    "job change|changes",
    "change|changes|changing of employer|employment|employers|affiliation|affiliations|company|companies|job",
    "change|changes|changed|changing their|its|his|her employer|employment|affiliation|company|job",
    "change|changes|changing affiliation|employer|employers|employment|companies|company|jobs",
    "switch|switches employer|employers|companies|jobs", "new employer", "affiliation change|changes",
    "employer change|changes", "employers change", "employment change|changes")

  /// Changes of wording.
  static let editorial = WordPhrases(
    "editorial")

  /// Telling about it.
  static let updating = WordPhrases(
    "update|updates|updated|notify|notifies|inform|report|disclose")

  /// Affiliation.
  static let affiliationWords = WordPhrases(
    "affiliation|affiliations", "employer|employers")

  /// Acquisitions.
  static let acquisitions = WordPhrases(
    "acquisition|acquisitions", "acquired by", "merger|mergers")

  /// Duty to state the affiliation.
  static let disclosing = WordPhrases(
    "affiliations are maintained|listed|recorded|documented|published|kept", "disclos*", "declar*")

  /// Disclosure of something else.
  static let notDisclosing = WordPhrases(
    "vote|votes", "conflict*")

  /// Headings of a page that holds rules.
  static let rulesHeadings = WordPhrases(
    "governance", "charter", "voting|vote|votes", "decision|decisions", "committee", "steering", "bylaws",
    "maintainership", "becoming a maintainer", "conflict resolution")
}
