import Diagnostics

/// Which communities there are, which repositories they have and which files belong to them: nothing is opened yet.
struct Inventory: Sendable {
  /// A community before its files are read.
  struct Entry: Sendable {
    /// What a community is to a foundation whose repository holds it.
    enum Role: Sendable, Hashable {
      /// A community by itself.
      case own
      /// The foundation, by the folder of its repository; other repositories of its owner lie beside that.
      case foundation(String)
      /// A project with a folder in that repository.
      case subject(of: String)
      /// Files beside checkouts of several communities.
      case beside
    }

    let id: String
    /// Name from the workspace file, else nil.
    let name: String?
    let folderName: String
    let configuration: WorkspaceConfiguration.CommunityEntry?
    let repositories: [Repository]
    var files: [SourceTree.File]
    var role = Role.own
    /// The name under which a foundation's repository beside it keeps its documents.
    var subject: String?

    /// Folder of the repository a file lies in; of a file beside the repositories, the source's.
    func root(of path: String) -> String { repositories.holding(path)?.path ?? "" }
  }

  /// How the source was taken, in words.
  let layout: String
  let entries: [Entry]
  /// What was left out.
  let diagnostics: [Diagnostic]

  /// Finds communities by the workspace file, and by the boundaries of repositories for what it does not say.
  init(_ tree: SourceTree, _ workspace: WorkspaceConfiguration) {
    let excluded = workspace.exclude.map { Glob($0) }
    let named = Set(workspace.communities.flatMap(\.repositories).map(\.path))
    let nested = tree.nestedCheckouts.filter { !named.contains($0) }
    let files = tree.files.filter { file in
      file.path != WorkspaceConfiguration.fileName && !excluded.contains { $0.matches(file.path) }
        && !nested.contains(where: file.path.isInside)
    }
    diagnostics = nested.map { folder in
      Diagnostic(
        "intake/nested-checkout", .note, at: Location(path: folder, line: 1),
        "a checkout of its own inside this repository is not read",
        help: "name it in `repositories` of a community in sitegen.yaml if it is a part of the community")
    }
    let boundaries = Boundaries(tree)
    if workspace.communities.isEmpty {
      var ids: Set<String> = []
      var foundations: [FoundationRepository] = []
      let whole = boundaries.communities.compactMap { community -> Entry? in
        let found = community.repositories.compactMap { FoundationRepository($0, files: files.inside($0)) }
        foundations += found
        let apart = Set(found.map(\.folder))
        let repositories = community.repositories.filter { !apart.contains($0) }
        guard !repositories.isEmpty else { return nil }
        let folderName = community.folder.isEmpty ? community.owner ?? tree.name : community.folder
        let own = community.owner == nil ? [community.folder] : repositories
        return Entry(
          id: Self.id(for: folderName, taken: &ids), name: nil, folderName: folderName, configuration: nil,
          repositories: repositories.map { Self.repository($0, of: folderName) },
          // A foundation at the root takes nothing from the checkouts below it.
          files: own.flatMap { files.inside($0) }.filter { file in
            !apart.contains { !$0.isEmpty && file.path.isInside($0) }
          },
          // What else a foundation keeps is no project of its.
          role: found.isEmpty ? .own : .foundation(repositories[0]))
      }
      let beside = Self.beside(boundaries, files, of: tree, ids: &ids)
      layout =
        foundations.isEmpty || !whole.isEmpty ? boundaries.layout.rawValue : "a foundation's repository, by project"
      entries = whole + foundations.flatMap { Self.entries($0, files, of: tree, ids: &ids) } + beside
      return
    }
    layout = "communities of the workspace file"
    let found = Dictionary(firstOf: boundaries.communities.map { ($0.folder, $0) })
    var claims: [String: Set<String>] = [:]
    for community in workspace.communities {
      for repository in community.repositories { claims[repository.path, default: []].insert(community.id) }
    }
    entries = workspace.communities.map { configuration in
      Self.entry(configuration, files, found, isOnly: workspace.communities.count == 1, claims)
    }
  }

  /// What lies beside checkouts of several owners: applications that are then put to their communities.
  private static func beside(
    _ boundaries: Boundaries, _ files: [SourceTree.File], of tree: SourceTree, ids: inout Set<String>
  ) -> [Entry] {
    guard boundaries.communities.contains(where: { $0.owner != nil }) else { return [] }
    let taken = Set(boundaries.communities.flatMap(\.repositories))
    let rest = files.filter { file in !taken.contains(String(file.path.prefix { $0 != "/" })) }
    guard !rest.isEmpty else { return [] }
    return [
      Entry(
        id: id(for: tree.name, taken: &ids), name: nil, folderName: tree.name, configuration: nil,
        repositories: [repository("", of: tree.name)], files: rest, role: .beside)
    ]
  }

