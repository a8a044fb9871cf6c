public import Diagnostics
public import Intake

/// What differs from what a reviewer saw.
public struct ReviewChange: Sendable, Hashable {
  /// One line, lower-case start.
  public var message: String
  /// Where.
  public var location: Location
}

/// The newest review of a criterion, held against what there is to see on the day of assessment.
public struct CriterionReview: Sendable, Hashable {
  /// The review.
  public var entry: WorkspaceConfiguration.ReviewEntry
  /// What changed since, by more than white space; empty while it holds.
  public var changes: [ReviewChange]

  /// Whether somebody has to look again.
  public var isSuspect: Bool { !changes.isEmpty }

  /// `reviewed on 2024-07-04 by NAME`.
  public var words: String { "reviewed on \(entry.date) by \(entry.reviewer)" }
}

extension CriterionReview {
  /// A review held against what there is to see now. Evidence in a file that the review does not name makes it no less
  /// good: only what was seen can change.
  init(_ entry: WorkspaceConfiguration.ReviewEntry, _ seen: ReviewedEvidence, in data: CommunityData) {
    self.entry = entry
    changes = Self.claimChange(entry, seen).map { [$0] } ?? []
    for evidence in entry.evidence { changes += Self.changes(evidence, entry, seen, data) }
  }

  private static func claimChange(
    _ entry: WorkspaceConfiguration.ReviewEntry, _ seen: ReviewedEvidence
  ) -> ReviewChange? {
    switch (entry.claim, seen.claim) {
    case (nil, nil): nil
    case (nil, let claim?): ReviewChange(message: "a claim was made", location: claim.location)
    case (_?, nil): ReviewChange(message: "the claim is gone", location: entry.location)
    case (let before?, let claim?):
      before == claim.fingerprint ? nil : ReviewChange(message: "the claim changed", location: claim.location)
    }
  }

  private static func changes(
    _ evidence: WorkspaceConfiguration.ReviewEntry.Evidence, _ entry: WorkspaceConfiguration.ReviewEntry,
    _ seen: ReviewedEvidence, _ data: CommunityData
  ) -> [ReviewChange] {
    func change(_ words: String, _ location: Location) -> ReviewChange {
      ReviewChange(message: words, location: location)
    }
    guard let document = data.document(evidence.path) else {
      return [change("the evidence \(evidence.path) is gone", entry.location)]
    }
    guard let parts = seen.files.first(where: { $0.path == evidence.path })?.parts else {
      return [
        change("the evidence \(evidence.path) is no longer what it rests on", document.source.location(line: 1))
      ]
    }
    var waiting: [String: Int] = [:]
    for fingerprint in evidence.fingerprints { waiting[fingerprint, default: 0] += 1 }
    var other: [ReviewedEvidence.Part] = []
    for part in parts {
      if let count = waiting[part.fingerprint], count > 0 {
        waiting[part.fingerprint] = count - 1
      } else {
        other.append(part)
      }
    }
    let gone = waiting.values.reduce(0, +)
    let changed = min(gone, other.count)
    var changes = other.enumerated().map { index, part in
      change("the evidence \(index < changed ? "changed" : "grew")", part.location)
    }
    if gone > changed {
      let place = parts.first?.location ?? document.source.location(line: 1)
      changes.append(change("\((gone - changed).counted("part")) of the evidence in \(evidence.path) is gone", place))
    }
    return changes
  }
}
