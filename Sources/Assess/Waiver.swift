public import Criteria
public import Diagnostics
public import StructuredData

/// A dated, reasoned, expiring decision to accept a gap or a finding.
public struct Waiver: Sendable, Hashable {
  /// Id of the community it is for; nil when it is for all.
  var community: String?
  /// Criterion it is for; nil when it is for a rule.
  public var criterion: CriterionID?
  /// Rule it is for; nil when it is for a criterion.
  public var rule: RuleID?
  /// Path or fingerprint it is limited to.
  public var scope: String?
  /// Why the gap is accepted.
  public var reason: String
  /// Who answers for it.
  public var owner: String?
  /// Who approved it.
  public var approver: String?
  /// First day.
  public var created: CalendarDate?
  /// Last day it is in force.
  public var expires: CalendarDate
  /// Its entry.
  public var location: Location

  /// The criterion or the rule it is for, as written.
  var name: String { criterion?.rawValue ?? rule?.rawValue ?? "" }

  /// Whether it is in force on a day: from `created` through `expires`.
  public func isLive(on day: CalendarDate) -> Bool { day <= expires && (created.map { $0 <= day } ?? true) }
}