  /// A foundation and the projects that have a folder in its repository, each judged by what that folder holds.
  private static func entries(
    _ foundation: FoundationRepository, _ files: [SourceTree.File], of tree: SourceTree, ids: inout Set<String>
  ) -> [Entry] {
    let folders = foundation.subjects.map(foundation.path(of:))
    let name = foundation.folder.pathNames.last.map(String.init) ?? tree.name
    let rest = files.inside(foundation.folder).filter { file in
      !folders.contains(where: file.path.isInside)
    }
    let own = Entry(
      id: id(for: name, taken: &ids), name: nil, folderName: name, configuration: nil,
      repositories: [repository(foundation.folder, of: name)], files: Array(rest), role: .foundation(foundation.folder))
    return [own]
      + zip(foundation.subjects, folders).map { subject, folder in
        // Links to a repository of the project's own name lead there, not to this folder.
        var place = Repository(name: "projects/\(subject)", path: folder)
        place.isExcerpt = true
        return Entry(
          id: id(for: subject, taken: &ids), name: nil, folderName: subject, configuration: nil, repositories: [place],
          files: Array(files.inside(folder)), role: .subject(of: foundation.folder))
      }
  }

  /// A community of the workspace file; `claims` says which communities name a folder as a repository of theirs.
  private static func entry(
    _ configuration: WorkspaceConfiguration.CommunityEntry, _ files: [SourceTree.File],
    _ boundaries: [String: Boundaries.Community], isOnly: Bool, _ claims: [String: Set<String>]
  ) -> Entry {
    var folder = ""
    var repositories: [Repository]
    if configuration.repositories.isEmpty {
      // The only community of a source that is no portfolio is the source itself.
      let found = boundaries[configuration.id] ?? (isOnly ? boundaries[""] : nil)
      folder = found?.folder ?? configuration.id
      repositories = (found?.repositories ?? [folder]).map { repository($0, of: configuration.id) }
    } else {
      repositories = configuration.repositories.map { entry in
        var repository = repository(entry.path, of: configuration.id)
        repository.url = entry.url
        repository.branch = entry.branch
        repository.commit = entry.commit
        repository.isExcerpt = entry.isExcerpt ?? false
        repository.isAbsent = files.inside(entry.path).isEmpty
        return repository
      }
      repositories = repositories.sortedByBytes(of: \.path)
    }
    // Files beside the repositories belong to the community too when its repositories share a folder of their own.
    let roots = Set(repositories.map(\.path))
    let shared = configuration.repositories.isEmpty ? folder : sharedFolder(repositories.map(\.path))
    let isBeside = !shared.isEmpty || configuration.repositories.isEmpty
    let outermost = roots.filter { root in !folders(of: root).contains { roots.contains($0) } }
    let own = (isBeside ? [shared] : outermost).flatMap { files.inside($0) }.filter { file in
      !isBeside || repositories.holding(file.path) != nil
        || !folders(of: file.path).contains { claims[$0]?.contains { $0 != configuration.id } ?? false }
    }.sortedByBytes(of: \.path)
    return Entry(
      id: configuration.id, name: configuration.name, folderName: folder.isEmpty ? configuration.id : folder,
      configuration: configuration, repositories: repositories, files: own)
  }

  private static func repository(_ path: String, of community: String) -> Repository {
    let name = path.pathNames.last.map(String.init) ?? community
    return Repository(name: name, path: path)
  }

  /// The folders a path lies in, the source's own last.
  private static func folders(of path: String) -> [String] {
    var folders: [String] = []
    var folder = path
    while !folder.isEmpty {
      folder = folder.folderPath
      folders.append(folder)
    }
    return folders
  }

  /// The folder that all of some folders lie in; a single folder lies in its parent.
  private static func sharedFolder(_ folders: [String]) -> String {
    var shared = Array(folders.first?.pathNames.dropLast() ?? [])
    for folder in folders {
      let parts = folder.pathNames.dropLast()
      shared = Array(zip(shared, parts).prefix { $0 == $1 }.map(\.0))
    }
    return shared.joined(separator: "/")
  }

  /// A folder-safe id, unlike those taken.
  static func id(for name: String, taken: inout Set<String>) -> String {
    var id = ""
    for byte in name.lowercased().utf8 {
      if byte.isASCIISmall || byte.isASCIIDigit {
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

extension [SourceTree.File] {
  /// The files in a folder; the list is sorted by the bytes of the paths.
  fileprivate func inside(_ folder: String) -> ArraySlice<SourceTree.File> { self[range(of: folder, \.path)] }
}

extension Community {
  /// Paths of the files in a folder, read or not.
  public func files(in folder: String) -> ArraySlice<String> { files[files.range(of: folder, \.self)] }
}

extension Array {
  /// Where the entries of a folder are, in a list that is sorted by the bytes of their paths.
  fileprivate func range(of folder: String, _ path: KeyPath<Element, String>) -> Range<Int> {
    guard !folder.isEmpty else { return indices }
    func first(from low: String) -> Int { partitioningIndex { !$0[keyPath: path].precedes(low) } }
    // `0` is the byte behind `/`.
    return first(from: folder + "/")..<first(from: folder + "0")
  }
}
