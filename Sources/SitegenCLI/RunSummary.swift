import Assess
import Diagnostics
import Intake

/// What a build did, for people and for programs. Only this knows how long it took; no page does.
struct RunSummary {
  let input: Pipeline.Input
  let assessments: [Assessment]
  let diagnostics: [Diagnostic]
  let files: Int
  let written: OutputWriter.Summary
  let output: String
  let duration: Duration

  private var documents: [SourceDocument] { input.portfolio.communities.flatMap(\.documents) }

  private var kinds: [(String, Int)] {
    DocumentKind.allCases.map { kind in (kind.rawValue, documents.count { $0.kind == kind }) }.filter { $0.1 > 0 }
  }

  private var severities: [(String, Int)] {
    let findings = assessments.flatMap(\.findings).filter { $0.waiver == nil }
    return Severity.allCases.reversed().map { severity in
      (severity.rawValue, findings.count { $0.severity == severity })
    }
  }

  private func verdicts(_ model: ModelAssessment) -> [(Verdict, Int)] {
    Verdict.allCases.map { verdict in (verdict, model.count(verdict)) }.filter { $0.1 > 0 }
  }

  private var milliseconds: Int {
    Int(duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000)
  }

  /// A few lines.
  var text: String {
    func count(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }
    func list(_ counts: [(String, Int)]) -> String { counts.map { "\($0.1) \($0.0)" }.joined(separator: ", ") }
    var lines = [
      "\(count(input.portfolio.communities.count, "community", "communities")), "
        + "\(count(documents.count, "document", "documents")) as of \(input.asOf)",
      "  \(list(kinds))",
    ]
    for assessment in assessments {
      for model in assessment.models {
        let level = model.level.map { " for \($0)" } ?? ""
        let state = model.hasApplication ? "" : " (no application)"
        lines.append("\(assessment.community.name), \(model.criteriaSet.title)\(level)\(state)")
        lines.append("  required: \(list(verdicts(model).map { (model.label(of: $0.0), $0.1) }))")
      }
    }
    lines.append("findings: \(list(severities))")
    let unread = documents.reduce(0) { $0 + $1.facts.unread.count }
    if unread > 0 { lines.append("not understood: \(unread) regions; `sitegen inspect` names them") }
    lines.append(
      "\(files) files in \(output)/: \(written.written) written, \(written.unchanged) unchanged, "
        + "\(written.removed) removed, in \(milliseconds) ms")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The same, schema `summary/1`.
  var json: JSONValue {
    func object(_ counts: [(String, Int)]) -> JSONValue { .object(counts.map { .init($0.0, .integer($0.1)) }) }
    return [
      "schema": "summary/1", "as_of": .string(input.asOf.description),
      "communities": .array(
        assessments.map { assessment in
          [
            "id": .string(assessment.community.id),
            "models": .array(
              assessment.models.map { model in
                [
                  "model": .string(model.criteriaSet.model), "application": .bool(model.hasApplication),
                  "required": object(verdicts(model).map { ($0.0.rawValue, $0.1) }),
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
      "milliseconds": .integer(milliseconds),
    ]
  }
}
