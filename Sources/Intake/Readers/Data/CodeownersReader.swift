import Diagnostics

extension Reader {
  /// CODEOWNERS: patterns with their owners (accounts or teams); comments that name people are read as a list of them.
  static let codeowners = Reader(
    id: "codeowners", kinds: [.codeowners], recognizes: [.exactly(.codeowners, "codeowners")]
  ) { input, facts in
    let source = input.source
    var comments = CodeownersPeople(source: source)
    var rules: [CodeownersRule] = []
    for number in 1...source.lineCount {
      let line = source.lineText(number).blanksFolded
      if line.hasPrefix("#") {
        comments.take(comment: line.trimmed(of: ["#", " "]), at: number)
        continue
      }
      guard let rule = CodeownersRule(line, number, in: source.path) else {
        comments.endBlock(isBlank: line.isEmpty)
        continue
      }
      if let reason = rule.voidReason {
        facts.unread.append(Unread(line: number, reason: reason))
        continue
      }
      rules.append(rule)
      comments.take(owners: rule.owners.compactMap(Account.handle(_:)), of: rule.pattern[...], at: number)
    }
    for rule in CodeownersRule.owning(rules) {
      for owner in rule.owners {
        facts.owners.append(
          OwnerEntry(
            name: owner.hasPrefix("@") ? String(owner.dropFirst()) : owner, list: rule.pattern, canApprove: true,
            location: source.location(line: rule.line)))
      }
    }
    facts.people += comments.people
    return []
  }
}

/// People named by the comments of a CODEOWNERS file: `# All maintainers` above a rule, and
/// `# @account @account - Organization, role`.
private struct CodeownersPeople {
  private let source: SourceText
  private(set) var people: [Person] = []
  /// Index of each account in `people`, by its lower-case name.
  private var known: [String: Int] = [:]
  private var announced: Standing?
  private var isPastBlank = false

  init(source: SourceText) { self.source = source }

  mutating func take(comment: String, at number: Int) {
    let handles = comment.split(separator: " ").prefix { $0.hasPrefix("@") }.map { $0.trimmed(of: [",", ":"]) }
    guard !handles.isEmpty else {
      if case .people(let standing) = Standing.reading(of: comment), comment.split(separator: " ").count <= 5 {
        announced = standing
        isPastBlank = false
      }
      return
    }
    let rest = comment.split(separator: " ").dropFirst(handles.count).joined(separator: " ")
      .trimmed(of: ["-", "–", "—", ":", "(", ")", " "])
    guard !rest.isEmpty else { return }
    let parts = rest.split(separator: ",", maxSplits: 1).map(\.blanksFolded)
    guard let organization = Placeholder.real(parts.first), organization.split(separator: " ").count <= 5 else {
      return
    }
    for handle in handles.compactMap(Account.handle(_:)) {
      if let index = known[handle.lowercased()] {
        people[index].organization = organization
        if parts.count > 1 { people[index].role = Standing.maintainer.role(with: parts[1]) }
      } else if announced?.role == "maintainer" {
        let role = Standing.maintainer.role(with: parts.count > 1 ? parts[1] : nil)
        add(handle, organization: organization, Standing(status: .active, role: role), at: number)
      }
    }
  }

  mutating func take(owners: [String], of pattern: Substring, at number: Int) {
    defer { announced = nil }
    guard let announced, announced.role == "maintainer", !isPastBlank || pattern == "*" else { return }
    for handle in owners where known[handle.lowercased()] == nil {
      add(handle, organization: nil, announced, at: number)
    }
  }

  private mutating func add(_ handle: String, organization: String?, _ standing: Standing, at number: Int) {
    known[handle.lowercased()] = people.count
    people.append(
      Person(
        name: "", handle: handle, organization: organization, status: standing.status, role: standing.role,
        location: source.location(line: number)))
  }

  /// A blank line ends a comment's block. One between the comment and the rule for everything (`*`) does not.
  mutating func endBlock(isBlank: Bool) {
    guard isBlank else { return }
    if isPastBlank { announced = nil }
    isPastBlank = true
  }
}
