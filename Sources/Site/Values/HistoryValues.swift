import Assess
import Criteria
import Diagnostics
import Templates

/// What earlier reports said of a community, as templates see it. Every number carries the page or the saved report it
/// comes from.
struct HistoryValues: Sendable {
  private static let shape = RecordShape(keys: ["page", "points", "steps", "criteria", "since", "trend"])
  private static let pointShape = RecordShape(keys: [
    "date", "source", "name", "note", "is_today", "has_application", "required", "open", "corrections", "counts",
    "breaks",
  ])
  private static let countShape = RecordShape(keys: ["verdict", "count"])
  private static let rowShape = RecordShape(keys: ["id", "page", "verdicts"])
  private static let comparisonShape = RecordShape(keys: [
    "from", "to", "page", "breaks", "kinds", "corrections_made", "new_findings", "gone_findings",
    "incomparable_findings", "ended_waivers", "is_empty", "anchor",
  ])
  private static let kindShape = RecordShape(keys: ["kind", "label", "changes"])
  private static let changeShape = RecordShape(keys: ["criterion", "page", "before", "after", "is_counted"])
  private static let findingShape = RecordShape(keys: ["rule", "rule_page", "severity", "message", "page", "place"])
  private static let waiverShape = RecordShape(keys: ["target", "reason", "expires"])
  private static let trendShape = RecordShape(keys: ["points", "open", "before", "last_x", "last_y", "page"])
  private static let verdictShape = RecordShape(keys: ["date", "verdict", "source"])

  let folder: String
  let model: ModelAssessment?
  /// Criteria that have a page.
  let verdicts: [CriterionID: Verdict]
  /// Pages of today's findings by fingerprint.
  let findingPages: [String: String]

  /// The page of a community's history.
  static func page(folder: String) -> String { "\(folder)/history/index.html" }

  /// Where a saved report is published.
  static func file(_ path: String) -> String { "snapshots/\(Route.segments(of: path))" }

  /// The history; none without saved reports.
  func value(_ history: AssessmentHistory) -> Value {
    guard !history.isEmpty else { return .none }
    let steps = history.steps.enumerated().map { comparison($1, number: $0 + 1) }
    let last = history.since.flatMap { since in history.points.firstIndex(of: since.old) }
    // Told against the newest report, the changes since are the last step.
    let since: Value =
      last == history.points.count - 2
      ? steps.last ?? .none : history.since.map { comparison($0, number: 0) } ?? .none
    return .record(
      Self.shape,
      [
        .string(Self.page(folder: folder)), .list(history.points.indices.map { point(history, $0) }),
        .list(steps.reversed()), .list(changedCriteria(history)), since, trend(history),
      ])
  }

  /// The verdicts of one criterion: the first, and each that differs from the one before.
  func verdicts(of id: CriterionID, in history: AssessmentHistory) -> Value {
    guard !history.isEmpty else { return .list([]) }
    var previous: Verdict??
    return .list(
      history.points.compactMap { point -> Value? in
        guard let criteria = point.criteria else { return nil }
        let verdict = criteria.first { $0.id == id }?.verdict
        defer { previous = .some(verdict) }
        if let previous, previous == verdict { return nil }
        return .record(
          Self.verdictShape, [.string(point.asOf.description), value(verdict), .string(source(of: point))])
      })
  }

  private func value(_ verdict: Verdict?) -> Value {
    guard let verdict else { return .none }
    return model.map { verdict.value(in: $0) } ?? verdict.value
  }

  private func source(of point: AssessmentSummary) -> String {
    point.path.map(Self.file) ?? "\(folder)/gap-report/index.html"
  }

  private func point(_ history: AssessmentHistory, _ index: Int) -> Value {
    let point = history.points[index]
    let breaks = index == 0 ? [] : history.steps[index - 1].breaks
    let counts = Verdict.allCases.compactMap { verdict -> Value? in
      guard let count = point.count(verdict), count > 0 else { return nil }
      return .record(Self.countShape, [value(verdict), .int(count)])
    }
    return .record(
      Self.pointShape,
      [
        .string(point.asOf.description), .string(source(of: point)), .optional(point.path), .optional(point.note),
        .bool(point.path == nil), .bool(point.hasApplication != false), .optional(point.required),
        .optional(point.open), .optional(point.corrections?.count), .list(counts),
        .list(breaks.map { .string($0.words) }),
      ])
  }

