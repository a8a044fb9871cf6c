public import Criteria
public import Diagnostics
public import StructuredData

/// The workspace file, `sitegen.yaml`: everything that cannot be seen from the documents themselves.
public struct WorkspaceConfiguration: Sendable, Hashable {
  /// Name of the file at the source root.
  public static let fileName = "sitegen.yaml"

  /// A repository of a community.
  struct RepositoryEntry: Sendable, Hashable {
    /// Folder relative to the source root.
    var path: String
    var url: String?
    var branch: String?
    var commit: String?
    /// Whether only a part of its files is here; nil leaves it to discovery.
    var isExcerpt: Bool?
  }

  /// A community.
  public struct CommunityEntry: Sendable, Hashable {
    /// Folder-safe id.
    var id: String
    /// Name for people.
    var name: String?
    /// Foundation it belongs to.
    var foundation: String?
    /// One sentence about it.
    var summary: String?
    /// Ids of the criteria sets it is judged by; nil leaves it to the foundation.
    var models: [String]?
    /// Level held.
    var holds: MaturityLevel?
    var appliesFor: MaturityLevel?
    /// Its repositories; empty leaves them to discovery.
    var repositories: [RepositoryEntry]
    var location: Location
  }

  /// What discovery is told about some documents.
  struct DocumentEntry: Sendable, Hashable {
    /// Pattern of paths it holds for.
    var pattern: String
    /// What they are.
    var kind: DocumentKind?
    /// The project they are about.
    var subject: String?
    /// The level they apply for.
    var level: MaturityLevel?
    /// The day they speak for.
    var date: CalendarDate?
  }

  /// How a rule, or all rules of an area, weigh in some files.
  public struct RuleEntry: Sendable, Hashable {
    /// Id of the rule, or the area.
    public var rule: String
    /// Patterns of paths it holds for; empty for all.
    var patterns: [String]
    /// How much its findings weigh; nil when they are not wanted.
    public var severity: Severity?
    /// Where it names the rule.
    public var location: Location

    /// Whether it holds for a file.
    public func covers(_ path: String) -> Bool { patterns.isEmpty || patterns.contains { Glob($0).matches(path) } }
  }

  /// An organization with other spellings of its name.
  public struct OrganizationEntry: Sendable, Hashable {
    /// The name to show.
    var name: String
    var spellings: [String]
  }

  /// A reviewer's word that a criterion was looked at, with fingerprints of what there was to see.
  public struct ReviewEntry: Sendable, Hashable {
    /// Fingerprints of the parts of one file that were seen.
    public struct Evidence: Sendable, Hashable {
      /// Path of the file.
      public var path: String
      /// Fingerprints of its parts.
      public var fingerprints: [String]
    }

    /// The criterion.
    public var criterion: CriterionID
    /// Id of the community; nil leaves it to the only one.
    public var community: String?
    /// Who reviewed it.
    public var reviewer: String
    /// The day of the review.
    public var date: CalendarDate
    /// What the reviewer has to say.
    public var note: String?
    /// Fingerprint of the claim; nil when the documents made none.
    public var claim: String?
    /// Fingerprints of the evidence, in the order of the file.
    public var evidence: [Evidence]
    /// Its entry.
    public var location: Location
    /// Where it names the criterion.
    public var criterionLocation: Location
    /// Where it names the community; its entry when it does not.
    public var communityLocation: Location
  }

  /// A day with its place.
  public struct DayEntry: Sendable, Hashable {
    /// The day.
    public var date: CalendarDate
    /// Its place.
    public var location: Location
  }

  /// Where reports saved earlier are looked for.
  public static let defaultSnapshots = ["history/*.json"]

  /// Title of the site.
  public var title: String?
  /// Public address of the site, without which sitemap and feed are left out.
  public var baseURL: String?
  /// Day of assessment.
  public var asOf: CalendarDate?
  /// Whether pages carry the demonstration banner.
  public var isDemonstration = false
  /// Communities in the order of the file; empty leaves them to discovery.
  public var communities: [CommunityEntry] = []
  /// Exceptions to discovery; the last one that matches a path decides.
  var documents: [DocumentEntry] = []
  /// Documents that are generated inside the source.
  public var generate: GenerateEntry?
  /// How rules weigh; the last one that covers a finding decides.
  public var rules: [RuleEntry] = []
  /// Spellings of organizations.
  public var organizations: [OrganizationEntry] = []
  /// Patterns of paths that are not read.
  public var exclude: [String] = []
  /// Waivers, left to the assessment.
  public var waivers: Node?
  /// What reviewers looked at, in the order of the file.
  public var reviews: [ReviewEntry] = []
  /// Patterns of reports saved earlier; nil leaves them to `defaultSnapshots`.
  var snapshots: [String]?
  /// Patterns of Markdown files that become pages of the site, in the order of their pages.
  var pages: [String] = []
  /// The day of the saved report that changes are told against, with its place.
  public var since: DayEntry?
  /// The file it was read from; nil when there is none.
  public var source: SourceText?

  /// The configuration of a source without a workspace file.
  public init() {}
}

