import Criteria
import Words

/// Puts a community together from its read files.
enum CommunityAssembly {
  /// A community with everything that its documents and the workspace file say.
  ///
  /// - Parameter jobs: how many tasks may work on it.
  static func community(
    _ entry: Inventory.Entry, _ documents: [SourceDocument], _ workspace: WorkspaceConfiguration,
    _ criteria: [CriteriaSet], phrases: PhraseTable? = nil, remotes: [GitRemote?], isOnly: Bool = true, jobs: Int = 1
  ) async -> Community {
    let configuration = entry.configuration
    let project = CommunityName.project(of: remotes.compactMap(\.self))
    let subjects = Subjects(
      names: [entry.id, entry.name ?? "", entry.folderName, project ?? "", entry.subject ?? ""]
        + entry.repositories.map(\.name),
      documents: documents)
    let isPlaced = if case .subject = entry.role { true } else { entry.role == .beside }
    var documents = documents
    // What lies in a foundation's repository was put to its project.
    for index in documents.indices where !isPlaced {
      // Setting it copies the document.
      if let subject = subjects.foreignSubject(of: documents[index]) { documents[index].foreignSubject = subject }
    }
    let own = documents.filter { $0.foreignSubject == nil }

    let spelling = CommunityName.spelling(
      project: project, folder: entry.folderName, isOnly: isOnly, in: own, roots: entry.repositories.map(\.path))
    var community = Community(
      id: entry.id, name: entry.name ?? subjects.spelling(in: own) ?? spelling ?? entry.folderName)
    community.lexicon = .current
    community.phrases = phrases
    community.foundation = configuration?.foundation
    community.summary = configuration?.summary
    community.repositories = zip(entry.repositories, remotes).map { repository, remote in
      var repository = repository
      repository.remote = remote
      return repository
    }
    community.documents = documents
    community.files = entry.files.map(\.path)
    community.organizations = OrganizationNames(
      Lexicon.organizations.spellings.map { ($0.name, $0.words) }
        + workspace.organizations.map { ($0.name, $0.spellings) })
    (community.models, community.assumesModels) = models(configuration, own, criteria, entry.repositories)
    community.holds = configuration?.holds
    let levels = criteria.first { community.models.contains($0.model) && !$0.levels.isEmpty }?.levels ?? []
    setApplication(of: &community, Applications(own, level: configuration?.appliesFor, levels: levels), entry)
    // What the documents say together does not depend on what is not here.
    let known = community
    async let index = IndexBuilder(known).index()
    if jobs == 1 { _ = await index }
    if entry.role == .own { community.repositories = await repositories(of: known, configuration, jobs: jobs) }
    community.index = await index
    return community
  }

  /// What the community applies with and for, and whether anything is asked of it.
  private static func setApplication(
    of community: inout Community, _ applications: Applications, _ entry: Inventory.Entry
  ) {
    community.application = applications.current?.path
    community.earlierApplications = applications.earlier.map(\.path)
    community.appliesFor = entry.configuration?.appliesFor ?? (applications.current == nil ? nil : applications.level)
    community.isUnjudged =
      switch entry.role {
      case .own: false
      case .subject: applications.current == nil
      case .foundation, .beside: true
      }
    if case .subject = entry.role { community.isKnownByApplicationOnly = true }
    if community.isUnjudged { community.models = [] }
  }

  /// The repositories of a community, those marked of which only a part is here, where the workspace file does not say
  /// which these are.
  private static func repositories(
    of community: Community, _ configuration: WorkspaceConfiguration.CommunityEntry?, jobs: Int
  ) async -> [Repository] {
    let said = Set((configuration?.repositories ?? []).filter { $0.isExcerpt != nil }.map(\.path))
    var repositories = community.repositories
    let documents = Dictionary(grouping: community.documents) { [repositories] in repositories.holding($0.path)?.path }
    for (index, repository) in repositories.enumerated() where !repository.isAbsent && !said.contains(repository.path) {
      repositories[index].isExcerpt = await PartialCopy.isPartial(
        repository, documents[repository.path] ?? [], jobs: jobs)
    }
    return repositories
  }

  /// Criteria sets of a community: the workspace file's, else its foundation's, else those its application speaks of,
  /// else those of the foundation that its main documents name, else the one for any community: who names no foundation
  /// and applies for nothing is not judged by the criteria of one.
  private static func models(
    _ configuration: WorkspaceConfiguration.CommunityEntry?, _ documents: [SourceDocument], _ criteria: [CriteriaSet],
    _ repositories: [Repository]
  ) -> (models: [String], areAssumed: Bool) {
    if let models = configuration?.models { return (models, false) }
    if let foundation = configuration?.foundation {
      let models = criteria.filter { NameFolding.project($0.foundation) == NameFolding.project(foundation) }
      if !models.isEmpty { return (models.map(\.model), false) }
      // Another foundation's community is not judged by criteria that it never heard of.
      if let general = criteria.first(where: \.isGeneral) { return ([general.model], false) }
    }
    let named = Set(documents.filter { $0.kind == .dueDiligence }.flatMap { $0.facts.items.compactMap(\.criterion) })
    let spoken = criteria.filter { set in named.contains { set[$0] != nil } }
    if !spoken.isEmpty { return (spoken.map(\.model), false) }
    let main = documents.filter { document in
      mainKinds.contains(document.kind) && (repositories.holding(document.path)?.depth(of: document.path) ?? 0) <= 1
    }
    func isNamed(_ set: CriteriaSet) -> Bool {
      let names = set.namedBy.map(PhraseMatcher.normalized)
      // A guide may link another foundation's advice; that is one line.
      return main.contains { $0.words.lines(holding: names) > ($0.kind == .contributing ? 1 : 0) }
    }
    let others = criteria.filter { !$0.isGeneral && isNamed($0) }
    // Who applies somewhere applies for a level, unless it is another foundation's.
    let applications = documents.filter { $0.kind == .dueDiligence }
    func mentions(_ sets: [CriteriaSet]) -> Int {
      let names = sets.flatMap(\.namedBy).map(PhraseMatcher.normalized)
      return applications.map { $0.words.lines(holding: names) }.reduce(0, +)
    }
    let isOfOthers = mentions(criteria.filter(\.isGeneral)) > mentions(criteria.filter { !$0.isGeneral })
    let general = applications.isEmpty || isOfOthers ? criteria.first(where: \.isGeneral) : nil
    let chosen =
      others.first { !$0.levels.isEmpty } ?? others.first ?? general ?? criteria.first { !$0.levels.isEmpty }
    return ([chosen].compactMap { $0?.model }, true)
  }

  /// Kinds of document in which a community says where it belongs.
  private static let mainKinds: Set<DocumentKind> = [
    .readme, .governance, .charter, .contributing, .codeOfConduct, .membership, .maintainers,
  ]
}
