import Diagnostics

extension CommunityData {
  /// What names documents that do not exist, each with the path below its repository; nothing where most are missing,
  /// as the repository was not copied whole then.
  func missing<Entry>(_ named: [(entry: Entry, target: LinkTarget)]) -> [(entry: Entry, path: String)] {
    guard !community.files.isEmpty else { return [] }
    let gone = named.compactMap { entry, target -> (entry: Entry, path: String)? in
      // A folder that is not here at all may be one that was not copied.
      guard case .absent(let path, let repository, _) = target,
        community.repositories.first(where: { $0.path == repository })?.isExcerpt == false,
        resolver.exists(path.folderPath)
      else { return nil }
      return (entry, path.below(repository))
    }
    let here = named.count { if case .local = $0.target { true } else { false } }
    return gone.count <= here ? gone : []
  }
}
