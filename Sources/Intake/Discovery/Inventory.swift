import Diagnostics

/// Which communities there are, which repositories they have and which files belong to them: nothing is opened yet.
struct Inventory: Sendable {
  /// A community before its files are read.
  struct Entry: Sendable {
    let id: String
    /// Name from the workspace file, else nil.
    let name: String?
    /// Name of its folder.
    let folderName: String
    let configuration: WorkspaceConfiguration.CommunityEntry?
    let repositories: [Repository]
    let files: [SourceTree.File]

    /// Folder of the repository a file lies in; of a file beside the repositories, the source's.
    func root(of path: String) -> String {
      repositories.map(\.path).filter { isInside(path, $0) }.max { $0.utf8.count < $1.utf8.count } ?? ""
    }
  }

  /// How the source was taken, in words.
  let layout: String
  let entries: [Entry]

  /// Finds communities by the workspace file, and by the boundaries of repositories for what it does not say.
  init(_ tree: SourceTree, _ workspace: WorkspaceConfiguration) {
    let excluded = workspace.exclude.map { Glob($0) }
    let files = tree.files.filter { file in
      file.path != WorkspaceConfiguration.fileName && !excluded.contains { $0.matches(file.path) }
    }
    let boundaries = Boundaries(tree)
    if workspace.communities.isEmpty {
      layout = boundaries.layout.rawValue
      var ids: Set<String> = []
      entries = boundaries.communities.map { community in
        let folderName = community.folder.isEmpty ? tree.name : community.folder
        return Entry(
          id: Self.id(for: folderName, taken: &ids), name: nil, folderName: folderName, configuration: nil,
          repositories: community.repositories.map { Self.repository($0, of: folderName) },
          files: Self.files(files, in: community.folder))
      }
      return
    }
    layout = "communities of the workspace file"
    entries = workspace.communities.map { configuration in
      Self.entry(configuration, files, boundaries, workspace)
    }
  }

  private static func entry(
    _ configuration: WorkspaceConfiguration.CommunityEntry, _ files: [SourceTree.File],
    _ boundaries: Boundaries, _ workspace: WorkspaceConfiguration
  ) -> Entry {
    var folder = ""
    var repositories: [Repository]
    if configuration.repositories.isEmpty {
      // The only community of a source that is no portfolio is the source itself.
      let isOnly = workspace.communities.count == 1
      let found = boundaries.communities.first { $0.folder == configuration.id || (isOnly && $0.folder.isEmpty) }
      folder = found?.folder ?? configuration.id
      repositories = (found?.repositories ?? [folder]).map { repository($0, of: configuration.id) }
    } else {
      repositories = configuration.repositories.map { entry in
        var repository = repository(entry.path, of: configuration.id)
        repository.url = entry.url
        repository.branch = entry.branch
        repository.commit = entry.commit
        repository.isExcerpt = entry.isExcerpt ?? false
        repository.isAbsent = Self.files(files, in: entry.path).isEmpty
        return repository
      }
      repositories.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
    // Files beside the repositories belong to the community too when its repositories share a folder of their own.
    let roots = repositories.map(\.path)
    let shared = configuration.repositories.isEmpty ? folder : sharedFolder(roots)
    let others = workspace.communities.filter { $0.id != configuration.id }.flatMap(\.repositories).map(\.path)
    let own = files.filter { file in
      let isBeside = !shared.isEmpty || configuration.repositories.isEmpty
      return roots.contains { isInside(file.path, $0) }
        || isBeside && isInside(file.path, shared) && !others.contains { isInside(file.path, $0) }
    }
    return Entry(
      id: configuration.id, name: configuration.name, folderName: folder.isEmpty ? configuration.id : folder,
      configuration: configuration, repositories: repositories, files: own)
  }

  private static func repository(_ path: String, of community: String) -> Repository {
    let name = path.split(separator: "/").last.map(String.init) ?? community
    return Repository(name: name, path: path)
  }

  private static func isInside(_ path: String, _ folder: String) -> Bool {
    folder.isEmpty || path.hasPrefix(folder + "/")
  }

  private static func files(_ files: [SourceTree.File], in folder: String) -> [SourceTree.File] {
    files.filter { isInside($0.path, folder) }
  }

  /// The folder that all of some folders lie in; a single folder lies in its parent.
  private static func sharedFolder(_ folders: [String]) -> String {
    var shared = Array(folders.first?.split(separator: "/").dropLast() ?? [])
    for folder in folders {
      let parts = folder.split(separator: "/").dropLast()
      shared = Array(zip(shared, parts).prefix { $0 == $1 }.map(\.0))
    }
    return shared.joined(separator: "/")
  }

  /// A folder-safe id, unlike those taken.
  static func id(for name: String, taken: inout Set<String>) -> String {
    var id = ""
    for byte in name.lowercased().utf8 {
      if (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) {
        id.append(Character(Unicode.Scalar(byte)))
      } else if !id.isEmpty, !id.hasSuffix("-") {
        id.append("-")
      }
    }
    while id.hasSuffix("-") { id.removeLast() }
    if id.isEmpty { id = "community" }
    var unique = id
    var number = 2
    while !taken.insert(unique).inserted {
      unique = "\(id)-\(number)"
      number += 1
    }
    return unique
  }
}
