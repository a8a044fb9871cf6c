/// Whether the data offers anything that could serve as evidence.
enum CandidateState: String, Sendable, Hashable, CaseIterable {
  case found, none
  /// Where candidates would stand was not given.
  case unseen
}

/// What was seen of one criterion, before the judgment.
struct Observation: Sendable, Hashable {
  /// Whether there is a document that applies; without one nothing is asserted and nothing fails.
  var hasApplication = true
  /// Whether the document says that the criterion does not apply, and the criteria set allows that answer.
  var isNotApplicable = false
  /// Whether a waiver for it is in force.
  var isWaived = false
  /// Whether the requirement ended by the day of assessment.
  var isRetired = false
  /// Whether the requirement began after the revision the document follows.
  var isAskedSince = false
  /// Whether only the foundation can do it.
  var isTheFoundations = false
  /// Whether a person must judge it whatever is found.
  var isForAPerson = false
  /// What the text says of the criterion, whatever the box says.
  var text = AnswerReading.Sense.affirmed
  /// Whether rows, or one document by its words, show every part of what is asked; how well is for a person.
  var isTreated = false
  /// What the document asserts.
  var assertion: Assertion
  /// What the document offers.
  var evidence: EvidenceState
  /// What the data says.
  var verification: Verification
  /// What else could serve as evidence.
  var candidates: CandidateState

  /// Whether the document says the criterion is met.
  var isAsserted: Bool { assertion == .checked || assertion == .stated }

  /// Whether the text takes back, in whole or in part, what a tick asserts.
  var isTakenBack: Bool { text == .denied || text == .partly }

  /// Whether the document offers nothing that could be read.
  var lacksEvidence: Bool { evidence == .empty || evidence == .placeholder || evidence == .todo }
}
