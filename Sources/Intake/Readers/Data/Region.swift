import Markdown

/// A top-level block with the headings it stands under.
struct Region {
  /// Headings from the outermost to the innermost, without markup. A paragraph that is nothing but bold text, and the
  /// summary of a folded part, count as headings of the lowest level.
  var headings: [String]
  /// Whether the outermost heading is the document's title.
  var hasTitle: Bool
  /// The paragraph right before, when it ends in a colon: it names what follows.
  var introduction: String?
  var block: Block
  /// Rows that a blank line cut off from a table: to Markdown they are paragraphs.
  var cutOff: [Block] = []

  /// What the block is listed as: the introduction, then the headings from the innermost outwards.
  var titles: [String] { (introduction.map { [$0] } ?? []) + headings.reversed() }

  /// Whether a paragraph right below a table is rows of it.
  private func isContinued(by paragraph: Block) -> Bool {
    guard case .table = block.kind, case .paragraph = paragraph.kind,
      paragraph.lines.lowerBound - (cutOff.last ?? block).lines.upperBound <= 3,
      case .text(let start)? = paragraph.inlines.first?.kind
    else { return false }
    return start.utf8.first == UInt8(ascii: "|")
  }

  /// The blocks of a document, headings left out unless `keeps` wants one as content.
  static func all(in document: Document, keepingHeadings keeps: (Block) -> Bool = { _ in false }) -> [Region] {
    var regions: [Region] = []
    var stack: [(level: Int, text: String)] = []
    var introduction: String?
    // Where several headings are as high as a title, the first of them is the title.
    var titles = 0
    func open(_ level: Int, _ text: String) {
      if level == 1 { titles += 1 }
      stack.removeAll { $0.level >= level }
      stack.append((level, text.blanksFolded))
      introduction = nil
    }
    func add(_ block: Block) {
      regions.append(
        Region(
          headings: stack.map(\.text), hasTitle: titles == 1 && stack.first?.level == 1, introduction: introduction,
          block: block))
    }
    for block in document.blocks {
      switch block.kind {
      case .heading(let level) where !keeps(block): open(level, block.plainText)
      case .paragraph where boldText(block) != nil: open(7, boldText(block) ?? "")
      case .html(let html):
        if let (level, text) = heading(inHTML: html) { open(level, text) }
        add(block)
      default:
        if let last = regions.last, last.isContinued(by: block) {
          regions[regions.count - 1].cutOff.append(block)
          continue
        }
        add(block)
        introduction = nil
        if case .paragraph = block.kind {
          let text = block.plainText.blanksFolded
          // Few do, and cutting a text into sentences takes long.
          guard text.utf8.last == UInt8(ascii: ":") else { continue }
          var line = text[...]
          while let stop = line.firstRange(ofBytes: ". ") { line = line[stop.upperBound...] }
          introduction = String(line.dropLast())
        }
      }
    }
    return regions
  }

  /// Text of a paragraph that is bold throughout and leads nowhere: an author's stand-in for a heading.
  private static func boldText(_ block: Block) -> String? {
    guard block.inlines.count == 1 || (block.inlines.count == 2 && Array(block.inlines[1...]).plainText == ":"),
      let first = block.inlines.first, case .strong = first.kind
    else { return nil }
    let hasLink = first.children.contains { if case .link = $0.kind { true } else { false } }
    return hasLink ? nil : first.children.plainText
  }

  /// A heading or summary written in HTML.
  private static func heading(inHTML html: String) -> (level: Int, text: String)? {
    let elements = HTMLTags.elements(in: html)
    guard let index = elements.firstIndex(where: { $0.tag.headingLevel != nil || $0.tag.name == "summary" }) else {
      return nil
    }
    var text = elements[index].text
    // "<summary><strong>Members</strong></summary>"
    if text.isEmpty, index + 1 < elements.count {
      let inner = elements[index + 1]
      if ["strong", "b"].contains(inner.tag.name) || inner.tag.headingLevel != nil { text = inner.text }
    }
    return text.isEmpty ? nil : (elements[index].tag.headingLevel ?? 7, text)
  }
}
