package import Criteria
import Diagnostics
import Markdown
import Words

/// A phrase by which the text that answers a criterion is found, in a section of a document.
package struct PhraseOccurrence: Sendable, Hashable {
  private let sectionNumber: Int32
  private let phraseNumber: Int32
  private let lineNumber: Int32

  /// The number of the heading it stands under, from 1; 0 for what comes before the first one.
  package var section: Int { Int(sectionNumber) }
  /// Its number in the table by which it was found.
  package var phrase: Int { Int(phraseNumber) }
  /// The line on which it first occurs in the section.
  package var line: Int { Int(lineNumber) }

  /// The phrases of a table that occur in the sections of a document, each once a section, in the order of the text.
  package static func all(in document: SourceDocument, _ table: PhraseTable) -> [PhraseOccurrence] {
    let source = document.source
    let words = document.words
    let announced = Lexicon.current.denials.announcements
    let intoPage = Set(
      document.facts.links.lazy.filter { $0.destination.utf8.first == UInt8(ascii: "#") }.map(\.line))
    func isRead(_ line: Int) -> Bool {
      // An entry of a table of contents says nothing itself.
      let signs = source.signs(ofLine: line)
      if intoPage.contains(line), beginsEntry(signs.first), isContents(source[line: line]) { return false }
      // What is still to come is not there.
      return !words.line(line, beginsWith: announced)
    }
    var found: [PhraseOccurrence] = []
    // By phrase, the section in which it was found last.
    var seen = [Int](repeating: -1, count: table.count)
    let starts = [1] + (document.markdown?.headings ?? []).map(\.line)
    for (section, start) in starts.enumerated() {
      let next = section + 1 < starts.count ? starts[section + 1] : source.lineCount + 1
      var first = start
      while first < next {
        let end = (first..<next).first { !isRead($0) } ?? next
        for match in table.matches(in: words[lines: first..<end]) where seen[match.phrase] != section {
          seen[match.phrase] = section
          found.append(
            PhraseOccurrence(
              sectionNumber: Int32(section), phraseNumber: Int32(match.phrase),
              lineNumber: Int32(words.line(ofBlank: match.offset))))
        }
        first = end + 1
      }
    }
    return found
  }

  /// Whether a line is an entry of a table of contents: a list entry that is a link into its own page.
  private static func isContents(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { " \t-*+".utf8.contains($0) || $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
    return text.first == UInt8(ascii: "[") && text.holds(linkIntoPage)
  }

  /// Whether a line whose first sign is this can be an entry of a list or begins with a link.
  private static func beginsEntry(_ first: UInt8) -> Bool {
    "-*+.[".utf8.contains(first) || first.isASCIIDigit
  }

  private static let linkIntoPage = Array("](#".utf8)
}

extension CriteriaSet {
  /// The phrases by which the text that answers its criteria is found.
  package var passagePhrases: [String] {
    criteria.compactMap(\.passages).flatMap { $0.names + $0.words + $0.parts.joined() + $0.unlike }
  }
}

extension DocumentKind {
  /// Whether a community tells in such documents how it is run.
  package var tellsHowItIsRun: Bool {
    switch self {
    case .dueDiligence, .review, .notes, .mail, .thread, .license, .imported, .data, .unsupported, .election: false
    default: true
    }
  }
}
