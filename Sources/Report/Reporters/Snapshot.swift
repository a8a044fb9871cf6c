import Assess
import Diagnostics

extension Reporter {
  /// Schema `snapshot/1`: members of `report/1`, only those that a later report is compared by.
  static let snapshot = Reporter(id: "snapshot", summary: "what a later report compares with, to keep in history/") {
    JSONWriter.bytes(SnapshotReport.value($0))
  }
}

/// The report in short.
enum SnapshotReport {
  static func value(_ report: GapReport, without added: Set<String> = []) -> JSONValue {
    var value = JSONReport.head("snapshot/1", report)
    value.add("communities", .array(report.communities.map { community($0, without: added) }))
    return value
  }

  private static func community(_ report: CommunityReport, without added: Set<String>) -> JSONValue {
    let assessment = report.assessment
    let first = assessment.models.first
    var value: JSONValue = [
      "id": .string(assessment.community.id), "name": .string(assessment.community.name),
      "application": JSONValue(assessment.community.application),
    ]
    value.add("criteria_set", first.map(JSONReport.criteriaSet))
    value.add("level", JSONValue(first?.level?.rawValue))
    value.add("totals", JSONReport.totals(report))
    value.add("criteria", .array(first?.criteria.map(criterion) ?? []))
    value.add("findings", .array(assessment.findings.filter { !added.contains($0.fingerprint) }.map(finding)))
    value.add(
      "other_models", list: assessment.models.dropFirst().map { ["criteria": .array($0.criteria.map(criterion))] })
    value.add("waivers", .array(assessment.waivers.map { JSONReport.waiver($0, on: assessment.asOf) }))
    return value
  }

  private static func criterion(_ assessment: CriterionAssessment) -> JSONValue {
    var value: JSONValue = [
      "id": .string(assessment.criterion.id.rawValue), "requirement": .string(assessment.requirement.rawValue),
      "verdict": .string(assessment.verdict.rawValue),
    ]
    value.add("parent", text: assessment.criterion.parent?.rawValue)
    value.add("counts_as_open", .bool(assessment.isOpen))
    return value
  }

  private static func finding(_ finding: Finding) -> JSONValue {
    var value: JSONValue = ["rule": .string(finding.rule.rawValue), "severity": .string(finding.severity.rawValue)]
    value.add("claim", text: finding.claim?.rawValue)
    value.add("criterion", text: finding.criterion?.rawValue)
    value.add("message", .string(finding.message))
    value.add(
      "locations",
      .array(
        finding.places.prefix(1).map {
          ["path": .string($0.location.path), "line": .integer($0.location.line)]
        }))
    value.add("fingerprint", .string(finding.fingerprint))
    value.add("waived_until", text: finding.waiver?.expires.description)
    return value
  }
}
