import Diagnostics

/// What got worse, as a comment on a pull request. The first line lets a later run find the comment and replace it.
enum GateMarkdown {
  /// A host cuts comments at 65,536 characters: entries beyond this many of a kind are counted.
  private static let most = 50

  static func text(_ report: GateReport) -> String {
    let mark = report.fails ? "✗" : "✓"
    var text = "<!-- sitegen check -->\n### \(mark) sitegen: \(MarkdownReport.escaped(report.headline))\n"
    for part in report.parts where !part.items.isEmpty || !part.breaks.isEmpty {
      if report.parts.count > 1 { text += "\n#### \(MarkdownReport.escaped(part.comparison.new.name))\n" }
      if !part.breaks.isEmpty {
        text += "\n" + part.breaks.map { "- Not comparable: \(MarkdownReport.escaped($0))\n" }.joined()
      }
      text += list(part.items)
    }
    if !report.input.isEmpty { text += "\n#### Input\n" + list(report.input) }
    for name in report.removed { text += "\nGone: \(MarkdownReport.escaped(name)).\n" }
    if !report.better.isEmpty { text += "\nBetter: \(report.better).\n" }
    return text
  }

  private static func list(_ items: [GateItem]) -> String {
    let failing = items.filter(\.fails)
    let others = items.filter { !$0.fails }
    var text = failing.isEmpty ? "" : "\n" + entries(failing)
    if !others.isEmpty {
      text += "\n<details><summary>\(others.count.counted("new remark", "new remarks")) of less weight</summary>\n\n"
      text += entries(others) + "\n</details>\n"
    }
    return text
  }

  private static func entries(_ items: [GateItem]) -> String {
    var text = items.prefix(most).map(entry).joined()
    if items.count > most { text += "- and \(items.count - most) more\n" }
    return text
  }

  private static func entry(_ item: GateItem) -> String {
    let places = item.places.prefix(3).map { ReportText.code($0) }.joined(separator: ", ")
    let was = item.gone.map { "was \(ReportText.code($0))" } ?? ""
    let at = [places, was].filter { !$0.isEmpty }.joined(separator: ", ")
    let kind =
      switch item.kind {
      case .verdict, .waiver: ""
      case .finding, .mention, .input: "\(item.severity.rawValue): "
      }
    var text = "- **\(kind)\(MarkdownReport.escaped(item.message))**\(at.isEmpty ? "" : " (\(at))")"
    if let help = item.help { text += "  \n  \(MarkdownReport.escaped(ReportText.capitalized(help)))" }
    return text + " \(ReportText.code(item.rule))\n"
  }
}
