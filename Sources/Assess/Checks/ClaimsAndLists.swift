import Criteria
import Diagnostics
import Intake

extension Rule {
  /// A finding on a claim that says otherwise than a list: how it turned out, and the row of the list's earlier version
  /// that shows it, come with it.
  func finding(
    on claim: Claim, _ outcome: ClaimOutcome, _ severity: Severity, _ message: String, key: String,
    at place: Location? = nil, fact: Location, confidence: Confidence = .high, expected: String,
    actual: String? = nil, fix: String? = nil, solutions: [Solution] = []
  ) -> Finding {
    finding(
      severity, message + outcome.note, key: key,
      at: [.init(.claim, place ?? claim.location), .init(.fact, fact)] + outcome.places, confidence: confidence,
      claim: outcome.status, criterion: claim.criterion, expected: expected, actual: actual, fix: fix,
      solutions: solutions)
  }

  /// A finding on a number that differs from that of the rows of a list.
  func finding(
    on compared: ComparedClaim, in data: CommunityData, past: PastList? = nil, confidence: Confidence = .high,
    fix: String? = nil, canCorrect: Bool = true
  ) -> Finding {
    let (claim, document, count) = (compared.claim, compared.document, compared.count)
    let (value, list) = (claim.value ?? 0, compared.rows[0])
    let outcome = data.outcome(of: claim, in: document, against: data.document(list.path), past: past)
    return finding(
      on: claim, outcome, data.severity(of: outcome.status, compared.comparison, in: document),
      "\(value) \(compared.noun) claimed, \(count) listed in \(list.path)", key: "\(claim.kind) \(value)", fact: list,
      confidence: confidence, expected: String(value), actual: String(count), fix: fix,
      solutions: canCorrect ? claim.corrections(to: count, in: document, data) : [])
  }
}

extension CommunityData {
  /// How much a claim that does not hold weighs: what an older application says is history.
  func severity(of status: ClaimStatus, _ comparison: CountComparison, in document: SourceDocument) -> Severity {
    if !isPending(document) { return .note }
    if status == .contradicted { return .error }
    return comparison == .overstated ? .warning : .note
  }
}
