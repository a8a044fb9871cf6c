/// The rows by which verdicts are given. `Verdict.decide` goes through them, and the page that explains verdicts is
/// made from them.
public enum VerdictTable {
  /// One row: the first that applies decides.
  public struct Row: Sendable {
    /// Position, from 1; two verdicts can share a position.
    public let number: Int
    /// The verdict it gives.
    public let verdict: Verdict
    /// When it applies, in words.
    public let when: String
    let applies: @Sendable (Observation) -> Bool
  }

  /// All rows in order; the last one always applies.
  public static let rows: [Row] = [
    Row(number: 1, verdict: .notApplicable, when: "the document says why it does not apply, and that is an answer") {
      $0.isNotApplicable
    },
    Row(number: 1, verdict: .waived, when: "it would count as open, and a waiver is in force") {
      guard $0.isWaived else { return false }
      var bare = $0
      bare.isWaived = false
      return Verdict.decide(bare).countsAsOpen
    },
    Row(number: 2, verdict: .retired, when: "the requirement ended by the day of assessment") { $0.isRetired },
    Row(number: 3, verdict: .notYetAsked, when: "the requirement began after the document's own revision") {
      $0.isAskedSince
    },
    Row(number: 4, verdict: .awaited, when: "only the foundation can do it, and it is not done") {
      $0.isTheFoundations && !$0.isAsserted
    },
    Row(number: 5, verdict: .contradicted, when: "asserted, and the deciding check fails on complete data") {
      $0.isAsserted && $0.verification == .failed
    },
    Row(
      number: 6, verdict: .claimable,
      when: "not asserted, the text denies nothing, and the deciding check holds on rows it cites"
    ) {
      !$0.isAsserted && $0.verification == .supported && !$0.isTakenBack
    },
    Row(
      number: 6, verdict: .claimable,
      when: "no document applies, and rows or one document show every part of what is asked"
    ) {
      !$0.hasApplication && $0.isTreated && [.person, .stale].contains($0.verification)
    },
    Row(number: 7, verdict: .open, when: "the box is not ticked") { $0.assertion == .unchecked },
    Row(number: 8, verdict: .missing, when: "no line of the application mentions it") {
      $0.assertion == .absent && $0.hasApplication
    },
    Row(number: 8, verdict: .missing, when: "no application, and the deciding check fails on complete data") {
      $0.assertion == .absent && $0.verification == .failed
    },
    Row(number: 8, verdict: .missing, when: "no application, and nothing was found in the text given") {
      $0.assertion == .absent && $0.candidates == .none && !$0.isForAPerson && $0.verification != .unknown
    },
    Row(number: 9, verdict: .unsupported, when: "asserted without text of its own, and nothing was found in the data") {
      $0.isAsserted && $0.lacksEvidence && $0.text != .partly && $0.candidates == .none
        && $0.verification != .supported
    },
    Row(number: 10, verdict: .unknown, when: "the file that decides lies outside what was given") {
      $0.verification == .unknown
    },
    Row(number: 11, verdict: .stale, when: "asserted, and the only evidence is a dated figure that is too old") {
      $0.isAsserted && $0.verification == .stale
    },
    Row(number: 12, verdict: .met, when: "asserted, the text denies nothing, and the deciding check holds") {
      $0.isAsserted && $0.verification == .supported && !$0.isTakenBack
    },
    Row(number: 13, verdict: .needsReview, when: "everything else; the candidates found are listed") { _ in true },
  ]
}

extension Verdict {
  /// The judgment on an observation: the verdict of the first row of `VerdictTable` that applies.
  static func decide(_ observation: Observation) -> Verdict {
    VerdictTable.rows.first { $0.applies(observation) }?.verdict ?? .needsReview
  }
}
