public import Diagnostics

/// What got worse from one report to a later one on one community: what a gate stops. What got better, moved or was
/// wrapped anew is not in it.
public struct Regression: Sendable, Hashable {
  /// Criteria with a worse verdict, in the order of the form.
  public let verdicts: [VerdictChange]
  /// Findings that the earlier report does not have, or has with less weight or waived; in the order of the later one.
  public let findings: [AssessmentSummary.Finding]
  /// Waivers that were in force and are not any more, with nothing in their place.
  public let endedWaivers: [AssessmentSummary.Waiver]

  /// Whether anything is worse that fails a gate: a verdict, a waiver, a finding of this severity.
  public func fails(from severity: Severity?) -> Bool {
    !verdicts.isEmpty || !endedWaivers.isEmpty
      || findings.contains { finding in severity.map { (finding.severity ?? .note) >= $0 } ?? false }
  }

  /// What a comparison shows of it.
  public init(_ comparison: AssessmentComparison) {
    verdicts = comparison.verdicts.filter(Self.isWorse)
    var earlier: [String: AssessmentSummary.Finding] = [:]
    for finding in comparison.old.findings ?? [] { earlier[finding.fingerprint] = finding }
    let added = Set(comparison.newFindings.map(\.fingerprint))
    findings = (comparison.new.findings ?? []).filter { finding in
      guard !finding.isWaived else { return false }
      if added.contains(finding.fingerprint) { return true }
      guard let was = earlier[finding.fingerprint] else { return false }
      return was.isWaived || (was.severity ?? .error) < (finding.severity ?? .note)
    }
    endedWaivers = comparison.endedWaivers
  }

  private static func isWorse(_ change: VerdictChange) -> Bool {
    // Parts color their criterion, which is told of when it is worse.
    guard let after = change.after, !change.isPart else { return false }
    // Of neither does the input tell how things are.
    if change.before == .needsReview, after == .unknown { return false }
    guard let before = change.before else { return change.kind != .retired && change.isCounted && after.countsAsOpen }
    guard let rank = after.rank else { return false }
    // What was waived, not asked or the foundation's turn is worse only when it is open now.
    return before.rank.map { rank < $0 } ?? after.countsAsOpen
  }
}

extension Verdict {
  /// How good a verdict is; nil for those that say nothing about the state of things.
  fileprivate var rank: Int? {
    switch self {
    case .met: 6
    case .claimable: 5
    case .needsReview: 4
    case .stale: 3
    case .unknown: 2
    case .open, .missing, .unsupported: 1
    case .contradicted: 0
    case .awaited, .waived, .notApplicable, .notYetAsked, .retired: nil
    }
  }
}
