import Diagnostics

/// Works out what a community's documents say together.
struct IndexBuilder {
  private let community: Community
  private let documents: [SourceDocument]

  init(_ community: Community) {
    self.community = community
    documents = community.ownDocuments
  }

  func index() -> CommunityIndex {
    var index = CommunityIndex()
    index.ownerEntries = ownerEntries
    let governing = governingRepository
    let list =
      MaintainerList(documents, repository: { community.repository(of: $0.path) }, governing: governing)
      ?? MaintainerList(approvers: index.ownerEntries, of: governing)
    index.maintainerList = list?.chosen
    index.maintainers = maintainers(list)
    index.emeritus = emeritus(besides: index.maintainers)
    index.alumni = alumni
    index.adopters = adopters
    index.groups = groups
    index.meetings = meetings(besides: index.groups)
    return index
  }

  /// The repository with a governance document nearest to its root, else the first one.
  private var governingRepository: Repository? {
    let found = documents.filter { $0.kind == .governance }.compactMap { document in
      community.repository(of: document.path).map { repository in
        (repository, repository.depth(of: document.path))
      }
    }
    return found.min { $0.1 < $1.1 }?.0 ?? community.repositories.first
  }

  // MARK: People

  private func maintainers(_ list: MaintainerList?) -> [Identity] {
    guard let list else { return [] }
    var graph = IdentityGraph(organizations: community.organizations)
    for person in list.active { graph.add(person) }
    // Handles and organizations that the list leaves out may be in another file about the same person; what another
    // body wrote down is evidence of its own day and completes nothing.
    for document in documents where document.path != list.chosen.path && document.kind != .imported {
      for person in document.facts.people { graph.complete(from: person) }
    }
    return graph.identities
  }

  private func emeritus(besides maintainers: [Identity]) -> [Identity] {
    var active = IdentityGraph(organizations: community.organizations)
    for person in maintainers.flatMap(\.listings) { active.add(person) }
    var graph = IdentityGraph(organizations: community.organizations)
    for document in documents where document.kind == .maintainers || isEmeritusFile(document) {
      for person in document.facts.people where person.status == .emeritus && !active.knows(person) {
        graph.add(person)
      }
    }
    return graph.identities
  }

  private var alumni: [Identity] {
    var graph = IdentityGraph(organizations: community.organizations)
    for document in documents where document.kind == .alumni && !isEmeritusFile(document) {
      for person in document.facts.people { graph.add(person) }
    }
    return graph.identities
  }

  private func isEmeritusFile(_ document: SourceDocument) -> Bool {
    document.kind == .alumni && Candidate.words(document.path.fileName).holds("emerit")
  }

  // MARK: Adopters and groups

  private var adopters: [Adopter] {
    var earlier: Set<String> = []
    var result: [Adopter] = []
    for document in documents where document.kind == .adopters {
      let rows = document.facts.adopters.filter { !earlier.contains(community.organizations.identity(of: $0.name)) }
      earlier.formUnion(rows.map { community.organizations.identity(of: $0.name) })
      result += rows
    }
    return result
  }

  private var groups: [Group] {
    let data = documents.filter { $0.markdown == nil && !isSpoken($0.kind) }.flatMap(\.facts.groups)
    let prose = documents.filter { $0.markdown != nil && !isSpoken($0.kind) }.flatMap(\.facts.groups)
    // Lists in prose are often made from the data; where there is data, it speaks, unless it holds but the teams of an
    // account: these are rights, and say nothing of the groups of a community.
    let isOfTeams = data.allSatisfy { $0.kind == .team }
    let pages = isOfTeams && prose.isEmpty ? GroupFolders.groups(in: documents) : []
    var result = distinct(isOfTeams ? prose + pages + data : data)
    // Notes call groups by other names: they add only groups of a kind that no list has.
    let kinds = Set(result.map(\.kind))
    let spoken = documents.filter { isSpoken($0.kind) }.flatMap(\.facts.groups)
    result += distinct(spoken).filter { !kinds.contains($0.kind) }
    return result
  }

  /// Meetings of documents near the root; those deeper down are a group's, whose page says the same as the list. Of two
  /// at the same time in the same weeks the first counts.
  private func meetings(besides groups: [Group]) -> [Group.Meeting] {
    func key(_ meeting: Group.Meeting) -> String {
      let time = MeetingTime(meeting)
      let words = time.weekdays.map(\.rawValue) + [time.zone ?? "", time.recurrence.map { "\($0)" } ?? ""]
      return words.joined(separator: " ") + (time.start.map { " \($0)" } ?? meeting.description.lowercased())
    }
    var seen = Set(groups.flatMap(\.allMeetings).map(key))
    let near = documents.filter { document in
      (community.repository(of: document.path)?.depth(of: document.path) ?? 0) <= (document.kind == .meetings ? 2 : 1)
    }
    return near.flatMap(\.facts.meetings).filter { seen.insert(key($0)).inserted }
  }

  private func isSpoken(_ kind: DocumentKind) -> Bool {
    switch kind {
    case .notes, .mail, .thread, .meetings: true
    default: false
    }
  }

  /// Groups that are in several files count once.
  private func distinct(_ groups: [Group]) -> [Group] {
    var seen: [String: String] = [:]
    return groups.filter { group in
      let first = seen[key(group)]
      if first == nil { seen[key(group)] = group.location.path }
      return first == nil || first == group.location.path
    }
  }

  private func key(_ group: Group) -> String { group.kind.rawValue + ":" + NameFolding.name(group.name) }

  // MARK: Ownership files

  /// Entries with the rights of aliases as they are used: an alias approves when an OWNERS file of its repository names
  /// it under an approving list; an alias that no OWNERS file names keeps what its reader took from its name.
  private var ownerEntries: [OwnerEntry] {
    func key(_ document: SourceDocument, _ alias: String) -> String {
      (community.repository(of: document.path)?.path ?? "") + "\u{0}" + alias.lowercased()
    }
    var approves: [String: Bool] = [:]
    for document in documents where document.kind == .owners {
      for entry in document.facts.owners {
        let key = key(document, entry.name)
        approves[key] = (approves[key] ?? false) || entry.canApprove
      }
    }
    return documents.flatMap { document in
      document.facts.owners.map { entry in
        guard document.kind == .ownersAliases, let canApprove = approves[key(document, entry.list)] else {
          return entry
        }
        var entry = entry
        entry.canApprove = canApprove
        return entry
      }
    }
  }
}
