/// Words of lists of people; `content/lexicon/people.yaml` says what each list is for.
package final class PeopleWords: Sendable, Decodable {
  package let accountHosts, hostPages, containerKeys, governingRoles, plainHeadings, columnRoles, notNames, shortNames,
    roleWords, placeholders, former, acting, titleJoints, otherAccountWords, processWords, processNouns, afterProcess,
    ownersOptions, lowerRoles, maintainedThings, listingVerbs, seatLabels, hostColumns, accountColumns, committeeTitles,
    termEnds, withoutRights: Set<String>
  package let handleKeys, nameKeys, organizationKeys, roleKeys, statusKeys, domainKeys, detailKeys, quotedColumns,
    promotedRoles,
    lastingRoles, leadWords, termColumns: [String]
  package let otherRoles, otherRolePairs, columnWords, hostPlaces, pronouns: [LexiconFile.Meaning]
  package let columns: [String: String]
}
