import Criteria
import Diagnostics
import Intake
import StructuredData
import Words

/// What the rules and checks work on: a community's facts joined over its files, computed once.
struct CommunityData {
  /// A link with the document it stands in and where it leads, by their numbers in one table: there are as many of
  /// these as links, and many rules look at each.
  struct ResolvedLink {
    fileprivate final class Table: Sendable {
      let documents: [SourceDocument]
      let targets: [[LinkTarget]]

      init(_ documents: [SourceDocument], _ targets: [[LinkTarget]]) {
        self.documents = documents
        self.targets = targets
      }
    }

    private let table: Table
    private let documentNumber: Int32
    private let linkNumber: Int32

    fileprivate static func all(in table: Table) -> [ResolvedLink] {
      var links: [ResolvedLink] = []
      links.reserveCapacity(table.targets.reduce(0) { $0 + $1.count })
      for (document, targets) in table.targets.enumerated() {
        for link in targets.indices { links.append(ResolvedLink(table, document, link)) }
      }
      return links
    }

    private init(_ table: Table, _ document: Int, _ link: Int) {
      self.table = table
      (documentNumber, linkNumber) = (Int32(document), Int32(link))
    }

    var document: SourceDocument { table.documents[Int(documentNumber)] }
    var link: Link { table.documents[Int(documentNumber)].facts.links[Int(linkNumber)] }
    var target: LinkTarget { table.targets[Int(documentNumber)][Int(linkNumber)] }
  }

  let community: Community
  /// The community's facts as pages and reports see them, too.
  let view: CommunityView
  let asOf: CalendarDate
  /// Days after which a dated figure is too old.
  let maxAge: Int
  /// Active maintainers, one entry a person.
  let maintainers: [Person]
  /// Former maintainers, one entry a person; nobody who is active too.
  let emeritus: [Person]
  let adopters: [Adopter]
  let groups: [Group]
  /// Groups of data files; prose names groups without saying all about them.
  let dataGroups: [Group]
  let owners: [OwnerEntry]
  /// Accounts of ownership files that approve, folded.
  let approvers: Set<String>
  /// Accounts and names of the active maintainers, folded.
  let maintainerNames: Set<String>
  /// Accounts and names of the former maintainers, folded.
  let emeritusNames: Set<String>
  let links: [ResolvedLink]
  /// Documents in which the community itself speaks, and not about another project: everything but notes, mails,
  /// threads, forms to copy and what others wrote.
  let ownDocuments: [SourceDocument]
  /// Paths of documents of rules that say nothing but where those are kept.
  let pointers: Set<String>
  /// What imported files say: dated evidence that decides nothing.
  let imports: [ImportedEntry]
  /// Paths of due-diligence documents whose question was answered.
  let decided: Set<String>
  /// Names of other projects, by which text copied from their documents is recognized.
  let otherProjects: [ProjectName]
  let resolver: LinkResolver
  private let criteria: [CriterionID: Criterion]
  private let documentsByPath: [String: Int]
  private let lookedForHome = Lazy<FoundationHome?>()
  private let lookedForGroups = Lazy<[NamedGroup]>()

  init(
    _ community: Community, asOf: CalendarDate, maxAge: Int, lists: FoundationLists = FoundationLists(),
    projects: [ProjectName] = [], view: CommunityView? = nil, links resolved: CommunityLinks? = nil,
    criteria: [Criterion] = [], sets: [CriteriaSet] = []
  ) {
    let levels = sets.map(\.levels).max { $0.count < $1.count } ?? []
    let imports = Self.imports(community, lists)
    decided = DecidedDocuments.paths(of: community, imports, levels: levels, asOf: asOf)
    let community = community.withoutDecidedProse(decided, sets)
    self.community = community
    self.view = view ?? CommunityView(community, asOf: asOf)
    self.criteria = Dictionary(firstOf: criteria.map { ($0.id, $0) })
    self.imports = imports
    let own = [community.name, community.id].map(Folding.letters)
    otherProjects = projects.filter { !own.contains($0.letters) }
    self.asOf = asOf
    self.maxAge = maxAge
    maintainers = community.maintainers.compactMap(\.joined)
    emeritus = community.emeritus.compactMap(\.joined)
    adopters = community.adopters
    groups = community.groups
    let dataFiles = Set(
      community.documents.filter { $0.kind == .groups && $0.markdown == nil && !isArchived($0.path) }.map(\.path))
    dataGroups = community.groups.filter { dataFiles.contains($0.location.path) }
    owners = community.ownerEntries
    approvers = Set(owners.lazy.filter(\.canApprove).map { Folding.letters($0.name) })
    maintainerNames = Self.names(of: maintainers)
    emeritusNames = Self.names(of: emeritus)
    let resolved = resolved ?? CommunityLinks(community)
    resolver = resolved.resolver
    links = ResolvedLink.all(in: ResolvedLink.Table(community.documents, resolved.targets))
    ownDocuments = community.ownDocuments.filter { !isTemplate($0.path) }
    pointers = Set(community.documents.filter(\.onlyPointsElsewhere).map(\.path))
    documentsByPath = Dictionary(firstOf: community.documents.enumerated().map { ($1.path, $0) })
  }

