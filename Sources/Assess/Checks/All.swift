import Diagnostics

extension Rule {
  /// Every rule, in the order pages list them.
  public static let all: [Rule] = [
    .claimAdopterCount, .claimAdopterList, .claimBreakdownSum, .claimIndependentCounted, .claimMaintainerCount,
    .claimMaintainerList,
    .claimOrganizationCount,
    .claimOrganizationList, .claimRoleCount, .claimStaleMetric, .claimSubprojectLeads, .claimUndatedMetric,
    .documentCodeOfConductDiffers, .documentCheckedButTodo, .documentCriterionTwice, .documentDanglingReference,
    .documentDoneAndPlanned, .documentEmptySection,
    .documentInconsistentNumbers, .documentRoadmapIssueClosed, .documentMisspelledFolder, .documentOtherProject,
    .documentParentChild, .documentPlaceholder, .documentRoadmapPast,
    .documentTickedButDenied, .documentUnansweredQuestion,
    .evidenceMissingWithCandidate, .evidenceUnsupported, .reviewSuspect,
    .importBadgeDiffers, .importSecurityContactDiffers, .importLevelDiffers, .importLevelOrder,
    .importMaintainersDiffer,
    .importDocumentMissing, .importStale,
    .peopleDuplicateRow, .peopleEmeritusLead, .peopleHandleCase, .peopleHandleDiffers,
    .peopleIncompleteRow,
    .peopleMissingColumn,
    .peopleOrganizationDiffers, .peopleTopOrganization,
    .groupsAliasDiffers, .groupsMisspelledFrequency, .groupsAmbiguousFrequency, .groupsListDiffers,
    .groupsMeetingDiffers,
    .groupsMissingContact, .groupsNoLeads, .groupsOneOrganization, .groupsOrphanFolder, .groupsOwnersLink,
    .groupsPageDiffers,
    .groupsPlaceholder, .groupsSubprojectNoLead, .groupsUnlistedHost,
    .ownersDeadPattern, .ownersEmeritusApprover, .ownersMaintainerNotApprover, .ownersOnlyTeams, .ownersSingleApprover,
    .ownersUnknownAlias,
    .adoptersDuplicateRow, .adoptersIncompleteRow, .adoptersIndependence, .adoptersInterviewed, .adoptersNamesOnly,
    .adoptersOrder,
    .governanceCommitteeDiffers, .governanceToDo,
    .powerDecidesAlone, .powerBlocksAlone, .powerCapWithoutEffect, .powerCapBroken,
    .powerShareOverCap,
    .powerRulesContradict, .powerSupersededRule, .powerThresholdNotStated,
    .powerElectorateNotFound, .powerListedInactive, .powerEmeritusRuleNotApplied, .powerReviewConcentration,
    .powerAffiliationOutdated, .powerLadderOneOrganization,
    .securityContactDiffers, .securityNoContact, .securityTemplateLeft,
    .conductContactLeftBlank,
    .repositoryNoLicense,
    .linksBranchDrift, .linksBroken, .linksChannelName, .linksDeadAddress, .linksDeadAnchor,
    .linksTextDiffers,
    .linksMalformed, .linksNotALink,
  ]

  /// The rule with this id, or the one that had it before.
  public static func named(_ id: String, among rules: [Rule] = Rule.all) -> Rule? {
    rules.first { $0.id.rawValue == id } ?? rules.first { $0.formerIDs.contains(RuleID(rawValue: id)) }
  }

  /// Today's name of the rule that has or had this one; a name that no rule ever had stays as it is.
  static func currentID(_ id: RuleID, among rules: [Rule] = Rule.all) -> RuleID {
    named(id.rawValue, among: rules)?.id ?? id
  }
}
