import Assess
import Criteria
import Templates

extension PageKind {
  /// The list of a community's criteria and a page for each of which something is known.
  static let criterion = PageKind.community { site, community in
    let list = community.page("criteria", "Criteria", [("models", .list(community.models.map(\.value)))])
    var seen: Set<CriterionID> = []
    let findings = Dictionary(
      grouping: zip(community.assessment.findings.map(\.criterion), community.findings), by: \.0)
    func rows(_ all: [Value]) -> [String?: [Value]] { Dictionary(grouping: all) { $0["criterion"].asString } }
    let (feedback, actions, metrics) = (rows(community.feedback), rows(community.actions), rows(community.metrics))
    let pages = community.models.flatMap { model in
      let row = model.model.criteria.map(\.criterion.id)
      let nested = Dictionary(grouping: zip(model.model.criteria.map(\.criterion.parent), model.criteria), by: \.0)
      return zip(row, model.criteria).enumerated().compactMap { position, pair -> Page? in
        let (id, value) = pair
        guard seen.insert(id).inserted, let path = community.criteria.own(id) else { return nil }
        return Page(
          path: path, template: "criterion.html",
          title: "\(id): \(community.community.name)",
          context: [
            ("model", model.value), ("criterion", value), ("findings", .list(findings[id]?.map(\.1) ?? [])),
            (
              "neighbors",
              neighbor.list(
                [
                  row[..<position].last { community.criteria.own($0) != nil }.map { (id: $0, isNext: false) },
                  row[(position + 1)...].first { community.criteria.own($0) != nil }.map { (id: $0, isNext: true) },
                ].compactMap { $0 }, community.criteria)
            ),
            ("elsewhere", .list(judgments(of: id, in: site, beside: community))),
            ("nested", .list(nested[id]?.map(\.1) ?? [])),
            ("history", community.historyValues.verdicts(of: id, in: community.assessment.history)),
            ("feedback", .list(feedback[id.rawValue] ?? [])),
            ("actions", .list(actions[id.rawValue] ?? [])),
            ("metrics", .list(metrics[id.rawValue] ?? [])),
          ])
      }
    }
    return [list] + pages
  }

  /// The criterion before and the one behind, in the order of the form.
  private static let neighbor = Record<(id: CriterionID, isNext: Bool), CriterionPages> {
    $0.text("id") { $0.id.rawValue }
    $0.value("page") { $1.page($0.id) }
    $0.flag("is_next") { $0.isNext }
  }

  private typealias Judgment = (community: CommunityModel, model: ModelAssessment, item: CriterionAssessment)

  /// Most communities whose judgment of a criterion is shown beside one; in a larger portfolio none is, the matrix
  /// compares.
  private static let mostBeside = 60

  private static func judgments(of id: CriterionID, in site: SiteModel, beside own: CommunityModel) -> [Value] {
    guard site.communities.count <= mostBeside else { return [] }
    return site.communities.compactMap { community in
      community.number == own.number ? nil : community.judgments.value { judgments(by: community) }[id]
    }
  }

  /// How a community stands by each of its criteria, for the pages of all others.
  private static func judgments(by community: CommunityModel) -> [CriterionID: Value] {
    var rows: [CriterionID: Value] = [:]
    for model in community.assessment.models {
      for item in model.criteria where item.isCounted && rows[item.criterion.id] == nil {
        rows[item.criterion.id] = judgment.value((community, model, item))
      }
    }
    return rows
  }

  private static let judgment = Record<Judgment, Void> {
    $0.text("community") { $0.community.community.name }
    $0.value("page") { row, _ in row.community.criteria.page(row.item.criterion.id) }
    $0.value("verdict") { row, _ in row.item.verdict.value(in: row.model) }
  }
}

/// The page that explains a criteria set.
enum CriteriaSetPage {
  /// Its path.
  static func path(_ set: CriteriaSet) -> String { "criteria/\(Route.segment(set.model))/index.html" }

  /// Where a criterion is on it.
  static func anchor(_ id: CriterionID) -> String { "Criterion-\(Route.segment(id.rawValue))" }

  static let set = Record<CriteriaSet, Void> {
    $0.text("id") { $0.model }
    $0.text("title") { $0.title }
    $0.text("foundation") { $0.foundation }
    $0.texts("levels") { $0.levels.map(\.rawValue) }
    $0.value("revisions") { set, _ in revision.list(set.revisions) }
    $0.number("max_age") { $0.maxAge }
    $0.value("criteria") { set, _ in criterion.list(set.criteria, set.levels) }
    $0.text("page") { path($0) }
  }

  static let revision = Record<CriteriaRevision, Void> {
    $0.text("date") { $0.date.description }
    $0.text("label") { $0.label }
    $0.text("note") { $0.note }
  }

  private static let criterion = Record<Criterion, [MaturityLevel]> {
    $0.text("id") { $0.id.rawValue }
    $0.text("anchor") { CriteriaSetPage.anchor($0.id) }
    $0.text("section") { $0.section }
    $0.text("text") { $0.text }
    $0.text("parent") { $0.parent?.rawValue }
    $0.value("requirements") { criterion, levels in
      requirement.list(
        levels.map { (level: $0, steps: criterion.requirement[$0] ?? []) }.filter { !$0.steps.isEmpty })
    }
    $0.text("why") { $0.why }
    $0.text("how_measured") { $0.howMeasured }
    $0.text("how_to_fix") { $0.howToFix }
    $0.text("automation") { $0.automation.rawValue }
    $0.text("acts") { $0.acts.rawValue }
    $0.texts("kinds") { $0.evidence }
    $0.value("maps") { criterion, _ in CriterionValues.map.list(criterion.maps) }
  }

  private static let requirement = Record<(level: MaturityLevel, steps: [DatedRequirement]), Void> {
    $0.text("level") { $0.level.rawValue }
    $0.value("steps") { requirement, _ in step.list(requirement.steps) }
  }

  private static let step = Record<DatedRequirement, Void> {
    $0.text("from") { $0.from.description }
    $0.text("kind") { $0.kind.rawValue }
  }
}

extension PageKind {
  /// One page for each criteria set, and their list.
  static let criteriaSet = PageKind.site { site in
    let sets = site.input.criteriaSets.map { CriteriaSetPage.set.value($0) }
    let list = Page(
      path: "criteria/index.html", template: "criteria-sets.html", title: "Criteria sets",
      context: [("sets", .list(sets))])
    return [list]
      + zip(site.input.criteriaSets, sets).map { set, value in
        Page(
          path: CriteriaSetPage.path(set), template: "criteria-set.html", title: set.title, context: [("set", value)])
      }
  }
}
