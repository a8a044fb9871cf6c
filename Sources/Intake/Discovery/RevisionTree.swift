import Diagnostics
public import StructuredData

/// A source as a commit of one of its repositories has it, read from git's own objects: nothing is checked out.
public struct RevisionTree: Sendable {
  /// Why there is none, with what to do.
  public struct Unavailable: Error, Sendable, Hashable {
    /// What is missing, lower-case start.
    public let reason: String
    /// What to do.
    public let help: String?
    init(_ reason: String, _ help: String? = nil) {
      self.reason = reason
      self.help = help
    }
  }

  /// The files: those of the repository as the commit has them, all others as they lie on the disk.
  public let tree: SourceTree
  /// The commit that was read: where what is checked out left the line of the one that was named.
  public let commit: String
  /// The day of the commit.
  public let date: CalendarDate

  /// The tree of a revision.
  ///
  /// - Parameters:
  ///   - revision: what git understands, or a branch of `origin`.
  ///   - disk: the source as it lies on the disk.
  ///   - repository: which checkout of the source is meant, relative to it; nil for the only one.
  public init(_ revision: String, of disk: SourceTree, repository: String?, asOf: CalendarDate) throws(Unavailable) {
    let place = try Place(disk, repository)
    do throws(HistoryUnavailable) {
      let git = try GitRepository(anyDepth: place.root, asOf: asOf)
      guard let named = try git.commit(named: revision) else {
        throw git.missingPart == nil
          ? HistoryUnavailable("git knows no revision `\(revision)`", help: "name a branch, a tag or a commit of it")
          : HistoryUnavailable(
            "`\(revision)` is not in this shallow clone",
            help: "fetch it: `git fetch --depth=1 origin \(revision)`, or check out with `fetch-depth: 0`; "
              + "`fetch-depth: 2` and `--base HEAD^1` are enough for the merge commit of a pull request")
      }
      let commit = try git.forkPoint(of: named)
      let files = RevisionFiles(try git.entries(of: commit, below: place.prefix), place, disk)
      let contents = try git.contents(of: files.objectsToRead)
      tree = files.tree(contents, disk, commit)
      self.commit = commit.id
      date = commit.date
    } catch {
      throw Unavailable(error.reason, error.help)
    }
  }

  /// Where the repository lies: its root on the disk, what of it the source shows, and where in the source that is.
  struct Place {
    /// Absolute path.
    let root: String
    /// The folder of the repository that is the source, where the source lies inside of it.
    let prefix: String
    /// The folder of the source that is the repository.
    let folder: String

    init(_ disk: SourceTree, _ wanted: String?) throws(Unavailable) {
      guard let source = disk.folder else { throw Unavailable("the source is no folder on a disk") }
      let roots = disk.gitRoots.sortedByBytes()
      let inside = wanted ?? (roots.contains("") ? "" : nil)
      if let inside {
        let folder = inside.pathNames.filter { $0 != "." }.joined(separator: "/")
        guard roots.contains(folder) else {
          throw Unavailable(
            "\(inside) is no checkout inside the source",
            roots.isEmpty ? nil : "there are \(roots.map { $0.isEmpty ? "." : $0 }.joined(separator: ", "))")
        }
        (root, prefix, self.folder) = (folder.isEmpty ? source : "\(source)/\(folder)", "", folder)
      } else if let above = SourceTree.checkout(around: source) {
        (root, prefix, folder) = (above, String(source.dropFirst(above == "/" ? 1 : above.count + 1)), "")
      } else if roots.count == 1 {
        (root, prefix, folder) = ("\(source)/\(roots[0])", "", roots[0])
      } else {
        throw roots.isEmpty
          ? Unavailable("the source is no git checkout", "compare with a saved report instead: `--baseline FILE`")
          : Unavailable(
            "the source holds \(roots.count) checkouts",
            "name one with `--repository`: \(roots.joined(separator: ", "))")
      }
    }
  }
}

/// Which files a revision of a source has.
private struct RevisionFiles {
  /// Files and links by their path in the source.
  private var entries: [String: GitRepository.Entry] = [:]
  /// Files of the source that are none of the repository.
  private let others: [SourceTree.File]
  /// The folder of the source that is the repository.
  private let repository: String

