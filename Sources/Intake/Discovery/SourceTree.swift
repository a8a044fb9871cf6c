public import Diagnostics

/// The files under a source root: what there is, and how to read it. Discovery works on nothing else, so that a test
/// gives it a tree in memory.
public struct SourceTree: Sendable {
  /// One file of the tree.
  public struct File: Sendable, Hashable {
    /// Path relative to the root, `/` separators.
    public let path: String
  }

  /// Name of the root folder, for a community that has no other name.
  public let name: String
  /// Files by path, sorted by UTF-8 bytes; contents of `.git` are left out.
  public let files: [File]
  /// Folders that hold a `.git`, relative to the root (empty for the root itself).
  let gitRoots: Set<String>
  /// The commit that is read of a repository, by its folder; of others it is the working tree.
  var revisions: [String: String] = [:]
  /// Absolute path of the root without links; nil for a tree in memory. No output may hold it.
  public let folder: String?
  private let lookedForForeign = Lazy<ForeignFolders>()
  /// What the walk could not do.
  let diagnostics: [Diagnostic]
  /// The bytes of a file, or why it cannot be read.
  public let read: @Sendable (String) -> Result<[UInt8], Diagnostic>

  init(
    name: String, files: [File], gitRoots: Set<String> = [], folder: String? = nil, diagnostics: [Diagnostic] = [],
    read: @escaping @Sendable (String) -> Result<[UInt8], Diagnostic>
  ) {
    self.name = name
    self.files = files.sortedByBytes(of: \.path)
    self.gitRoots = gitRoots
    self.folder = folder
    self.diagnostics = diagnostics
    self.read = read
  }

  /// Where other people's libraries lie.
  var foreign: ForeignFolders { lookedForForeign.value { ForeignFolders(files.lazy.map(\.path)) } }

  /// The texts of some of its files, and why others cannot be read.
  public func texts(of files: [File]) -> Staged<[SourceText]> {
    var staged = Staged<[SourceText]>([])
    for file in files {
      switch read(file.path) {
      case .success(let bytes): staged.value.append(SourceText(path: file.path, bytes: bytes))
      case .failure(let diagnostic): staged.diagnostics.append(diagnostic)
      }
    }
    return staged
  }

  /// A tree of texts by path; paths in a `.git` folder only make their parent a checkout.
  public static func memory(_ texts: [String: String], name: String = "source") -> SourceTree {
    memory(texts.mapValues { Array($0.utf8) }, name: name)
  }

  /// A tree of bytes by path; paths in a `.git` folder only make their parent a checkout.
  static func memory(_ contents: [String: [UInt8]], name: String = "source") -> SourceTree {
    var files: [File] = []
    var gitRoots: Set<String> = []
    for path in contents.keys {
      let parts = path.pathNames
      if let git = parts.firstIndex(of: ".git") {
        gitRoots.insert(parts[..<git].joined(separator: "/"))
      } else {
        files.append(File(path: path))
      }
    }
    return SourceTree(name: name, files: files, gitRoots: gitRoots) { path in
      contents[path].map { .success($0) } ?? .failure(.unreadable(path, "no such file"))
    }
  }
}

extension Diagnostic {
  /// A file or folder that cannot be read.
  static func unreadable(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      "intake/unreadable", .error, at: Location(path: path, line: 1), "cannot be read: \(reason)",
      help: "make the file readable, or leave it out with `exclude` in sitegen.yaml", kind: .unreadable)
  }
}
