import StructuredData

/// What reports of a community said, day by day.
public struct AssessmentHistory: Sendable {
  /// Saved reports, oldest first, and today's as the last one.
  public var points: [AssessmentSummary]
  /// What changed from each report to the next: one less than there are points.
  public var steps: [AssessmentComparison]
  /// What changed since the report that was named, else since the newest one; nil without a saved report.
  public var since: AssessmentComparison?

  /// Whether there is anything earlier than today.
  public var isEmpty: Bool { steps.isEmpty }

  /// A history without saved reports.
  static let none = AssessmentHistory(points: [], steps: [], since: nil)
}

extension AssessmentHistory {
  /// The history of a community; `day` names the saved report that changes are told against.
  init(_ snapshots: [Snapshot], _ today: AssessmentSummary, isOnly: Bool, since day: CalendarDate?) {
    let saved = snapshots.compactMap { $0.summary(of: today.id, isOnly: isOnly) }
    points = saved + [today]
    steps = zip(points, points.dropFirst()).map { AssessmentComparison.between(old: $0, new: $1) }
    let chosen = day.map { day in saved.last { $0.asOf == day } } ?? saved.last
    since = chosen.map { AssessmentComparison.between(old: $0, new: today) }
  }
}
