import Diagnostics

/// The versions of one list's file.
struct ListFile: Sendable {
  /// One version: the path is relative to the source; no content where the file is gone or cannot be read.
  struct Version: Sendable {
    let commit: Commit
    let path: String
    let bytes: [UInt8]?
  }

  /// The file today.
  let path: String
  /// Oldest first.
  let versions: [Version]
  let isComplete: Bool
}

/// Reads earlier versions of a community's lists as today's are read, so that counts then and now come out of the same
/// code.
struct ListReading: Sendable {
  let community: Community
  let files: [ListFile]
  let reading: DocumentReading

  /// What some files said together after one commit, joined as today's documents are.
  private typealias Past = (commit: Commit, community: Community)

  /// The community with the histories of its lists; one stays unknown where a file of it has no history.
  func withHistories(jobs: Int) async -> Community {
    var community = community
    if let file = community.maintainerFile {
      community.maintainerHistory = await pasts(of: [file], jobs: jobs).map(history)
    }
    community.adopterHistory = await pasts(of: community.adopterFiles, jobs: jobs).map(history)
    let lists = community.bodyLists
    for path in lists.map(\.path).uniqued() {
      guard let found = await pasts(of: [path], jobs: jobs) else { continue }
      for body in lists where body.path == path {
        let versions = found.pasts.map { past in
          BodyHistory.Version(commit: past.commit, voters: CommunityRules(past.community).voters(of: body.body))
        }
        community.bodyHistories[body.body.name] = BodyHistory(versions: versions, isComplete: found.isComplete)
      }
    }
    return community
  }

  private func history(_ found: (pasts: [Past], isComplete: Bool)) -> ListHistory {
    let versions = found.pasts.map { past in
      ListHistory.Version(
        commit: past.commit, maintainers: past.community.maintainers.compactMap(\.joined),
        adopters: past.community.adopters)
    }
    return ListHistory(versions: versions, isComplete: found.isComplete)
  }

  /// The past of a list that is in some files: one version for each change of any of them.
  private func pasts(of paths: [String], jobs: Int) async -> (pasts: [Past], isComplete: Bool)? {
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
    let pasts = order.map { index -> Past in
      current[flat[index].part] = documents[index]
      return (flat[index].version.commit, past(current.compactMap { $0 }))
    }
    return (pasts, parts.allSatisfy(\.isComplete))
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

  /// The community as some documents alone show it, by the code that joins today's documents.
  private func past(_ documents: [SourceDocument]) -> Community {
    var past = Community(id: community.id, name: community.name)
    past.repositories = community.repositories
    past.organizations = community.organizations
    past.documents = documents.sortedByBytes(of: \.path)
    past.index = IndexBuilder(past).index()
    return past
  }
}

extension Community {
  /// Bodies all of whose voters one file lists, with that file.
  var bodyLists: [(body: CommunityRules.Body, path: String)] {
    let rules = CommunityRules(self)
    return rules.bodies.compactMap { body in
      let paths = Set((rules.voters(of: body)?.people ?? []).map(\.location.path))
      guard paths.count == 1, let path = paths.first, let kind = self[path: path]?.kind, !kind.isOfOwners else {
        return nil
      }
      return (body, path)
    }
  }
}

extension DocumentKind {
  /// Whether it says who approves changes of code, which stands in for a list of maintainers where there is none.
  var isOfOwners: Bool { [.owners, .ownersAliases, .codeowners].contains(self) }
}
