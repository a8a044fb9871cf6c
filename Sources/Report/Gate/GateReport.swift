public import Assess
public import Diagnostics

/// What got worse since another version of the documents, community by community.
public struct GateReport: Sendable {
  /// One community.
  public struct Part: Sendable {
    /// What was judged now.
    var report: CommunityReport
    let comparison: AssessmentComparison
    /// What got worse: verdicts, waivers, findings.
    var items: [GateItem]
    /// What makes numbers of the two incomparable, in words.
    var breaks: [String] { comparison.breaks.map(\.words) }
  }

  /// Communities that both versions have, in the order of the later one.
  public internal(set) var parts: [Part]
  /// Messages about the input that the earlier version does not give.
  public internal(set) var input: [GateItem]
  /// What is compared with, in words.
  let base: String
  /// Communities without an earlier version, by name: nothing of them can be worse.
  let added: [String]
  /// Communities that are gone, by name.
  let removed: [String]

  /// - Parameters:
  ///   - now: what was judged.
  ///   - before: what it is compared with, as far as a saved report tells.
  ///   - judged: the same with all places, where the earlier version was judged in this run.
  ///   - input: messages that only this version gives.
  ///   - threshold: severity from which a new finding fails; nil for none.
  ///   - isStrict: whether worse verdicts fail.
  public init(
    now: [Assessment], before: [AssessmentSummary], judged: [Assessment] = [], input: [Diagnostic] = [], base: String,
    threshold: Severity?, isStrict: Bool = true, version: String? = nil
  ) {
    let isOnly = now.count == 1 && before.count == 1
    var met: Set<String> = []
    var parts: [Part] = []
    var added: [String] = []
    for assessment in now {
      let id = assessment.community.id
      guard let old = before.first(where: { $0.id == id }) ?? (isOnly ? before.first : nil) else {
        added.append(assessment.community.name)
        continue
      }
      met.insert(old.id)
      let comparison = AssessmentComparison.between(
        old: old, new: AssessmentSummary(assessment, version: version))
      let worse = Regression(comparison)
      let earlier = judged.first { $0.community.id == old.id }
      var found = Set(worse.findings.map(\.fingerprint))
      var judgedNow = assessment
      var mentions: [StaleMention] = []
      if let earlier {
        found.subtract(assessment.electoratesUnknown(since: earlier))
        let all = assessment.addingLostLinks(since: earlier.community)
        found.formUnion(all.findings.dropFirst(assessment.findings.count).map(\.fingerprint))
        let renames = Renames(earlier.community, assessment.community)
        judgedNow = all.mendingLinks(to: renames)
        mentions = StaleMention.all(before: earlier.community, now: assessment.community, renames: renames)
      }
      let lost = comparison.breaks.contains { $0.kind == .application && $0.after == "no" }
      let unwaived = Set(worse.verdicts.filter { $0.before == .waived }.map(\.criterion.rawValue))
      // Without its application a community is judged by other questions: that it is gone is the one thing to say.
      var items =
        lost
        ? [GateItem(applicationOf: old, fails: isStrict)]
        : worse.verdicts.map { GateItem($0, now: assessment, before: earlier, fails: isStrict) }
      items += worse.endedWaivers.filter { !unwaived.contains($0.target) }
        .map { GateItem($0, in: assessment, fails: isStrict) }
      // What was decided about is history: nobody changes it any more.
      let own = judgedNow.findings.filter { !assessment.decided.contains($0.places.first?.location.path ?? "") }
      items += own.filter { found.contains($0.fingerprint) }.map { GateItem($0, from: threshold) }
      // What a finding says already is not said again.
      let told = Set(items.flatMap(\.places).map { Line($0) })
      items += mentions.filter { !assessment.decided.contains($0.place.path) }
        .filter { $0.replacement != nil || !told.contains(Line($0.place)) }
        .map { GateItem($0, from: threshold) }
      parts.append(Part(report: CommunityReport(judgedNow), comparison: comparison, items: items))
    }
    self.parts = parts
    self.added = added
    removed = before.filter { !met.contains($0.id) }.map(\.name)
    self.base = base
    // That a waiver ended is told as a thing that got worse.
    self.input = Diagnostic.sorted(input).filter { $0.rule != "waiver/expired" }.map { GateItem($0, from: threshold) }
  }

  /// A line of a file.
  private struct Line: Hashable {
    let path: String
    let line: Int
    init(_ place: Location) { (path, line) = (place.path, place.line) }
  }

  /// Everything that got worse, by community, then messages about the input.
  var items: [GateItem] { parts.flatMap(\.items) + input }

  var failing: [GateItem] { items.filter(\.fails) }

  /// Whether the gate is shut.
  public var fails: Bool { !failing.isEmpty || !removed.isEmpty }

  /// `2 things got worse`, or that nothing did.
  var headline: String {
    if parts.isEmpty, added.isEmpty, !input.isEmpty {
      return "the documents cannot be judged: \(input.count.counted("error", "errors"))"
    }
    let count = failing.count + removed.count
    if count > 0 { return "\(count.counted("thing", "things")) got worse since \(base)" }
    let others = items.count
    return "nothing got worse since \(base)"
      + (others > 0 ? "; \(others.counted("new remark", "new remarks")) of less weight" : "")
  }

  /// What got better, in a few words; empty when nothing did, or when other questions were asked before.
  var better: String {
    let comparisons = parts.map(\.comparison).filter(\.asksTheSame)
    func sum(_ count: (AssessmentComparison) -> Int) -> Int { comparisons.reduce(0) { $0 + count($1) } }
    let met = sum { $0.verdicts(.newlyMet).count + $0.verdicts(.noLongerOpen).count }
    let gone = sum { $0.goneFindings.count }
    return [
      met > 0 ? met.counted("criterion closed", "criteria closed") : nil,
      gone > 0 ? gone.counted("finding gone", "findings gone") : nil,
    ].compactMap { $0 }.joined(separator: ", ")
  }
}

extension GateReport {
  /// The corrections of what got worse, as one change.
  public func patch(in source: (String) -> SourceText?, canWrite: (String) -> Bool) -> Patch {
    Patch(
      items.compactMap(\.solutions.correction), in: source,
      decided: parts.reduce(into: []) { $0.formUnion($1.report.assessment.decided) }, isUnsafe: false,
      canWrite: canWrite)
  }

  /// The saved report it was compared with, without what is mended and without what is new; nil where nothing is mended.
  public func shrunkBaseline(_ now: [Assessment]) -> [UInt8]? {
    let comparisons = parts.map(\.comparison)
    guard comparisons.contains(where: { !$0.goneFindings.isEmpty || !$0.verdicts.isEmpty }) else { return nil }
    let added = Set(comparisons.flatMap(\.newFindings).map(\.fingerprint))
    return JSONWriter.bytes(SnapshotReport.value(GapReport(assessments: now), without: added))
  }

  /// The report with other paths, as tools that look files up need them.
  public func renamingPaths(_ rename: (String) -> String) -> GateReport {
    func moved(_ item: GateItem) -> GateItem {
      var item = item
      for index in item.places.indices { item.places[index].path = rename(item.places[index].path) }
      if let gone = item.gone { item.gone?.path = rename(gone.path) }
      item.solutions = item.solutions.map { $0.renamingPaths(rename) }
      return item
    }
    var report = self
    report.input = input.map(moved)
    for index in parts.indices {
      report.parts[index].items = parts[index].items.map(moved)
      report.parts[index].report = CommunityReport(parts[index].report.assessment.renamingPaths(rename))
    }
    return report
  }
}
