public import Criteria
import Diagnostics

/// A criterion whose verdict differs between two reports.
public struct VerdictChange: Sendable, Hashable {
  /// How it differs, in the order in which reports tell it.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Counts as open and did not.
    case newlyOpen = "newly-open"
    /// Met and was not.
    case newlyMet = "newly-met"
    /// Counted as open and does not, without being met.
    case noLongerOpen = "no-longer-open"
    /// Another verdict, open or not as before.
    case changed
    /// Asked for now, and not before.
    case added
    /// Asked for before, and not now.
    case retired

    /// The words for it behind a number.
    public var label: String {
      switch self {
      case .newlyOpen: "newly open"
      case .newlyMet: "newly met"
      case .noLongerOpen: "no longer open"
      case .changed: "with another verdict"
      case .added: Verdict.notYetAsked.label
      case .retired: Verdict.retired.label
      }
    }
  }

  /// How it differs.
  public var kind: Kind
  /// The criterion.
  public var criterion: CriterionID
  /// What the earlier report says; nil when it does not have it.
  public var before: Verdict?
  /// What the later report says; nil when it does not have it.
  public var after: Verdict?
  /// Whether it is among the required criteria that are counted, by the later report that has it.
  public var isCounted: Bool
  /// Whether it is nested in another.
  public var isPart = false
}

/// Why numbers of two reports cannot be held against each other without a word.
public struct ComparisonBreak: Sendable, Hashable {
  /// What is different.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case model, level, revision
    case currentRevision = "current-revision"
    case application, rules, version
  }

  /// What is different.
  public var kind: Kind
  /// What the earlier report says; for rules those that are gone.
  public var before: String
  /// What the later report says; for rules those that are new.
  public var after: String

  /// In words.
  public var words: String {
    switch kind {
    case .model: "judged by another criteria set: \(before) then, \(after) now"
    case .level: "asked at another level: \(before) then, \(after) now"
    case .revision: "judged by another revision of the criteria: \(before) then, \(after) now"
    case .currentRevision: "another revision of the criteria was in force: \(before) then, \(after) now"
    case .application: after == "yes" ? "there is an application now" : "there is no application any more"
    case .rules:
      [after.isEmpty ? nil : "new rules: \(after)", before.isEmpty ? nil : "rules gone: \(before)"].compactMap { $0 }
        .joined(separator: "; ")
    case .version: "another version of sitegen: \(before) then, \(after) now"
    }
  }
}

/// What changed between two reports on one community. It tells of judgements; what changed inside the documents
/// themselves is `DocumentChanges`.
public struct AssessmentComparison: Sendable, Hashable {
  /// The earlier report.
  public var old: AssessmentSummary
  /// The later report.
  public var new: AssessmentSummary
  /// What stands between their numbers.
  public var breaks: [ComparisonBreak]
  /// Criteria, newly open ones first; inside a kind in the order of the form.
  public var verdicts: [VerdictChange]
  /// Findings of the later report alone, in its order.
  public var newFindings: [AssessmentSummary.Finding]
  /// Findings of the earlier report alone, corrections among them, in its order.
  public var goneFindings: [AssessmentSummary.Finding]
  /// Findings that only one of the reports could make, because the other's tool did not have the rule.
  public var incomparableFindings: [AssessmentSummary.Finding]
  /// Waivers that were in force and are not any more, in the order of the earlier report.
  public var endedWaivers: [AssessmentSummary.Waiver]

  /// Findings gone that were statements of the application to be corrected.
  public var correctionsMade: [AssessmentSummary.Finding] { goneFindings.filter { $0.isCorrection && !$0.isWaived } }

  /// Whether nothing is told.
  public var isEmpty: Bool {
    verdicts.isEmpty && newFindings.isEmpty && goneFindings.isEmpty && endedWaivers.isEmpty
  }

  /// Whether the same questions were asked of both: where they were not, what is open no longer is not mended.
  public var asksTheSame: Bool { Self.asksTheSame(breaks) }

  private static func asksTheSame(_ breaks: [ComparisonBreak]) -> Bool {
    !breaks.contains { $0.kind == .model || $0.kind == .level || $0.kind == .application }
  }

  /// Changes of one kind.
  public func verdicts(_ kind: VerdictChange.Kind) -> [VerdictChange] { verdicts.filter { $0.kind == kind } }
}

extension AssessmentComparison {
  /// What changed from one report to a later one; pure, and the same for the same reports. What one of them does not
  /// say is no change.
  public static func between(old: AssessmentSummary, new: AssessmentSummary) -> AssessmentComparison {
    let breaks = breaks(old, new)
    let changes = verdictChanges(old, new, isComparable: asksTheSame(breaks))
    let oldPrints = Set((old.findings ?? []).map(\.fingerprint))
    let newPrints = Set((new.findings ?? []).map(\.fingerprint))
    var onlyNew = old.findings == nil ? [] : (new.findings ?? []).filter { !oldPrints.contains($0.fingerprint) }
    var onlyOld = new.findings == nil ? [] : (old.findings ?? []).filter { !newPrints.contains($0.fingerprint) }
    removeMoved(&onlyOld, &onlyNew)
    func isKnown(_ finding: AssessmentSummary.Finding, _ rules: [String]?) -> Bool {
      rules?.contains(finding.rule.rawValue) ?? true
    }
    let live = (new.waivers ?? []).filter(\.isLive)
    let ended =
      new.waivers == nil
      ? []
      : (old.waivers ?? []).filter { waiver in
        waiver.isLive && !live.contains { $0.target == waiver.target && $0.scope == waiver.scope }
      }
    return AssessmentComparison(
      old: old, new: new, breaks: breaks, verdicts: changes,
      newFindings: onlyNew.filter { isKnown($0, old.rules) }, goneFindings: onlyOld.filter { isKnown($0, new.rules) },
      incomparableFindings: onlyNew.filter { !isKnown($0, old.rules) } + onlyOld.filter { !isKnown($0, new.rules) },
      endedWaivers: ended)
  }

