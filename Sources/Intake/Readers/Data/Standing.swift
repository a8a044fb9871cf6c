/// What a heading, column or file name says of the people below it.
struct Standing: Equatable {
  /// Whether they act today.
  var status: Person.Status
  /// Their role, lower case, singular; empty when a title says only that they are former.
  var role: String

  /// The role of somebody whose own entry names one: it is in front, since a maintainer who is also chair stays a
  /// maintainer.
  func role(with own: String?) -> String {
    guard let own = own?.lowercased() else { return role }
    let stays = ["maintainer", "committer", "approver"].contains(role) || role.hasSuffix("committee member")
    return stays && !own.contains(role) ? "\(own), \(role)" : own
  }

  /// What a title says of those listed below it.
  enum Reading: Equatable {
    case people(Standing)
    /// A process or a rule: nobody is listed here.
    case process
    /// Nothing either way.
    case silent
  }

  private static let formerWords: Set<String> = [
    "emeritus", "emeriti", "emerita", "alumni", "alumnus", "alumna", "alum", "alums", "former", "formerly", "retired",
    "past", "inactive", "previous", "honorary", "historical", "ex",
  ]
  /// Words that make a title one of a process wherever they are.
  private static let processWords: Set<String> = [
    "onboarding", "offboarding", "becoming", "become", "adding", "removing", "removal", "add", "remove",
    "nominating", "how", "updating", "stepping", "inactivity", "lifecycle",
  ]
  /// Words that do so unless they only describe those listed: `Voting members`, `Policy Reporter maintainers`.
  private static let processNouns: Set<String> = [
    "process", "nomination", "responsibilities", "responsibility", "expectations", "requirements", "criteria",
    "election", "elections", "voting", "guidelines", "duties", "privileges", "changes", "rules", "policy",
    "qualifications", "contributing", "instructions", "notes", "checklist", "permissions",
  ]
  private static let prepositions: Set<String> = [
    "of", "for", "in", "to", "on", "and", "or", "as", "by", "with", "from", "the", "a",
  ]
  /// Roles beside maintainers, by the words of a title.
  private static let otherRoles: KeyValuePairs<String, String> = [
    "representative": "representative", "representatives": "representative", "liaisons": "liaison",
    "liaison": "liaison", "committer": "committer", "committers": "committer", "reviewer": "reviewer",
    "reviewers": "reviewer",
    "approver": "approver", "approvers": "approver", "triager": "triager", "triagers": "triager",
    "triage": "triager", "contributor": "contributor", "contributors": "contributor",
    "steering": "steering committee member", "committee": "committee member", "council": "council member",
    "board": "board member", "toc": "toc member", "tsc": "tsc member", "gsc": "steering committee member",
    "releaser": "release manager", "releasers": "release manager", "security": "security contact", "advisor": "advisor",
    "advisors": "advisor", "sponsors": "sponsor",
    "stakeholders": "stakeholder", "sig": "sig member", "wg": "working group member",
    "codeowners": "code owner", "members": "member", "member": "member", "moderators": "moderator",
    "ambassadors": "ambassador", "administrators": "administrator", "admins": "administrator", "director": "director",
    "directors": "director", "authors": "author", "founders": "founder",
    "triaggers": "triager", "release": "release manager",
    "friends": "friend", "chairs": "chair", "chair": "chair", "cochairs": "chair", "participants": "participant",
    "mentors": "mentor", "coordinators": "coordinator",
  ]

  /// Reads one title.
  static func reading(of title: String) -> Reading {
    let words = title.lowercaseWords
    guard !words.isEmpty, words.count <= 40 else { return .silent }
    let isMaintainer = words.contains { $0.hasPrefix("maintainer") } || hasPair(words, "core", "team")
    let lead = words.contains { ["leads", "lead", "owners", "leadership"].contains($0) }
    let ownsCode = hasPair(words, "code", "owners") || hasPair(words, "code", "owner")
    let other = otherRoles.first { words.contains($0.key) }?.value ?? (ownsCode ? "code owner" : nil)
    if words.contains(where: formerWords.contains) {
      return .people(Standing(status: .emeritus, role: isMaintainer ? "maintainer" : other ?? (lead ? "lead" : "")))
    }
    if words.count <= 8, isProcess(words) { return .process }
    if isMaintainer { return .people(Standing(status: .active, role: "maintainer")) }
    if let other { return .people(Standing(status: .other, role: other)) }
    return lead ? .people(Standing(status: .active, role: "lead")) : .silent
  }

  private static func isProcess(_ words: [String]) -> Bool {
    if words.contains(where: processWords.contains) { return true }
    return words.indices.contains { index in
      guard processNouns.contains(words[index]) else { return false }
      guard index + 1 < words.count, !prepositions.contains(words[index + 1]) else { return true }
      let last = words[words.count - 1]
      let listsPeople = last.hasPrefix("maintainer") || last == "team" || otherRoles.contains { $0.key == last }
      return words[index] != "policy" && !listsPeople
    }
  }

  /// The nearest title that says something decides; nil where the nearest is about a process.
  static func nearest(of titles: [String], otherwise: Standing) -> Standing? {
    for title in titles {
      switch reading(of: title) {
      case .people(var standing):
        if standing.role.isEmpty { standing.role = otherwise.role }
        return standing
      case .process: return nil
      case .silent: continue
      }
    }
    return otherwise
  }

  private static func hasPair(_ words: [String], _ first: String, _ second: String) -> Bool {
    zip(words, words.dropFirst()).contains { $0 == first && $1 == second }
  }
}
