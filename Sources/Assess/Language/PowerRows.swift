import Diagnostics
import Intake
import Templates

/// Rows of the collections about who decides.
enum PowerRows {
  /// A body with its place: the first limit on organizations, else the rule by which it decides, else its list.
  static let body = Record<BodyPower, CommunityData> {
    $0.text("name") { $0.name }
    $0.text("kind") { $0.kind.rawValue }
    $0.value("governs") { body, data in .bool(data.view.power.governing?.name == body.name) }
    $0.text("mechanism") { $0.mechanism.rawValue }
    $0.text("answer") { $0.answer }
    $0.number("voters") { $0.voters?.electorate.size }
    $0.value("decides_alone") { body, _ in
      .list(body.mainDecisions.flatMap(\.decidesAlone).uniqued().map { .string($0) })
    }
    $0.value("blocks_alone") { body, _ in
      .list(body.mainDecisions.flatMap(\.onlyBlocksAlone).uniqued().map { .string($0) })
    }
    $0.place { $0.place }
  }

  static let rule = Record<DecisionRule, CommunityData> {
    $0.text("body") { $0.body }
    $0.text("subject") { $0.subject.rawValue }
    $0.text("method") { $0.method.rawValue }
    $0.text("threshold") { $0.threshold }
    $0.text("base") { $0.base?.rawValue }
    $0.text("quorum") { $0.quorum }
    $0.place { $0.location }
  }

  static let cap = Record<OrganizationCap, CommunityData> {
    $0.text("body") { $0.body }
    $0.text("kind") { $0.kind.rawValue }
    $0.text("limit") { $0.limit }
    $0.text("words") { $0.words }
    $0.value("governs") { cap, data in .bool(data.view.power.governing?.caps.contains(cap) ?? false) }
    $0.place { $0.location }
  }

  static let inactivity = Record<InactivityRule, CommunityData> {
    $0.number("months") { $0.months }
    $0.text("consequence") { $0.consequence }
    $0.place { $0.location }
  }

  static let affiliation = Record<AffiliationRule, CommunityData> {
    $0.text("kind") { $0.kind.rawValue }
    $0.number("days") { $0.days }
    $0.place { $0.location }
  }
}

extension RowCollection {
  /// Who decides, by rules and lists together.
  static let power: [RowCollection] = [
    RowCollection(
      "bodies",
      "bodies that decide by votes, the one that decides on governance first; `mechanism` says whether a rule limits "
        + "organizations in it: yes, no or unclear", PowerRows.body
    ) { $0.view.power.bodies },
    RowCollection("decision_rules", "what decisions take, of all bodies", PowerRows.rule) { data in
      data.view.power.bodies.flatMap { body in
        body.decisions.flatMap { [$0.rule] + $0.restated } + body.otherRules
      }
    },
    RowCollection(
      "organization_caps",
      "what one organization may hold at most; `governs` where it holds for the body that decides "
        + "on governance", PowerRows.cap, isAvailable: { data, _ in !data.view.power.bodies.isEmpty }
    ) { $0.view.power.bodies.flatMap(\.caps) },
    RowCollection("inactivity_rules", "when somebody counts as inactive", PowerRows.inactivity) {
      $0.view.power.inactivity
    },
    RowCollection(
      "affiliation_rules",
      "what is written about employers; `kind` is disclosure, update-deadline, change-of-employer or "
        + "acquisition", PowerRows.affiliation, isAvailable: { data, _ in !data.documents(of: .governance).isEmpty }
    ) { $0.view.power.affiliation },
  ]
}

extension BodyPower {
  fileprivate var place: Location {
    caps.first?.location ?? decisions.first?.rule.location ?? otherRules.first?.location
      ?? voters?.people.first?.location ?? Location(path: "", line: 1)
  }
}
