import Words
import Diagnostics
import Hashing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension SourceTree {
  /// The tree on disk under a folder; nil when there is no such folder.
  ///
  /// Left out: `.git`, what `.gitignore` files name, files of sites that sitegen wrote, folders of vendored packages and
  /// of test data, links that leave the root or lead nowhere, and linked folders (a linked folder inside the root is
  /// walked under its own path).
  public static func disk(root: String) -> SourceTree? {
    guard let real = resolved(root), isDirectory(real) else { return nil }
    var walk = DiskWalk(root: real)
    walk.run()
    let name = real.pathNames.last.map(String.init) ?? "source"
    let plain = walk.plain
    return SourceTree(
      name: name, files: walk.files, gitRoots: walk.gitRoots, folder: real, diagnostics: walk.diagnostics
    ) { path in
      plain.contains(path) ? contents(of: real + "/" + path, as: path) : contents(of: path, inside: real)
    }
  }

  /// The bytes of a regular file that lies inside the root, links followed.
  fileprivate static func contents(of path: String, inside root: String) -> Result<[UInt8], Diagnostic> {
    guard let real = resolved(root + "/" + path) else { return .failure(.unreadable(path, reason(errno))) }
    guard real.hasPrefix(root == "/" ? "/" : root + "/") else {
      return .failure(.unreadable(path, "leads out of the source folder"))
    }
    return contents(of: real, as: path)
  }

  /// The bytes of a regular file that is no link.
  fileprivate static func contents(of real: String, as path: String) -> Result<[UInt8], Diagnostic> {
    // Non-blocking, so that a pipe put in the file's place cannot hold the run up.
    let descriptor = open(real, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return .failure(.unreadable(path, reason(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(.unreadable(path, reason(errno))) }
    guard status.st_mode & S_IFMT == S_IFREG else { return .failure(.unreadable(path, "not a regular file")) }
    guard status.st_size <= IntakeLimits.fileBytes else {
      return .failure(
        .unreadable(path, "file of \(status.st_size) bytes, at most \(IntakeLimits.fileBytes) are read"))
    }
    let size = Int(status.st_size)
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = readBytes(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if got > 0 {
          count += got
        } else if got == 0 {
          return
        } else if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    return failure == 0 ? .success(bytes) : .failure(.unreadable(path, reason(failure)))
  }

  fileprivate static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  fileprivate static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  enum EntryKind { case folder, file, link, special }

  /// What is at a path of the disk, links not followed, and its size; nil where nothing is.
  static func status(of path: String) -> (kind: EntryKind, size: Int)? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    let kind: EntryKind =
      switch status.st_mode & S_IFMT {
      case S_IFDIR: .folder
      case S_IFREG: .file
      case S_IFLNK: .link
      default: .special
      }
    return (kind, Int(status.st_size))
  }

  fileprivate static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}

/// `read` of the C library, which `SourceTree.read` would hide.
private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

/// One walk over a tree: folders in byte order, no recursion. What an entry is comes with its name, so that no file is
/// asked about by itself.
private struct DiskWalk {
  let root: String
  var files: [SourceTree.File] = []
  /// Files that were reached through no link.
  var plain: Set<String> = []
  var gitRoots: Set<String> = []
  var diagnostics: [Diagnostic] = []

  private typealias Kind = SourceTree.EntryKind

  /// A folder still to be walked, with the ignore rules that hold above it and the site of ours that it belongs to.
  private struct Folder {
    let path: String
    let depth: Int
    let ignored: IgnoreRules
    let site: Int?
  }

  /// A site that sitegen wrote.
  private struct Site {
    let folder: String
    let manifest: SiteManifest
    var leftOut = 0
  }
  private var sites: [Site] = []

  init(root: String) { self.root = root }

  mutating func run() {
    var pending = [Folder(path: "", depth: 0, ignored: IgnoreRules(), site: nil)]
    while let folder = pending.popLast() {
      pending.append(contentsOf: walk(folder).reversed())
      guard files.count <= IntakeLimits.files else {
        say(
          folder.path, "more than \(IntakeLimits.files) files, the rest is not read", .error, "intake/too-many-files",
          help: "point --source at the folder with the community's documents")
        break
      }
    }
    for site in sites where site.leftOut > 0 {
      say(
        "\(site.folder)/\(SiteManifest.name)", "a site that sitegen wrote: its \(site.leftOut) files are not read",
        .note,
        "intake/own-site")
    }
  }

  /// Takes the files of a folder and returns its subfolders.
  private mutating func walk(_ folder: Folder) -> [Folder] {
    guard let entries = entries(in: folder.path) else { return [] }
    let names = entries.map(\.name)
    func path(_ name: String) -> String { name.path(in: folder.path) }
    if names.contains(".git") { gitRoots.insert(folder.path) }
    var site = folder.site
    if !folder.path.isEmpty, names.contains(SiteManifest.name),
      case .success(let bytes) = bytes(path(SiteManifest.name)), let manifest = SiteManifest(bytes)
    {
      sites.append(Site(folder: folder.path, manifest: manifest))
      site = sites.count - 1
    }
    var ignored = folder.ignored
    if names.contains(".gitignore"), case .success(let bytes) = bytes(path(".gitignore")) {
      if !ignored.add(bytes, in: folder.path) {
        say(
          path(".gitignore"), "more than \(IntakeLimits.patterns) patterns hold here, the rest is not applied",
          .warning,
          "intake/too-many-patterns", help: "leave files out with `exclude` in sitegen.yaml")
      }
    }
    var folders: [Folder] = []
    for (name, kind) in entries where name != ".git" {
      let path = path(name)
      switch kind {
      case .folder:
        let found = Folder(path: path, depth: folder.depth + 1, ignored: ignored, site: site)
        let isLeftOut = Vendored.isVendored(folder: name, siblings: names) || ignored.matches(path, isDirectory: true)
        if !isLeftOut, isWalked(found, name) { folders.append(found) }
      case .file where !ignored.matches(path, isDirectory: false):
        if let site, isOwn(path, of: sites[site]) {
          sites[site].leftOut += 1
        } else {
          files.append(SourceTree.File(path: path))
          plain.insert(path)
        }
      case .link where !ignored.matches(path, isDirectory: false): take(link: path)
      case .special where FileFormat.isLookedFor(name) && !ignored.matches(path, isDirectory: false):
        say(path, "is no regular file (a pipe, a socket or a device) and is not read", .warning)
      case nil: diagnostics.append(.unreadable(path, "no such file"))
      default: break
      }
    }
    return folders
  }

  /// Whether what is in a folder is read; what is special about it is noted.
  private mutating func isWalked(_ folder: Folder, _ name: String) -> Bool {
    let path = folder.path
    if Self.isUnfinishedSite(name), SourceTree.status(of: absolute(path + "/holder"))?.kind == .file {
      say(path, "is where a build makes a site ready; what is in it is not read", .note)
      return false
    }
    let isOdd = name == WorkspaceConfiguration.fileName || name.holds(".") && FileFormat.isLookedFor(name)
    // Pages of documents lie in folders with their names.
    if isOdd, folder.site == nil { say(path, "is a folder, not a document; what is in it is read", .note) }
    guard folder.depth <= IntakeLimits.depth else {
      say(
        path, "nested deeper than \(IntakeLimits.depth) folders, not read", .warning, "intake/too-deep",
        help: "leave it out with `exclude` in sitegen.yaml")
      return false
    }
    return true
  }

  /// Notes what is special about a file; only what makes a run incomplete is an error.
  private mutating func say(
    _ path: String, _ summary: String, _ severity: Severity, _ rule: RuleID = "intake/no-file", help: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        rule, severity, at: Location(path: path, line: 1), summary, help: help,
        kind: severity == .error ? .unreadable : .input))
  }

  /// Whether a name is that of a folder in which a site is made ready.
  private static func isUnfinishedSite(_ name: String) -> Bool { name.hasPrefix(".") && name.hasSuffix(".sitegen") }

  /// Whether a file is of a site as sitegen wrote it: one whose manifest lists it, unless somebody changed it or wrote the
  /// list himself to hide a document. Pages are taken at their word: reading each would cost as much as writing it.
  private func isOwn(_ path: String, of site: Site) -> Bool {
    let relative = String(path.utf8.dropFirst(site.folder.utf8.count + 1)) ?? ""
    if relative == SiteManifest.name { return true }
    guard let hash = site.manifest.hashes[relative] else { return false }
    guard let name = relative.pathNames.last, !name.hasSuffix(".html"),
      FileFormat.isLookedFor(String(name))
    else { return true }
    // Of what may be a document, a site holds reports, schemas, badges and assets alone: a list of others hides no document,
    // whatever its hashes are.
    let folders = ["assets/", "badges/", "schemas/", "snapshots/"]
    guard name.hasPrefix("gap-report.") || folders.contains(where: relative.hasPrefix) else { return false }
    guard case .success(let bytes) = bytes(path) else { return false }
    return SHA256.hex(bytes) == hash
  }

  /// Takes a link to a regular file inside the root; others are left out, those that leave the root with a note.
  private mutating func take(link path: String) {
    guard let target = SourceTree.resolved(absolute(path)) else {
      guard FileFormat.isLookedFor(String(path.fileName)) else { return }
      return say(
        path, "link leads nowhere and is not read", .note, "intake/dangling-link",
        help: "let it lead to a file, or remove it")
    }
    guard target == root || target.hasPrefix(root == "/" ? "/" : root + "/") else {
      return say(path, "link leads out of the source folder and is not read", .note, "intake/outside-link")
    }
    switch SourceTree.status(of: target)?.kind {
    case .file: files.append(SourceTree.File(path: path))
    case .special where FileFormat.isLookedFor(String(path.fileName)):
      say(path, "leads to no regular file (a pipe, a socket or a device) and is not read", .warning)
    default: break
    }
  }

  /// The bytes of a file that the walk asks for itself; a link is followed inside the root.
  private func bytes(_ path: String) -> Result<[UInt8], Diagnostic> { SourceTree.contents(of: path, inside: root) }

  private func absolute(_ path: String) -> String { path.isEmpty ? root : root + "/" + path }

  private mutating func entries(in folder: String) -> [(name: String, kind: Kind?)]? {
    guard let handle = opendir(absolute(folder)) else {
      diagnostics.append(.unreadable(folder, SourceTree.reason(errno)))
      return nil
    }
    defer { closedir(handle) }
    var entries: [(name: String, kind: Kind?)] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: UInt8.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          String(validatingCString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
        }
      }
      guard let name else {
        say(
          folder.isEmpty ? "." : folder, "a file name in this folder is not valid UTF-8; the file is not read",
          .warning,
          "intake/file-name", help: "rename it, or leave the folder out with `exclude` in sitegen.yaml")
        continue
      }
      guard name != ".", name != ".." else { continue }
      let kind: Kind? =
        switch Int(entry.pointee.d_type) {
        case Int(DT_DIR): .folder
        case Int(DT_REG): .file
        case Int(DT_LNK): .link
        // Some disks do not say.
        case Int(DT_UNKNOWN): SourceTree.status(of: absolute(name.path(in: folder)))?.kind
        default: .special
        }
      entries.append((name, kind))
    }
    return entries.sortedByBytes(of: \.name)
  }
}

/// Folders of other people's packages and of test data inside a checkout.
enum Vendored {
  /// Whether a folder holds vendored packages or test data; `vendor` does only beside a Go or PHP manifest.
  static func isVendored(folder name: String, siblings: [String]) -> Bool {
    Lexicon.builtInDocuments.vendoredFolders.contains(name)
      || name == "vendor" && siblings.contains { $0 == "go.mod" || $0 == "composer.json" || $0 == "go.work" }
  }
}
