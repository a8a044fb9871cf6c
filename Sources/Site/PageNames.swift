import Diagnostics
import Hashing

/// Pages of documents, no two of which any disk or host takes for one: also not one that ignores case or knows but one
/// form of an accented letter.
struct PageNames: Sendable {
  /// Longest path of a document below its community's folder, in bytes; longer ones are shortened to a hash.
  private static let longestPath = 900

  /// The page of each document, in the order they were given.
  let pages: [String]
  /// One note that names the first documents whose page has a longer name than its file.
  let diagnostics: [Diagnostic]

  /// Names the pages of documents; `folder` is that of the community.
  init(_ documents: [(path: String, folder: String)]) {
    let plain = documents.map { document in
      let segments = Route.segments(of: document.path)
      let isLong = segments.utf8.count > Self.longestPath
      return (document: document, name: isLong ? "long/" + Self.hash(document.path, 16) : segments)
    }
    var pages = plain.map { Self.page($0.document.folder, $0.name) }
    let folded = pages.map(Self.folded)
    var taken = Set<String>(minimumCapacity: pages.count)
    // Nearly all have a name of their own.
    let shared = Set(folded.filter { !taken.insert($0).inserted })
    let groups = Dictionary(grouping: folded.indices.filter { shared.contains(folded[$0]) }) { folded[$0] }
    var renamed: [Int] = []
    // In the order of the documents, and by their paths alone: another document gives no other name.
    for index in shared.isEmpty ? 0..<0 : plain.indices {
      guard let group = groups[folded[index]] else { continue }
      let keeper = group.first { plain[$0].name == plain[$0].document.path } ?? group[0]
      if index != keeper { renamed.append(index) }
    }
    for index in renamed {
      let (document, name) = plain[index]
      var seed = document.path
      repeat {
        pages[index] = Self.page(document.folder, "\(name)-\(Self.hash(seed, 8))")
        seed += "/"
      } while !taken.insert(Self.folded(pages[index])).inserted
    }
    self.pages = pages
    diagnostics = Self.note(renamed.map { plain[$0].document.path })
  }

  private static func page(_ folder: String, _ name: String) -> String { "\(folder)/documents/\(name)/index.html" }

  /// What a disk may take a path for; equal strings are those with the same letters, whatever their form.
  private static func folded(_ page: String) -> String { page.lowercased() }

  private static func hash(_ path: String, _ digits: Int) -> String {
    String(SHA256.hex(Array(path.utf8)).prefix(digits))
  }

  private static func note(_ paths: [String]) -> [Diagnostic] {
    guard let first = paths.first else { return [] }
    let others = paths.count > 1 ? " and of \(paths.count - 1) more" : ""
    return [
      Diagnostic(
        "site/page-name", .note, at: Location(path: first, line: 1),
        "the page of this document\(others) has a longer name: another page would have had the same")
    ]
  }
}
