import Words
public import Criteria
public import Diagnostics
public import Intake
public import StructuredData

/// Judges communities by criteria sets.
public enum Assessor {
  /// Assessments in the order of the portfolio's communities.
  ///
  /// - Parameters:
  ///   - sets: the criteria sets that exist; a community is judged by those it names, else by the one whose criteria
  ///     its application holds, else by the first.
  ///   - asOf: day of assessment.
  ///   - level: overrides the level applied for, in sets that have it.
  ///   - version: version of the tool, by which earlier reports are known to come from another one.
  ///   - jobs: most communities judged at a time; it does not change the result.
  ///   - costs: where the time of each rule is added up; nil where nobody asks.
  public static func assess(
    _ portfolio: Portfolio, sets: [CriteriaSet], asOf: CalendarDate, level: MaturityLevel? = nil,
    version: String? = nil, jobs: Int = 1, costs: Costs? = nil
  ) async -> Staged<[Assessment]> {
    // Communities of one run have the same words.
    await Lexicon.with(portfolio.communities.first?.lexicon ?? .builtIn) {
      await assessments(portfolio, sets, asOf, level, version, jobs, costs)
    }
  }

  private static func assessments(
    _ portfolio: Portfolio, _ sets: [CriteriaSet], _ asOf: CalendarDate, _ level: MaturityLevel?, _ version: String?,
    _ jobs: Int, _ costs: Costs?
  ) async -> Staged<[Assessment]> {
    // Neither needs the other, nor what comes before they are awaited.
    let asked = Set(portfolio.communities.flatMap { Self.sets(for: $0, among: sets) }.map(\.model))
    async let language = CheckLanguage.parsed(sets, asked: asked)
    async let saved = Snapshot.read(portfolio.snapshots, before: asOf)
    var diagnostics: [Diagnostic] = []
    let waivers = WaiverReader.read(portfolio, sets: sets)
    diagnostics += waivers.diagnostics
    let reviews = ReviewReader.read(portfolio, sets: sets, asOf: asOf)
    diagnostics += reviews.diagnostics
    // A share for each, so that a community's verdicts do not depend on the order in which they are judged.
    let steps = max(5_000_000, 200_000_000 / max(1, portfolio.communities.count))
    let facts = await Self.facts(portfolio, sets, asOf, jobs)
    // Most rules wait for no verdict: they run beside the judging, of which one community has little to do side by side.
    async let early = findings(in: facts, nil, jobs, costs)
    if jobs == 1 { _ = await early }
    let groundwork = await Groundwork.all(facts, jobs: jobs)
    let parsed = await language
    let snapshots = await saved
    diagnostics += parsed.diagnostics + snapshots.diagnostics
    diagnostics += missing(portfolio.workspace.since, in: snapshots.value, before: asOf)
    let terms = CommunityJudgment.Terms(
      level: level, waivers: waivers.value, reviews: reviews.value, steps: steps, parsed: parsed.value)
    let judgments = await CommunityJudgment.all(groundwork, terms, jobs: jobs)
    letGo(consume groundwork)
    let choices = RuleChoices(portfolio.workspace.rules)
    let found = zip(await early, await findings(in: facts, judgments.map(\.models), jobs, costs)).map { $0 + $1 }
    let results = await Array(judgments.enumerated()).concurrentMap(width: jobs) { number, judgment in
      let own = number * Rule.all.count..<(number + 1) * Rule.all.count
      var result = judgment.assessment(found[own].flatMap { $0 }, choices)
      result.value.history = AssessmentHistory(
        snapshots.value, AssessmentSummary(result.value, version: version), isOnly: judgments.count == 1,
        since: portfolio.workspace.since?.date)
      return result
    }
    diagnostics += choices.diagnostics(found.flatMap { $0 })
    diagnostics += results.flatMap(\.diagnostics)
    let assessments = results.map(\.value)
    let known = Set(sets.flatMap(\.criteria).map(\.id.rawValue) + Rule.all.map(\.id.rawValue))
    diagnostics += unused(waivers.value.filter { known.contains($0.name) }, in: assessments, asOf: asOf)
    diagnostics += ReviewReader.unused(reviews.value, in: assessments)
    for document in portfolio.communities.flatMap(\.documents) { document.forgetWords() }
    return Staged(assessments, Diagnostic.sorted(diagnostics))
  }

