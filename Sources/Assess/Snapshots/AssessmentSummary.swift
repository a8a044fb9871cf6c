public import Criteria
public import Diagnostics
public import StructuredData

/// What a report says of one community, as far as reports are compared: today's, or one saved earlier. What a report
/// does not say is nil, never zero.
public struct AssessmentSummary: Sendable, Hashable {
  /// A criterion with its verdict.
  public struct Criterion: Sendable, Hashable {
    /// The criterion.
    public var id: CriterionID
    /// The judgement; nil when the report has none that is known here.
    public var verdict: Verdict?
    /// Whether it is among the required criteria that are counted: those of the set it applies under.
    var isCounted: Bool?
    var isOpen: Bool?
    /// Whether it is nested in another.
    var isPart = false
  }

  /// A finding.
  public struct Finding: Sendable, Hashable {
    /// Stable name.
    public var fingerprint: String
    /// Rule id.
    public var rule: RuleID
    /// How much it weighs.
    public var severity: Severity?
    /// The criterion it speaks of.
    public var criterion: CriterionID?
    /// One line that names the value.
    public var message: String
    /// Its first place in the report.
    public var location: Location?
    /// Whether a waiver was in force for it.
    public var isWaived: Bool
    /// Whether it is a statement of the application to be corrected.
    public var isCorrection: Bool
  }

  /// A waiver.
  public struct Waiver: Sendable, Hashable {
    /// The criterion or the rule it is for.
    public var target: String
    /// Path or fingerprint it is limited to.
    public var scope: String?
    /// Why the gap is accepted.
    public var reason: String
    /// Last day.
    public var expires: CalendarDate?
    /// Whether it was in force.
    public var isLive: Bool
  }

  /// Id of the community.
  public var id: String
  /// Its name for people.
  public var name: String
  /// Day of assessment.
  public var asOf: CalendarDate
  /// The saved report; nil for today's.
  public var path: String?
  /// What whoever saved the report wrote about it.
  public var note: String?
  /// Version of the tool.
  public var version: String?
  /// Rules that were run.
  public var rules: [String]?
  /// Id of the criteria set it was judged by.
  var model: String?
  /// Level the criteria were asked at.
  var level: String?
  /// Day of the revision by which was judged.
  var revision: String?
  /// Day of the revision in force.
  var currentRevision: String?
  /// Whether there was an application.
  public var hasApplication: Bool?
  /// Criteria that are counted.
  public var required: Int?
  /// Counted criteria that were open.
  public var open: Int?
  /// Criteria of all sets, in the order of the forms.
  public var criteria: [Criterion]?
  /// Findings, in the order of the report.
  public var findings: [Finding]?
  /// Waivers, in the order of the report.
  public var waivers: [Waiver]?

  /// Findings that are corrections to make, waived ones left out.
  public var corrections: [Finding]? { findings?.filter { $0.isCorrection && !$0.isWaived } }

  /// How many counted criteria had a verdict; nil when the report does not say which are counted.
  public func count(_ verdict: Verdict) -> Int? {
    guard let criteria, criteria.allSatisfy({ $0.isCounted != nil && $0.verdict != nil }) else { return nil }
    return criteria.count { $0.isCounted == true && $0.verdict == verdict }
  }
}

extension AssessmentSummary {
  /// What an assessment says, as the report of this run would.
  public init(_ assessment: Assessment, version: String? = nil) {
    let model = assessment.models.first
    id = assessment.community.id
    name = assessment.community.name
    asOf = assessment.asOf
    self.version = version
    rules = Rule.all.map(\.id).sorted().map(\.rawValue)
    self.model = model?.criteriaSet.model
    level = model?.level?.rawValue
    revision = (model?.matchedRevision ?? model?.currentRevision)?.date.description
    currentRevision = model?.currentRevision?.date.description
    hasApplication = model?.hasApplication
    required = model?.counted.count ?? 0
    open = model?.open.count ?? 0
    criteria = assessment.models.enumerated().flatMap { index, model in
      model.criteria.map {
        Criterion(
          id: $0.criterion.id, verdict: $0.verdict, isCounted: index == 0 && $0.isCounted, isOpen: $0.isOpen,
          isPart: $0.criterion.parent != nil)
      }
    }
    findings = assessment.findings.map { finding in
      Finding(
        fingerprint: finding.fingerprint, rule: finding.rule, severity: finding.severity,
        criterion: finding.criterion, message: finding.message, location: finding.places.first?.location,
        isWaived: finding.waiver != nil, isCorrection: assessment.isCorrection(finding))
    }
    waivers = assessment.waivers.map {
      Waiver(
        target: $0.criterion?.rawValue ?? $0.rule?.rawValue ?? "", scope: $0.scope, reason: $0.reason,
        expires: $0.expires, isLive: $0.isLive(on: assessment.asOf))
    }
  }
}
