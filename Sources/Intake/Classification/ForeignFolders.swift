import Diagnostics
import Words

/// Folders of other people's libraries among those of a community: what lies there is not its own.
///
/// Below a folder of libraries (`lib`) it is one with a version or a commit in its name (`lib/zlib-1.2.3`), and, where
/// there is such a one or where tests use them (`tests/lib`), each other that has a license of its own.
package struct ForeignFolders: Sendable {
  private let libraries: Set<String>
  /// What is kept as it once was: documentation of earlier releases, charts that a chart depends on.
  private let copies: Set<String>

  /// Looks at the paths of all files, sorted.
  package init(_ paths: some Sequence<String>) {
    var (versioned, licensed): ([String: Set<String>], [String: Set<String>]) = ([:], [:])
    var (folder, libraries): (String?, [(parent: String, folder: String, isVersioned: Bool)]) = (nil, [])
    var kept = KeptCopies()
    for path in paths {
      if path.fileName == "Chart.yaml" { kept.addChart(path.folderPath) }
      // Files of one folder follow one another.
      if folder.map({ path.folderPath != $0 }) ?? true {
        folder = path.folderPath
        kept.add(path)
        libraries = Self.libraries(above: path.folderPath)
        for library in libraries where library.isVersioned {
          versioned[library.parent, default: []].insert(library.folder)
        }
      }
      guard let library = libraries.last, !library.isVersioned, library.folder == folder, Self.isLicense(path.fileName)
      else { continue }
      if library.parent.pathNames.contains(where: { $0 == "tests" || $0 == "test" }) {
        versioned[library.parent, default: []].insert(library.folder)
      } else {
        licensed[library.parent, default: []].insert(library.folder)
      }
    }
    self.libraries = versioned.reduce(into: []) { all, entry in
      all.formUnion(entry.value)
      all.formUnion(licensed[entry.key] ?? [])
    }
    copies = kept.folders
  }

  /// The folder of somebody else's library that a path lies in; nil for what is the community's own.
  package func library(of path: String) -> String? {
    guard !libraries.isEmpty else { return nil }
    return Self.libraries(above: path.folderPath).lazy.map(\.folder).first(where: libraries.contains)
  }

  /// Whether a path lies among other people's code, which was copied as it is, or in a copy of what once was.
  func holdCopy(_ path: String) -> Bool {
    library(of: path) != nil || !copies.isEmpty && path.foldersAbove.contains(where: copies.contains)
      || path.pathNames.dropLast().contains { folder in
        folder.utf8.count <= 16 && Lexicon.documents.vendorFolders.contains(folder.lowercased().joiningWords)
      }
  }

  /// The folders in a path that lie right below a folder of libraries, outermost first.
  private static func libraries(above folder: String) -> [(parent: String, folder: String, isVersioned: Bool)] {
    let names = folder.pathNames
    return names.indices.dropFirst().compactMap { index in
      guard names[index - 1].utf8.count <= 12,
        Lexicon.documents.libraryFolders.contains(names[index - 1].lowercased())
      else { return nil }
      let parent = names[..<index].joined(separator: "/")
      return (parent, "\(parent)/\(names[index])", hasVersion(names[index]))
    }
  }

  private static func isLicense(_ file: some StringProtocol) -> Bool {
    let name = file.prefix { $0 != "." && $0 != "-" }.lowercased()
    return Lexicon.documents.names["license"]?.contains(name) == true
  }

  /// Whether a name ends with a version or with what names a commit: `zlib-1.2.3`, `mruby-v3.1`, `jansson-e23f558`.
  private static func hasVersion(_ folder: Substring) -> Bool {
    guard let dash = folder.lastIndex(where: { $0 == "-" || $0 == "_" }), dash > folder.startIndex else { return false }
    let end = folder[folder.index(after: dash)...]
    if VersionName(end) != nil { return true }
    return (7...40).contains(end.utf8.count) && end.contains(where: \.isNumber) && end.contains(where: \.isLetter)
      && end.allSatisfy { $0.isHexDigit && !$0.isUppercase }
  }
}
