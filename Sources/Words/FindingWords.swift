/// Words by which findings are made; `content/lexicon/findings.yaml` says what each list is for.
package final class FindingWords: Sendable {
  package let alphabetical, openBreakdown, partialMaintainers, people, blankContacts, openList, choice, folders,
    otherFolders, generalNames, subjects, forms, vacant, frequencies, groupFolders, retired, leadHeadings,
    channelNames, approverGroups, licenseFiles, codeFiles, privateContacts, channelHosts, foundationConduct,
    foundationRepositories, adopterTypes, numbers: [String]
  package let volatile, fillers, noMission, leadRoles, increments, adding, partialAdopters, thresholds, listedRoles,
    queryEnds, committees, committeeKinds, committeeMembers, committeeLimits, committeeSizes: Set<String>
  package let linkKinds: [(word: String, meaning: String)]

  init(_ words: inout LexiconSection) {
    alphabetical = words.list("alphabetical")
    openBreakdown = words.list("open_breakdown")
    partialMaintainers = words.list("partial_maintainers")
    people = words.list("people")
    volatile = words.set("volatile")
    blankContacts = words.list("blank_contacts")
    fillers = words.set("fillers")
    openList = words.list("open_list")
    choice = words.list("choice")
    folders = words.list("folders")
    otherFolders = words.list("other_folders")
    generalNames = words.list("general_names")
    subjects = words.list("subjects")
    forms = words.list("forms")
    vacant = words.list("vacant")
    frequencies = words.list("frequencies")
    groupFolders = words.list("group_folders")
    retired = words.list("retired")
    leadHeadings = words.list("lead_headings")
    noMission = words.set("no_mission")
    channelNames = words.list("channel_names")
    approverGroups = words.list("approver_groups")
    leadRoles = words.set("lead_roles")
    licenseFiles = words.list("license_files")
    codeFiles = words.list("code_files")
    privateContacts = words.list("private_contacts")
    channelHosts = words.list("channel_hosts")
    foundationConduct = words.list("foundation_conduct")
    foundationRepositories = words.list("foundation_repositories")
    linkKinds = words.pairs("link_kinds")
    increments = words.set("increments")
    adding = words.set("adding")
    adopterTypes = words.list("adopter_types")
    partialAdopters = words.set("partial_adopters")
    thresholds = words.set("thresholds")
    listedRoles = words.set("listed_roles")
    queryEnds = words.set("query_ends")
    committees = words.set("committees")
    committeeKinds = words.set("committee_kinds")
    committeeMembers = words.set("committee_members")
    committeeLimits = words.set("committee_limits")
    committeeSizes = words.set("committee_sizes")
    numbers = words.list("numbers")
  }
}
