import Criteria
public import Diagnostics

/// Holds a community's words and data against each other in one way. Adding one is a file in `Checks` and its line in
/// `Rule.all`.
public struct Rule: Sendable {
  /// What a rule looks at.
  enum Scope: Sendable {
    /// The words and data of a community.
    case community(@Sendable (CommunityData, Rule) -> [Finding])
    /// Each judgment by a criteria set, after all verdicts are given.
    case judgment(@Sendable (ModelAssessment, CommunityData, Rule) -> [Finding])
  }

  /// Stable name (`claim/maintainer-count`).
  public let id: RuleID
  /// Names it had before, oldest first: waivers and saved reports keep using them.
  var formerIDs: [RuleID] = []
  /// What it finds, in a phrase.
  public let summary: String
  /// Why that matters.
  public let why: String
  /// What to do.
  public let howToFix: String
  /// Trees in which it speaks and trees in which it must not.
  public let examples: [Example]
  let scope: Scope
}

extension Rule {
  /// A rule on the words and data of a community.
  init(
    id: RuleID, formerly: [RuleID] = [], summary: String, why: String, howToFix: String, examples: [Example],
    run: @escaping @Sendable (CommunityData, Rule) -> [Finding]
  ) {
    self.init(
      id: id, formerIDs: formerly, summary: summary, why: why, howToFix: howToFix, examples: examples,
      scope: .community(run))
  }

  /// What names a rule or all rules of an area.
  public static var names: [String] {
    let ids = all.map(\.id.rawValue)
    return ids + ids.compactMap { $0.split(separator: "/").first.map(String.init) }.uniqued()
  }

  /// Whether it looks at verdicts.
  var awaitsVerdicts: Bool { if case .judgment = scope { true } else { false } }

  /// What it finds in a community and in its judgments.
  func findings(in data: CommunityData, _ models: [ModelAssessment]) -> [Finding] {
    // What is left blank in a repository to start from is meant to be.
    if data.isTemplateRepository { return [] }
    return switch scope {
    case .community(let run): run(data, self)
    case .judgment(let run): models.flatMap { run($0, data, self) }
    }
  }

  /// A finding of this rule. `key` names what is found apart from its line and wording, for the fingerprint.
  func finding(
    _ severity: Severity, _ message: String, key: String, at places: [Finding.Place],
    confidence: Confidence = .high, claim: ClaimStatus? = nil, criterion: CriterionID? = nil,
    expected: String? = nil, actual: String? = nil, fix: String? = nil,
    solutions: [Solution] = []
  ) -> Finding {
    Finding(
      rule: id, severity: severity, confidence: confidence, claim: claim, criterion: criterion, message: message,
      places: places, expected: expected, actual: actual, why: why, fix: fix ?? howToFix, solutions: solutions,
      // By the oldest name: waivers and saved reports name findings by their fingerprint, which a new name must not change.
      fingerprint: Fingerprint.of([(formerIDs.first ?? id).rawValue, places.first?.location.path ?? "", key]))
  }
}
