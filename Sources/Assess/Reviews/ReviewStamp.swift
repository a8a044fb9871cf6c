import Criteria
import Diagnostics
import Intake

/// The entry of `reviews:` that says that a criterion was looked at, to paste into the workspace file.
enum ReviewStamp {
  /// The entry for a criterion as it is on the day of assessment, as lines of YAML.
  static func lines(
    _ criterion: CriterionID, _ seen: ReviewedEvidence, of assessment: Assessment
  ) -> [String] {
    func quoted(_ text: String) -> String { JSONWriter.text(.string(text), style: .compact) }
    var lines = [
      "- criterion: \(criterion)", "  community: \(assessment.community.id)", "  reviewer: YOUR NAME",
      "  date: \(assessment.asOf)",
    ]
    if let claim = seen.claim { lines.append("  claim: \(quoted(claim.fingerprint))") }
    lines.append(seen.files.isEmpty ? "  evidence: {}" : "  evidence:")
    for file in seen.files {
      let prints = file.parts.map { quoted($0.fingerprint) }
      guard prints.count > 3 else {
        lines.append("    \(quoted(file.path)): [\(prints.joined(separator: ", "))]")
        continue
      }
      lines.append("    \(quoted(file.path)):")
      lines += prints.map { "    - \($0)" }
    }
    return lines
  }
}
