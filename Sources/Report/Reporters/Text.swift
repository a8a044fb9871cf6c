import Assess
import Criteria
import Diagnostics

extension Reporter {
  /// For a terminal.
  static let text = Reporter(id: "text", summary: "for reading in a terminal") { report in
    Array(report.communities.map(TextReport.community).joined(separator: "\n").utf8)
  }
}

/// The report as plain text: how far it is and the heaviest findings on the first screen, then the criteria, then all
/// other findings, those on links and on decided documents in a line each.
enum TextReport {
  static func community(_ report: CommunityReport) -> String {
    let assessment = report.assessment
    var lines = ["\(assessment.community.name) as of \(assessment.asOf)"]
    if let since = assessment.history.since {
      lines += ["", "  since \(since.old.asOf)"] + ComparisonText.lines(since)
    }
    for model in report.models {
      lines += ["", "  \(ReportText.heading(model.model))", "  \(ReportText.summary(model))"]
      if let assumption = report.assumption(model.model) { lines.append("  \(assumption)") }
      let open = model.model.open.map(\.criterion.id.rawValue)
      if !open.isEmpty { lines.append("  open: \(open.joined(separator: ", "))") }
    }
    lines += ["", "  findings: \(ReportText.counts(report.severities))"]
    if !report.first.isEmpty {
      let isAll = report.first.count == report.severities.map(\.count).reduce(0, +)
      let most = report.first.count == 1 ? "the one that weighs most" : "the \(report.first.count) that weigh most"
      if !isAll { lines[lines.count - 1] += "; \(most):" }
      lines += report.first.rows.flatMap(finding)
    }
    lines += confirmed(report)
    for model in report.models where !model.isEmpty {
      if report.models.count > 1 { lines += ["", "  \(ReportText.heading(model.model))"] }
      for group in model.verdicts { lines += section(group.section, isLong: group.verdict.countsAsOpen) }
      for section in model.apart { lines += Self.section(section, isLong: false) }
    }
    let isAsked = report.models.contains { !$0.model.criteria.isEmpty }
    if isAsked, report.models.allSatisfy(\.isEmpty), report.first.isEmpty, report.rest.isEmpty {
      lines += ["", "  nothing is open; `sitegen report` also lists what was found and what a person decides"]
    }
    if !report.rest.isEmpty {
      lines += ["", "  \(report.rest.title) (\(report.rest.count))"] + report.rest.rows.flatMap(finding)
    }
    if !report.history.isEmpty {
      lines += ["", "  \(report.history.title) (\(report.history.count))"] + report.history.rows.map(line)
    }
    if let links = ReportText.links(report) {
      lines += ["", "  \(links); `sitegen links` shows them"]
    }
    if !report.waived.isEmpty {
      lines.append("  waived: \(report.waived.count.counted("finding", "findings"))")
    }
    return lines.map { DiagnosticText.printable($0) + "\n" }.joined()
  }

  /// The claims that hold, a line each; nothing where less is asked for.
  private static func confirmed(_ report: CommunityReport) -> [String] {
    guard !report.confirmed.isEmpty else { return [] }
    return ["", "  \(report.confirmed.title) (\(report.confirmed.count))"]
      + ReportText.confirmed(report).map { text, claims, fact in
        "    \(text): \(claims.map(\.reference).joined(separator: ", ")) ↔ \(fact.reference)"
      }
  }

  private static func section(_ section: ReportSection<CriterionAssessment>, isLong: Bool) -> [String] {
    ["", "  \(section.title) (\(section.count))"] + section.rows.flatMap { criterion($0, isLong: isLong) }
  }

  private static func criterion(_ assessment: CriterionAssessment, isLong: Bool) -> [String] {
    let mark = assessment.requirement == .required ? "" : " (\(assessment.requirement.rawValue))"
    var lines = ["    \(assessment.criterion.id)\(mark)  \(assessment.criterion.text)"]
    if let review = ReportText.review(assessment) { lines.append("      \(review)") }
    guard isLong else { return lines }
    if let item = assessment.item { lines.append("      claim: \(item.location.reference)") }
    if !assessment.because.isEmpty { lines.append("      \(assessment.because.joined(separator: "; "))") }
    let rows = assessment.cites.isEmpty ? assessment.candidates.map(\.location) : assessment.cites
    let places = rows.prefix(3).map(\.reference)
    if !places.isEmpty { lines.append("      see: \(places.joined(separator: ", "))") }
    if let toDo = ReportText.toDo(assessment) { lines.append("      \(toDo)") }
    return lines
  }

  private static func line(_ finding: Finding) -> String {
    let place = finding.places.first.map { $0.location.reference } ?? ""
    return "    \(finding.severity.rawValue): \(finding.message) [\(finding.rule)] \(place)"
  }

  private static func finding(_ finding: Finding) -> [String] {
    let places = finding.places.prefix(3).map { $0.location.reference }.joined(separator: " ↔ ")
    let more = finding.places.count > 3 ? " and \(finding.places.count - 3) more" : ""
    return [
      "    \(finding.severity.rawValue): \(finding.message) [\(finding.rule)]", "      \(places)\(more)",
      "      fix: \(finding.fix)",
    ]
  }
}