extension WorkspaceConfiguration {
  /// Reads a workspace file; all its errors at once, each at its place.
  public static func read(_ source: SourceText) -> Staged<WorkspaceConfiguration> {
    var configuration = WorkspaceConfiguration()
    configuration.source = source
    let read = YAML.read(source)
    var diagnostics = read.diagnostics.map { $0.of(.configuration) }
    guard let root = read.value else { return Staged(configuration, diagnostics) }
    if let communities = root["communities"], communities.elements.count > IntakeLimits.communities {
      diagnostics.append(
        Diagnostic(
          "workspace/too-many-communities", .error, at: communities.location(in: source),
          "\(communities.elements.count) communities, at most \(IntakeLimits.communities) are read",
          help: "make several sites of them", kind: .configuration))
      return Staged(configuration, diagnostics)
    }
    diagnostics += WorkspaceSchema.root.diagnostics(of: root, in: source, area: "workspace")

    configuration.title = root["title"]?.string
    configuration.baseURL = root["base_url"]?.string
    configuration.asOf = root["as_of"]?.date
    configuration.isDemonstration = root["demonstration"]?.bool ?? false
    configuration.communities = root["communities"].elements.compactMap { CommunityEntry($0, source) }
    configuration.documents = root["documents"].elements.compactMap(DocumentEntry.init)
    configuration.organizations = root["organizations"].entries.compactMap { entry in
      entry.key.string.map { OrganizationEntry(name: $0, spellings: entry.value.strings) }
    }
    configuration.exclude = root["exclude"].strings
    configuration.waivers = root["waivers"]
    configuration.generate = root["generate"].flatMap { GenerateEntry($0, source) }
    configuration.rules = root["rules"].elements.compactMap { RuleEntry($0, source) }
    configuration.reviews = root["reviews"].elements.compactMap { ReviewEntry($0, source) }
    configuration.snapshots = root["snapshots"].flatMap { $0.isNull ? nil : $0.strings }
    configuration.pages = root["pages"].strings
    configuration.since = root["since"].flatMap { node in
      node.date.map { DayEntry(date: $0, location: node.location(in: source)) }
    }
    diagnostics += configuration.repeatedCommunities()
    return Staged(configuration, diagnostics)
  }

  /// Errors for ids given to two communities: each names a folder of the site.
  private func repeatedCommunities() -> [Diagnostic] {
    var first: [String: Location] = [:]
    return communities.compactMap { community in
      guard let earlier = first.updateValue(community.location, forKey: community.id) else { return nil }
      first[community.id] = earlier
      return Diagnostic(
        "workspace/duplicate-id", .error, at: community.location, "two communities have the id `\(community.id)`",
        help: "give each community an id of its own", notes: [.init("first used here", at: earlier)],
        kind: .configuration)
    }
  }
}

extension WorkspaceConfiguration.CommunityEntry {
  fileprivate init?(_ node: Node, _ source: SourceText) {
    guard let id = node["id"]?.string else { return nil }
    self.id = id
    name = node["name"]?.string
    foundation = node["foundation"]?.string
    summary = node["summary"]?.string
    models = node["models"]?.strings
    holds = node["holds"]?.string.map { MaturityLevel(rawValue: $0.lowercased()) }
    appliesFor = node["applies_for"]?.string.map { MaturityLevel(rawValue: $0.lowercased()) }
    repositories = node["repositories"].elements.compactMap { .init($0) }
    location = node.location(in: source)
  }
}

extension WorkspaceConfiguration.RepositoryEntry {
  fileprivate init?(_ node: Node) {
    guard let path = node["path"]?.string else { return nil }
    self.path = path.pathNames.filter { $0 != "." }.joined(separator: "/")
    url = node["url"]?.string
    branch = node["branch"]?.string
    commit = node["commit"]?.string
    isExcerpt = node["excerpt"]?.bool
  }
}

extension WorkspaceConfiguration.DocumentEntry {
  fileprivate init?(_ node: Node) {
    guard let path = node["path"]?.string else { return nil }
    pattern = path
    kind = node["kind"]?.string.flatMap { DocumentKind(rawValue: $0) }
    subject = node["subject"]?.string
    level = node["level"]?.string.map { MaturityLevel(rawValue: $0.lowercased()) }
    date = node["date"]?.date
  }
}

extension WorkspaceConfiguration.RuleEntry {
  fileprivate init?(_ node: Node, _ source: SourceText) {
    guard let rule = node["rule"], let id = rule.string, let severity = node["severity"]?.string else { return nil }
    self.rule = id
    patterns = node["paths"].strings
    self.severity = Severity(rawValue: severity)
    location = rule.location(in: source)
  }
}

extension WorkspaceConfiguration.ReviewEntry {
  fileprivate init?(_ node: Node, _ source: SourceText) {
    guard let criterion = node["criterion"], let id = criterion.string, let reviewer = node["reviewer"]?.string,
      let date = node["date"]?.date
    else { return nil }
    self.criterion = CriterionID(rawValue: id)
    community = node["community"]?.string
    self.reviewer = reviewer
    self.date = date
    note = node["note"]?.string
    claim = node["claim"]?.string
    evidence = node["evidence"].entries.compactMap { entry in
      entry.key.string.map { Evidence(path: $0, fingerprints: entry.value.strings) }
    }
    location = node.location(in: source)
    criterionLocation = criterion.location(in: source)
    communityLocation = (node["community"] ?? node).location(in: source)
  }
}
