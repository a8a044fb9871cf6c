public import Criteria
public import Diagnostics
public import Intake
public import StructuredData

/// What a declared check found.
public struct CheckResult: Sendable, Hashable {
  /// Name of the check.
  public var id: String
  /// Whether it holds; nil when what it needs was not read.
  public var holds: Bool?
  /// Whether it fails: on complete data the opposite is shown. A check that neither holds nor fails is for a person.
  var fails = false
  /// In words.
  public var because: String
  /// The rows, documents and links it rests on.
  public var cites: [Location]
  /// Whether it decides the criterion.
  public var decides: Bool
  /// Whether it is enough to say *found* where nothing is asserted.
  var shows = false
  /// Whether other data speaks against it: `unless` holds.
  var isDisputed = false
}

/// One criterion for one community: three observations and one verdict.
public struct CriterionAssessment: Sendable, Hashable {
  /// The criterion.
  public var criterion: Criterion {
    _read { yield boxed.criterion }
    set { boxed = Boxed(criterion: newValue, item: boxed.item) }
  }
  /// How it is asked for at the level applied for.
  public var requirement: RequirementKind
  /// What the document asserts.
  public var assertion: Assertion
  /// What the document offers.
  public var evidence: EvidenceState
  /// What the data says.
  public var verification: Verification
  /// The judgement.
  public var verdict: Verdict
  /// The judgement a waiver replaced.
  public var waivedVerdict: Verdict?
  /// The waiver in force.
  public var waiver: Waiver?
  /// The document's item, if any.
  public var item: ChecklistItem? {
    _read { yield boxed.item }
    set { boxed = Boxed(criterion: boxed.criterion, item: newValue) }
  }
  /// Nested boxes of the item.
  public var children: [ChecklistItem]
  /// Why the verdict is what it is, in words.
  public var because: [String]
  /// What the verdict rests on.
  public var cites: [Location]
  /// Documents that could serve as evidence, with the reason.
  public var candidates: [Finding.Place]
  /// Results of its checks.
  public var checks: [CheckResult]
  /// Whether a document applies; without one nothing counts as open.
  var hasApplication = true
  /// The newest review of it, with what changed since; it changes no verdict.
  public var review: CriterionReview?
  private var boxed: Boxed

  /// What is largest of it, behind one reference: assessments are sorted into many lists.
  private final class Boxed: Sendable, Hashable {
    let criterion: Criterion
    let item: ChecklistItem?

    init(criterion: Criterion, item: ChecklistItem?) {
      self.criterion = criterion
      self.item = item
    }

    static func == (a: Boxed, b: Boxed) -> Bool { a === b || (a.criterion == b.criterion && a.item == b.item) }
    func hash(into hasher: inout Hasher) {
      hasher.combine(criterion)
      hasher.combine(item)
    }
  }

  /// Whether it is left to a reviewer who has looked at it as it stands.
  public var isReviewed: Bool { verdict == .needsReview && review?.isSuspect == false }

  /// Whether it is one of the criteria that are counted: required, not nested, asked by the document's form and still.
  public var isCounted: Bool {
    requirement == .required && criterion.parent == nil && verdict != .retired && verdict != .notYetAsked
  }

  /// Whether it counts as open.
  public var isOpen: Bool { isCounted && hasApplication && verdict.countsAsOpen }

  /// Whether it is open; without an application, whether its check fails.
  public var isFailing: Bool { isOpen || isCounted && verdict == .missing && verification == .failed }

  init(
    criterion: Criterion, requirement: RequirementKind, assertion: Assertion, evidence: EvidenceState,
    verification: Verification, verdict: Verdict, item: ChecklistItem? = nil, children: [ChecklistItem] = [],
    because: [String] = [], cites: [Location] = [], candidates: [Finding.Place] = [], checks: [CheckResult] = []
  ) {
    boxed = Boxed(criterion: criterion, item: item)
    self.requirement = requirement
    self.assertion = assertion
    self.evidence = evidence
    self.verification = verification
    self.verdict = verdict
    self.children = children
    self.because = because
    self.cites = cites
    self.candidates = candidates
    self.checks = checks
  }
}

/// A community judged by one criteria set.
public struct ModelAssessment: Sendable {
  /// The criteria set.
  public var criteriaSet: CriteriaSet
  /// Level the criteria were asked at; nil for a model without levels.
  public var level: MaturityLevel?
  /// Whether nothing said which level that is, so that the highest one was taken.
  public var assumesLevel = false
  /// Revision the document was matched with; nil without an application.
  public var matchedRevision: CriteriaRevision?
  /// Revision in force on the day of assessment.
  public var currentRevision: CriteriaRevision?
  /// Whether there is an application; without one, criteria are shown as readiness and nothing is failing.
  public var hasApplication: Bool
  /// Title of a document that calls itself an application and follows no known form, so that nothing in it answers.
  public var formless: Location?
  /// One for each criterion of the set that was ever asked at the level, in the order of the form.
  public var criteria: [CriterionAssessment]
}

extension ModelAssessment {
  /// Criteria that are counted: what the level requires by the document's form.
  public var counted: [CriterionAssessment] { criteria.filter(\.isCounted) }

  /// Counted criteria that are open.
  public var open: [CriterionAssessment] { criteria.filter(\.isOpen) }
}

/// Everything that was judged about a community.
public struct Assessment: Sendable {
  /// The community.
  public var community: Community {
    didSet { view = CommunityView(community, asOf: asOf) }
  }
  /// What its files say together.
  public private(set) var view: CommunityView
  /// Day of assessment.
  public var asOf: CalendarDate
  /// One for each criteria set it is judged by; the first is the one it applies under.
  public var models: [ModelAssessment]
  /// Findings, sorted by severity (worst first), then rule, then place.
  public var findings: [Finding]
  /// All waivers that concern it, in force or expired.
  public var waivers: [Waiver]
  /// What changed between versions of its due-diligence documents, oldest pair first.
  public var changes: [DocumentChanges]
  /// Claims of the application that the data bears out, by their place.
  public var confirmed: [ConfirmedClaim] = []
  /// Paths of due-diligence documents whose question was answered: what they say is of their own day.
  public var decided: Set<String> = []
  /// What earlier reports said, and what changed since.
  public var history = AssessmentHistory.none

  /// Whether a finding is a claim of the document that applies which does not hold.
  public func isCorrection(_ finding: Finding) -> Bool {
    guard let path = community.application, finding.claim?.isWrong == true, !decided.contains(path) else {
      return false
    }
    return finding.places.first?.location.path == path
  }

  init(
    community: Community, asOf: CalendarDate, models: [ModelAssessment], findings: [Finding], waivers: [Waiver] = [],
    changes: [DocumentChanges] = [], view: CommunityView? = nil
  ) {
    self.community = community
    self.view = view ?? CommunityView(community, asOf: asOf)
    self.asOf = asOf
    self.models = models
    self.findings = findings
    self.waivers = waivers
    self.changes = changes
  }
}
