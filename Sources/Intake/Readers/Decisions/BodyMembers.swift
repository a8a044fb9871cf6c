import Diagnostics
import Markdown

/// Members of a committee as the document about it lists them: a table with a column of names and one of organizations.
struct BodyMembers {
  private let source: SourceText
  private let text: DecisionText
  /// Members by the name of their body.
  private(set) var all: [(body: String, members: [Person])] = []

  init(_ source: SourceText, _ document: Document, text: DecisionText) {
    self.source = source
    self.text = text
    var headings: [(level: Int, words: [DecisionWord])] = []
    for block in document.blocks {
      switch block.kind {
      case .heading(let level):
        headings = headings.filter { $0.level < level } + [(level: level, words: words(of: block))]
      case .table: read(block, below: headings.map { $0.words })
      default: break
      }
    }
  }

  private func words(of block: Block) -> [DecisionWord] {
    var reader = DecisionWordReader()
    reader.read(block.inlines, line: block.lines.lowerBound)
    return reader.words
  }

  private mutating func read(_ table: Block, below headings: [[DecisionWord]]) {
    guard let header = table.children.first, !headings.contains(where: { DecisionLexicon.former.occur(in: $0) }) else {
      return
    }
    let columns = header.children.map { words(of: $0) }
    guard let organization = columns.firstIndex(where: { DecisionLexicon.employerColumns.occur(in: $0) }),
      let name = columns.firstIndex(where: { DecisionLexicon.nameColumns.occur(in: $0) }), name != organization
    else { return }
    // Projects and groups have names and sponsors, too.
    if let heading = headings.dropFirst().last, DecisionText.committee(in: heading) == nil,
      DecisionLexicon.otherObjects.occur(in: heading) || DecisionLexicon.groups.occur(in: heading)
    {
      return
    }
    let named = headings.reversed().lazy.compactMap { DecisionText.committee(in: $0) }.first
    // "Committee members" in a committee's own document is no other body.
    let body =
      named.flatMap { $0.holds(byte: UInt8(ascii: " ")) ? $0 : nil } ?? text.committee ?? named ?? text.usualBody
    let term = Term.column(header.children.map(\.plainText)) { $0 != organization && $0 != name }
    let members = table.children.dropFirst().compactMap { row -> Person? in
      guard row.children.indices.contains(name), row.children.indices.contains(organization) else { return nil }
      let person = row.children[name].plainText
      guard person.contains(where: \.isLetter) else { return nil }
      let employer = row.children[organization].plainText
      var member = Person(
        name: person, organization: employer.contains(where: \.isLetter) ? employer : nil, role: "member",
        location: source.location(line: row.lines.lowerBound))
      if let term, term.index < row.children.count {
        member.termEnd = Term.last(in: row.children[term.index].plainText, isEnd: term.isEnd)
      }
      return member
    }
    if members.count > 1 { all.append((body, members)) }
  }
}
