import Words

/// Where communities and their repositories begin, told from file names alone.
///
/// A folder is a repository when it holds `.git`, `.github` or a file with one of a few names; the outermost match wins.
/// The source itself is one: one repository. Its children are: one community with several repositories. Its
/// grandchildren are: a portfolio of communities. None: one flat community.
struct Boundaries: Sendable, Hashable {
  /// A community: its folder and the folders of its repositories.
  struct Community: Sendable, Hashable {
    /// Relative to the source; empty for the source itself.
    let folder: String
    /// Relative to the source, sorted by bytes; never empty.
    let repositories: [String]
  }

  /// What the source was taken for.
  enum Layout: String, Sendable, Hashable {
    case repository = "one repository"
    case community = "one community with several repositories"
    case portfolio = "a portfolio of communities"
    case flat = "one flat community"
  }

  let layout: Layout
  /// Sorted by folder.
  let communities: [Community]

  /// Finds the boundaries of a tree.
  init(_ tree: SourceTree) {
    var roots = tree.gitRoots
    var children: Set<String> = []
    for file in tree.files {
      let parts = file.path.split(separator: "/")
      guard let name = parts.last else { continue }
      if parts.count > 1 { children.insert(String(parts[0])) }
      if let github = parts.dropLast().firstIndex(of: ".github") {
        roots.insert(parts[..<github].joined(separator: "/"))
      }
      if parts.count <= 3, Self.marksRepository(name) { roots.insert(parts.dropLast().joined(separator: "/")) }
    }
    func depth(_ folder: String) -> Int { folder.isEmpty ? 0 : folder.utf8.reduce(1) { $1 == 0x2F ? $0 + 1 : $0 } }
    let first = Self.sorted(roots.filter { depth($0) == 1 })
    let outermost = Set(first)
    let second = Self.sorted(roots.filter { depth($0) == 2 && !outermost.contains(Self.parent($0)) })
    let byParent = Dictionary(grouping: second, by: Self.parent)
    let parents = Set(byParent.keys)

    if roots.contains("") || roots.isEmpty || first.isEmpty && second.isEmpty {
      layout = roots.contains("") ? .repository : .flat
      communities = [Community(folder: "", repositories: [""])]
    } else if first.count > 1, first.count >= parents.count, Self.areUnrelated(first, in: tree) {
      layout = .portfolio
      communities = first.map { Community(folder: $0, repositories: [$0]) }
    } else if first.count >= parents.count {
      // A README in some folder of notes does not turn a community with several repositories into a portfolio.
      layout = .community
      communities = [Community(folder: "", repositories: first)]
    } else {
      layout = .portfolio
      communities = Self.sorted(children.union(parents)).map { child in
        let repositories = outermost.contains(child) ? [child] : byParent[child] ?? [child]
        return Community(folder: child, repositories: repositories)
      }
    }
  }

  private static func marksRepository(_ name: Substring) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard let stem = parts.first, !stem.isEmpty else { return false }
    if parts.count > 1, let last = parts.last, Lexicon.documents.codeExtensions.contains(last.lowercased()) {
      return false
    }
    return Lexicon.documents.repositoryFiles.contains(String(stem.lowercased().map { $0 == "-" ? "_" : $0 }))
  }

  private static func parent(_ folder: String) -> String {
    folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
  }

  /// Whether checkouts side by side are of as many owners as there are: somebody's collection, not one community.
  private static func areUnrelated(_ folders: [String], in tree: SourceTree) -> Bool {
    let owners = folders.compactMap { GitRemote(of: $0, in: tree)?.owner.lowercased() }
    return owners.count == folders.count && Set(owners).count == owners.count
  }

  private static func sorted(_ folders: some Sequence<String>) -> [String] {
    folders.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
