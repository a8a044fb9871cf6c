/// Whether the data offers anything that could serve as evidence.
public enum CandidateState: String, Sendable, Hashable, CaseIterable {
  case found, none
  /// Where candidates would stand was not given.
  case unseen
}

/// What was seen of one criterion, before the judgment.
public struct Observation: Sendable, Hashable {
  /// Whether there is a document that applies; without one nothing is asserted and nothing fails.
  public var hasApplication = true
  /// Whether the document says that the criterion does not apply, and the criteria set allows that answer.
  public var isNotApplicable = false
  /// Whether a waiver for it is in force.
  public var isWaived = false
  /// Whether the requirement ended by the day of assessment.
  public var isRetired = false
  /// Whether the requirement began after the revision the document follows.
  public var isAskedSince = false
  /// Whether only the foundation can do it.
  public var isTheFoundations = false
  /// Whether a person must judge it whatever is found.
  public var isForAPerson = false
  /// What the text says of the criterion, whatever the box says.
  public var text = AnswerReading.Sense.affirmed
  /// Whether rows, or one document by its words, show every part of what is asked; how well is for a person.
  public var isTreated = false
  /// What the document asserts.
  public var assertion: Assertion
  /// What the document offers.
  public var evidence: EvidenceState
  /// What the data says.
  public var verification: Verification
  /// What else could serve as evidence.
  public var candidates: CandidateState

  /// Whether the document says the criterion is met.
  public var isAsserted: Bool { assertion == .checked || assertion == .stated }

  /// Whether the text takes back, in whole or in part, what a tick asserts.
  public var isTakenBack: Bool { text == .denied || text == .partly }

  /// Whether the document offers nothing that could be read.
  public var lacksEvidence: Bool { evidence == .empty || evidence == .placeholder || evidence == .todo }
}
