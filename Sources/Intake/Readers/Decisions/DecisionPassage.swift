import Markdown

/// A paragraph, list item, row or heading of a document, as words, with what stands above it. Every reader of rules goes
/// through all of them, so that they are handed on and not copied.
final class DecisionPassage {
  enum Form: Sendable { case heading, paragraph, item, continuation, row }

  /// A heading above a passage.
  struct Heading: Sendable {
    let level: Int
    let words: [DecisionWord]
    let line: Int
  }

  let form: Form
  let words: [DecisionWord]
  let sentences: [[DecisionWord]]
  /// Headings above it, outermost first; for a heading itself included.
  let headings: [Heading]
  /// The passage that introduces the list, or the item, it belongs to.
  let lead: Int?
  /// Whether it stands in a quotation: a template or an aside.
  let isQuoted: Bool
  let line: Int
  /// Cells of a row and the header cells above them.
  let cells: [[DecisionWord]]
  let header: [[DecisionWord]]
  /// Items of the list it introduces.
  fileprivate(set) var items: [Int] = []

  init(
    _ form: Form, _ words: [DecisionWord], headings: [Heading], lead: Int?, isQuoted: Bool, line: Int,
    cells: [[DecisionWord]], header: [[DecisionWord]]
  ) {
    self.form = form
    self.words = words
    sentences = words.sentences
    self.headings = headings
    self.lead = lead
    self.isQuoted = isQuoted
    self.line = line
    self.cells = cells
    self.header = header
  }

  /// What identifies the section it stands in.
  var section: Int { headings.last?.line ?? 0 }
}

/// Turns the tree of a Markdown document into passages in document order.
struct DecisionPassages {
  private(set) var all: [DecisionPassage] = []
  private var headings: [DecisionPassage.Heading] = []

  init(_ document: Document) { walk(document.blocks, lead: nil, isQuoted: false, form: .paragraph) }

  private mutating func walk(_ blocks: [Block], lead: Int?, isQuoted: Bool, form: DecisionPassage.Form) {
    var (lead, form) = (lead, form)
    var last: Int?
    for block in blocks {
      let line = block.lines.lowerBound
      switch block.kind {
      case .heading(let level):
        let words = words(of: block)
        headings = headings.filter { $0.level < level } + [.init(level: level, words: words, line: line)]
        append(.heading, words, line: line, lead: nil, isQuoted: isQuoted)
        last = nil
      case .paragraph:
        let index = append(form, words(of: block), line: line, lead: lead, isQuoted: isQuoted)
        if let lead, form == .item { all[lead].items.append(index) }
        last = index
        if form == .item { (form, lead) = (.continuation, index) }
      case .list:
        let introduction = last ?? (form == .continuation ? lead : nil)
        for item in block.children { walk(item.children, lead: introduction, isQuoted: isQuoted, form: .item) }
      case .blockQuote: walk(block.children, lead: nil, isQuoted: true, form: .paragraph)
      case .table: append(rowsOf: block, lead: last, isQuoted: isQuoted)
      case .footnote, .item: walk(block.children, lead: lead, isQuoted: isQuoted, form: form)
      case .code, .html, .thematicBreak, .row, .cell: break
      }
    }
  }

  @discardableResult
  private mutating func append(
    _ form: DecisionPassage.Form, _ words: [DecisionWord], line: Int, lead: Int?, isQuoted: Bool,
    cells: [[DecisionWord]] = [], header: [[DecisionWord]] = []
  ) -> Int {
    all.append(
      DecisionPassage(
        form, words, headings: headings, lead: lead, isQuoted: isQuoted, line: line, cells: cells, header: header))
    return all.count - 1
  }

  private mutating func append(rowsOf table: Block, lead: Int?, isQuoted: Bool) {
    var header: [[DecisionWord]] = []
    for row in table.children {
      let cells = row.children.map { words(of: $0) }
      if case .row(header: true) = row.kind {
        header = cells
      } else {
        var words = cells.flatMap { $0 }
        words.lookAhead()
        append(
          .row, words, line: row.lines.lowerBound, lead: lead, isQuoted: isQuoted, cells: cells, header: header)
      }
    }
  }

  private func words(of block: Block) -> [DecisionWord] {
    var reader = DecisionWordReader()
    reader.read(block.inlines, line: block.lines.lowerBound)
    reader.lookAhead()
    return reader.words.count > IntakeLimits.ruleWords ? [] : reader.words
  }
}
