import Criteria
import Diagnostics
import Intake

/// The whole reasoning behind a verdict, or what a rule means, as text for people.
public enum Explanation {
  /// What is said about a criterion or a rule: for a criterion what it asks, and for each community every observation,
  /// check and place; for a rule why it matters, how to mend it and its findings. Nil when nothing has that name.
  ///
  /// `review` adds the entry by which a reviewer says that the criterion was looked at.
  public static func text(of name: String, in assessments: [Assessment], review: Bool = true) -> String? {
    if let rule = Rule.named(name) { return text(of: rule, in: assessments) }
    let parts = assessments.flatMap { assessment in
      assessment.models.flatMap { model in
        model.criteria.filter { $0.criterion.id.rawValue == name }.map { ($0, model, assessment) }
      }
    }
    guard let criterion = parts.first?.0.criterion else { return nil }
    // The verdict first: that is what was asked.
    var lines = ["\(criterion.id): \(criterion.text)"]
    for (judged, model, assessment) in parts { lines += self.lines(judged, model, assessment, review: review) }
    lines += ["", "why: \(criterion.why)", "measured: \(criterion.howMeasured)", "to do: \(criterion.howToFix)"]
    return joined(lines)
  }

  /// Names that can be asked for: criteria that were judged, and all rules.
  public static func names(in assessments: [Assessment]) -> [String] {
    let criteria = assessments.flatMap(\.models).flatMap(\.criteria).map(\.criterion.id.rawValue)
    return criteria.uniqued() + Rule.all.map(\.id.rawValue)
  }

  private static func lines(
    _ judged: CriterionAssessment, _ model: ModelAssessment, _ assessment: Assessment, review: Bool
  ) -> [String] {
    var lines = [
      "", "\(assessment.community.name), \(model.criteriaSet.title(at: model.level)), as of \(assessment.asOf)",
    ]
    let level = model.level.map { " for \($0)" } ?? ""
    let rows = VerdictTable.rows.filter { $0.verdict == judged.verdict }
    // Two rows say *found*: a check that decides, and rows or text that show it where nothing is asserted.
    let row = judged.verification == .supported ? rows.first : rows.last
    lines.append("  verdict: \(model.words(for: judged.verdict).label) (row \(row?.number ?? 0): \(row?.when ?? ""))")
    if let waived = judged.waivedVerdict, let waiver = judged.waiver {
      lines.append(
        "    instead of: \(model.words(for: waived).label), waived until \(waiver.expires): \(waiver.reason)")
    }
    lines.append("  asked: \(judged.requirement.rawValue)\(level)")
    lines.append("  assertion: \(judged.assertion.rawValue)")
    if let item = judged.item { lines.append("    \(item.location.reference)  \(item.text.prefix(120))") }
    for child in judged.children {
      lines.append("    nested, \(child.state.rawValue): \(child.location.reference)  \(child.text.prefix(100))")
    }
    lines.append("  evidence: \(judged.evidence.rawValue)")
    if let range = judged.item?.evidenceLines { lines.append("    lines \(range.lowerBound) to \(range.upperBound)") }
    lines.append("  verification: \(judged.verification.rawValue)")
    for check in judged.checks { lines += self.lines(check) }
    if !judged.candidates.isEmpty {
      lines.append("  candidates:")
      lines += judged.candidates.prefix(10).map { "    \($0.location.reference)" }
    }
    let findings = assessment.findings.filter { $0.criterion == judged.criterion.id }
    if !findings.isEmpty {
      lines.append("  findings:")
      lines += findings.map { "    \($0.severity.rawValue): \($0.message) [\($0.rule)]" }
    }
    return lines + self.review(judged, assessment, withEntry: review)
  }

  /// What a reviewer said, and what a reviewer who has looked at it writes down.
  private static func review(
    _ judged: CriterionAssessment, _ assessment: Assessment, withEntry: Bool
  ) -> [String] {
    var lines: [String] = []
    if let review = judged.review {
      lines.append("  \(review.words) (\(review.entry.location.reference))\(review.entry.note.map { ": \($0)" } ?? "")")
      lines += review.changes.map { "    since then \($0.message): \($0.location.reference)" }
    }
    guard withEntry else { return lines }
    let evidence = assessment.reading { ReviewedEvidence(judged, in: $0) }
    let stamp = ReviewStamp.lines(judged.criterion.id, evidence, of: assessment)
    lines.append("  to say that you reviewed it, put this under `reviews:` in \(WorkspaceConfiguration.fileName):")
    return lines + stamp.map { "    \($0)" }
  }

  private static func lines(_ check: CheckResult) -> [String] {
    let result =
      switch check.holds {
      case true?: "holds"
      case false? where check.fails: "fails"
      case false?: "does not hold"
      case nil: "unknown"
      }
    let cites = check.cites.prefix(10).map { "      \($0.reference)" }
    let more = check.cites.count > 10 ? ["      and \(check.cites.count - 10) more"] : []
    return ["    check \(check.id): \(result); \(check.because)"] + cites + more
  }

  private static func text(of rule: Rule, in assessments: [Assessment]) -> String {
    var lines = ["\(rule.id): \(rule.summary)", "  why: \(rule.why)", "  to do: \(rule.howToFix)"]
    for assessment in assessments {
      let findings = assessment.findings.filter { $0.rule == rule.id }
      guard !findings.isEmpty else { continue }
      lines += ["", assessment.community.name]
      for finding in findings {
        lines.append("  \(finding.severity.rawValue): \(finding.message)")
        lines += finding.places.map { "    \($0.role.rawValue): \($0.location.reference)" }
      }
    }
    return joined(lines)
  }

  private static func joined(_ lines: [String]) -> String {
    lines.map { DiagnosticText.printable($0) + "\n" }.joined()
  }
}
