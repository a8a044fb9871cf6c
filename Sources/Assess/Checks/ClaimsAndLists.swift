import Criteria
import Diagnostics
import Intake

extension CommunityData {
  func assertedClaims(where isMeant: (Claim) -> Bool) -> [(claim: Claim, document: SourceDocument)] {
    assertingDocuments.flatMap { document in document.facts.claims.filter(isMeant).map { ($0, document) } }
  }
}

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
}

/// A claim that counts all of something, held against the list of it.
struct ComparedClaim {
  let claim: Claim
  let document: SourceDocument
  let comparison: CountComparison
}

/// A number in prose held against a count.
enum CountComparison {
  case holds, overstated, understated

  /// How `claim` compares with `count`; approximate claims hold within a fifth.
  init(_ claim: Claim, _ count: Int) {
    guard let value = claim.value else {
      self = .holds
      return
    }
    let slack = max(1, value / 5)
    switch claim.qualifier {
    case .exact: self = value == count ? .holds : value > count ? .overstated : .understated
    case .atLeast: self = count >= value ? .holds : .overstated
    case .moreThan: self = count > value ? .holds : .overstated
    case .about: self = abs(value - count) <= slack ? .holds : value > count ? .overstated : .understated
    case .atMost: self = count <= value ? .holds : .understated
    case .range:
      let upper = claim.upperValue ?? value
      self = (value...max(value, upper)).contains(count) ? .holds : value > count ? .overstated : .understated
    }
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
