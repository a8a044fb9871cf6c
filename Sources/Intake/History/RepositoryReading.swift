import Diagnostics
import StructuredData

struct RepositoryReading {
  /// Most files whose changes are asked for.
  private static let mostFiles = 500
  /// Most versions of one list that are read, the newest ones.
  private static let mostVersions = 400
  /// Most documents that are held against files that are gone.
  private static let mostMoves = 100
  /// Most lists whose versions are read.
  private static let mostLists = 8

  /// What git is asked about a repository; no answer needs another.
  enum Question: CaseIterable {
    case changes, activity, lists, state
  }

  struct Found {
    var history: RepositoryHistory
    var lists: [ListFile] = []
    var diagnostics: [Diagnostic] = []
    /// Whether contents of files are not in the clone, of which only dates and versions are told then.
    var lacksContents = false
  }

  /// Writes down an answer.
  typealias Answer = @Sendable (inout Found) -> Void

  let community: Community
  let repository: Repository
  let asOf: CalendarDate
  let listPaths: [String]
  let git: GitRepository
  let head: Commit

  static func open(
    _ community: Community, _ index: Int, lists: [String], of tree: SourceTree, root: String, asOf: CalendarDate
  ) -> Result<RepositoryReading, HistoryUnavailable> {
    let repository = community.repositories[index]
    let folder = repository.path.isEmpty ? root : "\(root)/\(repository.path)"
    return Result { () throws(HistoryUnavailable) in
      let git = try GitRepository(folder: folder, asOf: asOf, at: tree.revisions[repository.path] ?? "HEAD")
      return RepositoryReading(
        community: community, repository: repository, asOf: asOf, listPaths: lists, git: git, head: try git.head())
    }
  }

  func answer(to question: Question) -> Result<Answer, HistoryUnavailable> {
    Result { () throws(HistoryUnavailable) in
      switch question {
      case .changes: try changes()
      case .activity: try activity()
      case .lists: try lists()
      case .state: try state()
      }
    }
  }

  private func changes() throws(HistoryUnavailable) -> Answer {
    let paths = documents
    let asked = paths.asked.prefix(Self.mostFiles)
    guard !asked.isEmpty else { return { _ in } }
    var changes: [String: [Commit]] = [:]
    let log = try git.changeLog(of: Array(asked))
    for change in log.changes(of: Array(asked)) {
      guard let path = change.path else { continue }
      changes[full(path), default: []].append(change.commit)
    }
    let former = try formerNames(of: asked.filter { changes[full($0)] == nil })
    let before = former.map(\.before)
    let earlier = before.isEmpty || log.isOfAll ? log : try git.changeLog(of: before)
    for change in before.isEmpty ? [] : earlier.changes(of: before) {
      guard let path = former.first(where: { $0.before == change.path })?.now else { continue }
      changes[full(path), default: []].append(change.commit)
    }
    let left = paths.all - asked.count
    let much = Diagnostic(
      "intake/much-history", .note, at: Location(path: full(".git"), line: 1),
      "the changes of \(left) of \(paths.all) documents are not read: of ownership files and READMEs below the root, "
        + "and of what lies deepest in the folders")
    return { [changes] found in
      found.history.changes = changes
      if left > 0 { found.diagnostics.append(much) }
    }
  }

  /// Who did what.
  private func activity() throws(HistoryUnavailable) -> Answer {
    let activity = try git.activity()
    return { $0.history.activity = activity }
  }

  private func state() throws(HistoryUnavailable) -> Answer {
    let tags = releases(try git.tags())
    let isWhole = try git.isWhole()
    var lineDays: [String: [Int: CalendarDate]] = [:]
    for path in ([community.application].compactMap { $0 } + community.earlierApplications).filter(isInside) {
      // A file that is not committed yet has none.
      let days = try git.lineDays(of: inside(path), at: head)
      if !days.isEmpty { lineDays[path] = days }
    }
    var newer: Diagnostic?
    if let newest = try git.newestDay(), newest > asOf, community.ownDocuments.contains(where: isAsked) {
      newer = Diagnostic(
        "intake/newer-files", .note, at: Location(path: full(".git"), line: 1),
        "the files are newer than the day of assessment: the last change is of \(newest)",
        help: "check out the commit of that day; lists and texts are read as they are now")
    }
    return { [lineDays, newer] found in
      found.history.tags = tags
      found.history.isWhole = isWhole
      found.history.lineDays = lineDays
      found.diagnostics += [newer].compactMap { $0 }
    }
  }

