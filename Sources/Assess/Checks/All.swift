extension Rule {
  /// Every rule, in the order pages list them.
  public static let all: [Rule] = [
    .maintainerCount, .organizationList, .organizationCount, .adopterCount, .adopterList, .staleMetric, .undatedMetric,
    .inconsistentNumbers, .placeholder, .emptySection, .unansweredQuestion, .checkedButToDo, .parentChild,
    .doneAndPlanned, .danglingReference, .conductDiffers,
    .emeritusApprover, .maintainerNotApprover, .handleCase, .topOrganization,
    .groupsNoLeads, .subprojectsNoLead, .groupsMissingContact, .groupsPlaceholder, .orphanFolder,
    .incompleteRow, .adopterIndependence,
    .branchDrift, .brokenLink, .deadAnchor, .malformedLink,
    .missingEvidence, .unsupportedCriterion, .suspectReview,
  ]

  /// The rule with this id.
  public static func named(_ id: String) -> Rule? { all.first { $0.id.rawValue == id } }
}
