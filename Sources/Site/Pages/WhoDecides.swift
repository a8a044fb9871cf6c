import Intake
import Templates

extension PageKind {
  /// Who decides: rules of decision held against the lists of those who vote; only where a body decides by votes.
  static let whoDecides = PageKind(
    source: .community { _, community in
      let power = community.assessment.view.power
      guard !power.bodies.isEmpty else { return [] }
      let rows = PowerValues.rows(power, in: community.community)
      return [
        Page(
          path: "\(community.folder)/who-decides/index.html", template: "who-decides.html",
          title: "Who decides: \(community.community.name)",
          context: [
            ("bodies", PowerValues.body.list(rows, community.places)),
            ("inactivity", PowerValues.inactivity.list(power.inactivity, community.places)),
            ("affiliation", PowerValues.affiliation.list(power.affiliation, community.places)),
            ("absent", PowerValues.absent.list(community.assessment.view.inactive?.people ?? [], community.places)),
            ("inactivity_place", community.places.optional(power.maintainerInactivity?.location)),
          ])
      ]
    })
}
