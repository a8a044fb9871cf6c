import Assess
import Criteria
import Diagnostics

extension Reporter {
  /// For a terminal.
  static let text = Reporter(id: "text", summary: "for reading in a terminal") { report in
    Array(report.assessments.map(TextReport.community).joined(separator: "\n").utf8)
  }
}

/// The report as plain text: what is open first, then findings, then the rest in one line each.
enum TextReport {
  static func community(_ assessment: Assessment) -> String {
    var lines = ["\(assessment.community.name) as of \(assessment.asOf)"]
    if let since = assessment.history.since {
      lines += ["", "  since \(since.old.asOf)"] + ComparisonText.lines(since)
    }
    for model in assessment.models {
      lines.append("")
      lines.append("  \(ReportText.heading(model))")
      lines.append("  \(ReportText.summary(model))")
      for verdict in ReportText.order {
        let criteria = model.criteria.filter { $0.verdict == verdict && $0.criterion.parent == nil }
        guard !criteria.isEmpty else { continue }
        lines.append("")
        lines.append("  \(model.label(of: verdict)) (\(criteria.count))")
        for criterion in criteria { lines += Self.criterion(criterion, isLong: verdict.countsAsOpen) }
      }
    }
    let findings = ReportText.counted(assessment)
    lines.append("")
    lines.append("  findings: \(ReportText.counts(findings))")
    for finding in findings { lines += Self.finding(finding) }
    let waived = assessment.findings.filter { $0.waiver != nil }
    if !waived.isEmpty { lines.append("  waived: \(ReportText.count(waived.count, "finding", "findings"))") }
    return lines.map { DiagnosticText.printable($0) + "\n" }.joined()
  }

  private static func criterion(_ assessment: CriterionAssessment, isLong: Bool) -> [String] {
    let mark = assessment.requirement == .required ? "" : " (\(assessment.requirement.rawValue))"
    var lines = ["    \(assessment.criterion.id)\(mark)  \(assessment.criterion.text)"]
    if let review = ReportText.review(assessment) { lines.append("      \(review)") }
    guard isLong else { return lines }
    if let item = assessment.item { lines.append("      claim: \(ReportText.place(item.location))") }
    if !assessment.because.isEmpty { lines.append("      \(assessment.because.joined(separator: "; "))") }
    let rows = assessment.cites.isEmpty ? assessment.candidates.map(\.location) : assessment.cites
    let places = rows.prefix(3).map(ReportText.place)
    if !places.isEmpty { lines.append("      see: \(places.joined(separator: ", "))") }
    return lines
  }

  private static func finding(_ finding: Finding) -> [String] {
    let places = finding.places.prefix(3).map { ReportText.place($0.location) }.joined(separator: " ↔ ")
    let more = finding.places.count > 3 ? " and \(finding.places.count - 3) more" : ""
    return [
      "    \(finding.severity.rawValue): \(finding.message) [\(finding.rule)]", "      \(places)\(more)",
      "      fix: \(finding.fix)",
    ]
  }
}