  init(_ found: [GitRepository.Entry], _ place: RevisionTree.Place, _ disk: SourceTree) {
    for entry in found { entries[entry.path.below(place.prefix).path(in: place.folder)] = entry }
    repository = place.folder
    let onDisk = Set(disk.files.map(\.path))
    // What the walk over the disk left out, as vendored packages, is left out here.
    entries = entries.filter { path, _ in onDisk.contains(path) || !disk.isOnDisk(path) }
    let inner = disk.gitRoots.filter { $0 != place.folder && $0.isInside(place.folder) }
    others = disk.files.filter { file in
      !file.path.isInside(place.folder) || inner.contains { file.path.isInside($0) }
    }
    removeVendored()
  }

  /// Leaves out files of vendored packages that are not on the disk any more.
  private mutating func removeVendored() {
    var names: [String: Set<String>] = [:]
    for path in entries.keys {
      let parts = path.pathNames
      names[parts.dropLast().joined(separator: "/"), default: []].insert(parts.last.map(String.init) ?? "")
    }
    entries = entries.filter { path, _ in
      let parts = path.pathNames.map(String.init)
      return !parts.indices.dropLast().contains { index in
        let siblings = names[parts[..<index].joined(separator: "/")] ?? []
        return Vendored.isVendored(folder: parts[index], siblings: Array(siblings))
      }
    }
  }

  /// Contents that are asked for at once: of links and of files that look like documents.
  var objectsToRead: [String] {
    let read = entries.filter { path, entry in
      let name = String(path.fileName)
      // Which checkouts inside of this one are part of it is told by a file that is no document.
      let isRead = FileFormat.isLookedFor(name) || path == ".gitmodules"
      return entry.isLink || isRead && entry.size <= IntakeLimits.fileBytes
    }
    return Set(read.values.map(\.object)).sorted()
  }

  func tree(_ contents: [String: [UInt8]], _ disk: SourceTree, _ commit: Commit) -> SourceTree {
    let entries = entries
    let targets = entries.keys.map { ($0, Self.target(of: $0, entries, contents)) }
    let leftOut = Set(targets.filter { $0.1 == nil }.map(\.0))
    let texts = Dictionary(
      firstOf: targets.compactMap { path, target in target.flatMap { contents[$0.object] }.map { (path, $0) } })
    let sites = Self.pagesOfSites(texts)
    let files = entries.keys.filter { !leftOut.contains($0) && !sites.contains($0) }.map { SourceTree.File(path: $0) }
    let outside = Set(others.map(\.path))
    var tree = SourceTree(
      name: disk.name, files: files + others, gitRoots: disk.gitRoots, folder: disk.folder
    ) { path in
      if let bytes = texts[path] { return .success(bytes) }
      guard entries[path] == nil || outside.contains(path) else {
        return .failure(.unreadable(path, "not read from its commit"))
      }
      return disk.read(path)
    }
    if disk.gitRoots.contains(repository) { tree.revisions[repository] = commit.id }
    return tree
  }

  /// The file that a path leads to through links of the commit; nil where that is no file of it.
  private static func target(
    of path: String, _ entries: [String: GitRepository.Entry], _ contents: [String: [UInt8]]
  ) -> GitRepository.Entry? {
    var path = path
    for _ in 0..<8 {
      guard let entry = entries[path] else { return nil }
      guard entry.isLink else { return entry }
      guard let bytes = contents[entry.object], let link = String(validating: bytes, as: UTF8.self),
        !link.hasPrefix("/")
      else { return nil }
      var parts = path.pathNames.dropLast().map(String.init)
      for part in link.pathNames where part != "." {
        if part != ".." { parts.append(String(part)) } else if parts.popLast() == nil { return nil }
      }
      path = parts.joined(separator: "/")
    }
    return nil
  }

  /// The files of sites that sitegen wrote, by their manifests.
  private static func pagesOfSites(_ texts: [String: [UInt8]]) -> Set<String> {
    var pages: Set<String> = []
    for (path, bytes) in texts where path.hasSuffix("/" + SiteManifest.name) {
      guard let manifest = SiteManifest(bytes) else { continue }
      let folder = path.dropLast(SiteManifest.name.count)
      pages.insert(path)
      for page in manifest.hashes.keys { pages.insert(folder + page) }
    }
    return pages
  }
}
