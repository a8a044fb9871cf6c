import Assess
import Criteria
import Diagnostics
import Templates

/// What earlier reports said of a community, as templates see it. Every number carries the page or the saved report it
/// comes from.
struct HistoryValues: Sendable {
  let folder: String
  let model: ModelAssessment?
  let criteria: CriterionPages
  /// Pages of today's findings by fingerprint.
  let findingPages: [String: String]

  /// The page of a community's history.
  static func page(folder: String) -> String { "\(folder)/history/index.html" }

  /// Where a saved report is published.
  static func file(_ path: String) -> String { "snapshots/\(Route.segments(of: path))" }

  /// The history; none without saved reports.
  func value(_ history: AssessmentHistory) -> Value {
    guard !history.isEmpty else { return .none }
    return Self.record.value(history, self)
  }

  private static let record = Record<AssessmentHistory, HistoryValues> {
    $0.value("page") { .string(page(folder: $1.folder)) }
    $0.value("points") { history, values in
      point.list(
        history.points.enumerated().map { index, summary in
          Point(summary: summary, breaks: index == 0 ? [] : history.steps[index - 1].breaks)
        }, values)
    }
    $0.value("steps") { comparison.list($0.numberedSteps.reversed(), $1) }
    $0.value("criteria") { .list($1.changedCriteria($0)) }
    $0.value("since") { history, values in
      // Told against the newest report, the changes since are the last step.
      let last = history.since.flatMap { since in history.points.firstIndex(of: since.old) }
      let told =
        last == history.points.count - 2
        ? history.numberedSteps.last : history.since.map { (comparison: $0, number: 0) }
      return told.map { comparison.value($0, values) } ?? .none
    }
    $0.value("trend") { $1.trend($0) }
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
        return Self.verdict.value((point, verdict), self)
      })
  }

  private func value(_ verdict: Verdict?) -> Value {
    guard let verdict else { return .none }
    return model.map { verdict.value(in: $0) } ?? verdict.value
  }

  private func source(of point: AssessmentSummary) -> String {
    point.path.map(Self.file) ?? "\(folder)/gap-report/index.html"
  }

  private static let verdict = Record<(point: AssessmentSummary, verdict: Verdict?), HistoryValues> {
    $0.text("date") { $0.point.asOf.description }
    $0.value("verdict") { $1.value($0.verdict) }
    $0.value("source") { .string($1.source(of: $0.point)) }
  }

  /// A report with what keeps its numbers from being held against those of the report before.
  private struct Point {
    let summary: AssessmentSummary
    var breaks: [ComparisonBreak] = []
  }

  private static let point = Record<Point, HistoryValues> {
    $0.text("date") { $0.summary.asOf.description }
    $0.value("source") { .string($1.source(of: $0.summary)) }
    $0.text("name") { $0.summary.path }
    $0.text("note") { $0.summary.note }
    $0.flag("is_today") { $0.summary.path == nil }
    $0.flag("has_application") { $0.summary.hasApplication != false }
    $0.number("required") { $0.summary.required }
    $0.number("open") { $0.summary.open }
    $0.number("corrections") { $0.summary.corrections?.count }
    $0.value("counts") { point, values in
      count.list(
        Verdict.allCases.compactMap { verdict in
          point.summary.count(verdict).flatMap { $0 > 0 ? (verdict: verdict, count: $0) : nil }
        }, values)
    }
    $0.texts("breaks") { $0.breaks.map(\.words) }
  }

  private static let count = Record<(verdict: Verdict, count: Int), HistoryValues> {
    $0.value("verdict") { $1.value($0.verdict) }
    $0.number("count") { $0.count }
  }

  /// Criteria whose verdict is not the same in all reports, one verdict for each report.
  private func changedCriteria(_ history: AssessmentHistory) -> [Value] {
    let known = history.points.filter { $0.criteria != nil }
    let ids = known.reversed().flatMap { ($0.criteria ?? []).map(\.id) }
    return ids.uniqued().compactMap { id -> Value? in
      let all = history.points.map { point in point.criteria?.first { $0.id == id }?.verdict }
      let said = known.map { point in point.criteria?.first { $0.id == id }?.verdict }
      // With `? :` a nil would be the value none of templates.
      guard Set(said).count > 1 else { return nil }
      return Self.row.value((id, all), self)
    }
  }

  private static let row = Record<(id: CriterionID, verdicts: [Verdict?]), HistoryValues> {
    $0.text("id") { $0.id.rawValue }
    $0.value("page") { $1.criteria.page($0.id) }
    $0.value("verdicts") { row, values in .list(row.verdicts.map(values.value)) }
  }

  private typealias Step = (comparison: AssessmentComparison, number: Int)

  /// One step has number 0 and an anchor of its own: that since a report which is not the newest.
  private static let comparison = Record<Step, HistoryValues> {
    $0.value("from") { point.value(Point(summary: $0.comparison.old), $1) }
    $0.value("to") { point.value(Point(summary: $0.comparison.new), $1) }
    $0.value("page") { .string("\(page(folder: $1.folder))#\(anchor($0.number))") }
    $0.texts("breaks") { $0.comparison.breaks.map(\.words) }
    $0.value("kinds") { step, values in
      let kinds = VerdictChange.Kind.allCases.map { (kind: $0, changes: step.comparison.verdicts($0)) }
      return kind.list(kinds.filter { !$0.changes.isEmpty }, values)
    }
    $0.value("corrections_made") { finding.list($0.comparison.correctionsMade, $1) }
    $0.value("new_findings") { finding.list($0.comparison.newFindings, $1) }
    $0.value("gone_findings") { step, values in
      let made = step.comparison.correctionsMade
      return finding.list(step.comparison.goneFindings.filter { !made.contains($0) }, values)
    }
    $0.value("incomparable_findings") { finding.list($0.comparison.incomparableFindings, $1) }
    $0.value("ended_waivers") { step, _ in waiver.list(step.comparison.endedWaivers) }
    $0.flag("is_empty") { $0.comparison.isEmpty }
    $0.text("anchor") { anchor($0.number) }
  }

  private static func anchor(_ number: Int) -> String { number == 0 ? "Since" : "Step-\(number)" }

  private static let kind = Record<(kind: VerdictChange.Kind, changes: [VerdictChange]), HistoryValues> {
    $0.text("kind") { $0.kind.rawValue }
    $0.text("label") { $0.kind.label }
    $0.value("changes") { change.list($0.changes, $1) }
  }

  private static let change = Record<VerdictChange, HistoryValues> {
    $0.text("criterion") { $0.criterion.rawValue }
    $0.value("page") { $1.criteria.page($0.criterion) }
    $0.value("before") { $1.value($0.before) }
    $0.value("after") { $1.value($0.after) }
    $0.flag("is_counted") { $0.isCounted }
  }

  private static let finding = Record<AssessmentSummary.Finding, HistoryValues> {
    $0.text("rule") { $0.rule.rawValue }
    $0.text("rule_page") {
      Rule.named($0.rule.rawValue) == nil ? nil : FindingValues.page(ofRule: $0.rule)
    }
    $0.text("severity") { $0.severity?.rawValue }
    $0.text("message") { $0.message }
    $0.value("page") { .optional($1.findingPages[$0.fingerprint]) }
    $0.text("place") { finding in finding.location.map { "\($0.path):\($0.line)" } }
  }

  private static let waiver = Record<AssessmentSummary.Waiver, Void> {
    $0.text("target") { $0.target }
    $0.text("reason") { $0.reason }
    $0.text("expires") { $0.expires?.description }
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
    return Self.trendRecord.value((places, open, history.since?.old.open), self)
  }

  private static let trendRecord = Record<(places: [(x: Int, y: Int)], open: Int, before: Int?), HistoryValues> {
    $0.text("points") { $0.places.map { "\($0.x),\($0.y)" }.joined(separator: " ") }
    $0.number("open") { $0.open }
    $0.number("before") { $0.before }
    $0.number("last_x") { $0.places.last?.x ?? 0 }
    $0.number("last_y") { $0.places.last?.y ?? 0 }
    $0.value("page") { .string(page(folder: $1.folder)) }
  }
}

extension AssessmentHistory {
  /// Steps with their numbers, from 1.
  fileprivate var numberedSteps: [(comparison: AssessmentComparison, number: Int)] {
    steps.enumerated().map { (comparison: $1, number: $0 + 1) }
  }
}
