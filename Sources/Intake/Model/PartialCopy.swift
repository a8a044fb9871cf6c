/// Tells a partial copy of a repository, where absence means nothing, from a whole one.
enum PartialCopy {
  /// Fewest files that a copy's own documents must miss.
  private static let fewest = 8

  /// Whether a third of the files that the repository's documents link to, and at least eight, are not here.
  ///
  /// In whole checkouts six of a hundred relative links lead nowhere.
  static func isPartial(_ repository: Repository, _ documents: [SourceDocument]) -> Bool {
    var folders: Set<String> = []
    let paths = Set(documents.map(\.path))
    for path in paths {
      var folder = path[...]
      repeat {
        folder = folder.parentFolder
      } while folders.insert(String(folder)).inserted && !folder.isEmpty
    }
    var targets: Set<String> = []
    // Of thousands of links most name files that others name.
    var names: [Substring: Bool] = [:]
    for document in documents where document.markdown != nil {
      let folder = document.path.parentFolder
      for link in document.facts.links {
        if let target = target(of: link.destination, in: folder, of: repository, &names) { targets.insert(target) }
      }
    }
    let missing = targets.count { !paths.contains($0) && !folders.contains($0) }
    return missing >= fewest && missing * 3 >= targets.count
  }

  /// The path a relative link to a document or folder leads to; nil for anything else, or outside of the repository.
  ///
  /// - Parameter names: names of files that are known already, and whether discovery would look at them.
  private static func target(
    of destination: String, in folder: Substring, of repository: Repository, _ names: inout [Substring: Bool]
  ) -> String? {
    let slash = UInt8(ascii: "/")
    var file = destination[...]
    for sign in "#?".utf8 { file = file.firstPlace(ofByte: sign).map { file[..<$0] } ?? file }
    guard !file.isEmpty, !file.holds(byte: UInt8(ascii: ":")), !file.hasPrefix("//") else { return nil }
    // Only what discovery would look at can be missed: images and program source are in no list of documents.
    let bare = file.utf8.last == slash ? file.dropLast() : file
    let name = bare.lastPlace(ofByte: slash).map { bare[bare.utf8.index(after: $0)...] } ?? bare
    let isLookedAt =
      names[name] ?? (!name.holds(byte: UInt8(ascii: ".")) || FileFormat(name: String(name))?.isLinked == true)
    names[name] = isLookedAt
    guard isLookedAt, let target = LinkPath.resolve(file, in: file.utf8.first == slash ? repository.path[...] : folder)
    else { return nil }
    return target.isInside(repository.path) ? target : nil
  }
}
