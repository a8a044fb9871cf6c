import Assess
import Diagnostics

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
    text += "\(check.flags) \(check.flags == 1 ? "flag" : "flags").\n"
    for group in check.groups {
      text += "\n## \(group.title)\n\n| Question | Answer | | Lines |\n|---|---|---|---|\n"
      for item in group.items {
        let places = item.places.prefix(8).map { "`\(ReportText.place($0))`" }.joined(separator: ", ")
        let more = item.places.count > 8 ? " and \(item.places.count - 8) more" : ""
        text += "| \(cell(item.question)) | \(cell(item.answer)) | \(item.state.rawValue) | \(places)\(more) |\n"
      }
    }
    text +=
      "\nNo flag is healthy, one or two are for watching, three or more put the project at risk. It is critical where "
    text +=
      "one organization decides on governance alone and no rule limits it. What the files do not tell is unknown, "
    text += "and no flag.\n"
    return text
  }

  private static func cell(_ text: String) -> String { MarkdownReport.escaped(text) }
}
