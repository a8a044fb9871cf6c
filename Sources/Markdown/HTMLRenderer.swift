/// Renders a document as HTML for a page of the site.
///
/// Nothing from the document gets through that could run, load or break out: raw HTML is reduced to a few harmless
/// elements, images become their alternative text (with a link), and links go where `resolve` says. Every block and
/// every line of a paragraph has an anchor `L<line>`; headings have the anchors GitHub gives them. Our own ids begin
/// with a capital letter and therefore never meet a heading's.
public struct HTMLRenderer: Sendable {
  /// A piece of text to be marked.
  public struct Mark: Sendable, Hashable {
    /// 1-based line it stands on.
    public let line: Int
    /// The text as it stands there.
    public let text: String
    /// Class of the `mark` element: letters, digits, hyphens and blanks.
    public let name: String
    /// A piece of text on a line.
    public init(line: Int, text: String, name: String) {
      self.line = line
      self.text = text
      self.name = name
    }
  }

  /// Where a destination (of a link or an image) leads.
  public var resolve: @Sendable (String) -> LinkTarget
  /// Added to the level of each heading, so that the page's own title can stand above them.
  public var headingOffset: Int
  /// Pieces of text to be marked; each is marked once.
  public var marks: [Mark]
  /// Whether ids are written. A fragment inside of another page has none, so that they cannot meet.
  public var hasAnchors: Bool

  /// A renderer.
  public init(
    headingOffset: Int = 0, marks: [Mark] = [], hasAnchors: Bool = true,
    resolve: @escaping @Sendable (String) -> LinkTarget = LinkTarget.standalone
  ) {
    self.headingOffset = headingOffset
    self.marks = marks
    self.hasAnchors = hasAnchors
    self.resolve = resolve
  }

  /// The document as HTML.
  public func render(_ document: Document) -> RenderedDocument {
    var writer = HTMLWriter(renderer: self, document: document)
    writer.write(document.blocks)
    return writer.result
  }
}

/// One rendering under way: an explicit stack of what is still to be written, so that nesting costs no native stack.
struct HTMLWriter {
  enum Step {
    case block(Block, isTight: Bool)
    case inline(Inline)
    case open(StaticString, line: Int)
    case raw(RawHTML.Action)
    case markup(StaticString)
    case endLink
    case slot(line: Int)
  }

  let renderer: HTMLRenderer
  var result = RenderedDocument()
  var pending: [Step] = []
  var anchors: [String]
  var usedIDs: Set<String>
  var lastLine = 0
  var linkDepth = 0
  var rawLinks: [Bool] = []
  var footnotes = 0
  var references: Set<String> = []
  var marks: [Int: [HTMLRenderer.Mark]]

  init(renderer: HTMLRenderer, document: Document) {
    self.renderer = renderer
    result.headings = document.headings
    anchors = result.headings.reversed().map(\.anchor)
    usedIDs = Set(anchors)
    marks = Dictionary(grouping: renderer.marks, by: \.line)
  }

  mutating func write(_ blocks: [Block]) {
    push(blocks)
    while let step = pending.popLast() {
      switch step {
      case .block(let block, let isTight): write(block, isTight: isTight)
      case .inline(let inline): write(inline)
      case .open(let start, let line): open(start, line: line)
      case .raw(let action): write(action)
      case .markup(let text): result.html.append(markup: text)
      case .endLink:
        result.html.append(markup: "</a>")
        linkDepth -= 1
      case .slot(let line): offerSlot(line)
      }
    }
  }

  mutating func push(_ blocks: [Block], isTight: Bool = false) {
    for block in blocks.reversed() { pending.append(.block(block, isTight: isTight)) }
  }

  /// Notes of this line can stand here.
  mutating func offerSlot(_ line: Int) { result.slots.append(.init(line: line, offset: result.html.count)) }

  private mutating func write(_ block: Block, isTight: Bool) {
    let line = block.lines.lowerBound
    if block.kind.isNotable, !isTight { offerSlot(line) }
    switch block.kind {
    case .paragraph where isTight: push(inlines: block.inlines)
    case .paragraph:
      open("<p", line: line)
      pending.append(.markup("</p>\n"))
      push(inlines: block.inlines)
    case .heading(let level): writeHeading(block, level: level)
    case .blockQuote: writeQuote(block)
    case .list(let start, let isTight): writeList(block, start: start, isTight: isTight)
    case .item: push(block.children)
    case .code(let info, let text): writeCode(block, info: info, text: text)
    case .html(let text): writeRawBlock(text, line: line)
    case .thematicBreak:
      open("<hr", line: line)
      result.html.append(markup: "\n")
    case .table(let alignments): writeTable(block, alignments)
    case .row, .cell: break
    case .footnote: writeFootnote(block)
    }
  }

  /// Opens an element that carries the anchor of its line, if the line has none yet.
  mutating func open(_ start: StaticString, line: Int) {
    result.html.append(markup: start)
    if claim(line) { result.html.append(contentsOf: " id=\"L\(line)\"".utf8) }
    result.html.append(markup: ">")
  }

  /// Takes the anchor of a line for the element about to be written; false when it was given before.
  mutating func claim(_ line: Int) -> Bool {
    guard line > lastLine, renderer.hasAnchors else { return false }
    lastLine = line
    result.lines.append(line)
    return true
  }

