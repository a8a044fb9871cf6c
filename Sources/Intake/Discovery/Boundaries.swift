import Diagnostics
import Words

/// Where communities and their repositories begin, told from file names alone.
///
/// A folder is a repository when it holds `.git`, `.github` or a file with one of a few names; the outermost match wins.
/// The source itself is one: one repository. Its children are: one community with several repositories. Its
/// grandchildren are: a portfolio of communities. None: one flat community.
struct Boundaries: Sendable, Hashable {
  /// A community: its folder and the folders of its repositories.
  struct Community: Sendable, Hashable {
    /// Relative to the source; empty for the source itself and for checkouts of one owner among those of others.
    let folder: String
    /// Relative to the source, sorted by bytes; never empty.
    let repositories: [String]
    /// Whose checkouts these are, where others lie beside them.
    var owner: String?
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
      let parts = file.path.pathNames
      guard let name = parts.last else { continue }
      if parts.count > 1 { children.insert(String(parts[0])) }
      if let github = parts.dropLast().firstIndex(of: ".github") {
        roots.insert(parts[..<github].joined(separator: "/"))
      }
      if parts.count <= 3, Self.marksRepository(name) { roots.insert(parts.dropLast().joined(separator: "/")) }
    }
    func depth(_ folder: String) -> Int { folder.isEmpty ? 0 : folder.utf8.reduce(1) { $1 == 0x2F ? $0 + 1 : $0 } }
    let first = roots.filter { depth($0) == 1 }.sortedByBytes()
    let outermost = Set(first)
    let second = roots.filter { depth($0) == 2 && !outermost.contains($0.folderPath) }.sortedByBytes()
    let byParent = Dictionary(grouping: second, by: \.folderPath)
    let parents = Set(byParent.keys)

    if roots.contains("") || roots.isEmpty || first.isEmpty && second.isEmpty {
      layout = roots.contains("") ? .repository : .flat
      communities = [Community(folder: "", repositories: [""])]
    } else if first.count > 1, first.count >= parents.count, let apart = Self.byOwner(first, in: tree) {
      layout = .portfolio
      communities = apart
    } else if first.count >= parents.count {
      // A README in some folder of notes does not turn a community with several repositories into a portfolio.
      layout = .community
      communities = [Community(folder: "", repositories: first)]
    } else {
      layout = .portfolio
      communities = children.union(parents).sortedByBytes().map { child in
        let repositories = outermost.contains(child) ? [child] : byParent[child] ?? [child]
        return Community(folder: child, repositories: repositories)
      }
    }
  }

  private static func marksRepository(_ name: Substring) -> Bool {
    let dot = name.firstPlace(ofByte: UInt8(ascii: ".")) ?? name.endIndex
    let stem = name[..<dot].lowercased().joiningWords
    guard Lexicon.documents.repositoryFiles.contains(stem) else { return false }
    let last = name[dot...].isEmpty ? nil : name.lastPlace(ofByte: UInt8(ascii: ".")).map { name[$0...].dropFirst() }
    return last.map { !Lexicon.documents.codeExtensions.contains($0.lowercased()) } ?? true
  }

  /// Checkouts side by side that are somebody's collection, not one community: each has an owner of its own, or two
  /// owners and more govern theirs by themselves. Nil for one community.
  private static func byOwner(_ folders: [String], in tree: SourceTree) -> [Community]? {
    var groups: [(owner: String, folders: [String])] = []
    for folder in folders {
      guard let owner = owner(of: folder, in: tree) else { return nil }
      if let index = groups.firstIndex(where: { isRelated($0.owner, owner) }) {
        groups[index].folders.append(folder)
        if owner.utf8.count < groups[index].owner.utf8.count { groups[index].owner = owner }
      } else {
        groups.append((owner, [folder]))
      }
    }
    guard groups.count > 1 else { return nil }
    if groups.count < folders.count {
      let governed = governedFolders(in: tree)
      guard groups.count(where: { $0.folders.contains(where: governed.contains) }) > 1 else { return nil }
    }
    return groups.map { owner, folders in
      Community(folder: folders.count == 1 ? folders[0] : "", repositories: folders, owner: owner)
    }
  }

  /// Whose a checkout is: by its remote, else by a name that tools for mirroring give (`acme__docs`, `acme+docs`).
  private static func owner(of folder: String, in tree: SourceTree) -> String? {
    if let remote = GitRemote(of: folder, in: tree) { return remote.owner }
    for sign in ["__", "+"] {
      let parts = folder.split(separator: sign, omittingEmptySubsequences: false)
      if parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) { return String(parts[0]) }
    }
    return nil
  }

  /// Whether two owners are one community: the same, or one's name with a word behind it (`acme` and `acme-contrib`).
  private static func isRelated(_ a: String, _ b: String) -> Bool {
    let (short, long) =
      a.utf8.count < b.utf8.count ? (a.lowercased(), b.lowercased()) : (b.lowercased(), a.lowercased())
    return short == long || long.hasPrefix(short + "-")
  }

  /// Folders of the first level with a governance document or a list of maintainers of their own.
  private static func governedFolders(in tree: SourceTree) -> Set<String> {
    let words = Lexicon.documents
    let names = Set(words.maintainerKeys + (words.names["governance"] ?? []))
    var folders: Set<String> = []
    for file in tree.files {
      let parts = file.path.pathNames
      guard parts.count == 2, let stem = parts[1].split(separator: ".").first else { continue }
      if names.contains(Candidate.words(stem)) { folders.insert(String(parts[0])) }
    }
    return folders
  }
}
