import Assess
import Diagnostics
import Intake
import Report

/// What a build did, for people and for programs. Only this knows how long it took; no page does.
struct RunSummary {
  let input: Pipeline.Input
  let report: GapReport
  let diagnostics: [Diagnostic]
  let files: Int
  let written: OutputWriter.Summary
  let output: String
  let duration: Duration

  private var documents: [SourceDocument] { input.portfolio.communities.flatMap(\.documents) }

  private var kinds: [(String, Int)] {
    DocumentKind.allCases.map { kind in (kind.rawValue, documents.count { $0.kind == kind }) }.filter { $0.1 > 0 }
  }

  private var severities: [(String, Int)] { report.severities.map { ($0.id, $0.count) } }

  /// A few lines.
  var text: String {
    func list(_ counts: [(String, Int)]) -> String { counts.map { "\($0.1) \($0.0)" }.joined(separator: ", ") }
    let findings = severities.filter { $0.1 > 0 }.map { $0.1.counted($0.0) }.joined(separator: ", ")
    var lines = [
      input.portfolio.communities.count.counted("community", "communities") + ", "
        + documents.count.counted("document") + " as of \(input.asOf)",
      "  \(list(kinds))",
    ]
    // One screen, however many communities there are.
    for community in report.communities.prefix(8) {
      for section in community.models {
        let model = section.model
        let state = model.hasApplication ? "" : " (no application)"
        lines.append("\(community.assessment.community.name), \(model.criteriaSet.title(at: model.level))\(state)")
        lines.append("  required: \(section.verdicts.map { $0.words.counted($0.count) }.joined(separator: ", "))")
        if let assumption = community.assumption(model) { lines.append("  \(assumption)") }
      }
    }
    if report.communities.count > 8 {
      lines.append("and \((report.communities.count - 8).counted("more community", "more communities"))")
    }
    lines.append("findings: \(findings.isEmpty ? "none" : findings)")
    let unread = documents.reduce(0) { $0 + $1.facts.unread.count }
    if unread > 0 { lines.append("not understood: \(unread.counted("region")); `sitegen inspect` names them") }
    lines.append(
      "\(files.counted("file")) in \(output)/: \(written.written) written, \(written.unchanged) unchanged, "
        + "\(written.removed) removed, in \(duration.milliseconds) ms")
    lines.append("open \(output)/index.html")
    return lines.map { DiagnosticText.printable($0) + "\n" }.joined()
  }

  /// The same, schema `summary/1`.
  var json: JSONValue {
    func object(_ counts: [(String, Int)]) -> JSONValue { .object(counts.map { .init($0.0, .integer($0.1)) }) }
    return [
      "schema": "summary/1", "as_of": .string(input.asOf.description),
      "communities": .array(
        report.communities.map { community in
          [
            "id": .string(community.assessment.community.id),
            "models": .array(
              community.models.map { report in
                [
                  "model": .string(report.model.criteriaSet.model), "application": .bool(report.model.hasApplication),
                  "required": object(report.verdicts.map { ($0.verdict.rawValue, $0.count) }),
                ]
              }),
          ]
        }),
      "documents": object(kinds), "findings": object(severities),
      "diagnostics": object(
        Severity.allCases.reversed().map { severity in
          (severity.rawValue, diagnostics.count { $0.severity == severity })
        }),
      "files": ["total": .integer(files), "written": .integer(written.written), "removed": .integer(written.removed)],
      "milliseconds": .integer(duration.milliseconds),
    ]
  }
}
