import Intake
import Templates

extension PageKind {
  /// Who decides: rules of decision held against the lists of those who vote; only where a body decides by votes.
  static let whoDecides = PageKind.community { _, community in
    let power = community.assessment.view.power
    guard !power.bodies.isEmpty else { return [] }
    return [
      community.page(
        "who-decides", "Who decides",
        [
          ("bodies", PowerValues.body.list(PowerValues.rows(power, in: community.community), community.places)),
          ("inactivity", PowerValues.quoted.list(power.inactivity.map(\.location), community.places)),
          ("affiliation", PowerValues.quoted.list(power.affiliation.map(\.location), community.places)),
          ("absent", PowerValues.absent.list(community.assessment.view.inactive?.people ?? [], community.places)),
          ("inactivity_place", community.places.optional(power.maintainerInactivity?.location)),
        ])
    ]
  }
}
