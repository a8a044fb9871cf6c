import Diagnostics

/// What got worse, as annotations. The host shows ten of each kind and step, so what fails comes first.
enum GateAnnotations {
  private static let most = 10

  static func text(_ report: GateReport) -> String {
    var text = ""
    for severity in Severity.allCases.reversed() {
      let items = (report.failing + report.items.filter { !$0.fails }).filter { shown($0) == severity }
      for item in items.prefix(most) { text += annotation(item) }
      if items.count > most {
        text += "::notice title=sitegen::\(items.count - most) more of severity \(severity) not shown here\n"
      }
    }
    return text + "::notice title=sitegen::\(ReportText.capitalized(report.headline))\n"
  }

  /// What fails is an error wherever the host counts errors.
  private static func shown(_ item: GateItem) -> Severity { item.fails ? .error : min(item.severity, .warning) }

  private static func annotation(_ item: GateItem) -> String {
    let was = item.gone.map { "; was \($0.reference)" } ?? ""
    let help = item.help.map { "; \($0)" } ?? ""
    return WorkflowCommand.annotation(
      shown(item), at: item.places.first, title: item.rule, DiagnosticText.printable("\(item.message)\(was)\(help)"))
  }
}
