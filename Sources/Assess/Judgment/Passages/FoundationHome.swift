import Diagnostics
import Intake
import Words

/// A foundation whose own rules hold for all its projects, where a project's main pages say that it is one of them.
struct FoundationHome: Sendable {
  /// Its name, with its article.
  let name: String
  /// Where it is said.
  let location: Location

  /// Kinds of documents that such a foundation has for all its projects.
  static let kinds: Set<DocumentKind> = [
    .governance, .charter, .membership, .maintainers, .codeOfConduct, .securityPolicy,
  ]

  /// Bytes at the head of a page in which a license stands.
  private static let head = 400

  init?(_ data: CommunityData) {
    let main = data.ownDocuments.filter { document in
      [.readme, .contributing, .governance].contains(document.kind) && data.depth(of: document.path) == 0
    }
    let words = Lexicon.findings
    for document in main {
      let found =
        Self.heading(of: document, words.foundationHeads) ?? Self.sentence(of: document, words.foundationPhrases)
        ?? Self.link(of: document, words.foundationPages)
      guard let found else { continue }
      self = found
      return
    }
    return nil
  }

  private init(_ name: String, _ location: Location) { (self.name, self.location) = (name, location) }

  private static func heading(of document: SourceDocument, _ heads: [LexiconFile.Meaning]) -> FoundationHome? {
    let source = document.source
    var start = 0
    for line in 1...max(1, source.lineCount) where start < head {
      let text = source.lineText(line)
      start += text.utf8.count + 1
      let lower = text.lowercased()
      if let found = heads.first(where: { lower.holds($0.word) }) {
        return FoundationHome(found.meaning, source.location(line: line))
      }
    }
    return nil
  }

  private static func sentence(of document: SourceDocument, _ phrases: [LexiconFile.Meaning]) -> FoundationHome? {
    guard let found = phrases.first(where: { DocumentTraits.mentions(document, [$0.word]) }) else { return nil }
    let words = found.word.split(separator: " ").map(String.init)
    let line = (1...max(1, document.source.lineCount)).first { line in
      let text = document.source.lineText(line).lowercased()
      return words.allSatisfy { text.holds($0) }
    }
    return FoundationHome(found.meaning, document.source.location(line: line ?? 1))
  }

  private static func link(of document: SourceDocument, _ pages: [LexiconFile.Meaning]) -> FoundationHome? {
    for link in document.facts.links {
      if let found = pages.first(where: { link.destination.holds($0.word) }) {
        return FoundationHome(found.meaning, link.location)
      }
    }
    return nil
  }
}
