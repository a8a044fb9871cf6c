import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension SourceTree {
  /// What bounds a walk over hostile trees.
  enum Limits {
    /// Deepest folder.
    static let depth = 64
    /// Most files.
    static let files = 250_000
    /// Largest file that is read, in bytes.
    static let fileBytes = 8_000_000
  }

  /// The tree on disk under a folder; nil when there is no such folder.
  ///
  /// Left out: `.git`, what `.gitignore` files name, output folders of sitegen, folders of vendored packages and of test
  /// data, links that leave the root or lead nowhere, and linked folders (a linked folder inside the root is walked under
  /// its own path).
  public static func disk(root: String) -> SourceTree? {
    guard let real = resolved(root), isDirectory(real) else { return nil }
    var walk = DiskWalk(root: real)
    walk.run()
    let name = real.split(separator: "/").last.map(String.init) ?? "source"
    return SourceTree(
      name: name, files: walk.files, gitRoots: walk.gitRoots, folder: real, diagnostics: walk.diagnostics
    ) { path in
      contents(of: real + "/" + path, inside: real, as: path)
    }
  }

  /// The bytes of a regular file that lies inside the root, links followed.
  fileprivate static func contents(of file: String, inside root: String, as path: String) -> Result<[UInt8], Diagnostic>
  {
    guard let real = resolved(file) else { return .failure(.unreadable(path, reason(errno))) }
    guard real.hasPrefix(root == "/" ? "/" : root + "/") else {
      return .failure(.unreadable(path, "leads out of the source folder"))
    }
    // Non-blocking, so that a pipe put in the file's place cannot hold the run up.
    let descriptor = open(real, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return .failure(.unreadable(path, reason(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(.unreadable(path, reason(errno))) }
    guard status.st_mode & S_IFMT == S_IFREG else { return .failure(.unreadable(path, "not a regular file")) }
    guard status.st_size <= Limits.fileBytes else {
      return .failure(
        .unreadable(path, "file of \(status.st_size) bytes, at most \(Limits.fileBytes) are read"))
    }
    let size = Int(status.st_size)
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = DiskTreeCalls.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
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

  fileprivate static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}

/// `read` of the C library, which `SourceTree.read` would hide.
private enum DiskTreeCalls {
  static func read(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer, count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer, count)
    #else
      Darwin.read(descriptor, buffer, count)
    #endif
  }
}

/// One walk over a tree: folders in byte order, no recursion.
private struct DiskWalk {
  let root: String
  var files: [SourceTree.File] = []
  var gitRoots: Set<String> = []
  var diagnostics: [Diagnostic] = []

  /// A folder still to be walked, with the ignore rules that hold above it.
  private struct Folder {
    let path: String
    let depth: Int
    let ignored: IgnoreRules
  }

  init(root: String) { self.root = root }

  mutating func run() {
    var pending = [Folder(path: "", depth: 0, ignored: IgnoreRules())]
    while let folder = pending.popLast() {
      pending.append(contentsOf: walk(folder).reversed())
      guard files.count <= SourceTree.Limits.files else {
        let summary = "more than \(SourceTree.Limits.files) files, the rest is not read"
        diagnostics.append(
          Diagnostic(
            "intake/too-many-files", .error, at: Location(path: folder.path, line: 1), summary,
            help: "point --source at the folder with the community's documents", kind: .unreadable))
        return
      }
    }
  }

  /// Takes the files of a folder and returns its subfolders.
  private mutating func walk(_ folder: Folder) -> [Folder] {
    guard let names = names(in: folder.path) else { return [] }
    func path(_ name: String) -> String { folder.path.isEmpty ? name : folder.path + "/" + name }
    if names.contains(where: { $0 == ".git" }) { gitRoots.insert(folder.path) }
    if !folder.path.isEmpty, names.contains(where: { $0 == "manifest.json" }), isOutput(path("manifest.json")) {
      return []
    }
    var ignored = folder.ignored
    if names.contains(where: { $0 == ".gitignore" }), case .success(let bytes) = bytes(path(".gitignore")) {
      ignored.add(String(decoding: bytes, as: UTF8.self), in: folder.path)
    }
    var folders: [Folder] = []
    for name in names where name != ".git" {
      let path = path(name)
      var status = stat()
      guard lstat(absolute(path), &status) == 0 else {
        diagnostics.append(.unreadable(path, SourceTree.reason(errno)))
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        guard !Vendored.isVendored(folder: name, siblings: names), !ignored.matches(path, isDirectory: true) else {
          continue
        }
        guard folder.depth < SourceTree.Limits.depth else {
          diagnostics.append(
            Diagnostic(
              "intake/too-deep", .warning, at: Location(path: path, line: 1),
              "nested deeper than \(SourceTree.Limits.depth) folders, not read",
              help: "leave it out with `exclude` in sitegen.yaml"))
          continue
        }
        folders.append(Folder(path: path, depth: folder.depth + 1, ignored: ignored))
      case S_IFREG where !ignored.matches(path, isDirectory: false):
        files.append(SourceTree.File(path: path, size: Int(status.st_size)))
      case S_IFLNK where !ignored.matches(path, isDirectory: false):
        take(link: path)
      default: break
      }
    }
    return folders
  }

  /// Takes a link to a regular file inside the root; others are left out, those that leave the root with a note.
  private mutating func take(link path: String) {
    guard let target = SourceTree.resolved(absolute(path)) else {
      guard FileFormat(name: path.split(separator: "/").last.map(String.init) ?? "") != nil else { return }
      diagnostics.append(
        Diagnostic(
          "intake/dangling-link", .note, at: Location(path: path, line: 1), "link leads nowhere and is not read",
          help: "let it lead to a file, or remove it"))
      return
    }
    guard target == root || target.hasPrefix(root == "/" ? "/" : root + "/") else {
      diagnostics.append(
        Diagnostic(
          "intake/outside-link", .note, at: Location(path: path, line: 1),
          "link leads out of the source folder and is not read"))
      return
    }
    var status = stat()
    guard stat(target, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    files.append(SourceTree.File(path: path, size: Int(status.st_size)))
  }

  /// Whether a manifest is the one of a site that sitegen wrote: its pages are no input.
  private func isOutput(_ manifest: String) -> Bool {
    guard case .success(let bytes) = bytes(manifest) else { return false }
    return OutputMarker.isManifest(bytes)
  }

  private func bytes(_ path: String) -> Result<[UInt8], Diagnostic> {
    SourceTree.contents(of: absolute(path), inside: root, as: path)
  }

  private func absolute(_ path: String) -> String { path.isEmpty ? root : root + "/" + path }

  private mutating func names(in folder: String) -> [String]? {
    guard let handle = opendir(absolute(folder)) else {
      diagnostics.append(.unreadable(folder, SourceTree.reason(errno)))
      return nil
    }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: UInt8.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          String(validatingCString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
        }
      }
      guard let name else {
        diagnostics.append(
          Diagnostic(
            "intake/file-name", .warning, at: Location(path: folder.isEmpty ? "." : folder, line: 1),
            "a file name in this folder is not valid UTF-8; the file is not read",
            help: "rename it, or leave the folder out with `exclude` in sitegen.yaml"))
        continue
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// Folders of other people's packages and of test data inside a checkout.
enum Vendored {
  private static let names: Set<String> = ["node_modules", ".build", ".venv", "bower_components", "testdata"]

  /// Whether a folder holds vendored packages or test data; `vendor` does only beside a Go or PHP manifest.
  static func isVendored(folder name: String, siblings: [String]) -> Bool {
    names.contains(name)
      || name == "vendor" && siblings.contains { $0 == "go.mod" || $0 == "composer.json" || $0 == "go.work" }
  }
}

/// Recognizes the manifest that sitegen leaves in its output folder.
enum OutputMarker {
  /// Whether these bytes name sitegen as generator near their start.
  static func isManifest(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(4096).filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }, as: UTF8.self)
    return head.hasPrefix("{") && head.contains("\"generator\":\"sitegen")
  }
}