  /// What is known of each community before it is judged.
  private static func facts(
    _ portfolio: Portfolio, _ sets: [CriteriaSet], _ asOf: CalendarDate, _ jobs: Int
  ) async -> [Groundwork.Facts] {
    let lists = FoundationLists(portfolio.communities.flatMap(\.documents))
    let projects = (sets.flatMap(\.projects) + lists.projects + portfolio.communities.map(\.name)).uniqued()
      .map(ProjectName.init)
    // One list over all communities each time, so that a single one takes the width, too.
    let links = await CommunityLinks.all(portfolio.communities, jobs: jobs)
    let communities = Array(zip(portfolio.communities, links))
    return await communities.concurrentMap(width: jobs, cost: { $0.0.documents.count }) { community, links in
      let sets = Self.sets(for: community, among: sets)
      let data = CommunityData(
        community, asOf: asOf, maxAge: sets.first?.maxAge ?? 365, lists: lists, projects: projects,
        links: links, criteria: sets.flatMap(\.criteria), sets: sets)
      return Groundwork.Facts(data: data, sets: sets)
    }
  }

  /// What the rules find, a list for each rule in each community: of those that wait for verdicts nothing without these,
  /// of the others nothing with them.
  private static func findings(
    in facts: [Groundwork.Facts], _ models: [[ModelAssessment]]?, _ jobs: Int, _ costs: Costs?
  ) async -> [[Finding]] {
    await facts.indices.flatMap { number in Rule.all.map { (number, $0) } }.concurrentMap(width: jobs) { number, rule in
      guard rule.awaitsVerdicts == (models != nil) else { return [] }
      return costs.measure(.rule, rule.id.rawValue) { rule.findings(in: facts[number].data, models?[number] ?? []) }
    }
  }

  /// An error for a day that no saved report is of; a day that is still to come says nothing.
  private static func missing(
    _ since: WorkspaceConfiguration.DayEntry?, in snapshots: [Snapshot], before asOf: CalendarDate
  ) -> [Diagnostic] {
    guard let since, since.date < asOf, !snapshots.contains(where: { $0.asOf == since.date }) else { return [] }
    let days = snapshots.map(\.asOf.description).joined(separator: ", ")
    return [
      Diagnostic(
        "snapshot/since", .error, at: since.location, "no saved report is of \(since.date)",
        help: days.isEmpty ? "save one with `sitegen report --format snapshot`" : "there are reports of \(days)",
        kind: .configuration)
    ]
  }

  /// The sets a community is judged by.
  private static func sets(for community: Community, among sets: [CriteriaSet]) -> [CriteriaSet] {
    guard !community.isUnjudged else { return [] }
    let named = community.models.compactMap { model in sets.first { $0.model == model } }
    if !named.isEmpty { return named }
    let document = community.application.flatMap { community[path: $0] }
    let asserted = Set(document?.facts.items.compactMap(\.criterion) ?? [])
    let holding = sets.filter { set in set.criteria.contains { asserted.contains($0.id) } }
    return Array((holding.isEmpty ? sets : holding).prefix(1))
  }

  private static func unused(
    _ waivers: [Waiver], in assessments: [Assessment], asOf: CalendarDate
  ) -> [Diagnostic] {
    guard !waivers.isEmpty else { return [] }
    let criteria = assessments.flatMap(\.models).flatMap(\.criteria).compactMap(\.waiver)
    let used = Set(criteria + assessments.flatMap(\.findings).compactMap(\.waiver))
    return waivers.compactMap { waiver in
      let name = waiver.name
      if waiver.expires < asOf {
        return Diagnostic(
          "waiver/expired", .warning, at: waiver.location, "the waiver for `\(name)` ended on \(waiver.expires)",
          help: "remove it, or have it approved again with a new date")
      }
      guard !used.contains(waiver), waiver.isLive(on: asOf) else { return nil }
      return Diagnostic(
        "waiver/unused", .warning, at: waiver.location, "the waiver for `\(name)` covers nothing",
        help: waiver.scope == nil
          ? "remove it" : "correct `scope`, a part of the path or message of a finding, or remove the waiver")
    }
  }
}

extension Waiver {
  /// Whether the waiver is for this finding: its rule, and its path or fingerprint when the waiver has a scope.
  func covers(_ finding: Finding) -> Bool {
    guard rule == finding.rule else { return false }
    guard let scope else { return true }
    return scope == finding.fingerprint || finding.places.contains { $0.location.path == scope }
  }
}
