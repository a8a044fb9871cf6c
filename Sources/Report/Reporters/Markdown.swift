import Assess
import Criteria
import Diagnostics

extension Reporter {
  /// For pull requests, mails and the site.
  static let markdown = Reporter(id: "markdown", summary: "for pull requests, issues and mail") { report in
    Array(report.communities.map(MarkdownReport.community).joined(separator: "\n").utf8)
  }
}

enum MarkdownReport {
  static func community(_ report: CommunityReport) -> String {
    let assessment = report.assessment
    var text = "# Gap report: \(escaped(assessment.community.name))\n\nAs of \(assessment.asOf).\n"
    if let since = assessment.history.since {
      text += "\n## Since \(since.old.asOf)\n\n" + ComparisonText.markdown(since)
    }
    return text + first(report) + report.models.map(model).joined() + findings(report)
  }

  private static func model(_ report: ModelReport) -> String {
    var text = "\n## \(escaped(ReportText.heading(report.model)))\n"
    for section in report.verdicts.map(\.section) + report.apart {
      text += "\n### \(section.title) (\(section.count))\n\n"
      text += "| Criterion | Asked | What | Why | Where |\n|---|---|---|---|---|\n" + section.rows.map(row).joined()
    }
    return text
  }

  private static func row(_ assessment: CriterionAssessment) -> String {
    let claim = assessment.item.map { ["claim " + $0.location.reference] } ?? []
    let rows = assessment.cites.isEmpty ? assessment.candidates.map(\.location) : assessment.cites
    let places = claim + rows.prefix(3).map(\.reference)
    let cells = [
      assessment.criterion.id.rawValue, assessment.requirement.rawValue, assessment.criterion.text,
      (assessment.because + [ReportText.review(assessment), ReportText.toDo(assessment)].compactMap { $0 })
        .joined(separator: "; "),
      places.joined(separator: ", "),
    ]
    return "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
  }

  /// How far it is and what weighs most, before the tables.
  private static func first(_ report: CommunityReport) -> String {
    var text = ""
    for model in report.models {
      text += "\n\(escaped(ReportText.heading(model.model))): \(escaped(ReportText.summary(model))).\n"
      if let assumption = report.assumption(model.model) { text += "\n\(ReportText.capitalized(assumption)).\n" }
      let open = model.model.open.map(\.criterion.id.rawValue)
      if !open.isEmpty { text += "\nOpen: \(open.joined(separator: ", ")).\n" }
    }
    if !report.first.isEmpty { text += "\n## What weighs most\n\n" + report.first.rows.map(line).joined() }
    guard !report.confirmed.isEmpty else { return text }
    return text + "\n## \(report.confirmed.title) (\(report.confirmed.count))\n\n"
      + ReportText.confirmed(report).map { text, claims, fact in
        "- \(escaped(text)) (\((claims + [fact]).map { ReportText.code($0) }.joined(separator: ", ")))\n"
      }.joined()
  }

  private static func findings(_ report: CommunityReport) -> String {
    var text = "\n## Findings: \(ReportText.counts(report.severities))\n"
    for section in [report.rest, report.history] where !section.isEmpty {
      text += "\n### \(section.title) (\(section.count))\n\n" + section.rows.map(line).joined()
    }
    if let links = ReportText.links(report) {
      text += "\n<details><summary>\(links)</summary>\n\n" + report.links.rows.map(line).joined() + "\n</details>\n"
    }
    return text
  }

  private static func line(_ finding: Finding) -> String {
    let places = finding.places.prefix(4).map { ReportText.code($0.location) }.joined(separator: ", ")
    let severity = ReportText.capitalized(finding.severity.rawValue)
    return "- \(severity): \(escaped(finding.message)) (\(places)). To do: \(escaped(finding.fix)). `\(finding.rule)`\n"
  }

  /// Text that means itself in Markdown and in a table cell.
  static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in DiagnosticText.printable(text).utf8 {
      if isMark[Int(byte)] { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// By a byte, whether it means something in Markdown.
  private static let isMark = (UInt8.min...UInt8.max).map { "\\`*_{}[]<>#|~".utf8.contains($0) }
}
