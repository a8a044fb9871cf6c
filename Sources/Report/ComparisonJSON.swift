import Assess
import Diagnostics

/// What changed between two reports, as a JSON value.
enum ComparisonJSON {
  static func value(_ comparison: AssessmentComparison) -> JSONValue {
    [
      "old": summary(comparison.old), "new": summary(comparison.new),
      "breaks": .array(
        comparison.breaks.map {
          ["kind": .string($0.kind.rawValue), "before": .string($0.before), "after": .string($0.after)]
        }),
      "verdicts": .array(comparison.verdicts.map(verdict)),
      "new_findings": .array(comparison.newFindings.map(finding)),
      "gone_findings": .array(comparison.goneFindings.map(finding)),
      "incomparable_findings": .array(comparison.incomparableFindings.map(finding)),
      "ended_waivers": .array(comparison.endedWaivers.map(waiver)),
    ]
  }

  /// A report in numbers; what it does not say is null.
  static func summary(_ summary: AssessmentSummary) -> JSONValue {
    var value: JSONValue = ["as_of": .string(summary.asOf.description), "path": JSONValue(summary.path)]
    value.add("note", text: summary.note)
    value.add("required", JSONValue(summary.required))
    value.add("open", JSONValue(summary.open))
    value.add("corrections", JSONValue(summary.corrections?.count))
    return value
  }

  private static func verdict(_ change: VerdictChange) -> JSONValue {
    [
      "kind": .string(change.kind.rawValue), "criterion": .string(change.criterion.rawValue),
      "before": JSONValue(change.before?.rawValue), "after": JSONValue(change.after?.rawValue),
      "counted": .bool(change.isCounted),
    ]
  }

  private static func finding(_ finding: AssessmentSummary.Finding) -> JSONValue {
    var value: JSONValue = ["rule": .string(finding.rule.rawValue)]
    value.add("severity", text: finding.severity?.rawValue)
    value.add("criterion", text: finding.criterion?.rawValue)
    value.add("message", .string(finding.message))
    value.add("path", text: finding.location?.path)
    value.add("line", finding.location.map { .integer($0.line) })
    value.add("correction", .bool(finding.isCorrection && !finding.isWaived))
    value.add("fingerprint", .string(finding.fingerprint))
    return value
  }

  private static func waiver(_ waiver: AssessmentSummary.Waiver) -> JSONValue {
    var value: JSONValue = ["target": .string(waiver.target), "reason": .string(waiver.reason)]
    value.add("scope", text: waiver.scope)
    value.add("expires", text: waiver.expires?.description)
    return value
  }
}
