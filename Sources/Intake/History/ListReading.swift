import Diagnostics

/// Reads earlier versions of a community's lists as today's are read, so that counts then and now come out of the same
/// code.
struct ListReading: Sendable {
  private let community: Community
  private let files: [ListFile]
  private let reading: DocumentReading

  init(_ community: Community, _ files: [ListFile], _ reading: DocumentReading) {
    self.community = community
    self.files = files
    self.reading = reading
  }

  /// The histories of both lists; nil where a file of a list has no history.
  func histories(jobs: Int) async -> (maintainers: ListHistory?, adopters: ListHistory?) {
    let maintainerFiles = [community.maintainerFile].compactMap { $0 }
    return (await history(of: maintainerFiles, jobs: jobs), await history(of: community.adopterFiles, jobs: jobs))
  }

  /// The history of a list that is in some files: one version for each change of any of them.
  private func history(of paths: [String], jobs: Int) async -> ListHistory? {
    let parts = paths.compactMap { path in files.first { $0.path == path && !$0.versions.isEmpty } }
    guard !parts.isEmpty, parts.count == paths.count else { return nil }
    let flat = parts.enumerated().flatMap { part, file in file.versions.map { (part: part, version: $0) } }
    let documents = await flat.concurrentMap(width: jobs) { part, version in
      document(version, as: parts[part].path)
    }
    // Changes of several files in the order of their days; those of one file keep their order.
    let order = flat.indices.sorted { a, b in
      (flat[a].version.commit.date, a) < (flat[b].version.commit.date, b)
    }
    var current = [SourceDocument?](repeating: nil, count: parts.count)
    let versions = order.map { index in
      current[flat[index].part] = documents[index]
      return version(flat[index].version.commit, current.compactMap { $0 })
    }
    return ListHistory(versions: versions, isComplete: parts.allSatisfy(\.isComplete))
  }

  /// A version of a file, read as the kind of document it is today.
  private func document(_ version: ListFile.Version, as path: String) -> SourceDocument? {
    guard let bytes = version.bytes, let today = community[path: path] else { return nil }
    let source = SourceText(path: version.path, bytes: bytes)
    guard var document = reading.document(source, as: today.kind).value else { return nil }
    for index in document.facts.people.indices {
      document.facts.people[index].location.commit = version.commit.id
    }
    for index in document.facts.adopters.indices {
      document.facts.adopters[index].location.commit = version.commit.id
    }
    return document
  }

  /// What some documents list together, by the code that joins today's documents.
  private func version(_ commit: Commit, _ documents: [SourceDocument]) -> ListHistory.Version {
    var past = Community(id: community.id, name: community.name)
    past.repositories = community.repositories
    past.organizations = community.organizations
    past.documents = documents.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let index = IndexBuilder(past).index()
    return ListHistory.Version(
      commit: commit, maintainers: index.maintainers.compactMap(\.joined), adopters: index.adopters)
  }
}
