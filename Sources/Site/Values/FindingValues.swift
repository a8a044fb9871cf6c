import Assess
import Criteria
import Diagnostics
import Report
import Templates

/// Findings as templates see them.
struct FindingValues: Sendable {
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
  let criteria: CriterionPages

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

  /// The sections of a report with the findings as templates see them.
  func sections(_ report: CommunityReport, of findings: [Value]) -> Value { Self.all.value(report, (findings, self)) }

  private static let all = Record<CommunityReport, (findings: [Value], values: FindingValues)> {
    $0.value("corrections") { section.value($0.corrections, $1.findings) }
    $0.value("confirmed") { held.value($0.confirmed, $1.values) }
    $0.value("others") { section.value($0.others, $1.findings) }
    $0.value("severities") { section.list($0.severities.filter { !$0.isEmpty }, $1.findings) }
    $0.value("waived") { section.value($0.waived, $1.findings) }
  }

  /// Claims that hold, each with its place and that of what bears it out.
  private static let held = Record<ReportSection<ConfirmedClaim>, FindingValues> {
    $0.text("id") { $0.id }
    $0.text("title") { $0.title }
    $0.text("meaning") { $0.meaning }
    $0.value("claims") { confirmed.list($0.rows, $1) }
    $0.number("count") { $0.count }
  }

  private static let confirmed = Record<ConfirmedClaim, FindingValues> {
    $0.text("text") { $0.text }
    $0.value("claim") { $1.places.value($0.claim) }
    $0.value("fact") { $1.places.value($0.fact) }
    $0.text("criterion") { $0.criterion?.rawValue }
    $0.value("criterion_page") { $0.criterion.map($1.criteria.page) ?? .none }
  }

  private static let section = Record<ReportSection<Finding>, [Value]> {
    $0.text("id") { $0.id }
    $0.text("title") { $0.title }
    $0.text("meaning") { $0.meaning }
    $0.value("findings") { section, findings in .list(section.positions.map { findings[$0] }) }
    $0.number("count") { $0.count }
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
    Self.record.value((finding, anchor, isCorrection), self)
  }

  private func located(_ finding: Finding, _ role: Finding.Role) -> Value {
    places.list(finding.places.filter { $0.role == role }.map(\.location))
  }

  private typealias Row = (finding: Finding, anchor: String, isCorrection: Bool)

  private static let summaries = Dictionary(firstOf: Rule.all.map { ($0.id, $0.summary) })

  private static let record = Record<Row, FindingValues> {
    $0.text("rule") { $0.finding.rule.rawValue }
    $0.text("rule_page") { page(ofRule: $0.finding.rule) }
    $0.text("rule_summary") { summaries[$0.finding.rule] }
    $0.text("severity") { $0.finding.severity.rawValue }
    $0.text("confidence") { $0.finding.confidence.rawValue }
    $0.text("claim_status") { $0.finding.claim?.rawValue }
    $0.text("criterion") { $0.finding.criterion?.rawValue }
    $0.value("criterion_page") { row, values in row.finding.criterion.map(values.criteria.page) ?? .none }
    $0.text("message") { $0.finding.message }
    $0.value("claims") { $1.located($0.finding, .claim) }
    $0.value("facts") { $1.located($0.finding, .fact) }
    $0.value("related") { $1.located($0.finding, .related) }
    $0.text("expected") { $0.finding.expected }
    $0.text("actual") { $0.finding.actual }
    $0.text("why") { $0.finding.why }
    $0.text("fix") { $0.finding.fix }
    $0.text("fingerprint") { $0.finding.fingerprint }
    $0.text("anchor") { $0.anchor }
    $0.value("page") { .string("\($1.folder)/findings/index.html#\($0.anchor)") }
    $0.text("waiver") { $0.finding.waiver?.reason }
    $0.flag("is_correction") { $0.isCorrection }
  }
}
