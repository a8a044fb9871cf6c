import Criteria
import Diagnostics
import Intake
import StructuredData
import Words

/// Judges one community by one criteria set, criterion by criterion: none waits for what is said of another.
struct ModelJudgment: Sendable {
  /// The criteria that are asked for, in the order of the set.
  private(set) var criteria: [Criterion] = []
  private let data: CommunityData
  private let set: CriteriaSet
  private let waivers: [Waiver]
  /// Claims of the application that the data bears out.
  private let confirmed: [ConfirmedClaim]
  private let language: CheckLanguage
  private let level: MaturityLevel
  private let assumesLevel: Bool
  private let matched: CriteriaRevision?
  private let items: DocumentItems?
  private let isComplete: Bool
  /// Whether a repository is here that can hold code.
  private let hasCode: Bool
  private let index: PassageIndex

  init(
    _ data: CommunityData, _ set: CriteriaSet, _ index: PassageIndex? = nil, level: MaturityLevel?, waivers: [Waiver],
    confirmed: [ConfirmedClaim] = [], language: CheckLanguage
  ) {
    self.index = index ?? PassageIndex(data, set)
    self.data = data
    self.set = set
    self.waivers = waivers
    self.confirmed = confirmed
    self.language = language
    let level = Self.level(of: data.community, in: set, wanted: level)
    self.level = level ?? set.levels.last ?? .only
    assumesLevel = level == nil && !set.levels.isEmpty
    let application = data.application
    let matched = application.flatMap { [level = self.level] in
      RevisionMatcher.revision(of: $0.facts.items, in: set, at: level)
    }
    self.matched = matched
    // An older form asks for less: what it says counts, what it leaves out is no gap.
    let named = Set(application?.facts.items.compactMap(\.criterion) ?? []).filter { set[$0] != nil }
    items = matched == nil && named.count < 3 ? nil : application.map(DocumentItems.init)
    isComplete = data.community.isComplete
    hasCode = data.community.repositories.contains { !$0.isAbsent && !data.community.isAboutGovernance($0) }
    criteria = asked
  }

  /// The level asked for: the wanted one, the one applied for, the one after the level held; nil where nothing says it.
  private static func level(of community: Community, in set: CriteriaSet, wanted: MaturityLevel?) -> MaturityLevel? {
    let next = community.holds.map { set.level(after: $0) ?? $0 }
    return [wanted, community.appliesFor, next].compactMap { $0 }.first { set.levels.contains($0) }
  }

  /// The criteria that the community is asked for: at its level, by the form that it follows or by today's.
  private var asked: [Criterion] {
    let asked = set.criteria.filter { criterion in
      [matched?.date, data.asOf].compactMap { $0 }.contains { criterion.requirement(at: level, on: $0) != .none }
    }
    let hasForm = matched == nil || items?.hasForm(of: asked.filter { requirement(of: $0) == .form }) ?? true
    return hasForm ? asked : asked.filter { requirement(of: $0) != .form }
  }

  /// The judgment of all criteria.
  ///
  /// - Parameter criteria: what is said of each, in their order.
  func assessment(_ criteria: [CriterionAssessment]) -> ModelAssessment {
    var model = ModelAssessment(
      criteriaSet: set, level: set.levels.isEmpty ? nil : level, matchedRevision: matched,
      currentRevision: set.revisions.last { $0.date <= data.asOf }, hasApplication: matched != nil, criteria: criteria)
    model.assumesLevel = assumesLevel
    // One that answers another set is no riddle here.
    let named = Set(data.application?.facts.items.compactMap(\.criterion) ?? [])
    if matched == nil, let application = data.application,
      named.count < 3 || named.contains(where: { set[$0] != nil })
    {
      let title = application.markdown?.headings.first { $0.text == application.title }
      model.formless = application.source.location(line: title?.line ?? 1)
    }
    return model
  }

  /// How a criterion is asked for by the form that the document follows.
  private func requirement(of criterion: Criterion) -> RequirementKind {
    criterion.requirement(at: level, on: matched?.date ?? data.asOf)
  }

