import Assess
import Diagnostics

/// One thing that got worse, in the same shape whatever it is, so that every format shows all of them alike.
public struct GateItem: Sendable, Hashable {
  /// What got worse.
  enum Kind: String, Sendable, Hashable, CaseIterable {
    case verdict, waiver, finding, mention, input
  }

  /// What got worse.
  let kind: Kind
  /// Rule id of a finding or message; `criterion/ID`, `waiver/ended`.
  let rule: String
  /// How much it weighs; what is no finding is an error.
  let severity: Severity
  let fails: Bool
  /// One line.
  let message: String
  /// What to do.
  let help: String?
  /// Where it is, the place to mend first; empty where nothing is left to point at.
  var places: [Location]
  /// Where it was in the earlier version, when there is no place now.
  var gone: Location?
  /// Stable name.
  let fingerprint: String
  /// Whether it says that input could not be read.
  public var isUnreadable = false
  /// Ways to mend it.
  var solutions: [Solution] = []
}

extension GateItem {
  init(_ finding: Finding, from threshold: Severity?) {
    self.init(
      kind: .finding, rule: finding.rule.rawValue, severity: finding.severity,
      fails: threshold.map { finding.severity >= $0 } ?? false, message: finding.message, help: finding.fix,
      places: finding.places.map(\.location), gone: nil, fingerprint: finding.fingerprint)
    solutions = finding.solutions
  }

  /// A line that names what is gone.
  init(_ mention: StaleMention, from threshold: Severity?) {
    let solution = mention.replacement.map { Solution("write \($0)", [Replacement(mention.place, with: $0)]) }
    self.init(
      kind: .mention, rule: "check/stale-mention", severity: .note, fails: threshold == .note,
      message: mention.message,
      help: solution?.summary ?? "correct the line, or put back what changed",
      places: [mention.place], gone: mention.gone,
      fingerprint: "mention \(mention.place.path) \(mention.message) \(mention.place.excerpt)")
    solutions = [solution].compactMap { $0 }
  }

  /// The application of the earlier version, of which nothing is left.
  init(applicationOf before: AssessmentSummary, fails: Bool) {
    self.init(
      kind: .verdict, rule: "application/gone", severity: .error, fails: fails,
      message: "there is no application any more: what it answered is not judged",
      help: "put it back, or name it with `application` in sitegen.yaml", places: [], gone: nil,
      fingerprint: "application \(before.id)")
  }

  /// A message about the input.
  init(_ diagnostic: Diagnostic, from threshold: Severity?) {
    self.init(
      kind: .input, rule: diagnostic.rule.rawValue, severity: diagnostic.severity,
      fails: threshold.map { diagnostic.severity >= $0 } ?? false, message: diagnostic.summary, help: diagnostic.help,
      places: [diagnostic.location].compactMap { $0 } + diagnostic.notes.compactMap(\.location), gone: nil,
      fingerprint: "\(diagnostic.rule) \(diagnostic.location?.path ?? "") \(diagnostic.summary)",
      isUnreadable: diagnostic.severity == .error && diagnostic.kind == .unreadable, solutions: diagnostic.solutions)
  }

  init(_ waiver: AssessmentSummary.Waiver, in assessment: Assessment, fails: Bool) {
    let entry = assessment.waivers.first {
      ($0.criterion?.rawValue ?? $0.rule?.rawValue) == waiver.target && $0.scope == waiver.scope
    }
    self.init(
      kind: .waiver, rule: "waiver/ended", severity: .error, fails: fails,
      message: "\(Self.words(entry, in: assessment, waiver.target)): \(waiver.reason)",
      help: "close the gap, or have the waiver approved again with a new date",
      places: [entry?.location].compactMap { $0 }, gone: nil,
      fingerprint: "waiver \(waiver.target) \(waiver.scope ?? "")")
  }

  init(_ change: VerdictChange, now: Assessment, before: Assessment?, fails: Bool) {
    func find(_ assessment: Assessment) -> (CriterionAssessment, ModelAssessment)? {
      for model in assessment.models {
        if let found = model.criteria.first(where: { $0.criterion.id == change.criterion }) { return (found, model) }
      }
      return nil
    }
    let (after, earlier) = (find(now), before.flatMap(find))
    func label(_ verdict: Verdict?, _ model: ModelAssessment?) -> String? {
      verdict.map { $0.words(hasApplication: model?.hasApplication ?? true).label }
    }
    let verdicts = [label(change.before, earlier?.1 ?? after?.1) ?? "not asked", label(change.after, after?.1)]
    var because = after?.0.because ?? []
    if change.before == .waived {
      let entry = now.waivers.first { $0.criterion == change.criterion }
      because.insert(Self.words(entry, in: now, change.criterion.rawValue), at: 0)
    }
    let reasons = because.prefix(2).joined(separator: "; ")
    func places(_ criterion: CriterionAssessment?) -> [Location] {
      criterion.map { ($0.item.map { [$0.location] } ?? []) + $0.cites + $0.candidates.map(\.location) } ?? []
    }
    let paths = Set(now.community.files)
    let all = places(after?.0)
    let was = places(earlier?.0).first
    self.init(
      kind: .verdict, rule: "criterion/\(change.criterion)", severity: .error, fails: fails,
      message: "\(change.criterion): \(verdicts.compactMap { $0 }.joined(separator: " → "))"
        + (reasons.isEmpty ? "" : " (\(reasons))") + (after.map { ": \($0.0.criterion.text)" } ?? ""),
      help: after?.0.verdict == .claimable ? "tick the box, and link the evidence" : after?.0.criterion.howToFix,
      places: Array((all.isEmpty ? [was].compactMap { $0 } : all).prefix(4))
        .filter { paths.isEmpty || paths.contains($0.path) },
      gone: all.isEmpty ? was.flatMap { paths.contains($0.path) ? nil : $0 } : nil,
      fingerprint: "criterion \(change.criterion)")
  }

  /// What became of a waiver that is not in force any more.
  private static func words(_ entry: Waiver?, in assessment: Assessment, _ target: String) -> String {
    guard let entry, entry.expires < assessment.asOf else { return "the waiver for \(target) is gone" }
    return "the waiver for \(target) ended on \(entry.expires)"
  }
}
