public import Criteria
public import Diagnostics

/// How sure a finding is.
public enum Confidence: String, Sendable, Hashable, CaseIterable {
  case high, medium, low
}

/// A located diagnostic about a community's own words and data. Every output has this one shape.
public struct Finding: Sendable, Hashable {
  /// What a location has to do with the finding.
  public enum Role: String, Sendable, Hashable {
    case claim, fact, related
  }

  /// A place with its role.
  public struct Place: Sendable, Hashable {
    /// What the place has to do with the finding.
    public let role: Role
    /// Where.
    public let location: Location
    public init(_ role: Role, _ location: Location) {
      self.role = role
      self.location = location
    }
  }

  /// Rule id (`claim/maintainer-count`).
  public var rule: RuleID
  /// How much it weighs.
  public var severity: Severity
  /// How sure it is.
  public var confidence = Confidence.high
  /// How the claim turned out, for findings about claims.
  public var claim: ClaimStatus?
  /// The criterion it is about.
  public var criterion: CriterionID?
  /// One line that names the value.
  public var message: String
  /// Claim first, then facts; never empty.
  public var places: [Place]
  /// What the document says.
  public var expected: String?
  /// What the data says.
  public var actual: String?
  /// Why it matters.
  public var why: String
  /// What to do.
  public var fix: String
  /// Ways to mend it that are known to the character.
  public var solutions: [Solution] = []
  /// Stable name of this finding: survives reordering and rewrapping of the documents.
  public var fingerprint: String
  /// The waiver in force for it; a waived finding is shown apart and fails no build.
  public var waiver: Waiver?

  /// The first way to mend it that is made without a person; nil where it is waived.
  public var correction: Solution? { waiver == nil ? solutions.correction : nil }
}
