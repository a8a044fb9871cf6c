/// The judgement on one criterion for one community. See the table in `Verdict.decide`.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
  case notApplicable = "not-applicable"
  case waived
  case retired
  case notYetAsked = "not-yet-asked"
  case awaited
  case contradicted
  case claimable
  case open
  case missing
  case unsupported
  case unknown
  case stale
  case met
  case needsReview = "needs-review"

  /// Whether a required criterion with this verdict counts as open.
  public var countsAsOpen: Bool {
    switch self {
    case .contradicted, .claimable, .open, .missing, .unsupported: true
    default: false
    }
  }

  /// The words pages use for it.
  public var label: String {
    switch self {
    case .notApplicable: "not applicable"
    case .waived: "waived"
    case .retired: "no longer asked"
    case .notYetAsked: "asked since"
    case .awaited: "waits for the foundation"
    case .contradicted: "the data says no"
    case .claimable: "ready to tick"
    case .open: "open"
    case .missing: "not in the document"
    case .unsupported: "ticked, nothing found"
    case .unknown: "cannot be seen from here"
    case .stale: "out of date"
    case .met: "met"
    case .needsReview: "for the reviewer"
    }
  }
}

extension Verdict {
  /// The words for it, where there is an application and where there is none.
  public func label(hasApplication: Bool) -> String {
    if hasApplication { return label }
    switch self {
    case .claimable, .met: return "found"
    case .missing, .open, .contradicted, .unsupported: return "not found"
    case .needsReview: return "for a person"
    default: return label
    }
  }
}

extension ModelAssessment {
  /// The words for a verdict in this model: without an application nothing is asserted, so nothing fails, and the words
  /// are those of readiness.
  public func label(of verdict: Verdict) -> String { verdict.label(hasApplication: hasApplication) }
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
}
