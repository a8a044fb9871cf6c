import Diagnostics
import Words

/// Tells whose each due-diligence document, review and assessment is: its subject's, by title or by its path
/// (`projects/<name>/`), not that of the folder it lies in.
struct Subjects {
  private var keys: Set<String> = []
  /// The one project that all applications are about, in a community whose folder has another name.
  private(set) var adopted: String?

  /// Learns a community's names, and the subject of its documents when no name fits.
  init(names: [String], documents: [SourceDocument]) {
    keys = Set(names.map(NameFolding.project).filter { !$0.isEmpty && !Lexicon.documents.genericFolders.contains($0) })
    // A foundation that keeps a folder for each project has no subject of its own.
    guard documents.allSatisfy({ Self.folderSubject($0) == nil }) else { return }
    let subjects = documents.filter { $0.kind == .dueDiligence }.compactMap(Self.titleSubject)
    guard let first = subjects.first, !subjects.contains(where: { matches($0) }) else { return }
    let isOne = subjects.allSatisfy { NameFolding.project($0) == NameFolding.project(first) }
    if isOne {
      adopted = first
      keys.insert(NameFolding.project(first))
    }
  }

  /// The other project a document is about; nil when it is about this community or about no project in particular.
  func foreignSubject(of document: SourceDocument) -> String? {
    guard Self.isAboutOneProject(document.kind) else { return nil }
    if let folder = Self.folderSubject(document) { return matches(folder) ? nil : folder }
    guard let subject = Self.titleSubject(document) else { return nil }
    return matches(subject) ? nil : subject
  }

  /// The community's name as its documents spell it; nil when none is about it.
  func spelling(in documents: [SourceDocument]) -> String? {
    adopted
      ?? documents.lazy.filter { $0.kind != .review }.compactMap(Self.titleSubject).first {
        keys.contains(NameFolding.project($0))
      }
  }

  private func matches(_ subject: String) -> Bool {
    let whole = NameFolding.project(subject)
    if keys.contains(whole) { return true }
    // `Example Event-driven Scaling (EEDS)` is eeds, `Example project` lies in example-community.
    let words = NameFolding.name(subject).split(separator: " ").map(String.init)
    return words.contains { $0.utf8.count >= 3 && keys.contains($0) }
      || whole.utf8.count >= 4 && keys.contains { $0.utf8.count > whole.utf8.count && $0.hasPrefix(whole) }
  }

  private static func isAboutOneProject(_ kind: DocumentKind) -> Bool {
    switch kind {
    case .dueDiligence, .review, .technicalReview, .securityAssessment: true
    default: false
    }
  }

  private static func folderSubject(_ document: SourceDocument) -> String? {
    isAboutOneProject(document.kind) ? DocumentHead.subject(path: document.path) : nil
  }

  static func titleSubject(_ document: SourceDocument) -> String? {
    guard isAboutOneProject(document.kind), document.kind != .review || !document.reason.hasPrefix("unfilled") else {
      return nil
    }
    return document.facts.subject ?? ApplicationTitle(document.title)?.subject
  }
}
