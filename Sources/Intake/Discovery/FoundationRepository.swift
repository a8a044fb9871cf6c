import Diagnostics
import Words

/// A repository in which a foundation keeps a folder for each project that applied (`projects/<name>/`), with their
/// applications and the reviews of them, beside its own process documents.
struct FoundationRepository: Sendable {
  /// Fewest folders with an application or a review that make a repository a foundation's.
  private static let fewest = 3
  private static let projects = "projects"

  /// Folder of the repository; empty for the source itself.
  let folder: String
  /// Names of the folders of projects, sorted by bytes.
  let subjects: [String]

  /// Tells by the names of its files; nil for any other repository.
  init?(_ folder: String, files: some Sequence<SourceTree.File>) {
    var all: Set<String> = []
    var applying: Set<String> = []
    for file in files {
      let parts = file.path.isInside(folder) ? file.path.below(folder).pathNames : []
      guard parts.count > 2, parts[0] == Self.projects else { continue }
      let subject = String(parts[1])
      all.insert(subject)
      if !applying.contains(subject), Self.isAboutAnApplication(parts.dropFirst(2)) { applying.insert(subject) }
    }
    guard applying.count >= Self.fewest, applying.count * 2 >= all.count else { return nil }
    self.folder = folder
    subjects = all.sortedByBytes()
  }

  func path(of subject: String) -> String { "\(Self.projects)/\(subject)".path(in: folder) }

  private static func isAboutAnApplication(_ parts: ArraySlice<Substring>) -> Bool {
    let words = Lexicon.documents
    let isReviewed = parts.dropLast().contains { folder in
      let name = Candidate.words(folder)
      func isFor(_ kind: String) -> Bool { words.folders[kind]?.contains(name) ?? false }
      return isFor("review") || isFor("technical_review") || isFor("security_assessment")
    }
    if isReviewed { return true }
    let name = Candidate.words(parts.last ?? "").split { $0 == "_" || $0 == "." }.map(String.init)
    func has(_ phrases: [String]) -> Bool { phrases.contains { name.contains($0) } }
    return has(words.levelNames) || name.contains("review") || has(words.formNames) && name.contains("dd")
  }
}