  /// What documents that no commit has were called in the newest one: a file that is gone now, with most of their lines.
  private func formerNames(of paths: [String]) throws(HistoryUnavailable) -> [(now: String, before: String)] {
    let added = paths.compactMap { path in community[path: full(path)].map { (path: path, bytes: $0.source.bytes) } }
      .filter { !$0.bytes.isEmpty }.prefix(Self.mostMoves)
    guard let least = added.map(\.bytes.count).min(), let most = added.map(\.bytes.count).max() else { return [] }
    let here = Set(community.files)
    let gone = try git.entries(of: head, below: "").filter { entry in
      !entry.isLink && !here.contains(full(entry.path)) && (least / 3...most * 3).contains(entry.size)
    }.prefix(Self.mostMoves)
    guard !gone.isEmpty else { return [] }
    let contents = try git.contents(of: gone.map(\.object))
    let before = gone.compactMap { entry in contents[entry.object].map { (path: entry.path, lines: LineSet($0)) } }
    return added.compactMap { path, bytes in
      let lines = LineSet(bytes)
      let found = before.map { ($0.path, lines.likeness(to: $0.lines)) }.max { $0.1 < $1.1 }
      return found.flatMap { $0.1 >= LineSet.enough ? (path, $0.0) : nil }
    }
  }

  private func full(_ path: String) -> String { path.path(in: repository.path) }

  private func isInside(_ path: String) -> Bool { community.repository(of: path)?.path == repository.path }

  private func inside(_ path: String) -> String { path.below(repository.path) }

  /// Whether a document says something about the community, and is none of its pages at large.
  private func isAsked(_ document: SourceDocument) -> Bool {
    switch document.kind {
    case .page, .data, .unsupported, .license: false
    default: isInside(document.path)
    }
  }

  /// The documents whose changes are asked for, those nearest to the root first, and how many there are in all.
  ///
  /// Where they are many, what lies beside the source code is left out: git would look into every commit of it.
  private var documents: (asked: [String], all: Int) {
    let all = community.ownDocuments.filter(isAsked)
    let isMany = all.count > GitRepository.mostPaths
    let asked = isMany ? all.filter { !isBesideCode($0) } : all
    func depth(_ path: String) -> Int { path.utf8.count { $0 == UInt8(ascii: "/") } }
    let paths = asked.map { inside($0.path) }.sorted { a, b in
      depth(a) != depth(b) ? depth(a) < depth(b) : a.precedes(b)
    }
    return (paths, all.count)
  }

  /// Whether a document is an ownership file or a README of some folder, and not where the maintainers are read from.
  private func isBesideCode(_ document: SourceDocument) -> Bool {
    (document.kind.isOfOwners || document.kind == .readme) && inside(document.path).holds("/")
      && document.path != community.index.maintainerList?.path
  }

  private func lists() throws(HistoryUnavailable) -> Answer {
    let paths = listPaths.filter(isInside)
    var found: [(path: String, changes: [GitRepository.Change], isComplete: Bool)] = []
    var lacksContents = false
    for path in paths.prefix(Self.mostLists) {
      var (changes, isFollowed) = try git.versions(of: inside(path))
      if changes.isEmpty, let former = try formerNames(of: [inside(path)]).first {
        (changes, isFollowed) = try git.versions(of: former.before)
      }
      lacksContents = lacksContents || !isFollowed
      found.append((path, Array(changes.prefix(Self.mostVersions)), isFollowed && changes.count <= Self.mostVersions))
    }
    let objects = found.flatMap { $0.changes.compactMap(\.object) }.uniqued()
    let contents = objects.isEmpty ? [:] : try git.contents(of: objects)
    let lists = found.map { path, changes, isComplete in
      // A commit is on the main line not before those it rests on, whatever its clock said.
      var day = changes.last?.commit.date
      let versions = changes.reversed().map { change in
        var commit = change.commit
        commit.date = max(commit.date, day ?? commit.date)
        day = commit.date
        return ListFile.Version(
          commit: commit, path: change.path.map(full) ?? path, bytes: change.object.flatMap { contents[$0] })
      }
      return ListFile(path: path, versions: versions, isComplete: isComplete)
    }
    return { [lacksContents] found in
      found.lists = lists
      found.lacksContents = lacksContents
    }
  }

  /// Tags that are versions, with or without a name in front (`example-1.2.0`); tags of parts (`api/v1.2.0`) only where
  /// there are no others.
  private func releases(_ tags: [(name: String, commit: Commit)]) -> [Release] {
    func release(_ tag: (name: String, commit: Commit)) -> Release? {
      let name = tag.name.fileName
      let words = name.split(separator: "-")
      // The version begins at the first part that is one together with all behind it.
      let version = words.indices.lazy.compactMap { start in
        VersionName(words[start...].joined(separator: "-"), isNamed: true)
      }.first
      return version.map { version in
        Release(
          name: version.text, date: tag.commit.date, source: .tag,
          location: RepositoryTag.location(of: tag.name, commit: tag.commit.id, in: repository))
      }
    }
    let plain = tags.filter { VersionName($0.name, isNamed: true) != nil }
    let whole = plain.isEmpty ? tags.filter { !$0.name.holds("/") } : plain
    return (whole.isEmpty ? tags : whole).compactMap(release).sorted {
      ($0.date, $0.location) < ($1.date, $1.location)
    }
  }
}
