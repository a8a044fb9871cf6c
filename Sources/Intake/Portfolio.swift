public import Criteria
public import Diagnostics
public import Words

/// Everything that was read: the communities of a source.
public struct Portfolio: Sendable {
  /// What the workspace file says.
  public var workspace = WorkspaceConfiguration()
  /// How the source was taken, in words ("one repository", "a portfolio of communities").
  var layout = ""
  /// Communities by id, in the order of the workspace file or of their ids.
  public var communities: [Community]
  /// Reports saved earlier, by path: no documents of a community.
  public var snapshots: [SourceText] = []
  /// Markdown files that are pages of the site and no documents of a community, in the order of their pages.
  public var pages: [SourceText] = []

  /// Title of the site.
  public var title: String { workspace.title ?? "Community readiness" }
}

/// One checkout among a community's files.
public struct Repository: Sendable, Hashable {
  /// Its folder's name, or the community's name for a flat one.
  public var name: String
  /// Where it was cloned from, which does not depend on the folder that somebody cloned it to; nil without a remote.
  public var remote: GitRemote?
  /// Folder relative to the source root; empty when the source itself is the repository.
  public var path: String
  /// Public address, if known.
  public var url: String?
  /// Commit that was read, if known.
  public var commit: String?
  /// Branch that was read, if known.
  public var branch: String?
  /// Whether only a part of its files is here, so that absence means nothing.
  public var isExcerpt: Bool = false
  /// Whether the workspace file names it and it is not here.
  public var isAbsent: Bool = false
  /// Whether all of its files are here, so that absence means something.
  public var isComplete: Bool { !isExcerpt && !isAbsent }
  /// What its past tells; nil when it has none here, or it is unknown.
  public var history: RepositoryHistory?

  /// Whether its name says that it holds how the project is run, not what it makes.
  public var isAboutGovernance: Bool {
    let word = (remote?.name ?? name).lowercased().split { "-_. ".contains($0) }.last.map(String.init) ?? ""
    return Lexicon.findings.governingRepositories.contains(word)
  }
}

extension Community {
  /// Whether all files of all of its repositories are here.
  public var isComplete: Bool { repositories.allSatisfy(\.isComplete) }

  /// Fewest files of a repository by which it can be told that there is no code among them.
  private static let fewestFiles = 5
  /// Most files of code that are helpers of its texts; a project with more of them is one of code with much to read.
  private static let mostHelpers = 40

  /// Whether a repository holds how the project is run, not what it makes: by its name, or because of all its files, as
  /// git knows them, hardly any holds code, or several times as many are texts: a list is checked by a script or two.
  public func isAboutGovernance(_ repository: Repository) -> Bool {
    if repository.isAboutGovernance { return true }
    guard repository.history?.isWhole == true, !repository.isExcerpt, !files.isEmpty else { return false }
    var (all, code) = (0, 0)
    // Most files of a community with many repositories lie elsewhere, which their path tells.
    for path in files where path.isInside(repository.path) && self.repository(of: path)?.path == repository.path {
      all += 1
      if lexicon.findings.codeFiles.contains(where: { path.hasSuffix($0) }) { code += 1 }
    }
    guard all >= Self.fewestFiles, code * 20 >= all else { return all >= Self.fewestFiles }
    guard code <= Self.mostHelpers else { return false }
    let texts = documents.count { $0.markdown != nil && self.repository(of: $0.path)?.path == repository.path }
    return code * 3 <= texts
  }
}

/// A community with its repositories and documents.
public struct Community: Sendable {
  /// Folder-safe id, unique in the portfolio.
  public var id: String
  /// Name for people.
  public var name: String
  /// Foundation it belongs to, if known.
  public var foundation: String?
  /// One sentence about it.
  public var summary: String?
  /// Ids of the criteria sets it is judged by.
  public var models: [String] = []
  /// Whether nothing said which criteria sets those are, so that they are a guess.
  public var assumesModels = false
  /// Whether nothing is asked of it: it is a foundation, or a project without an application in a foundation's repository.
  public var isUnjudged = false
  /// Whether a folder in a foundation's repository is all that was read of it, and no repository of its own.
  public var isKnownByApplicationOnly = false
  /// Level held.
  public var holds: MaturityLevel?
  /// Level applied for; nil when there is no application.
  public var appliesFor: MaturityLevel?
  /// Its repositories, by path.
  public var repositories: [Repository] = []
  /// Its documents, by path.
  public var documents: [SourceDocument] = []
  /// Paths of all its files, read or not, sorted by UTF-8 bytes; empty when that is not known.
  public var files: [String] = []
  /// Where other people's libraries lie among them.
  package var foreign = ForeignFolders([])
  /// Path of the document that asserts; nil when there is no application.
  public var application: String?
  /// Paths of older applications and drafts, oldest first.
  public var earlierApplications: [String] = []
  /// Spellings of organizations and the name they stand for.
  public var organizations = OrganizationNames()
  /// The words by which its documents were understood.
  public var lexicon = Lexicon.builtIn
  /// The phrases that were looked for in its documents when they were read; nil where none were.
  package var phrases: PhraseTable?
  /// What its documents say together.
  public var index = CommunityIndex()
  /// Earlier versions of its list of maintainers; nil when no history tells.
  public var maintainerHistory: ListHistory?
  /// Earlier members of the bodies that decide, by name of the body; none where no history tells.
  public var bodyHistories: [String: BodyHistory] = [:]
  /// Earlier versions of its lists of adopters together; nil when no history tells.
  public var adopterHistory: ListHistory?

  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }

  /// The document with this path.
  public subscript(path path: String) -> SourceDocument? { documents.first { $0.path == path } }
}
