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
    var value = JSONReport.head(of: assessment)
    value.add("totals", JSONReport.totals(report))
    value.add("criteria", .array(assessment.models.first?.criteria.map(criterion) ?? []))
    value.add("findings", .array(assessment.findings.filter { !added.contains($0.fingerprint) }.map(finding)))
    value.add(
      "other_models", list: assessment.models.dropFirst().map { ["criteria": .array($0.criteria.map(criterion))] })
    value.add("waivers", .array(assessment.waivers.map { JSONReport.waiver($0, on: assessment.asOf) }))
    return value
  }

  private static func criterion(_ assessment: CriterionAssessment) -> JSONValue {
    JSONReport.criterion(assessment).only("id", "requirement", "verdict", "parent", "counts_as_open")
  }

  private static func finding(_ finding: Finding) -> JSONValue {
    var value = JSONReport.finding(finding).only("rule", "severity", "claim", "criterion", "message")
    value.add("locations", .array(finding.places.prefix(1).map { JSONReport.location($0).only("path", "line") }))
    value.add("fingerprint", .string(finding.fingerprint))
    value.add("waived_until", text: finding.waiver?.expires.description)
    return value
  }
}

extension JSONValue {
  /// An object with these members alone.
  fileprivate func only(_ names: String...) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { names.contains($0.name) })
  }
}
