import Criteria
public import Diagnostics
import Intake

/// Holds a community's words and data against each other in one way. Adding one is a file in `Checks` and its line in
/// `Rule.all`.
public struct Rule: Sendable {
  /// A small source tree with what the rule says about it.
  public struct Example: Sendable {
    /// Texts by path.
    public let files: [String: String]
    /// Messages of the rule's findings, sorted; empty for a tree in which it stays silent.
    public let findings: [String]
    /// An example.
    public init(_ files: [String: String], finds findings: [String]) {
      self.files = files
      self.findings = findings
    }
  }

  /// Stable name (`claim/maintainer-count`).
  public let id: RuleID
  /// What it finds, in a phrase.
  public let summary: String
  /// Why that matters.
  public let why: String
  /// What to do.
  public let howToFix: String
  /// Trees in which it speaks and trees in which it must not.
  public let examples: [Example]
  let run: @Sendable (CommunityData, Rule) -> [Finding]

  init(
    id: RuleID, summary: String, why: String, howToFix: String, examples: [Example],
    run: @escaping @Sendable (CommunityData, Rule) -> [Finding]
  ) {
    self.id = id
    self.summary = summary
    self.why = why
    self.howToFix = howToFix
    self.examples = examples
    self.run = run
  }

  /// A finding of this rule. `key` names what is found apart from its line and wording, for the fingerprint.
  func finding(
    _ severity: Severity, _ message: String, key: String, at places: [Finding.Place],
    confidence: Confidence = .high, claim: ClaimStatus? = nil, criterion: CriterionID? = nil,
    expected: String? = nil, actual: String? = nil, fix: String? = nil
  ) -> Finding {
    let path = places.first?.location.path ?? ""
    return Finding(
      rule: id, severity: severity, confidence: confidence, claim: claim, criterion: criterion, message: message,
      places: places, expected: expected, actual: actual, why: why, fix: fix ?? howToFix,
      fingerprint: Fingerprint.of([id.rawValue, path, key]))
  }
}
