import Diagnostics

/// Tells a partial copy of a repository, where absence means nothing, from a whole one.
enum PartialCopy {
  /// Fewest files that a copy's own documents must miss.
  private static let fewest = 8

  /// Whether a third of the files that the repository's documents link to, and at least eight, are not here.
  ///
  /// In whole checkouts six of a hundred relative links lead nowhere.
  static func isPartial(_ repository: Repository, _ documents: [SourceDocument]) -> Bool {
    let paths = Set(documents.map { ByteKey($0.path) })
    var folders: Set<ByteKey> = []
    for path in paths { folders.insertFolders(of: path.text) }
    func isHere(_ path: ByteKey) -> Bool { paths.contains(path) || folders.contains(path) }
    func count(_ body: (ByteKey) -> Void) {
      for document in documents where document.markdown != nil {
        for link in document.facts.links { link.goal.path(root: repository.path).map { body(ByteKey($0)) } }
      }
    }
    // Most copies are whole: that few of the links lead to nothing is told without remembering what each of them names.
    var astray = 0
    count { path in
      if astray < fewest, !isHere(path), isLookedAt(path.text), path.text.isInside(repository.path) { astray += 1 }
    }
    guard astray >= fewest else { return false }
    // Thousands of links name files that others name.
    var targets: Set<ByteKey> = []
    var (known, missing) = (0, 0)
    count { path in
      guard targets.insert(path).inserted, isLookedAt(path.text), path.text.isInside(repository.path) else { return }
      if isHere(path) { known += 1 } else { missing += 1 }
    }
    return missing >= fewest && missing * 3 >= known + missing
  }

  /// Whether discovery would look at a file of this name, or it is a folder: images and program source are in no list of
  /// documents, and only what would be in it can be missed.
  private static func isLookedAt(_ path: String) -> Bool {
    let name = path.fileName
    return !name.holds(byte: UInt8(ascii: ".")) || FileFormat(name: String(name))?.isLinked == true
  }
}
