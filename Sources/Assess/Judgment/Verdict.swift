/// The judgement on one criterion for one community. See the table in `Verdict.decide`.
///
/// The order of the cases is the order in which every report goes through verdicts: what needs doing first.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
  case contradicted
  case claimable
  case open
  case missing
  case unsupported
  case stale
  case needsReview = "needs-review"
  case unknown
  case awaited
  case met
  case waived
  case notApplicable = "not-applicable"
  case notYetAsked = "not-yet-asked"
  case retired

  /// The order for one model. Where nobody has applied, nothing can be ticked: what was found is listed last, where
  /// what is met is listed otherwise.
  public static func ordered(hasApplication: Bool) -> [Verdict] {
    hasApplication ? allCases : allCases.filter { $0 != .claimable } + [.claimable]
  }

  /// Whether a required criterion with this verdict counts as open.
  public var countsAsOpen: Bool {
    switch self {
    case .contradicted, .claimable, .open, .missing, .unsupported: true
    default: false
    }
  }
}

/// What a document asserts about a criterion.
public enum Assertion: String, Sendable, Hashable, CaseIterable {
  case checked, unchecked
  /// Stated without a box.
  case stated
  case absent
}

/// What the document offers as evidence.
public enum EvidenceState: String, Sendable, Hashable, CaseIterable {
  case answered
  /// An issue reference, a section note, a numbered list keyed to nested boxes, the item's own date.
  case elsewhere
  case templateOnly = "template_only"
  case todo, placeholder, empty
  /// A scrape lost the links.
  case unreadable
}

/// What the data says.
public enum Verification: String, Sendable, Hashable, CaseIterable {
  case supported, failed, stale, unknown
  /// For a person to decide.
  case person
}

/// What became of a claim held against the data.
public enum ClaimStatus: String, Sendable, Hashable, CaseIterable {
  case holds
  /// Differs now but held at the document's date, or its own date is older than the limit.
  case outdated
  /// Differs; the document is older than the data and no history tells whether it ever held.
  case differs
  /// Same date, or inside one document.
  case contradicted
  case unknown

  /// Whether the claim has to be corrected.
  var isWrong: Bool { self == .outdated || self == .differs || self == .contradicted }
}
