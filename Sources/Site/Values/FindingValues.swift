import Assess
import Criteria
import Diagnostics
import Templates

/// Findings as templates see them.
struct FindingValues: Sendable {
  private static let shape = RecordShape(keys: [
    "rule", "rule_page", "rule_summary", "severity", "confidence", "claim_status", "criterion", "criterion_page",
    "message", "claims",
    "facts", "related", "expected", "actual", "why", "fix", "fingerprint", "anchor", "page",
    "waiver", "is_correction",
  ])

  /// The place of a claim, by which findings and claims are matched.
  struct ClaimKey: Hashable, Sendable {
    let path: String
    let line: Int
    let column: Int

    init(_ location: Location) {
      path = location.path
      line = location.line
      column = location.column
    }
  }

  let places: PlaceValues
  let folder: String
  /// Verdicts of the criteria that have a page.
  let verdicts: [CriterionID: Verdict]
  /// Findings that ask for a correction in the document that applies.
  let corrections: Set<Finding>

  /// The place of a rule on the page of rules.
  static func page(ofRule rule: RuleID) -> String { "rules/index.html#\(anchor(ofRule: rule))" }

  /// A rule's id as an anchor.
  static func anchor(ofRule rule: RuleID) -> String { "Rule-" + String(rule.rawValue.map { $0 == "/" ? "-" : $0 }) }

  /// All findings, each with an anchor of its own.
  func list(_ findings: [Finding]) -> [Value] { zip(findings, Self.anchors(findings)).map { value($0, anchor: $1) } }

  /// `F-` and the fingerprint; a repeated one is numbered.
  static func anchors(_ findings: [Finding]) -> [String] {
    var used: [String: Int] = [:]
    return findings.map { finding in
      let base = "F-" + Route.segment(finding.fingerprint)
      used[base, default: 0] += 1
      let count = used[base] ?? 1
      return count == 1 ? base : "\(base)-\(count)"
    }
  }

  private func value(_ finding: Finding, anchor: String) -> Value {
    func located(_ role: Finding.Role) -> Value {
      places.list(finding.places.filter { $0.role == role }.map(\.location))
    }
    let criterion = finding.criterion.flatMap { verdicts[$0] == nil ? nil : $0 }
    return .record(
      Self.shape,
      [
        .string(finding.rule.rawValue), .string(Self.page(ofRule: finding.rule)),
        .optional(Rule.all.first { $0.id == finding.rule }?.summary), .string(finding.severity.rawValue),
        .string(finding.confidence.rawValue), .optional(finding.claim?.rawValue),
        .optional(finding.criterion?.rawValue),
        .optional(criterion.map { CriterionValues.page($0, folder: folder) }), .string(finding.message),
        located(.claim), located(.fact), located(.related), .optional(finding.expected), .optional(finding.actual),
        .string(finding.why), .string(finding.fix), .string(finding.fingerprint), .string(anchor),
        .string("\(folder)/findings/index.html#\(anchor)"), .optional(finding.waiver?.reason),
        .bool(corrections.contains(finding)),
      ])
  }
}
