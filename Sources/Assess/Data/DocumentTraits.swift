import Criteria
import Intake
import Markdown
import Words

/// What a document is about, as far as its words tell; checks ask for these by name.
enum DocumentTraits {
  /// Whether a code of conduct names or links the foundation's.
  static func namesFoundationConduct(_ document: SourceDocument, _ lexicon: Lexicon) -> Bool {
    if mentions(document, lexicon.findings.foundationConduct) { return true }
    return document.facts.links.contains {
      let url = $0.destination.lowercased()
      return lexicon.findings.foundationRepositories.contains(where: url.holds)
        && (url.holds("code-of-conduct") || url.holds("code_of_conduct"))
    }
  }

  /// Whether any of the phrases occurs, word for word, case and signs apart.
  static func mentions(_ document: SourceDocument, _ phrases: [String]) -> Bool {
    mentions(document.source.text, phrases)
  }

  /// Whether any of the phrases occurs in a text, word for word, case and signs apart.
  static func mentions(_ text: String, _ phrases: [String]) -> Bool {
    let text = PhraseMatcher.normalized(text)
    return phrases.contains { text.holds(PhraseMatcher.normalized($0)) }
  }

  /// The same of a text and phrases that are normalized already.
  static func mentions(normalized text: [UInt8], _ phrases: [[UInt8]]) -> Bool {
    phrases.contains { text.holds($0) }
  }

  /// Whether a security policy tells how to report in private: a mail address or the host's private form.
  static func givesPrivateContact(_ document: SourceDocument, _ lexicon: Lexicon) -> Bool {
    let text = document.source.text.lowercased()
    if lexicon.findings.privateContacts.contains(where: text.holds) { return true }
    return holdsMailAddress(document.source.bytes) || text.holds("[email protected]")
  }

  /// Words of the document's text.
  static func words(_ document: SourceDocument) -> Int {
    document.source.bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      var isInside = false
      for byte in bytes {
        let isLetter = byte >= 0x80 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
        count += isLetter && !isInside ? 1 : 0
        isInside = isLetter
      }
      return count
    }
  }

  /// An `@` with a word before it and a dotted word behind it.
  private static func holdsMailAddress(_ bytes: [UInt8]) -> Bool {
    func isWord(_ byte: UInt8) -> Bool {
      (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
    }
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "@") {
      guard index > 0, isWord(bytes[index - 1]) else { continue }
      let host = bytes[(index + 1)...].prefix { isWord($0) }
      if host.contains(0x2E), host.count > 3 { return true }
    }
    return false
  }
}
