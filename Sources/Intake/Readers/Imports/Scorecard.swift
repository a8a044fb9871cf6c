import Diagnostics
import StructuredData

extension Reader {
  /// A result of OpenSSF Scorecard as JSON: the day, the repository and a score for each check. A check that could not
  /// be run has the score -1 and says nothing.
  static let scorecard = Reader(id: "scorecard", kinds: [.imported]) { input, facts in
    guard let data = input.data, let checks = data["checks"], checks.isSequence, data["scorecard"] != nil else {
      return []
    }
    let nodes = ImportNodes(source: input.source)
    var statements = [nodes.statement(.repository, data["repo"]?["name"])].compactMap { $0 }
    if let total = nodes.statement(.score, data["score"], detail: "all checks") { statements.append(total) }
    statements += checks.elements.compactMap { check in
      guard nodes.text(check["score"]) != "-1" else { return nil }
      return nodes.statement(.score, check["score"], detail: nodes.text(check["name"]))
    }
    facts.imported = ImportedFile(form: .scorecard, date: nodes.date(data["date"]), statements: statements)
    return []
  }

  /// An entry of the best-practices badge as JSON: its level and percentage, and the day it was last changed.
  static let bestPracticesBadge = Reader(id: "best-practices-badge", kinds: [.imported]) { input, facts in
    guard let data = input.data, let percentage = data["badge_percentage_0"] else { return [] }
    let nodes = ImportNodes(source: input.source)
    var statements = [nodes.statement(.repository, data["repo_url"])].compactMap { $0 }
    let share = nodes.text(percentage)
    let level = nodes.text(data["badge_level"]) ?? (share == "100" ? "passing" : "in_progress")
    statements.append(
      ImportedStatement(
        kind: .badge, value: level, detail: share, date: nodes.date(data["achieved_passing_at"]),
        location: (data["badge_level"] ?? percentage).location(in: input.source)))
    facts.imported = ImportedFile(form: .badge, date: nodes.date(data["updated_at"]), statements: statements)
    return []
  }

  /// An export of issues: the state of each.
  static let issuesList = Reader(id: "issues-export", kinds: [.imported]) { input, facts in
    guard let issues = input.data, issues.isSequence, IssuesExport.isLikely(input.source) else { return [] }
    let nodes = ImportNodes(source: input.source)
    let statements = issues.elements.compactMap { issue -> ImportedStatement? in
      guard let number = nodes.text(issue["number"]) else { return nil }
      let closed = nodes.date(issue["closedAt"]) ?? nodes.date(issue["closed_at"])
      let address = nodes.text(issue["url"]) ?? nodes.text(issue["html_url"]) ?? number
      guard var found = nodes.statement(.issue, issue["state"], detail: address, date: closed) else { return nil }
      found.value = found.value.lowercased()
      return found
    }
    facts.imported = ImportedFile(form: .issues, statements: statements)
    return []
  }
}
