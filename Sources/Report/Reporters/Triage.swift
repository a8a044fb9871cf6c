import Assess
import Criteria
import Diagnostics

extension Reporter {
  /// The list a committee's triage or the project itself pastes into an issue: open criteria in the order of effort.
  static let triage = Reporter(id: "triage", summary: "open criteria by effort, to paste into an issue") { report in
    Array(report.communities.map(TriageReport.community).joined(separator: "\n").utf8)
  }
}

enum TriageReport {
  static func community(_ report: CommunityReport) -> String {
    var text = "## \(MarkdownReport.escaped(report.assessment.community.name)): what is missing\n"
    for model in report.models {
      guard model.model.hasApplication else {
        let title = model.model.criteriaSet.title(at: model.model.level)
        text += "\n\(MarkdownReport.escaped("\(title): \(ReportText.summary(model))")).\n"
        let toDo = model.verdicts.filter { [.missing, .contradicted].contains($0.verdict) }.map(\.section)
        text += toDo.map { Self.title($0) + $0.rows.map(line).joined() }.joined()
        continue
      }
      text += "\n\(ReportText.capitalized(MarkdownReport.escaped(ReportText.summary(model)))).\n"
      let stale = model.verdicts.filter { $0.verdict == .stale }.map(\.section)
      text += (model.toDo + stale).map { title($0) + $0.rows.map(line).joined() }.joined()
    }
    text += title(report.corrections)
    for finding in report.corrections.rows {
      let places = finding.places.prefix(2).map { ReportText.code($0.location) }.joined(separator: ", ")
      text += "- [ ] \(MarkdownReport.escaped(finding.message)) (\(places)): \(MarkdownReport.escaped(finding.fix))\n"
    }
    return text
  }

  private static func title(_ section: ReportSection<some Sendable>) -> String {
    section.isEmpty ? "" : "\n### \(section.title) (\(section.count))\n\n"
  }

  private static func line(_ assessment: CriterionAssessment) -> String {
    var text = "- [ ] **\(assessment.criterion.id)** \(MarkdownReport.escaped(assessment.criterion.text))"
    if let item = assessment.item { text += " (\(ReportText.code(item.location)))" }
    let isReady = assessment.verdict == .claimable
    let toDo = isReady ? "Tick the box and link the evidence." : assessment.criterion.howToFix
    text += "\n  \(MarkdownReport.escaped(toDo))\n"
    let places = (assessment.cites + assessment.candidates.map(\.location)).uniqued().prefix(3)
    if !places.isEmpty { text += "  Found: \(places.map(ReportText.code).joined(separator: ", "))\n" }
    return text
  }
}
