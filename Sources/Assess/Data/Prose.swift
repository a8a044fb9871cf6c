import Diagnostics
import Intake
import Markdown

/// A paragraph, heading or table cell as plain text: no code, no comments, no raw HTML.
struct Prose {
  private let block: Block
  private let source: SourceText

  /// The text, decoded anew each time.
  var text: String { block.plainText }
  /// The text without what is marked as code, which a reader does not take for the author's own words.
  var words: String { block.plainTextWithoutCode }
  var lines: ClosedRange<Int> { block.lines }
  var isHeading: Bool { if case .heading = block.kind { true } else { false } }

  /// The prose of a document, in its order; empty for a document that is no Markdown.
  static func all(in document: SourceDocument) -> [Prose] {
    (document.markdown?.allBlocks ?? []).filter(\.hasInlines).map { Prose(block: $0, source: document.source) }
  }

  /// Whether an ASCII sign occurs in the words; nothing is decoded for that.
  func holds(_ sign: UInt8) -> Bool { block.inlinesHold(sign) }

  /// The place of a phrase written exactly so; the first line when line breaks or markup part it.
  func location(of phrase: String) -> Location {
    let bytes = Array(phrase.utf8)
    for line in lines {
      let range = source.byteRange(ofLine: line)
      if let found = source[range].firstRange(ofBytes: bytes) { return source.location(found) }
    }
    return source.location(line: lines.lowerBound)
  }
}

extension CommunityData {
  /// Every account of the community's lists of people, group data and ownership files, compared form.
  var knownHandles: Set<String> {
    var handles = Set((maintainers + emeritus).compactMap(\.handle).map(NameFolding.handle))
    for document in community.ownDocuments where document.kind != .imported {
      handles.formUnion(document.facts.people.compactMap(\.handle).map(NameFolding.handle))
    }
    handles.formUnion(groups.flatMap(\.allLeads).compactMap(\.handle).map(NameFolding.handle))
    handles.formUnion(owners.map { NameFolding.handle($0.name) })
    return handles
  }
}
