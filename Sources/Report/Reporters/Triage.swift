import Assess
import Criteria
import Diagnostics

extension Reporter {
  /// The list a committee's triage or the project itself pastes into an issue: open criteria in the order of effort.
  static let triage = Reporter(id: "triage", summary: "open criteria by effort, to paste into an issue") { report in
    Array(report.assessments.map(TriageReport.community).joined(separator: "\n").utf8)
  }
}

/// The triage list.
enum TriageReport {
  static func community(_ assessment: Assessment) -> String {
    var text = "## \(MarkdownReport.escaped(assessment.community.name)): what is missing\n"
    for model in assessment.models {
      guard model.hasApplication else {
        text += "\nNo application under \(MarkdownReport.escaped(model.criteriaSet.title)) was found.\n"
        continue
      }
      text += "\n\(MarkdownReport.escaped(ReportText.summary(model))).\n"
      text += section("Ready to tick: one edit each", model, [.claimable])
      text += section("To correct", model, [.contradicted])
      text += section("To write or to do", model, [.open, .missing, .unsupported])
      text += section("To bring up to date", model, [.stale])
    }
    if !assessment.corrections.isEmpty {
      text += "\n### Figures and names to correct (\(assessment.corrections.count))\n\n"
      for finding in assessment.corrections {
        let places = finding.places.prefix(2).map { "`\(ReportText.place($0.location))`" }.joined(separator: ", ")
        text += "- [ ] \(MarkdownReport.escaped(finding.message)) (\(places)): \(MarkdownReport.escaped(finding.fix))\n"
      }
    }
    return text
  }

  private static func section(_ title: String, _ model: ModelAssessment, _ verdicts: [Verdict]) -> String {
    let criteria = model.counted.filter { verdicts.contains($0.verdict) }.sorted {
      // Those with something to point to are less work; else the order of the form.
      ($0.candidates.isEmpty ? 1 : 0, $0.criterion.order) < ($1.candidates.isEmpty ? 1 : 0, $1.criterion.order)
    }
    guard !criteria.isEmpty else { return "" }
    return "\n### \(title) (\(criteria.count))\n\n" + criteria.map(line).joined()
  }

  private static func line(_ assessment: CriterionAssessment) -> String {
    var text = "- [ ] **\(assessment.criterion.id)** \(MarkdownReport.escaped(assessment.criterion.text))"
    if let item = assessment.item { text += " (`\(ReportText.place(item.location))`)" }
    let isReady = assessment.verdict == .claimable
    let toDo = isReady ? "Tick the box and link what was found." : assessment.criterion.howToFix
    text += "\n  \(MarkdownReport.escaped(toDo))\n"
    var seen: Set<Location> = []
    let places = (assessment.cites + assessment.candidates.map(\.location)).filter { seen.insert($0).inserted }.prefix(
      3)
    if !places.isEmpty { text += "  Found: \(places.map { "`\(ReportText.place($0))`" }.joined(separator: ", "))\n" }
    return text
  }
}
