import Criteria
import Intake
import Markdown
import Words

/// What a document is about, as far as its words tell; checks ask for these by name.
enum DocumentTraits {
  /// Whether a code of conduct names or links the foundation's.
  static func namesFoundationConduct(_ document: SourceDocument) -> Bool {
    if mentions(document, Lexicon.findings.foundationConduct) { return true }
    return document.facts.links.contains {
      let url = $0.destination.lowercased()
      return Lexicon.findings.foundationRepositories.contains(where: url.holds)
        && (url.holds("code-of-conduct") || url.holds("code_of_conduct"))
    }
  }

  /// Whether any of the phrases occurs, word for word, case and signs apart.
  static func mentions(_ document: SourceDocument, _ phrases: [String]) -> Bool {
    document.words.holds(phrases.map(PhraseMatcher.normalized))
  }

  /// Whether a security policy tells how to report in private: a mail address or the host's private form.
  static func givesPrivateContact(_ document: SourceDocument) -> Bool {
    // The host calls its form "private vulnerability reporting": the last word may go on.
    let phrases = (Lexicon.findings.privateContacts + ["email protected"]).map {
      PhraseMatcher.normalized($0).dropLast()
    }
    if document.words.holds(phrases.map(Array.init)) { return true }
    return document.source.lines(holding: .at).contains { holdsMailAddress(document.source[line: $0]) }
  }

  /// An `@` with a word before it and a dotted word behind it.
  private static func holdsMailAddress(_ bytes: ArraySlice<UInt8>) -> Bool {
    func isWord(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || byte == 0x2D || byte == 0x2E }
    for index in bytes.indices where bytes[index] == UInt8(ascii: "@") {
      guard index > bytes.startIndex, isWord(bytes[index - 1]) else { continue }
      let host = bytes[(index + 1)...].prefix { isWord($0) }
      if host.contains(0x2E), host.count > 3 { return true }
    }
    return false
  }
}

extension SourceDocument {
  /// Kinds of document that hold rules.
  static let ruling: Set<DocumentKind> = [.governance, .charter, .membership]

  /// Whether a document of rules says nothing but where they are kept: links out of the repository, and few words.
  var onlyPointsElsewhere: Bool {
    guard Self.ruling.contains(kind), source.byteCount < 600, let markdown else {
      return false
    }
    let leadsAway = facts.links.contains { $0.destination.hasPrefix("https://") || $0.destination.hasPrefix("http://") }
    guard leadsAway else { return false }
    let text = markdown.blocks.filter { if case .heading = $0.kind { false } else { true } }.map(\.plainText)
    return text.joined(separator: " ").split { $0 == " " || $0 == "\n" }.count <= 25
  }
}
