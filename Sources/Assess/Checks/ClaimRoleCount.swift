import Diagnostics
import Intake
import Words

extension Rule {
  static let claimRoleCount = Rule(
    id: "claim/role-count",
    summary: "a number of people in a role that differs from the list of roles",
    why: "Reviewers count the rows; a number that differs makes them doubt the rest.",
    howToFix: "write the number that the list shows, or just link the list",
    examples: [
      Example(
        application: "There are 3 committers and 1 reviewer.", beside: ["MAINTAINERS.md": Samples.roles],
        finds: ["3 committers claimed, 2 listed in MAINTAINERS.md"]),
      Example(
        application: "There are 2 committers, 4 approvers, and 2 new committers joined.",
        beside: ["MAINTAINERS.md": Samples.roles]),
    ]
  ) { data, rule in
    guard let path = data.maintainers.first?.location.path, let list = data.document(path) else { return [] }
    let active = list.facts.people.filter { $0.status == .active }
    return data.assertedClaims { Lexicon.findings.listedRoles.contains($0.kind) }.compactMap { claim, document in
      guard claim.names.isEmpty, let value = claim.value, claim.qualifier == .exact,
        claim.modifiers.allSatisfy({ $0 == "active" }), !claim.isOfThePast
      else { return nil }
      let role = claim.kind.dropLast()
      let rows = active.filter { $0.role.runsOfLetters.contains(role) }
      // A list without the role counts it elsewhere.
      guard !rows.isEmpty, rows.count < active.count, rows.count != value else { return nil }
      let outcome = data.outcome(of: claim, in: document, against: list)
      return rule.finding(
        on: claim, outcome, data.severity(of: outcome.status, CountComparison(claim, rows.count), in: document),
        "\(value) \(claim.kind) claimed, \(rows.count) listed in \(path)", key: "\(claim.kind) \(value)",
        fact: rows[0].location, confidence: .medium, expected: String(value), actual: String(rows.count),
        solutions: claim.corrections(to: rows.count, in: document, data))
    }
  }
}
