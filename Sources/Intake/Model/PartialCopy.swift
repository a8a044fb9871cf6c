import Diagnostics

/// Tells a partial copy of a repository, where absence means nothing, from a whole one.
struct PartialCopy: Sendable {
  /// Fewest files that a copy's own documents must miss.
  private static let fewest = 8

  private let repository: Repository
  private let documents: [SourceDocument]
  private let paths: ByteTable
  private let folders: ByteTable

  private init(_ repository: Repository, _ documents: [SourceDocument]) {
    self.repository = repository
    self.documents = documents
    var (paths, folders) = (ByteTable(minimumCapacity: documents.count), ByteTable())
    for document in documents {
      paths.insert(document.path)
      folders.insertFolders(of: document.path)
    }
    (self.paths, self.folders) = (paths, folders)
  }

  /// Whether a third of the files that the repository's documents link to, and at least eight, are not here.
  ///
  /// In whole checkouts six of a hundred relative links lead nowhere.
  static func isPartial(_ repository: Repository, _ documents: [SourceDocument]) -> Bool {
    let copy = PartialCopy(repository, documents)
    var astray = 0
    for document in documents where astray < fewest { astray += copy.astray(in: document) }
    return astray >= fewest && copy.lacksThird
  }

  /// The same by `jobs` tasks.
  static func isPartial(_ repository: Repository, _ documents: [SourceDocument], jobs: Int) async -> Bool {
    guard jobs > 1 else { return isPartial(repository, documents) }
    let copy = PartialCopy(repository, documents)
    let astray = await documents.concurrentMap(width: jobs) { copy.astray(in: $0) }
    return astray.reduce(0, +) >= fewest && copy.lacksThird
  }

  private func isHere(_ path: String) -> Bool { paths.contains(path) || folders.contains(path) }

  private func isAsked(_ path: String) -> Bool { Self.isLookedAt(path) && path.isInside(repository.path) }

  private func forEachGoal(in document: SourceDocument, _ body: (String) -> Void) {
    guard document.markdown != nil else { return }
    for link in document.facts.links { link.goal.path(root: repository.path).map(body) }
  }

  /// How many links of a document lead to nothing. Most copies are whole: that few do is told without remembering what
  /// each of them names.
  private func astray(in document: SourceDocument) -> Int {
    var count = 0
    forEachGoal(in: document) { if !isHere($0), isAsked($0) { count += 1 } }
    return count
  }

  private var lacksThird: Bool {
    // Thousands of links name files that others name.
    var targets = ByteTable()
    var (known, missing) = (0, 0)
    for document in documents {
      forEachGoal(in: document) { path in
        guard targets.insert(path).inserted, isAsked(path) else { return }
        if isHere(path) { known += 1 } else { missing += 1 }
      }
    }
    return missing >= Self.fewest && missing * 3 >= known + missing
  }

  /// Whether discovery would look at a file of this name, or it is a folder: images and program source are in no list of
  /// documents, and only what would be in it can be missed.
  private static func isLookedAt(_ path: String) -> Bool {
    let name = path.fileName
    return !name.holds(byte: UInt8(ascii: ".")) || String(name).namesDocument
  }
}