  /// What is said of one criterion, with what was wrong with its expressions.
  func judge(_ criterion: Criterion, _ budget: CheckBudget) -> Staged<CriterionAssessment> {
    var diagnostics: [Diagnostic] = []
    let checks = criterion.checks.map { check in
      let staged = language.result(of: check, budget)
      diagnostics += staged.diagnostics
      return staged.value
    }
    let answer = answer(to: criterion)
    let passages = criterion.passages.map(index.passages) ?? []
    var candidates = self.candidates(for: criterion, checks, passages, budget, &diagnostics)
    var observation = observation(of: criterion, answer, checks, candidates.isEmpty ? .none : .found)
    let isKeptElsewhere = isKeptElsewhere(criterion, hasApplication: observation.hasApplication)
    let isShown = checks.contains { check in
      check.holds == true && (check.shows || check.decides && criterion.automation == .partial)
    }
    let deciding =
      isShown || observation.isAsserted ? [] : deciding(criterion, checks, passages, isKeptElsewhere: isKeptElsewhere)
    observation.isTreated = isShown || !deciding.isEmpty
    // What another list shows is not unknown, and neither is what the answer lists, or links where that is at hand.
    var listed = 0
    if observation.verification == .unknown {
      let linked = linkedFiles(of: answer)
      listed = observation.isAsserted ? listedRepositories(in: answer, to: criterion) : 0
      if isShown || !linked.isEmpty && observation.isAsserted || listed > 1 {
        observation.verification = .person
        candidates = (linked + candidates).uniqued()
      }
    }
    if isKeptElsewhere, observation.candidates == .none { observation.verification = .unknown }
    let elsewhere = criterion.passages.map(index.links) ?? []
    lookAside(
      &observation, isElsewhere: !elsewhere.isEmpty || isKeptElsewhere, isHuman: criterion.automation == .human)
    if candidates.isEmpty { candidates = Array(elsewhere.prefix(3)) }
    let waiver = waivers.first { $0.criterion == criterion.id && $0.isLive(on: data.asOf) }
    observation.isWaived = waiver != nil
    let verdict = Verdict.decide(observation)
    let then = requirement(of: criterion)
    var assessment = CriterionAssessment(
      criterion: criterion, requirement: then == .none ? criterion.requirement(at: level, on: data.asOf) : then,
      assertion: answer.above == nil ? observation.assertion : .absent,
      evidence: observation.evidence, verification: observation.verification, verdict: verdict,
      item: answer.item ?? answer.above, children: answer.children,
      because: Self.told(deciding, verdict)
        + reasons(observation, answer, telling(checks, of: criterion, verdict, observation))
        + (listed > 1 && verdict == .needsReview ? ["the answer lists \(listed) repositories"] : [])
        + borneOut(criterion)
        + Self.told(criterion.passages.flatMap(index.home), candidates, observation),
      cites: (checks.flatMap(\.cites) + (verdict == .claimable ? deciding : [])).uniqued(),
      candidates: candidates.map { .init(.related, $0) }, checks: checks)
    assessment.hasApplication = observation.hasApplication
    if verdict == .waived {
      observation.isWaived = false
      assessment.waivedVerdict = Verdict.decide(observation)
      assessment.waiver = waiver
    }
    return Staged(assessment, diagnostics)
  }

  /// What the document says to a criterion.
  private struct Answer {
    var item: ChecklistItem?
    var children: [ChecklistItem] = []
    /// The item of the criterion that it is part of, where what stands below that may answer it and it has no line of its
    /// own.
    var above: ChecklistItem?
    var assertion = Assertion.absent
    var evidence = EvidenceState.empty
    var reading = AnswerReading.affirmed
  }

  private func answer(to criterion: Criterion) -> Answer {
    guard let items else { return Answer() }
    let form = requirement(of: criterion) == .form ? items.statement(of: criterion) : nil
    let item = items.item(for: criterion.id) ?? form
    let parent = criterion.parent.flatMap { items.item(for: $0) }
    let children = item.map { items.children(of: $0) } ?? []
    let above = item == nil ? parent.flatMap { items.answers($0) ? $0 : nil } : nil
    // The box of a statement is all that there is to say.
    let isStatement =
      requirement(of: criterion) == .form && criterion.passages == nil
      && item.map { $0.state == .checked && $0.evidence == .empty } ?? false
    return Answer(
      item: item, children: children, above: above,
      assertion: above == nil ? items.assertion(of: item) : .stated,
      evidence: above == nil && !isStatement
        ? items.evidence(of: item, children: children, parent: parent) : .elsewhere,
      reading: items.reading(of: item, children: children, criterion: criterion, words: Lexicon.denials))
  }

