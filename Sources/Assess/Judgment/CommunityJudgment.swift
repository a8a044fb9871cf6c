import Criteria
import Diagnostics
import Intake
import StructuredData

/// A community with its verdicts, to which the findings of the rules are still to come.
struct CommunityJudgment: Sendable {
  let models: [ModelAssessment]
  private let data: CommunityData
  private let waivers: [Waiver]
  private let changes: [DocumentChanges]
  private let confirmed: [ConfirmedClaim]
  private let diagnostics: [Diagnostic]

  /// What is given from outside to judge communities by.
  struct Terms: Sendable {
    /// Overrides the level applied for, in sets that have it.
    let level: MaturityLevel?
    let waivers: [Waiver]
    let reviews: [WorkspaceConfiguration.ReviewEntry]
    /// What the checks on one community may take together.
    let steps: Int
    let parsed: CheckLanguage.Parsed
  }

  /// Judges communities. The criteria of all of them are one list, so that a single community takes the width, too.
  static func all(_ groundwork: [Groundwork], _ terms: Terms, jobs: Int) async -> [CommunityJudgment] {
    let begun = await groundwork.concurrentMap(width: jobs, cost: \.size) { Begun($0, terms) }
    let asked = begun.flatMap { begun in
      begun.models.flatMap { model in model.criteria.map { (model: model, criterion: $0, share: begun.share) } }
    }
    var judged = await asked.concurrentMap(width: jobs) { asked in
      let budget = CheckBudget(asked.share)
      let staged = asked.model.judge(asked.criterion, budget)
      return budget.isUsedUp ? nil : staged
    }[...]
    let judgments = begun.map { begun in
      let own = judged.prefix(begun.count)
      judged = judged.dropFirst(begun.count)
      let known = own.compactMap(\.self)
      return CommunityJudgment(begun, known.count == own.count ? known : begun.judgedInOrder)
    }
    letGo(consume begun)
    return judgments
  }

  private init(_ begun: Begun, _ judged: [Staged<CriterionAssessment>]) {
    data = begun.data
    waivers = begun.waivers
    changes = begun.changes
    confirmed = begun.confirmed
    diagnostics = judged.flatMap(\.diagnostics)
    var judged = judged[...]
    models = begun.models.map { model in
      let own = judged.prefix(model.criteria.count)
      judged = judged.dropFirst(own.count)
      return Self.reviewed(model.assessment(own.map(\.value)), by: begun.reviews, in: begun.data)
    }
  }

  /// What a community's criteria are judged from.
  private struct Begun: Sendable {
    let data: CommunityData
    let models: [ModelJudgment]
    let waivers: [Waiver]
    let reviews: [WorkspaceConfiguration.ReviewEntry]
    let changes: [DocumentChanges]
    let confirmed: [ConfirmedClaim]
    private let steps: Int

    init(_ groundwork: Groundwork, _ terms: Terms) {
      let data = groundwork.data
      let own = terms.waivers.filter { $0.community == nil || $0.community == data.community.id }
      let language = CheckLanguage(data, groundwork.collections, parsed: terms.parsed)
      let confirmed = ConfirmedClaim.all(in: data)
      self.data = data
      self.confirmed = confirmed
      models = zip(groundwork.sets, groundwork.indexes).map { set, index in
        ModelJudgment(
          data, set, index, level: terms.level, waivers: own, confirmed: confirmed, language: language)
      }
      waivers = own
      reviews = terms.reviews.filter { $0.community == data.community.id }
      changes = DocumentChanges.all(of: data.community)
      steps = terms.steps
    }

    /// How many criteria are asked for.
    var count: Int { models.reduce(0) { $0 + $1.criteria.count } }
    /// What each of them may take while they are judged side by side.
    var share: Int { steps / max(1, count) }

    /// The criteria one after the other, out of what they may take together: one of them takes more than its share.
    var judgedInOrder: [Staged<CriterionAssessment>] {
      let budget = CheckBudget(steps)
      return models.flatMap { model in model.criteria.map { model.judge($0, budget) } }
    }
  }

  /// The assessment with what the rules found, in their order.
  func assessment(_ found: [Finding], _ choices: RuleChoices) -> Staged<Assessment> {
    let findings = Self.numbered(Finding.bounded(found)).compactMap(choices.applied).map { finding in
      var finding = finding
      finding.waiver = waivers.first { $0.isLive(on: data.asOf) && $0.covers(finding) }
      return finding
    }
    var assessment = Assessment(
      community: data.community, asOf: data.asOf, models: models, findings: Self.sorted(findings),
      waivers: waivers, changes: changes, view: data.view)
    assessment.decided = data.decided
    assessment.confirmed = confirmed
    return Staged(assessment, diagnostics)
  }

  /// A model with the newest review of each criterion, of one day the last in the file.
  private static func reviewed(
    _ model: ModelAssessment, by reviews: [WorkspaceConfiguration.ReviewEntry], in data: CommunityData
  ) -> ModelAssessment {
    guard !reviews.isEmpty else { return model }
    var model = model
    for index in model.criteria.indices {
      let criterion = model.criteria[index]
      let all = reviews.filter { $0.criterion == criterion.criterion.id }
      guard let newest = all.map(\.date).max(), let review = all.last(where: { $0.date == newest }) else { continue }
      model.criteria[index].review = CriterionReview(review, ReviewedEvidence(criterion, in: data), in: data)
    }
    return model
  }

  /// Findings with distinct fingerprints: of equal ones the second gets `-2`, in the order of their places.
  private static func numbered(_ findings: [Finding]) -> [Finding] {
    var counts: [String: Int] = [:]
    return findings.map { finding in
      var finding = finding
      let count = counts[finding.fingerprint, default: 0] + 1
      counts[finding.fingerprint] = count
      if count > 1 { finding.fingerprint += "-\(count)" }
      return finding
    }
  }

  private static func sorted(_ findings: [Finding]) -> [Finding] {
    findings.sorted { a, b in
      if a.severity != b.severity { return a.severity > b.severity }
      if a.rule != b.rule { return a.rule < b.rule }
      guard let x = a.places.first?.location, let y = b.places.first?.location, x != y else {
        return a.fingerprint < b.fingerprint
      }
      return x < y
    }
  }
}
