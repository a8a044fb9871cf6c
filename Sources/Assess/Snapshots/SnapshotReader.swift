import Criteria
import Diagnostics
import StructuredData

/// Reads saved reports: `report/…` as `sitegen report --format json` writes it, and `snapshot/…`, which has the same
/// members and fewer of them. Members that are not known here are passed over; what is missing is unknown. Rules have
/// the names of today, whatever they were called when the report was saved.
enum SnapshotReader {
  static func read(_ source: SourceText, rules: [Rule] = Rule.all) -> Staged<Snapshot?> {
    func refused(_ node: Node?, _ summary: String, _ help: String) -> Staged<Snapshot?> {
      let place = node?.location(in: source) ?? source.location(line: 1)
      return Staged(nil, [Diagnostic("snapshot/unreadable", .warning, at: place, summary, help: help)])
    }
    let read = YAML.read(source)
    guard let root = read.value else {
      guard let problem = read.diagnostics.last(where: { $0.severity == .error }) else {
        return refused(nil, "the saved report is empty", "save it again with `sitegen report --format snapshot`")
      }
      var diagnostic = Diagnostic(
        "snapshot/unreadable", .warning, at: problem.location, "not a saved report: \(problem.summary)",
        help: "save it again with `sitegen report --format snapshot`")
      diagnostic.notes = problem.notes
      return Staged(nil, [diagnostic])
    }
    let schema = root["schema"]?.string ?? ""
    guard schema.hasPrefix("report/") || schema.hasPrefix("snapshot/") else {
      return refused(
        root["schema"] ?? root, "not a saved report: `schema` is neither report/… nor snapshot/…",
        "save one with `sitegen report --format snapshot`")
    }
    guard let day = root["as_of"]?.date else {
      return refused(
        root["as_of"] ?? root, "the saved report does not say of which day it is", "add `as_of` with a day, YYYY-MM-DD")
    }
    guard let communities = root["communities"], communities.isSequence else {
      return refused(
        root["communities"] ?? root, "the saved report has no list of communities",
        "save it again with `sitegen report --format snapshot`")
    }
    let summaries = communities.elements.compactMap { node -> AssessmentSummary? in
      guard let id = node["id"]?.string else { return nil }
      return summary(of: id, node, root, source, day, rules)
    }
    return Staged(Snapshot(path: source.path, asOf: day, communities: summaries))
  }

  private static func summary(
    of id: String, _ node: Node, _ root: Node, _ source: SourceText, _ day: CalendarDate, _ known: [Rule]
  ) -> AssessmentSummary {
    let set = node["criteria_set"]
    let application = node["application"]?.string
    let hasApplication = set?["has_application"]?.bool
    let criteria = node["criteria"].flatMap { list in
      list.isSequence ? list.elements.compactMap { criterion($0, isFirst: true) } : nil
    }
    let others = node["other_models"].elements.flatMap { model in
      model["criteria"].elements.compactMap { criterion($0, isFirst: false) }
    }
    let findings = node["findings"].flatMap { list in
      list.isSequence ? list.elements.compactMap { finding($0, application, known) } : nil
    }
    let waivers = node["waivers"].flatMap { list in
      list.isSequence ? list.elements.compactMap { waiver($0, known) } : nil
    }
    let rules = root["rules"].flatMap { $0.isSequence ? $0.strings : nil }?.map {
      Rule.currentID(RuleID(rawValue: $0), among: known).rawValue
    }
    return AssessmentSummary(
      id: id, name: node["name"]?.string ?? id, asOf: day, path: source.path, note: root["note"]?.string,
      version: root["version"]?.string, rules: rules, model: set?["model"]?.string, level: node["level"]?.string,
      revision: set?["revision"]?.string, currentRevision: set?["current_revision"]?.string,
      hasApplication: hasApplication,
      required: node["totals"]?["required"]?.int ?? criteria.flatMap { sum($0, \.isCounted) },
      open: node["totals"]?["open"]?.int ?? criteria.flatMap { sum($0, \.isOpen) },
      criteria: criteria.map { $0 + others }, findings: findings, waivers: waivers)
  }

  /// How many are so; nil when one does not say.
  private static func sum(
    _ criteria: [AssessmentSummary.Criterion], _ answer: (AssessmentSummary.Criterion) -> Bool?
  ) -> Int? {
    let answers = criteria.compactMap(answer)
    return answers.count == criteria.count ? answers.count { $0 } : nil
  }

  private static func criterion(_ node: Node, isFirst: Bool) -> AssessmentSummary.Criterion? {
    guard let id = node["id"]?.string else { return nil }
    let verdict = node["verdict"]?.string.flatMap(Verdict.init(rawValue:))
    let isAsked = verdict.map { $0 != .retired && $0 != .notYetAsked }
    let isRequired = node["requirement"]?.string.map { $0 == RequirementKind.required.rawValue }
    let isNested = node["parent"]?.string != nil
    return AssessmentSummary.Criterion(
      id: CriterionID(rawValue: id), verdict: verdict,
      isCounted: isNested || !isFirst ? false : isAsked.flatMap { isAsked in isRequired.map { $0 && isAsked } },
      isOpen: node["counts_as_open"]?.bool, isPart: isNested)
  }

  private static func finding(_ node: Node, _ application: String?, _ rules: [Rule]) -> AssessmentSummary.Finding? {
    guard let fingerprint = node["fingerprint"]?.string, let rule = node["rule"]?.string else { return nil }
    let status = node["claim"]?.string.flatMap(ClaimStatus.init(rawValue:))
    let place = node["locations"]?.elements.first
    let location = place?["path"]?.string.map {
      Location(path: $0, line: max(1, place?["line"]?.int ?? 1), excerpt: place?["excerpt"]?.string ?? "")
    }
    return AssessmentSummary.Finding(
      fingerprint: fingerprint, rule: Rule.currentID(RuleID(rawValue: rule), among: rules),
      severity: node["severity"]?.string.flatMap(Severity.init(rawValue:)),
      criterion: node["criterion"]?.string.map(CriterionID.init(rawValue:)),
      message: node["message"]?.string ?? rule, location: location, isWaived: node["waived_until"]?.string != nil,
      isCorrection: status?.isWrong == true && location != nil && location?.path == application)
  }

  private static func waiver(_ node: Node, _ rules: [Rule]) -> AssessmentSummary.Waiver? {
    let rule = node["rule"]?.string.map { Rule.currentID(RuleID(rawValue: $0), among: rules).rawValue }
    guard let target = node["criterion"]?.string ?? rule, let isLive = node["in_force"]?.bool else {
      return nil
    }
    return AssessmentSummary.Waiver(
      target: target, scope: node["scope"]?.string, reason: node["reason"]?.string ?? "",
      expires: node["expires"]?.date, isLive: isLive)
  }
}