  /// What is seen of a criterion before passages are asked whether they show it.
  private func observation(
    of criterion: Criterion, _ answer: Answer, _ checks: [CheckResult], _ candidates: CandidateState
  ) -> Observation {
    let decisive = criterion.automation == .auto ? checks.filter(\.decides) : []
    var observation = Observation(
      assertion: answer.assertion, evidence: answer.evidence, verification: verification(of: criterion, decisive),
      candidates: candidates)
    observation.hasApplication = matched != nil || answer.item != nil || answer.above != nil
    // Nobody misses what there may be none of.
    observation.isForAPerson =
      criterion.automation == .human || criterion.mayBeNotApplicable && !observation.hasApplication
    observation.text = answer.reading.sense
    observation.isNotApplicable =
      answer.reading.sense == .notApplicable
      && (criterion.mayBeNotApplicable || criterion.parent != nil || answer.item?.evidence == .empty)
    observation.isRetired = criterion.requirement(at: level, on: data.asOf) == .none
    observation.isAskedSince = requirement(of: criterion) == .none
    observation.isTheFoundations = criterion.acts == .foundation
    return observation
  }

  /// The files at hand that an answer links.
  private func linkedFiles(of answer: Answer) -> [Location] {
    guard let path = data.application?.path, let item = answer.item else { return [] }
    return item.links.compactMap { link -> Location? in
      guard case .local(let found, _) = data.resolver.target(of: link.destination, in: path), found != path else {
        return nil
      }
      return data.document(found)?.source.location(line: 1)
    }.uniqued()
  }

  /// How many repositories an answer links where a criterion asks for a list of groups or parts.
  private func listedRepositories(in answer: Answer, to criterion: Criterion) -> Int {
    guard criterion.passages?.kinds.contains(DocumentKind.groups.rawValue) == true, let item = answer.item else {
      return 0
    }
    let addresses = item.links.map(\.destination).filter { $0.holds("://") && $0.split(separator: "/").count == 4 }
    return Set(addresses.map { $0.lowercased() }).count
  }

  /// Whether what shows a criterion is kept where nobody looked: by the foundation, at the host, beside the code.
  private func isKeptElsewhere(_ criterion: Criterion, hasApplication: Bool) -> Bool {
    switch criterion.kept {
    case .foundation?, .host?: !hasApplication
    case .code?: !hasApplication && !hasCode
    case nil: false
    }
  }

  /// The lines of one document that show every part of what is asked.
  private func deciding(
    _ criterion: Criterion, _ checks: [CheckResult], _ passages: [Passage], isKeptElsewhere: Bool
  ) -> [Location] {
    // Words do not settle what data disputes.
    guard let query = criterion.passages, !checks.contains(where: \.isDisputed) else { return [] }
    let deciding = index.deciding(query, passages)
    // The first page of a repository without code is about that repository, not about what the project makes.
    let isOfFirstPage = deciding.first.map { data.document($0.path)?.kind == .readme } ?? false
    return isKeptElsewhere && criterion.kept != .host && isOfFirstPage ? [] : deciding
  }

  /// The checks that give a reason. One that decides nothing and could not run is none; neither is, for *found*, one that
  /// does not hold.
  private func telling(
    _ checks: [CheckResult], of criterion: Criterion, _ verdict: Verdict, _ observation: Observation
  ) -> [CheckResult] {
    let isFound = verdict == .claimable && !observation.hasApplication
    return checks.filter {
      isFound ? $0.holds == true : $0.holds != nil || $0.decides && criterion.automation == .auto
    }
  }

  /// What the application claims under a criterion, and the data shows.
  private func borneOut(_ criterion: Criterion) -> [String] {
    confirmed.filter { $0.criterion == criterion.id }.map { "\($0.text) claimed, as \($0.fact.path) shows" }.uniqued()
  }

  /// Which lines of one document show every part of what is asked.
  private static func told(_ deciding: [Location], _ verdict: Verdict) -> [String] {
    guard verdict == .claimable, let first = deciding.first else { return [] }
    let lines = deciding.map { String($0.line) }
    let number = lines.count == 1 ? "line" : "lines"
    return ["\(first.path) covers every part: \(number) \(Rows.list(lines))"]
  }

  /// Whose rules hold, where nothing but that was found.
  private static func told(_ home: FoundationHome?, _ candidates: [Location], _ observation: Observation) -> [String] {
    guard let home, observation.candidates == .unseen, candidates.contains(home.location) else { return [] }
    return ["a project of \(home.name), as \(home.location.reference) says, which may keep this for all its projects"]
  }

