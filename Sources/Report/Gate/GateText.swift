import Diagnostics

/// What got worse, for a terminal.
enum GateText {
  static func text(_ report: GateReport) -> String {
    var lines: [String] = []
    for part in report.parts where !part.items.isEmpty || !part.breaks.isEmpty {
      lines += [part.comparison.new.name] + part.breaks.map { "  not comparable: \($0)" }
      lines += part.items.filter(\.fails).flatMap(entry) + rest(part.items) + [""]
    }
    if !report.input.isEmpty {
      lines += ["input"] + report.input.filter(\.fails).flatMap(entry) + rest(report.input) + [""]
    }
    lines += report.added.map { "only now: \($0)" } + report.removed.map { "gone: \($0)" }
    if !report.better.isEmpty { lines.append("better: \(report.better)") }
    lines.append(ReportText.capitalized(report.headline))
    return lines.map { DiagnosticText.printable($0) + "\n" }.joined()
  }

  private static func entry(_ item: GateItem) -> [String] {
    let kind =
      switch item.kind {
      case .verdict, .waiver: "worse"
      case .finding, .mention, .input: item.severity.rawValue
      }
    var lines = ["  \(kind): \(item.message) [\(item.rule)]"]
    if !item.places.isEmpty {
      lines.append("    " + item.places.prefix(3).map(\.reference).joined(separator: " ↔ "))
    }
    if let gone = item.gone { lines.append("    was: \(gone.reference)") }
    if let help = item.help { lines.append("    fix: \(help)") }
    return lines
  }

  /// One line each for what does not fail the gate.
  private static func rest(_ items: [GateItem]) -> [String] {
    items.filter { !$0.fails }.map { item in
      let place = item.places.first.map { "\($0.reference): " } ?? ""
      return "  also new: \(place)\(item.severity.rawValue): \(item.message) [\(item.rule)]"
    }
  }
}
