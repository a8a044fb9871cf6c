/// Tells a partial copy of a repository, where absence means nothing, from a whole one.
enum PartialCopy {
  /// Fewest files that a copy's own documents must miss.
  private static let fewest = 8

  /// Whether a third of the files that the repository's documents link to, and at least eight, are not here.
  ///
  /// In whole checkouts six of a hundred relative links lead nowhere.
  static func isPartial(_ repository: Repository, of community: Community) -> Bool {
    let documents = community.documents.filter { community.repository(of: $0.path)?.path == repository.path }
    var folders: Set<String> = []
    let paths = Set(documents.map(\.path))
    for path in paths {
      var parts = path.split(separator: "/")
      while parts.popLast() != nil { folders.insert(parts.joined(separator: "/")) }
    }
    var targets: Set<String> = []
    for document in documents where document.markdown != nil {
      for link in document.facts.links {
        if let target = target(of: link.destination, from: document.path, in: repository) { targets.insert(target) }
      }
    }
    let missing = targets.count { !paths.contains($0) && !folders.contains($0) }
    return missing >= fewest && missing * 3 >= targets.count
  }

  /// The path a relative link to a document or folder leads to; nil for anything else, or outside of the repository.
  private static func target(of destination: String, from path: String, in repository: Repository) -> String? {
    let file = destination.prefix { $0 != "#" && $0 != "?" }
    guard !file.isEmpty, !file.utf8.contains(UInt8(ascii: ":")), !file.hasPrefix("//") else { return nil }
    // Only what discovery would look at can be missed: images and program source are in no list of documents.
    let name = file.split(separator: "/").last ?? ""
    guard !name.contains(".") || FileFormat(name: String(name))?.isLinked == true else { return nil }
    var parts = file.hasPrefix("/") ? repository.path.split(separator: "/") : path.split(separator: "/").dropLast()
    for part in file.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    let target = parts.joined(separator: "/")
    return repository.path.isEmpty || target.hasPrefix(repository.path + "/") ? target : nil
  }
}