  /// Says that a place was not seen, where nothing was found but not everything was given.
  private func lookAside(_ observation: inout Observation, isElsewhere: Bool, isHuman: Bool) {
    guard observation.candidates == .none else { return }
    let isComplete = isComplete && !isElsewhere
    let isUnseen = observation.verification == .unknown || !isComplete
    guard isUnseen else { return }
    if observation.hasApplication || !isComplete { observation.candidates = .unseen }
    let restsOnFiles = observation.lacksEvidence || !observation.hasApplication
    // Where files are missing, a person cannot tell either whether there is nothing to be judged.
    let isForAPerson = observation.isForAPerson && (isComplete || isHuman)
    if observation.verification == .person, restsOnFiles, !isForAPerson {
      observation.verification = .unknown
    }
    if observation.verification == .unknown, !observation.hasApplication, isComplete {
      observation.verification = .person
    }
  }

  private func verification(of criterion: Criterion, _ deciding: [CheckResult]) -> Verification {
    if !deciding.isEmpty {
      if deciding.contains(where: \.fails) { return .failed }
      if deciding.contains(where: { $0.holds == nil }) { return .unknown }
      return deciding.allSatisfy { $0.holds == true } ? .supported : .person
    }
    return isStale(criterion) ? .stale : .person
  }

  /// Whether the criterion's evidence is a dated figure, and all of them are too old.
  private func isStale(_ criterion: Criterion) -> Bool {
    guard let maxAge = criterion.maxAge, let claims = data.application?.facts.claims else { return false }
    let dates = claims.filter { $0.criterion == criterion.id }.compactMap(\.asOf)
    guard let newest = dates.max() else { return false }
    return newest.days(to: data.asOf) > maxAge
  }

  /// What could serve as evidence: what would answer nested boxes that are open, what the criterion's own expression
  /// gives, what satisfies it, and what checks cite.
  private func candidates(
    for criterion: Criterion, _ checks: [CheckResult], _ passages: [Passage], _ budget: CheckBudget,
    _ diagnostics: inout [Diagnostic]
  ) -> [Location] {
    let nested = set.criteria.filter { $0.parent == criterion.id && items?.item(for: $0.id)?.state == .unchecked }
    let own = language.candidates(criterion.candidates, budget)
    diagnostics += own.diagnostics
    // What is wrong with the other criteria's expressions is said when they are judged themselves.
    let found =
      nested.flatMap { language.candidates($0.candidates, budget).value } + own.value
      + criterion.satisfiedBy.flatMap { language.candidates(set[$0]?.candidates, budget).value }
    // A passage is shown instead of the document it stands in; rows of a list are shown as they are.
    let told = Set(passages.map(\.location.path))
    let rows = (found + checks.flatMap(\.cites)).filter { $0.line > 1 || !told.contains($0.path) }
    let applications = [data.application?.path].compactMap { $0 } + data.community.earlierApplications
    return (rows + passages.map(\.location)).uniqued().filter {
      !applications.contains($0.path) && !index.folders.of($0.path).isEarlier
    }
  }

  private func reasons(_ observation: Observation, _ answer: Answer, _ checks: [CheckResult]) -> [String] {
    let reading = answer.reading
    var reasons = checks.map(\.because).filter { !$0.isEmpty }
    if let issue = answer.item?.issueReference { reasons.append("tracked in issue #\(issue)") }
    if reading.sense != .affirmed {
      let said = "“\(reading.sentence)”"
      let isNoAnswer = reading.sense == .notApplicable && !observation.isNotApplicable
      reasons.insert(
        isNoAnswer ? "“not applicable” is no answer to this criterion" : "the text says: \(said)", at: 0)
    }
    let open = answer.children.count { $0.state == .unchecked }
    if open > 0 { reasons.append("\(Rows.boxes(open, of: answer.children.count)) not ticked") }
    if observation.isAsserted {
      switch observation.evidence {
      case .empty: reasons.append("ticked without explanation")
      case .todo: reasons.append("the text below the line is a to-do")
      case .placeholder: reasons.append("the text below the line is an unfilled placeholder")
      case .templateOnly: reasons.append("only a sentence of the form below the line")
      case .unreadable: reasons.append("the page lost its links, so the evidence cannot be read")
      case .answered, .elsewhere: break
      }
    }
    if observation.verification == .stale {
      reasons.append("the newest dated figure is older than \(set.maxAge) days")
    }
    return reasons
  }
}
