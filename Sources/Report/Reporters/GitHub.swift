import Assess
import Diagnostics

extension Reporter {
  /// Workflow commands that the host shows beside the line. It shows ten of each kind and step, so no more are written.
  static let github = Reporter(
    id: "github", summary: "annotations on the lines of a pull request", namesFilesOfRepository: true
  ) { report in
    var text = ""
    for section in report.severities {
      for finding in section.rows.prefix(most) { text += annotation(finding) }
      if section.count > most {
        let hidden = (section.count - most).counted(section.id, section.id + "s")
        text += "::notice title=sitegen::\(hidden) more not shown here; the report lists all\n"
      }
    }
    if text.isEmpty { text = "::notice title=sitegen::no findings\n" }
    return Array(text.utf8)
  }

  private static let most = 10

  private static func annotation(_ finding: Finding) -> String {
    WorkflowCommand.annotation(
      finding.severity, at: finding.places.first?.location, title: finding.rule.rawValue,
      "\(finding.message); \(finding.fix)")
  }
}

/// Lines that a workflow of the host takes for commands.
enum WorkflowCommand {
  /// A message that is shown beside its line; without a place, with the run.
  static func annotation(_ severity: Severity, at place: Location?, title: String, _ message: String) -> String {
    let kind =
      switch severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    let position = place.map { [("file", $0.path), ("line", String($0.line)), ("col", String($0.column))] } ?? []
    let properties = (position + [("title", title)]).map { "\($0.0)=\(property($0.1))" }.joined(separator: ",")
    return "::\(kind) \(properties)::\(data(message))\n"
  }

  /// Text of a message: percent and line ends escaped.
  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  /// Text of a property: colon and comma too.
  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
