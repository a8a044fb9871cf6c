import Assess
import Diagnostics

/// Every finding of today with its state, and what got worse beside them: code scanning closes what is not in the log.
enum GateSARIF {
  static func bytes(_ report: GateReport) -> [UInt8] {
    let findings = report.parts.flatMap(\.report.assessment.findings)
    let worse = Set(report.items.map(\.fingerprint))
    let before = Set(report.parts.flatMap { $0.comparison.old.findings ?? [] }.map(\.fingerprint))
    let results = findings.map { finding in
      let isWorse = worse.contains(finding.fingerprint)
      let state = !isWorse ? "unchanged" : before.contains(finding.fingerprint) ? "updated" : "new"
      return SARIFReport.result(finding, state: state)
    }
    let others = report.items.filter { $0.kind != .finding }
    let rules = others.uniqued(on: \.rule).map { item -> JSONValue in
      ["id": .string(item.rule), "shortDescription": ["text": .string(title(item))]]
    }
    return SARIFReport.bytes(
      rules: SARIFReport.rules(of: findings) + rules, results: others.map(result) + results)
  }

  private static func title(_ item: GateItem) -> String {
    switch item.kind {
    case .verdict: "The verdict on a criterion is worse"
    case .waiver: "A waiver is no longer in force"
    case .mention: "A line names what is no longer listed"
    case .finding, .input: "Input that cannot be read as it should be"
    }
  }

  private static func result(_ item: GateItem) -> JSONValue {
    var value: JSONValue = [
      "ruleId": .string(item.rule), "level": .string(item.severity.rawValue),
      "message": ["text": .string(item.message + (item.help.map { ". To do: \($0)" } ?? ""))],
      "baselineState": "new", "partialFingerprints": SARIFReport.fingerprints(item.fingerprint),
    ]
    // Code scanning takes no result without a place; what is gone is shown where it was.
    let places = item.places.isEmpty ? [item.gone].compactMap { $0 } : item.places
    value.add("locations", list: places.prefix(1).map { SARIFReport.location($0) })
    value.add("fixes", list: SARIFReport.fixes(item.solutions))
    return value
  }
}