  /// Takes out of both lists what is one finding at another place: by the same rule with the same message, about a line
  /// with the same text or a file that has another name now, or in the same file, where its line was edited in vain.
  private static func removeMoved(
    _ old: inout [AssessmentSummary.Finding], _ new: inout [AssessmentSummary.Finding]
  ) {
    func key(_ finding: AssessmentSummary.Finding) -> String { "\(finding.rule)\u{0}\(finding.message)" }
    func text(_ finding: AssessmentSummary.Finding) -> [Substring] {
      finding.location?.excerpt.split(whereSeparator: \.isWhitespace) ?? []
    }
    func name(_ finding: AssessmentSummary.Finding) -> Substring? { finding.location?.path.pathNames.last }
    var gone = Dictionary(grouping: old, by: key)
    var moved: Set<String> = []
    func pair(_ isSame: (AssessmentSummary.Finding, AssessmentSummary.Finding) -> Bool) {
      new.removeAll { finding in
        guard let place = gone[key(finding)]?.firstIndex(where: { isSame($0, finding) }),
          let earlier = gone[key(finding)]?.remove(at: place)
        else { return false }
        moved.insert(earlier.fingerprint)
        return true
      }
    }
    pair { earlier, finding in
      let words = text(finding)
      return words.isEmpty ? name(finding) == name(earlier) : words == text(earlier)
    }
    pair { $0.location?.path == $1.location?.path }
    old.removeAll { moved.contains($0.fingerprint) }
  }

  private static func breaks(_ old: AssessmentSummary, _ new: AssessmentSummary) -> [ComparisonBreak] {
    var breaks: [ComparisonBreak] = []
    func compare(_ kind: ComparisonBreak.Kind, _ before: String?, _ after: String?) {
      guard let before, let after, before != after else { return }
      breaks.append(ComparisonBreak(kind: kind, before: before, after: after))
    }
    func words(_ answer: Bool?) -> String? { answer.map { $0 ? "yes" : "no" } }
    compare(.model, old.model, new.model)
    compare(.level, old.level, new.level)
    compare(.application, words(old.hasApplication), words(new.hasApplication))
    compare(.revision, old.revision, new.revision)
    if !breaks.contains(where: { $0.kind == .revision }) {
      compare(.currentRevision, old.currentRevision, new.currentRevision)
    }
    if let before = old.rules, let after = new.rules {
      let (gone, added) = (before.filter { !after.contains($0) }, after.filter { !before.contains($0) })
      if !gone.isEmpty || !added.isEmpty {
        breaks.append(
          ComparisonBreak(kind: .rules, before: names(gone), after: names(added)))
      }
    }
    compare(.version, old.version, new.version)
    return breaks
  }

  /// Names of rules; of many the first: nobody asks how many more, and no page has a list that would bear it out.
  private static func names(_ rules: [String]) -> String {
    rules.count <= 4 ? Rows.list(rules, most: 4) : "\(rules.prefix(4).joined(separator: ", ")) and others"
  }

  /// Verdicts that differ; of criteria that only one report has nothing, where the two asked different things.
  private static func verdictChanges(
    _ old: AssessmentSummary, _ new: AssessmentSummary, isComparable: Bool
  ) -> [VerdictChange] {
    guard let before = old.criteria, let after = new.criteria else { return [] }
    let earlier = Dictionary(firstOf: before.map { ($0.id, $0) })
    let later = Set(after.map(\.id))
    var changes = after.compactMap { criterion -> VerdictChange? in
      guard let was = earlier[criterion.id] else {
        return isComparable ? change(.added, nil, criterion) : nil
      }
      return kind(was, criterion).map { change($0, was, criterion) }
    }
    if isComparable {
      changes += before.filter { !later.contains($0.id) }.map { change(.retired, $0, nil) }
    }
    return VerdictChange.Kind.allCases.flatMap { kind in changes.filter { $0.kind == kind } }
  }

  private static func kind(
    _ was: AssessmentSummary.Criterion, _ isNow: AssessmentSummary.Criterion
  ) -> VerdictChange.Kind? {
    guard let before = was.verdict, let after = isNow.verdict, before != after else { return nil }
    if after == .retired { return .retired }
    if before == .retired || before == .notYetAsked { return .added }
    if was.isOpen == false, isNow.isOpen == true { return .newlyOpen }
    if after == .met { return .newlyMet }
    return was.isOpen == true && isNow.isOpen == false ? .noLongerOpen : .changed
  }

  private static func change(
    _ kind: VerdictChange.Kind, _ was: AssessmentSummary.Criterion?, _ isNow: AssessmentSummary.Criterion?
  ) -> VerdictChange {
    VerdictChange(
      kind: kind, criterion: isNow?.id ?? was?.id ?? "", before: was?.verdict, after: isNow?.verdict,
      isCounted: isNow?.isCounted ?? was?.isCounted ?? false, isPart: isNow?.isPart ?? was?.isPart ?? false)
  }
}
