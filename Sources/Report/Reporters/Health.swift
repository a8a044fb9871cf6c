import Assess
import Diagnostics
import Intake

extension Reporter {
  /// The yearly health check of a project's governance, drafted from its files for its maintainers to look at.
  static let health = Reporter(id: "health", summary: "a draft of the yearly health check of the governance") {
    report in
    Array(report.communities.map(HealthReport.community).joined(separator: "\n").utf8)
  }
}

/// The health check in Markdown.
enum HealthReport {
  static func community(_ report: CommunityReport) -> String {
    let check = HealthCheck(report)
    let name = MarkdownReport.escaped(report.assessment.community.name)
    var text = "# Governance health check: \(name)\n\n"
    text += "As of \(report.assessment.asOf): **\(check.result.rawValue)**, "
    text += "\(check.flags.counted("flag"))"
    text += check.unknown == 0 ? ".\n" : "; \(check.unknown) of the questions cannot be answered from what was read.\n"
    for group in check.groups {
      text += "\n## \(group.title)\n\n| Question | Answer | | Lines |\n|---|---|---|---|\n"
      for item in group.items {
        let places = item.places.prefix(8).map(ReportText.code).joined(separator: ", ")
        let more = item.places.count > 8 ? " and \(item.places.count - 8) more" : ""
        text += "| \(cell(item.question)) | \(cell(item.answer)) | \(item.state.rawValue) | \(places)\(more) |\n"
      }
    }
    if let trend = check.trend { text += composition(trend) }
    return text + "\n\(HealthCheck.rules)\n"
  }

  /// The members by quarter, for a body of which more than one state is known.
  private static func composition(_ trend: BodyHistory) -> String {
    let quarters = trend.quarters
    guard quarters.count > 1 else { return "" }
    var text =
      "\n## Members by quarter\n\n| Quarter | Members | Largest organization | Joined | Left |\n|---|--:|---|---|---|\n"
    for quarter in quarters {
      let words = [quarter.topWords ?? "not stated", quarter.joinedWords, quarter.leftWords].map(cell)
      text += "| \(quarter.name) | \(quarter.size) | \(words.joined(separator: " | ")) |\n"
    }
    return text + "\nQuarters without a change are left out.\n"
  }

  private static func cell(_ text: String) -> String { MarkdownReport.escaped(text) }
}
