import Diagnostics
import Markdown
import Words

extension Reader {
  /// Rules of decision in running text, lists and tables: who decides, what it takes, what one organization may hold.
  static let decisions = Reader(
    id: "decisions",
    kinds: [
      .governance, .membership, .maintainers, .charter, .contributing, .readme, .election, .groups, .architecture,
      .page,
    ]
  ) { input, facts in
    guard let document = input.markdown, DecisionDocument.isLikely(input, document) else { return [] }
    facts.decisionRules = DecisionDocument(input.source, document).rules
    return []
  }
}

extension DecisionDocument {
  /// Whether a document can hold rules. Any governance document can, another page only when a heading says so.
  fileprivate static func isLikely(_ input: ReaderInput, _ document: Document) -> Bool {
    if [.governance, .charter].contains(input.kind) { return true }
    if [.page, .readme, .groups, .architecture].contains(input.kind), !isNamedSo(input, document) { return false }
    // Most lists of people and guides have none of these; looking for them is cheaper than reading.
    return document.holds(anyOf: DecisionLexicon.signs)
  }

  /// Whether the path of a page or a heading says that it holds rules.
  private static func isNamedSo(_ input: ReaderInput, _ document: Document) -> Bool {
    let beginnings = Lexicon.decisionBeginnings
    let path = input.source.path
    if input.kind == .page, beginnings.mayBegin(DecisionLexicon.rulesFiles, in: path),
      DecisionLexicon.rulesFiles.occur(in: DecisionWordReader.words(ofPath: path))
    {
      return true
    }
    return document.headings.contains { heading in
      guard beginnings.mayBegin(DecisionLexicon.rulesHeadings, in: heading.text) else { return false }
      var reader = DecisionWordReader()
      reader.read(heading.text, line: heading.line, link: nil)
      return DecisionLexicon.rulesHeadings.occur(in: reader.words)
    }
  }
}