  private static func names(of people: [Person]) -> Set<String> {
    Set(people.flatMap { [$0.handle, $0.name] }.compactMap { $0.map(Folding.letters) }.filter { !$0.isEmpty })
  }

  /// Where a main page says that the project is one of a foundation whose rules hold for it.
  var home: FoundationHome? { lookedForHome.value { FoundationHome(self) } }

  /// People whom the application names with their organizations, as lists have them.
  var namedGroups: [NamedGroup] { lookedForGroups.value(groupsByName) }

  /// A criterion of the sets that the community is judged by.
  func criterion(_ id: CriterionID?) -> Criterion? { id.flatMap { criteria[$0] } }

  func document(_ path: String) -> SourceDocument? { documentsByPath[path].map { community.documents[$0] } }

  /// Documents of a kind, by path.
  func documents(of kinds: DocumentKind...) -> [SourceDocument] {
    community.documents.filter { kinds.contains($0.kind) }
  }

  /// The community's own documents of some kinds, by the path of their repository.
  func ownDocuments(of kinds: DocumentKind...) -> [String: [SourceDocument]] {
    let own = community.ownDocuments.filter { kinds.contains($0.kind) }
    let placed = own.compactMap { document in resolver.repository(of: document.path).map { ($0.path, document) } }
    return Dictionary(grouping: placed, by: \.0).mapValues { $0.map(\.1) }
  }

  /// All documents but pointers.
  var tellingDocuments: [SourceDocument] { community.documents.filter { !pointers.contains($0.path) } }

  /// The document that asserts.
  var application: SourceDocument? { community.application.flatMap { document($0) } }

  /// Whether a document is the application, and its question is still open.
  func isPending(_ document: SourceDocument) -> Bool {
    document.path == community.application && !decided.contains(document.path)
  }

  /// The document that asserts and, of the older ones, the newest for each level.
  var assertingDocuments: [SourceDocument] {
    let earlier = community.earlierApplications.compactMap { document($0) }.reversed()
    let current = application
    return [current].compactMap { $0 }
      + earlier.uniqued { $0.facts.level?.rawValue ?? "" }.filter {
        $0.path != current?.path && ($0.facts.level == nil || $0.facts.level != current?.facts.level)
      }
  }

  /// Those of them but what a foundation keeps as the record of a decision, which nobody brings up to date.
  var documentsInUse: [SourceDocument] {
    assertingDocuments.filter { document in
      let isKept = community.isKnownByApplicationOnly || DecidedDocuments.isRecord(document.path, in: community)
      return !(isKept && decided.contains(document.path))
    }
  }

  /// Those of them that somebody will still change: gaps of a decided one stay as they are.
  var openDocuments: [SourceDocument] { assertingDocuments.filter { !decided.contains($0.path) } }

  /// Whether maintainers come from a list of them, not from ownership files that stand in for one.
  var hasMaintainerList: Bool {
    guard let path = maintainers.first?.location.path, let kind = document(path)?.kind else { return false }
    return ![.owners, .ownersAliases, .codeowners].contains(kind)
  }

  /// Active maintainers by employer.
  var employers: Employers { view.employers }

  /// Distinct organizations of the active maintainers.
  var organizations: [Employers.Organization] { view.employers.organizations }

  /// Whether every active maintainer's employer, or that there is none, is known.
  var employersAreKnown: Bool { view.employers.unstated.isEmpty }
}

extension Assessment {
  /// Looks again at what was judged, in the words it was read by.
  func reading<Result>(_ read: (CommunityData) -> Result) -> Result {
    Lexicon.with(community.lexicon) {
      let sets = models.map(\.criteriaSet)
      return read(
        CommunityData(community, asOf: asOf, maxAge: sets.first?.maxAge ?? 365, view: view, sets: sets))
    }
  }
}
