import Assess
import Criteria
import Diagnostics

/// How much a finding weighs: what it decides, how severe and how sure it is, and whether its document is still open.
/// Every output goes through findings in this order, the heaviest first.
struct FindingRank {
  /// Where a finding has its place in a report.
  enum Group: Int {
    case open
    /// Notes on links: many, small, and mended together.
    case links
    /// On documents whose question was answered long ago.
    case history
  }

  let group: Group
  private let weight: Int

  init(_ finding: Finding, in assessment: Assessment, open: Set<CriterionID>) {
    let isLink = finding.rule.rawValue.hasPrefix("links/") && finding.severity == .note
    let path = finding.places.first?.location.path ?? ""
    group = assessment.decided.contains(path) ? .history : isLink ? .links : .open
    let severity =
      switch finding.severity {
      case .error: 300
      case .warning: 200
      case .note: 100
      }
    let certainty =
      switch finding.confidence {
      case .high: 10
      case .medium: 5
      case .low: 0
      }
    let decides = finding.criterion.map(open.contains) ?? false
    weight = severity + certainty + Self.weight(of: finding.rule) + (decides ? 10 : 0)
  }

  /// Most findings of a rule that come before those of other rules that are as severe: a list of people who are all
  /// missing somewhere leaves room for what else there is.
  private static let mostAlike = 3

  /// The positions of findings, the heaviest first; equals keep their order.
  static func order(_ assessment: Assessment) -> [(position: Int, group: Group)] {
    let open = Set(assessment.models.flatMap(\.open).map(\.criterion.id))
    let findings = assessment.findings
    let ranks = findings.map { FindingRank($0, in: assessment, open: open) }
    let byWeight = ranks.indices.sorted { a, b in
      let (x, y) = (ranks[a], ranks[b])
      if x.group != y.group { return x.group.rawValue < y.group.rawValue }
      return x.weight != y.weight ? x.weight > y.weight : a < b
    }
    var met: [RuleID: Int] = [:]
    let order = byWeight.enumerated().map { place, position in
      met[findings[position].rule, default: 0] += 1
      let isFurther = ranks[position].group == .open && met[findings[position].rule, default: 0] > mostAlike
      return (place: place, position: position, isFurther: isFurther)
    }
    return order.sorted { a, b in
      let (x, y) = (ranks[a.position], ranks[b.position])
      if x.group != y.group { return x.group.rawValue < y.group.rawValue }
      let (one, other) = (findings[a.position].severity, findings[b.position].severity)
      if one != other { return one > other }
      return a.isFurther != b.isFurther ? b.isFurther : a.place < b.place
    }.map { ($0.position, ranks[$0.position].group) }
  }

  // MARK: What a rule decides

  /// By rule where its area does not tell: what changes a vote, and what only tidies a file.
  private static let rules: [RuleID: Int] = [
    "document/ticked-but-denied": 60, "people/top-organization": 50, "adopters/independence": 50,
    "document/code-of-conduct-differs": 45, "claim/undated-metric": 12, "people/missing-column": 25,
    "people/handle-case": 5, "people/incomplete-row": 15, "adopters/names-only": 12, "adopters/incomplete-row": 8,
    "adopters/order": 3, "document/misspelled-folder": 5, "groups/misspelled-frequency": 5, "groups/placeholder": 10,
    "groups/ambiguous-frequency": 8, "document/dangling-reference": 15, "document/placeholder": 20,
    "governance/to-do": 25,
  ]

  /// By area: claims, people and their rights, security, then the rest.
  private static let areas: [String: Int] = [
    "claim": 50, "owners": 45, "people": 45, "governance": 45, "security": 45, "conduct": 45, "evidence": 40,
    "repository": 40, "review": 40, "import": 35, "document": 30, "groups": 25, "adopters": 15, "links": 5,
  ]

  private static func weight(of rule: RuleID) -> Int {
    rules[rule] ?? areas[String(rule.rawValue.prefix { $0 != "/" })] ?? 20
  }
}
