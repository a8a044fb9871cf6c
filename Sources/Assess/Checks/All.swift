extension Rule {
  /// Every rule, in the order pages list them.
  public static let all: [Rule] = [
    .adopterCount, .adopterList, .breakdownSum, .independentCounted, .maintainerCount, .organizationCount,
    .organizationList, .roleCount, .staleMetric, .undatedMetric,
    .conductDiffers, .checkedButToDo, .criterionTwice, .danglingReference, .doneAndPlanned, .emptySection,
    .inconsistentNumbers, .issueClosed, .misspelledFolder, .otherProject, .parentChild, .placeholder, .roadmapPast,
    .tickedButDenied, .unansweredQuestion,
    .missingEvidence, .unsupportedCriterion, .suspectReview,
    .importBadgeDiffers, .importContactDiffers, .importLevelDiffers, .importLevelOrder, .foundationListDiffers,
    .importPathMissing, .importStale,
    .personDuplicate, .emeritusLead, .handleCase, .handleDiffers, .personIncomplete, .peopleMissingColumn,
    .organizationDiffers, .topOrganization,
    .aliasDiffers, .misspelledFrequency, .ambiguousFrequency, .groupListDiffers, .meetingDiffers,
    .groupsMissingContact, .groupsNoLeads, .groupsOneOrganization, .orphanFolder, .ownersLink, .groupPageDiffers,
    .groupsPlaceholder, .subprojectsNoLead, .unlistedHost,
    .deadPattern, .emeritusApprover, .maintainerNotApprover, .onlyTeams, .singleApprover, .unknownAlias,
    .adopterDuplicate, .incompleteRow, .adopterIndependence, .adopterNamesOnly, .adopterOrder,
    .committeeDiffers, .governanceToDo,
    .securityContactDiffers, .securityNoContact, .securityTemplate,
    .conductContact,
    .noLicense,
    .branchDrift, .brokenLink, .channelName, .deadAnchor, .linkTextDiffers,
    .malformedLink, .notALink,
  ]

  /// The rule with this id.
  public static func named(_ id: String) -> Rule? { all.first { $0.id.rawValue == id } }
}
