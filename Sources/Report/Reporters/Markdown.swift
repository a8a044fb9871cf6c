import Assess
import Criteria
import Diagnostics

extension Reporter {
  /// For pull requests, mails and the site.
  static let markdown = Reporter(id: "markdown", summary: "for pull requests, issues and mail") { report in
    Array(report.assessments.map(MarkdownReport.community).joined(separator: "\n").utf8)
  }
}

/// The report as Markdown.
enum MarkdownReport {
  static func community(_ assessment: Assessment) -> String {
    var text = "# Gap report: \(escaped(assessment.community.name))\n\nAs of \(assessment.asOf).\n"
    if let since = assessment.history.since {
      text += "\n## Since \(since.old.asOf)\n\n" + ComparisonText.markdown(since)
    }
    for model in assessment.models { text += self.model(model) }
    text += findings(assessment)
    return text
  }

  private static func model(_ model: ModelAssessment) -> String {
    var text = "\n## \(escaped(ReportText.heading(model)))\n\n"
    let summary = ReportText.summary(model)
    text += "\(summary.prefix(1).uppercased())\(summary.dropFirst()).\n"
    for verdict in ReportText.order {
      let criteria = model.criteria.filter { $0.verdict == verdict && $0.criterion.parent == nil }
      guard !criteria.isEmpty else { continue }
      let label = model.label(of: verdict)
      text += "\n### \(label.prefix(1).uppercased())\(label.dropFirst()) (\(criteria.count))\n\n"
      text += "| Criterion | Asked | What | Why | Where |\n|---|---|---|---|---|\n"
      for criterion in criteria { text += row(criterion) }
    }
    return text
  }

  private static func row(_ assessment: CriterionAssessment) -> String {
    let claim = assessment.item.map { ["claim " + ReportText.place($0.location)] } ?? []
    let rows = assessment.cites.isEmpty ? assessment.candidates.map(\.location) : assessment.cites
    let places = claim + rows.prefix(3).map(ReportText.place)
    let cells = [
      assessment.criterion.id.rawValue, assessment.requirement.rawValue, assessment.criterion.text,
      (assessment.because + [ReportText.review(assessment)].compactMap { $0 }).joined(separator: "; "),
      places.joined(separator: ", "),
    ]
    return "| " + cells.map(cell).joined(separator: " | ") + " |\n"
  }

  private static func findings(_ assessment: Assessment) -> String {
    let findings = ReportText.counted(assessment)
    var text = "\n## Findings: \(ReportText.counts(findings))\n"
    for severity in Severity.allCases.reversed() {
      let group = findings.filter { $0.severity == severity }
      guard !group.isEmpty else { continue }
      text += "\n### \(severity.rawValue.prefix(1).uppercased())\(severity.rawValue.dropFirst())s (\(group.count))\n\n"
      for finding in group {
        let places = finding.places.prefix(4).map { "`\(ReportText.place($0.location))`" }.joined(separator: ", ")
        text += "- \(escaped(finding.message)) (\(places)). To do: \(escaped(finding.fix)). `\(finding.rule)`\n"
      }
    }
    return text
  }

  private static func cell(_ text: String) -> String { escaped(text) }

  /// Text that means itself in Markdown and in a table cell.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in DiagnosticText.printable(text).unicodeScalars {
      if "\\`*_{}[]<>#|~".unicodeScalars.contains(scalar) { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