  private mutating func writeHeading(_ block: Block, level: Int) {
    let line = block.lines.lowerBound
    let anchor = anchors.popLast() ?? ""
    let shown = min(6, max(1, level + renderer.headingOffset))
    let isEmpty = anchor.isEmpty || block.inlines.isEmpty
    result.html.append(contentsOf: (isEmpty ? "<p" : "<h\(shown)").utf8)
    if !anchor.isEmpty, renderer.hasAnchors {
      result.html.append(markup: " id=\"")
      result.html.append(escaped: anchor)
      result.html.append(markup: "\"")
    }
    result.html.append(markup: ">")
    if claim(line) { result.html.append(contentsOf: "<span id=\"L\(line)\"></span>".utf8) }
    let closings: [StaticString] = ["</h1>\n", "</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n"]
    pending.append(.markup(isEmpty ? "</p>\n" : closings[shown - 1]))
    push(inlines: block.inlines)
  }

  private mutating func writeList(_ block: Block, start: Int?, isTight: Bool) {
    if let start {
      result.html.append(contentsOf: (start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n").utf8)
    } else {
      result.html.append(markup: "<ul>\n")
    }
    pending.append(.markup(start == nil ? "</ul>\n" : "</ol>\n"))
    for item in block.children.reversed() { pushItem(item, isTight: isTight) }
  }

  /// An item is opened by steps, so that its anchor is claimed in order.
  private mutating func pushItem(_ item: Block, isTight: Bool) {
    pending.append(.markup("</li>\n"))
    guard case .item(let checked?) = item.kind else {
      push(item.children, isTight: isTight)
      pending.append(.slot(line: item.lines.lowerBound))
      return pending.append(.open("<li", line: item.lines.lowerBound))
    }
    // The box stands on the first line of the text, also where that is a paragraph of its own.
    let first = item.children.first
    let isLoose = first?.kind == .paragraph && !isTight
    push(isLoose ? Array(item.children.dropFirst()) : item.children, isTight: isTight)
    if isLoose, let first {
      pending.append(.markup("</p>\n"))
      push(inlines: first.inlines)
    }
    pending.append(
      .markup(
        checked
          ? "<span class=\"box\" role=\"img\" aria-label=\"ticked\">☑</span> "
          : "<span class=\"box\" role=\"img\" aria-label=\"not ticked\">☐</span> "))
    if isLoose { pending.append(.markup("<p>")) }
    pending.append(.slot(line: item.lines.lowerBound))
    pending.append(.open("<li class=\"task\"", line: item.lines.lowerBound))
  }

  private mutating func writeCode(_ block: Block, info: String, text: String) {
    let line = block.lines.lowerBound
    let words = info.utf8.prefix { $0 != 0x20 && $0 != 0x7B }.filter { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"):
        true
      default: false
      }
    }
    let label = "Code at line \(line)"
    result.html.append(contentsOf: "<pre tabindex=\"0\" role=\"region\" aria-label=\"\(label)\"".utf8)
    if claim(line) { result.html.append(contentsOf: " id=\"L\(line)\"".utf8) }
    result.html.append(markup: "><code")
    if !words.isEmpty {
      result.html.append(markup: " class=\"language-")
      result.html.append(contentsOf: words)
      result.html.append(markup: "\"")
    }
    result.html.append(markup: ">")
    var text = text
    let span = block.lines.count
    text.withUTF8 { bytes in
      let lineCount = bytes.reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
      // A fenced block begins with its fence.
      var number = span > lineCount ? line + 1 : line
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
        if number <= block.lines.upperBound, claim(number) {
          result.html.append(contentsOf: "<span id=\"L\(number)\"></span>".utf8)
        }
        result.html.append(escaped: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start..<end]))
        start = end
        number += 1
      }
    }
    result.html.append(markup: "</code></pre>\n")
  }

  private mutating func writeTable(_ table: Block, _ alignments: [Alignment]) {
    let line = table.lines.lowerBound
    result.html.append(
      contentsOf: "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table at line \(line)\">".utf8)
    result.html.append(markup: "<table>\n")
    let rows = table.children
    let headers = rows.prefix { $0.kind == .row(header: true) }
    pending.append(.markup("</table></div>\n"))
    if rows.count > headers.count { pending.append(.markup("</tbody>\n")) }
    for row in rows.dropFirst(headers.count).reversed() { pushRow(row, alignments, isHeader: false) }
    if rows.count > headers.count { pending.append(.markup("<tbody>\n")) }
    if !headers.isEmpty {
      pending.append(.markup("</thead>\n"))
      for row in headers.reversed() { pushRow(row, alignments, isHeader: true) }
      pending.append(.markup("<thead>\n"))
    }
  }

  private mutating func pushRow(_ row: Block, _ alignments: [Alignment], isHeader: Bool) {
    pending.append(.markup("</tr>\n"))
    for (index, cell) in row.children.enumerated().reversed() {
      pending.append(.markup(isHeader ? "</th>" : "</td>"))
      push(inlines: cell.inlines)
      if index == row.children.count - 1, !isHeader { pending.append(.slot(line: row.lines.lowerBound)) }
      pending.append(.markup(Self.cellOpening(index < alignments.count ? alignments[index] : .none, isHeader)))
    }
    pending.append(.open("<tr", line: row.lines.lowerBound))
  }

  private static func cellOpening(_ alignment: Alignment, _ isHeader: Bool) -> StaticString {
    switch (alignment, isHeader) {
    case (.center, true): "<th scope=\"col\" class=\"center\">"
    case (.right, true): "<th scope=\"col\" class=\"right\">"
    case (_, true): "<th scope=\"col\">"
    case (.center, false): "<td class=\"center\">"
    case (.right, false): "<td class=\"right\">"
    case (_, false): "<td>"
    }
  }
}

extension Block.Kind {
  /// Whether notes can stand before a block of this kind; items and rows take them inside.
  fileprivate var isNotable: Bool {
    switch self {
    case .paragraph, .heading, .code, .html, .table, .thematicBreak: true
    case .blockQuote, .list, .item, .row, .cell, .footnote: false
    }
  }
}
