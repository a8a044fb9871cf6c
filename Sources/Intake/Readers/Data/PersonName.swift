/// What can be the name of a person.
enum PersonName {
  /// Words no name has, besides sentences and instructions.
  private static let stopWords: Set<String> = [
    "the", "to", "a", "an", "and", "for", "in", "is", "are", "be", "with", "on", "this", "that", "see", "please", "or",
    "by", "your", "our", "their", "add", "new", "all", "any", "of", "from", "as", "at", "it", "who", "how", "will",
    "must", "should", "can", "list", "file", "team", "group", "project", "maintainers", "maintainer", "contributors",
    "committee", "reviewers", "approvers", "owners", "mailing", "slack", "github", "channel", "documentation",
  ]

  /// Names and initials that are such words when they are written small.
  private static let names: Set<String> = ["A", "An", "Can", "Will"]

  /// Whether nothing speaks against a text being a name: one to six words of letters, no instruction among them.
  static func isPossible(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (1...6).contains(words.count), text.utf8.count <= 80, text.first?.isLetter == true else { return false }
    if text.contains(where: { "?!:;/\\<>{}[]=*|#$%&+_".contains($0) }) {
      return words.count == 1 && Account.isHandle(text)
    }
    return !words.contains { !names.contains(String($0)) && stopWords.contains($0.lowercased()) }
  }

  /// Whether a text looks like a name without anything else to go by: two words or more, the first and the last with
  /// a capital or in a script without capitals, no digits.
  static func isLikely(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard words.count >= 2, isPossible(text), !text.contains(where: \.isNumber) else { return false }
    return [words[0], words[words.count - 1]].allSatisfy { $0.first.map { !$0.isLowercase && $0.isLetter } == true }
  }
}

extension PersonName {
  /// Whether an account is made of a name: it holds a word of the name, or begins with its first letters and ends with
  /// its last word's start (`aexample`).
  static func resembles(_ name: String, account: String) -> Bool {
    let account = account.lowercased().filter(\.isLetter)
    let words = name.lowercaseWords
    return words.contains { $0.utf8.count >= 3 && account.holds($0) }
  }
}

/// Words that are a role in a list of people, not an organization.
enum PersonRole {
  private static let words: Set<String> = [
    "chair", "co-chair", "cochair", "vice-chair", "chairperson", "chairman", "chairwoman", "lead", "leads", "co-lead",
    "colead", "maintainer", "maintainers", "committer", "reviewer", "approver", "owner", "admin", "administrator",
    "emeritus", "emerita", "alumni", "inactive", "retired", "former", "member", "voting", "non-voting", "nonvoting",
    "observer", "founder", "co-founder", "creator", "author", "bdfl", "manager", "facilitator", "liaison", "secretary",
    "treasurer", "dev", "developer", "interim", "acting", "steering",
    "representative",
  ]

  private static let pronouns: Set<String> = [
    "he", "him", "his", "she", "her", "hers", "they", "them", "theirs", "it", "its", "any", "all", "xe", "xem", "ze",
    "zir", "hir",
  ]

  /// Whether a text is a person's pronouns (`she/they`), which say nothing about a role.
  static func isPronouns(_ text: String) -> Bool {
    let parts = text.lowercased().split(separator: "/").map(\.blanksFolded)
    return parts.count > 1 && parts.allSatisfy(pronouns.contains)
  }

  /// Whether a text is a role: its last or only word is one, and it is short.
  static func isRole(_ text: String) -> Bool {
    let parts = text.lowercased().split(separator: " ").map(String.init)
    guard let last = parts.last, (1...4).contains(parts.count) else { return false }
    if words.contains(last) || parts.count > 1 && parts.last?.allSatisfy({ $0.isNumber || $0 == "-" }) == true {
      return words.contains(last) || parts.dropLast().contains { words.contains($0) }
    }
    return parts.joined() == "nonvoting"
  }
}

/// Legal forms that follow an organization's name after a comma.
enum OrganizationSuffix {
  private static let forms: Set<String> = [
    "inc", "ltd", "llc", "gmbh", "corp", "corporation", "co", "ag", "limited", "sa", "bv", "pbc", "plc", "lp", "llp",
  ]

  /// Words that organizations' names end with.
  private static let endings: Set<String> = [
    "group", "labs", "foundation", "university", "institute", "systems", "technologies", "technology", "software",
    "cloud", "networks", "solutions", "consulting", "project", "company", "team", "security", "data",
  ]

  /// Whether a text ends as the name of an organization does.
  static func ends(_ text: String) -> Bool {
    text.lowercaseWords.last.map { forms.contains($0) || endings.contains($0) } ?? false
  }

  /// Whether a text is a legal form (`Inc.`, `Ltd`).
  static func isSuffix(_ text: String) -> Bool {
    let words = text.lowercaseWords
    return (1...2).contains(words.count) && words.allSatisfy { forms.contains($0) }
  }
}
