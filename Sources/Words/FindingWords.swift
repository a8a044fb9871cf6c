package import Diagnostics

/// Words by which findings are made; `content/lexicon/findings.yaml` says what each list is for.
package final class FindingWords: Sendable, Decodable {
  package let alphabetical, openBreakdown, partialMaintainers, people, blankContacts, openList, choice, folders,
    otherFolders, generalNames, subjects, forms, vacant, frequencies, groupFolders, commonGroups, retired, leadHeadings,
    channelNames, approverGroups, licenseFiles, codeFiles, privateContacts, reportNames, foundationConduct,
    foundationRepositories, adopterTypes, numbers, rateMarks, shareMarks, pastMarks,
    conductProcedures, keptLists, ladders, conditions, chosenAdopters, wholeProject, filledByOthers, adopterListWords,
    leadWords, payingMembers: [String]
  package let volatile, fillers, noMission, leadRoles, increments, adding, partialAdopters, thresholds, listedRoles,
    queryEnds, committees, committeeKinds, committeeMembers, committeeLimits, committeeSizes, stated, notYet,
    questionOpeners, formLevels, everyOne, archives: Set<String>
  package let channelHosts: ByteStrings
  package let linkKinds, pathKinds, pathEnds, foundationHeads, foundationPhrases, foundationPages: [LexiconFile.Meaning]
  package let dated, hostViews, governingRepositories: Set<String>
  package let hostAnchors, toDo, markedToDo: [String]
}