  /// Criteria whose verdict is not the same in all reports, one verdict for each report.
  private func changedCriteria(_ history: AssessmentHistory) -> [Value] {
    let known = history.points.filter { $0.criteria != nil }
    let ids = known.reversed().flatMap { ($0.criteria ?? []).map(\.id) }
    var seen: Set<CriterionID> = []
    return ids.filter { seen.insert($0).inserted }.compactMap { id in
      let all = history.points.map { point in point.criteria?.first { $0.id == id }?.verdict }
      let said = known.map { point in point.criteria?.first { $0.id == id }?.verdict }
      guard Set(said).count > 1 else { return nil }
      return .record(Self.rowShape, [.string(id.rawValue), page(of: id), .list(all.map(value))])
    }
  }

  private func page(of id: CriterionID) -> Value {
    .optional(verdicts[id] == nil ? nil : CriterionValues.page(id, folder: folder))
  }

  private func comparison(_ comparison: AssessmentComparison, number: Int) -> Value {
    let made = comparison.correctionsMade
    let kinds = VerdictChange.Kind.allCases.compactMap { kind -> Value? in
      let changes = comparison.verdicts(kind)
      guard !changes.isEmpty else { return nil }
      return .record(Self.kindShape, [.string(kind.rawValue), .string(kind.label), .list(changes.map(change))])
    }
    func end(_ point: AssessmentSummary) -> Value {
      .record(
        Self.pointShape,
        [
          .string(point.asOf.description), .string(source(of: point)), .optional(point.path), .optional(point.note),
          .bool(point.path == nil), .bool(point.hasApplication != false), .optional(point.required),
          .optional(point.open), .optional(point.corrections?.count), .list([]), .list([]),
        ])
    }
    let anchor = number == 0 ? "Since" : "Step-\(number)"
    return .record(
      Self.comparisonShape,
      [
        end(comparison.old), end(comparison.new), .string("\(Self.page(folder: folder))#\(anchor)"),
        .list(comparison.breaks.map { .string($0.words) }), .list(kinds), .list(made.map(finding)),
        .list(comparison.newFindings.map(finding)),
        .list(comparison.goneFindings.filter { !made.contains($0) }.map(finding)),
        .list(comparison.incomparableFindings.map(finding)), .list(comparison.endedWaivers.map(waiver)),
        .bool(comparison.isEmpty), .string(anchor),
      ])
  }

  private func change(_ change: VerdictChange) -> Value {
    .record(
      Self.changeShape,
      [
        .string(change.criterion.rawValue), page(of: change.criterion), value(change.before), value(change.after),
        .bool(change.isCounted),
      ])
  }

  private func finding(_ finding: AssessmentSummary.Finding) -> Value {
    let rule = Rule.named(finding.rule.rawValue) == nil ? nil : FindingValues.page(ofRule: finding.rule)
    return .record(
      Self.findingShape,
      [
        .string(finding.rule.rawValue), .optional(rule), .optional(finding.severity?.rawValue),
        .string(finding.message), .optional(findingPages[finding.fingerprint]),
        .optional(finding.location.map { "\($0.path):\($0.line)" }),
      ])
  }

  private func waiver(_ waiver: AssessmentSummary.Waiver) -> Value {
    .record(
      Self.waiverShape, [.string(waiver.target), .string(waiver.reason), .optional(waiver.expires?.description)])
  }

  /// Open criteria report by report, as points of a line 60 wide and 14 high; none where they were not counted.
  private func trend(_ history: AssessmentHistory) -> Value {
    let counted = history.points.compactMap { point in point.hasApplication == false ? nil : point.open }
    guard history.points.last?.hasApplication == true, counted.count > 1, let open = counted.last,
      let top = counted.max()
    else { return .none }
    let newest = counted.suffix(12)
    let places = newest.enumerated().map { index, count in
      (x: 2 + index * 56 / (newest.count - 1), y: 12 - count * 10 / max(1, top))
    }
    return .record(
      Self.trendShape,
      [
        .string(places.map { "\($0.x),\($0.y)" }.joined(separator: " ")), .int(open),
        .optional(history.since?.old.open), .int(places.last?.x ?? 0), .int(places.last?.y ?? 0),
        .string(Self.page(folder: folder)),
      ])
  }
}
