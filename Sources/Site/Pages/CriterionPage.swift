import Criteria
import Templates

extension PageKind {
  /// The list of a community's criteria and a page for each.
  static let criterion = PageKind(
    source: .community { _, community in
      let list = Page(
        path: "\(community.folder)/criteria/index.html", template: "criteria.html",
        title: "Criteria: \(community.community.name)", context: [("models", .list(community.models.map(\.value)))])
      var seen: Set<CriterionID> = []
      let pages = community.models.flatMap { model in
        zip(model.model.criteria, model.criteria).compactMap { item, value -> Page? in
          guard seen.insert(item.criterion.id).inserted else { return nil }
          let id = item.criterion.id
          let findings = zip(community.assessment.findings, community.findings).filter { $0.0.criterion == id }
          let nested = zip(model.model.criteria, model.criteria).filter { $0.0.criterion.parent == id }
          return Page(
            path: CriterionValues.page(id, folder: community.folder), template: "criterion.html",
            title: "\(id): \(community.community.name)",
            context: [
              ("model", model.value), ("criterion", value), ("findings", .list(findings.map(\.1))),
              ("nested", .list(nested.map(\.1))),
              ("history", community.historyValues.verdicts(of: id, in: community.assessment.history)),
              ("feedback", .list(community.feedback.filter { $0["criterion"].asString == id.rawValue })),
              ("actions", .list(community.actions.filter { $0["criterion"].asString == id.rawValue })),
              ("metrics", .list(community.metrics.filter { $0["criterion"].asString == id.rawValue })),
            ])
        }
      }
      return [list] + pages
    })
}

/// The page that explains a criteria set.
enum CriteriaSetPage {
  /// Its path.
  static func path(_ set: CriteriaSet) -> String { "criteria/\(Route.segment(set.model))/index.html" }
}

extension PageKind {
  private static let shape = RecordShape(keys: [
    "id", "anchor", "section", "text", "parent", "requirements", "why", "how_measured", "how_to_fix", "automation",
    "acts", "kinds", "maps",
  ])
  private static let requirementShape = RecordShape(keys: ["level", "steps"])
  private static let stepShape = RecordShape(keys: ["from", "kind"])
  private static let setShape = RecordShape(keys: [
    "id", "title", "foundation", "levels", "revisions", "max_age", "criteria", "page",
  ])
  private static let revisionShape = RecordShape(keys: ["date", "label", "note"])

  /// One page for each criteria set, and their list.
  static let criteriaSet = PageKind(
    source: .site { site in
      let sets = site.input.criteriaSets.map(value)
      let list = Page(
        path: "criteria/index.html", template: "criteria-sets.html", title: "Criteria sets",
        context: [("sets", .list(sets))])
      return [list]
        + zip(site.input.criteriaSets, sets).map { set, value in
          Page(
            path: CriteriaSetPage.path(set), template: "criteria-set.html", title: set.title, context: [("set", value)])
        }
    })

  private static func value(_ set: CriteriaSet) -> Value {
    .record(
      setShape,
      [
        .string(set.model), .string(set.title), .string(set.foundation), .list(set.levels.map { .string($0.rawValue) }),
        .list(
          set.revisions.map {
            .record(revisionShape, [.string($0.date.description), .string($0.label), .string($0.note)])
          }), .int(set.maxAge), .list(set.criteria.map { value($0, levels: set.levels) }),
        .string(CriteriaSetPage.path(set)),
      ])
  }

  private static func value(_ criterion: Criterion, levels: [MaturityLevel]) -> Value {
    .record(
      shape,
      [
        .string(criterion.id.rawValue), .string("Criterion-\(Route.segment(criterion.id.rawValue))"),
        .string(criterion.section), .string(criterion.text), .optional(criterion.parent?.rawValue),
        .list(
          levels.compactMap { level in
            guard let steps = criterion.requirement[level], !steps.isEmpty else { return nil }
            return .record(
              requirementShape,
              [
                .string(level.rawValue),
                .list(
                  steps.map { .record(stepShape, [.string($0.from.description), .string($0.kind.rawValue)]) }),
              ])
          }), .string(criterion.why), .string(criterion.howMeasured), .string(criterion.howToFix),
        .string(criterion.automation.rawValue), .string(criterion.acts.rawValue),
        .list(criterion.evidence.map(Value.string)),
        .list(
          criterion.maps.map {
            .map([("model", .string($0.model)), ("id", .string($0.id)), ("confidence", .int($0.confidence))])
          }),
      ])
  }
}
