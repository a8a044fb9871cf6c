/// The nouns that claims count, and the words that tell claims from rules.
enum ClaimUnits {
  /// Kind of claim by the noun in lower case; singular forms are those before the plural ones.
  static func kind(of word: String) -> (kind: String, isPlural: Bool)? {
    if let kind = plurals[word] { return (kind, true) }
    if let kind = singulars[word] { return (kind, false) }
    return nil
  }

  /// Kinds that count people who belong to organizations.
  static let people: Set<String> = [
    "maintainers", "committers", "contributors", "members", "reviewers", "approvers", "leads", "developers",
  ]

  private static let table: [(singular: String, plural: String, kind: String)] = [
    ("maintainer", "maintainers", "maintainers"), ("committer", "committers", "committers"),
    ("contributor", "contributors", "contributors"), ("author", "authors", "contributors"),
    ("developer", "developers", "contributors"),
    ("reviewer", "reviewers", "reviewers"), ("approver", "approvers", "approvers"),
    ("member", "members", "members"), ("chair", "chairs", "chairs"), ("lead", "leads", "leads"),
    ("organization", "organizations", "organizations"), ("organisation", "organisations", "organizations"),
    ("company", "companies", "organizations"), ("org", "orgs", "organizations"),
    ("vendor", "vendors", "organizations"), ("employer", "employers", "organizations"),
    ("adopter", "adopters", "adopters"), ("end-user", "end-users", "adopters"), ("customer", "customers", "adopters"),
    ("user", "users", "users"), ("subscriber", "subscribers", "subscribers"), ("star", "stars", "stars"),
    ("stargazer", "stargazers", "stars"), ("fork", "forks", "forks"), ("watcher", "watchers", "watchers"),
    ("follower", "followers", "followers"), ("commit", "commits", "commits"), ("pr", "prs", "pull_requests"),
    ("issue", "issues", "issues"), ("release", "releases", "releases"), ("repository", "repositories", "repositories"),
    ("repo", "repos", "repositories"), ("contribution", "contributions", "contributions"),
    ("download", "downloads", "downloads"), ("pull", "pulls", "downloads"), ("thread", "threads", "threads"),
    ("message", "messages", "messages"), ("channel", "channels", "channels"), ("view", "views", "views"),
    ("attendee", "attendees", "attendees"), ("presenter", "presenters", "attendees"),
    ("participant", "participants", "attendees"), ("interview", "interviews", "interviews"),
    ("finding", "findings", "findings"), ("vulnerability", "vulnerabilities", "findings"),
    ("level", "levels", "roles"), ("tier", "tiers", "roles"), ("role", "roles", "roles"),
    ("paper", "papers", "papers"), ("talk", "talks", "talks"), ("session", "sessions", "sessions"),
    ("meeting", "meetings", "meetings"), ("subproject", "subprojects", "subprojects"),
    ("sub-project", "sub-projects", "subprojects"), ("project", "projects", "projects"), ("sig", "sigs", "sigs"),
    ("integration", "integrations", "integrations"), ("case-study", "studies", "case_studies"),
    ("country", "countries", "countries"), ("geography", "geographies", "countries"),
    ("cluster", "clusters", "clusters"), ("installation", "installations", "installations"),
    ("deployment", "deployments", "deployments"), ("file", "files", "files"), ("language", "languages", "languages"),
    ("provider", "providers", "providers"), ("plugin", "plugins", "plugins"),
  ]
  private static let singulars = Dictionary(table.map { ($0.singular, $0.kind) }) { first, _ in first }
  private static let plurals = Dictionary(table.map { ($0.plural, $0.kind) }) { first, _ in first }

  /// Words that end the modifiers between a number and its noun.
  static let stops: Set<String> = [
    "the", "to", "in", "from", "for", "with", "and", "or", "is", "are", "was", "were", "be", "been", "have", "has",
    "had", "on", "by", "at", "who", "that", "which", "as", "than", "through", "into", "if", "when", "will", "can",
    "must", "should", "may", "not", "but", "via", "a", "an", "where", "while", "before", "after", "within", "prior",
    "days", "day", "weeks", "week", "months", "month", "years", "year", "hours", "hour", "minutes", "minute",
    "seconds", "times", "percent", "factor", "people", "persons", "individuals", "engineers", "employees", "students",
    "mentees", "testers", "characters", "lines", "bytes", "words", "seats",
  ]

  /// Units of time behind a number of a condition.
  static let spans: Set<String> = ["days", "weeks", "months", "years", "hours"]

  /// Words that speak of growth.
  static let growing: Set<String> = [
    "increased", "increase", "increasing", "grown", "grew", "grow", "growth", "risen", "rose", "expanded", "now",
    "went",
  ]

  /// Words of a label whose figure is a rate.
  static let rates: Set<String> = ["daily", "weekly", "monthly", "yearly", "average", "avg", "median"]

  /// Words that end the name of a figure in a label; what follows tells when or where.
  static let labelEnds: Set<String> = ["in", "since", "per", "with", "of", "for", "across", "added", "as", "on", "to"]

  /// Words behind a noun that opens a sentence with its number, if it names the whole.
  static let listing: Set<String> = [
    "from", "across", "in", "with", "of", "affiliated", "representing", "represent", "listed", "using", "use", "active",
    "currently", "documented", "and", "per", "on", "at", "today",
  ]

  /// Words of rules, votes and requests: what a sentence with one of them counts is asked for, not claimed.
  static let normative: Set<String> = [
    "must", "should", "shall", "require", "requires", "required", "requiring", "needs", "need",
    "needed", "vote", "votes", "voting", "majority", "quorum", "supermajority", "exceed", "exceeds", "approval",
    "approvals", "approve", "approves", "approved", "lgtm", "ensure", "ensures", "whenever", "unless", "cannot",
    "could", "would", "recommend", "recommends", "recommended", "encourage", "limit", "limited", "onboard", "if",
    "goal", "aim", "aims", "target", "any", "every", "maximum", "allowed", "may", "elect", "elects", "will", "add",
    "requirement",
    "requirements", "quota",
  ]

  /// Words before a number that state it as the whole.
  static let totals: Set<String> = [
    "has", "have", "had", "is", "are", "lists", "list", "shows", "includes", "contains", "enumerates", "counts",
    "total", "comprises", "spans", "currently", "our", "hosts", "comprised",
    "consists", "composed",
  ]

  /// Modifiers that make a number a part of the whole.
  static let partial: Set<String> = [
    "new", "additional", "other", "more", "main", "most", "former", "emeritus", "inactive", "further", "first",
    "core", "top", "regular",
  ]

  /// Words that make issues the findings of an audit.
  static let audit: Set<String> = [
    "audit", "audits", "cve", "identified", "detected", "severity", "informational", "cves", "vulnerabilities", "fixed",
  ]

  /// How severe a finding is.
  static let severities: Set<String> = ["critical", "high", "medium", "moderate", "low", "informational"]

  /// Verbs by which a sentence states a fact.
  static let assertive: Set<String> = [
    "has", "have", "had", "are", "is", "confirmed", "meets", "met", "lists", "shows", "includes", "contains",
    "comes", "come", "spans", "exceeded", "there", "counts", "with",
  ]
}
