import Assess
import Criteria
import Diagnostics
import Report
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

  /// The place of a rule on the page of rules.
  static func page(ofRule rule: RuleID) -> String { "rules/index.html#\(anchor(ofRule: rule))" }

  /// A rule's id as an anchor.
  static func anchor(ofRule rule: RuleID) -> String { "Rule-" + String(rule.rawValue.map { $0 == "/" ? "-" : $0 }) }

  /// All findings, each with an anchor of its own; corrections are given by their positions.
  func list(_ findings: [Finding], corrections: Set<Int>) -> [Value] {
    zip(findings, Self.anchors(findings)).enumerated().map { position, pair in
      value(pair.0, anchor: pair.1, isCorrection: corrections.contains(position))
    }
  }

  private static let sectionsShape = RecordShape(keys: ["corrections", "others", "severities", "waived"])
  private static let sectionShape = RecordShape(keys: ["id", "title", "meaning", "findings", "count"])

  /// The sections of a report with the findings as templates see them.
  static func sections(_ report: CommunityReport, of findings: [Value]) -> Value {
    func value(_ section: ReportSection<Finding>) -> Value {
      .record(
        sectionShape,
        [
          .string(section.id), .string(section.title), .string(section.meaning),
          .list(section.positions.map { findings[$0] }), .int(section.count),
        ])
    }
    return .record(
      sectionsShape,
      [
        value(report.corrections), value(report.others),
        .list(report.severities.filter { !$0.isEmpty }.map(value)), value(report.waived),
      ])
  }

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

  private func value(_ finding: Finding, anchor: String, isCorrection: Bool) -> Value {
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
        .bool(isCorrection),
      ])
  }
}
