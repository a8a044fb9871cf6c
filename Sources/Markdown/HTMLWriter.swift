import Diagnostics

/// One rendering under way: a walk over the flat document that appends to one buffer. A `DocumentBuilder` limits the
/// nesting, so the walk may recurse.
struct HTMLWriter: ~Copyable {
  let renderer: HTMLRenderer
  /// Where they lie: each inline of each page would count a reference to them up and down.
  let nodes: UnsafeBufferPointer<Node>
  let bytes: DocumentBytes
  let texts: DocumentBytes.Texts
  /// Whether the text of inlines is wanted, and not their lines alone.
  let writesInlines: Bool
  var html: ByteBuffer
  var result = RenderedDocument()
  /// How many headings are written.
  var headingCount = 0
  /// The ids of anchors, once a piece of raw HTML has one of its own.
  var usedIDs: Set<String>?
  var lastLine = 0
  var linkDepth = 0
  var rawLinks: [Bool] = []
  var footnotes = 0
  var references: Set<String> = []
  var marks: [Int: [HTMLRenderer.Mark]]

  /// What a document is as HTML; its lines alone unless `writesInlines`.
  static func render(_ document: Document, _ renderer: HTMLRenderer, writesInlines: Bool = true) -> RenderedDocument {
    document.storage.nodes.withUnsafeBufferPointer { nodes in
      document.storage.bytes.withTexts { texts in
        var writer = HTMLWriter(renderer, document, nodes, texts, writesInlines: writesInlines)
        writer.writeBlocks(nodes.indices, isTight: false)
        if writesInlines { writer.result.html = writer.html.bytes }
        return writer.result
      }
    }
  }

  private init(
    _ renderer: HTMLRenderer, _ document: Document, _ nodes: UnsafeBufferPointer<Node>, _ texts: DocumentBytes.Texts,
    writesInlines: Bool
  ) {
    self.renderer = renderer
    self.writesInlines = writesInlines
    self.nodes = nodes
    self.texts = texts
    bytes = document.storage.bytes
    result.headings = document.headings
    html = ByteBuffer(capacity: writesInlines ? bytes.end + nodes.count * 16 : nodes.count * 16)
    result.slots.reserveCapacity(nodes.count / 8)
    result.lines.reserveCapacity(nodes.count / 8)
    marks = Dictionary(grouping: renderer.marks, by: \.line)
  }

  /// The nodes inside of a node.
  func content(of index: Int) -> Range<Int> { (index + 1)..<Int(nodes[index].end) }

  mutating func writeBlocks(_ range: Range<Int>, isTight: Bool) {
    var index = range.lowerBound
    while index < range.upperBound {
      writeBlock(index, isTight: isTight)
      index = Int(nodes[index].end)
    }
  }

  /// Notes on this line can be placed here.
  mutating func offerSlot(_ line: Int) {
    result.slots.append(.init(line: line, offset: html.count))
  }

  private mutating func writeBlock(_ index: Int, isTight: Bool) {
    let node = nodes[index]
    let line = Int(node.line)
    if node.kind.isNotable, !isTight { offerSlot(line) }
    switch node.kind {
    case .paragraph where isTight: writeInlines(content(of: index))
    case .paragraph: writeParagraph(content(of: index), line: line)
    case .heading: writeHeading(index)
    case .blockQuote: writeQuote(index)
    case .list: writeList(index)
    case .item: writeBlocks(content(of: index), isTight: false)
    case .codeBlock: writeCode(node)
    case .htmlBlock: writeRawBlock(bytes[node.first], line: line)
    case .thematicBreak:
      open("<hr", line: line)
      html.append(markup: "\n")
    case .table: writeTable(index)
    case .footnote: writeFootnote(index)
    default: break
    }
  }

  mutating func writeParagraph(_ inlines: Range<Int>, line: Int) {
    open("<p", line: line)
    writeInlines(inlines)
    html.append(markup: "</p>\n")
  }

  /// Opens an element that carries the anchor of its line, if the line has none yet.
  mutating func open(_ start: StaticString, line: Int) {
    html.append(markup: start)
    if claim(line) { html.append(" id=\"L", line, "\"") }
    html.append(markup: ">")
  }

  /// Writes the anchor of a line if the line has none yet.
  mutating func writeLineAnchor(_ line: Int) {
    if claim(line) { html.append("<span id=\"L", line, "\"></span>") }
  }

  /// Takes the anchor of a line for the element about to be written; false when it was given before.
  private mutating func claim(_ line: Int) -> Bool {
    guard line > lastLine, renderer.hasAnchors else { return false }
    lastLine = line
    result.lines.append(Int32(clamping: line))
    return true
  }

  private mutating func writeHeading(_ index: Int) {
    let anchor = headingCount < result.headings.count ? result.headings[headingCount].anchor : ""
    headingCount += 1
    let shown = min(6, max(1, Int(nodes[index].detail) + renderer.headingOffset))
    let isEmpty = anchor.isEmpty || content(of: index).isEmpty
    if isEmpty { html.append(markup: "<p") } else { html.append("<h", shown, "") }
    if !anchor.isEmpty, renderer.hasAnchors {
      html.append(markup: " id=\"")
      html.append(escaped: anchor)
      html.append(markup: "\"")
    }
    html.append(markup: ">")
    writeLineAnchor(Int(nodes[index].line))
    writeInlines(content(of: index))
    if isEmpty {
      html.append(markup: "</p>\n")
    } else {
      html.append("</h", shown, ">\n")
    }
  }

  private mutating func writeList(_ index: Int) {
    let list = nodes[index]
    let isOrdered = list.start >= 0
    if !isOrdered {
      html.append(markup: "<ul>\n")
    } else if list.start == 1 {
      html.append(markup: "<ol>\n")
    } else {
      html.append("<ol start=\"", Int(list.start), "\">\n")
    }
    for item in Document.Siblings(nodes, content(of: index)) {
      writeItem(item, isTight: list.detail == 1)
    }
    html.append(markup: isOrdered ? "</ol>\n" : "</ul>\n")
  }

  private mutating func writeItem(_ index: Int, isTight: Bool) {
    let item = nodes[index]
    var rest = content(of: index)
    if item.kind == .item, item.detail > 0 {
      open("<li class=\"task\"", line: Int(item.line))
      offerSlot(Int(item.line))
      // The box is on the first line of the text, also where that is a paragraph of its own.
      let isLoose = !isTight && !rest.isEmpty && nodes[rest.lowerBound].kind == .paragraph
      if isLoose { html.append(markup: "<p>") }
      html.append(
        markup: item.detail == 2
          ? "<span class=\"box\" role=\"img\" aria-label=\"ticked\">☑</span> "
          : "<span class=\"box\" role=\"img\" aria-label=\"not ticked\">☐</span> ")
      if isLoose {
        writeInlines(content(of: rest.lowerBound))
        html.append(markup: "</p>\n")
        rest = Int(nodes[rest.lowerBound].end)..<rest.upperBound
      }
    } else {
      open("<li", line: Int(item.line))
      offerSlot(Int(item.line))
    }
    writeBlocks(rest, isTight: isTight)
    html.append(markup: "</li>\n")
  }

  private mutating func writeCode(_ node: Node) {
    let line = Int(node.line)
    let words = bytes[node.first].prefix { $0 != 0x20 && $0 != 0x7B }.filter { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "+"):
        true
      default: false
      }
    }
    html.append("<pre tabindex=\"0\" role=\"region\" aria-label=\"Code at line ", line, "\"")
    if claim(line) { html.append(" id=\"L", line, "\"") }
    html.append(markup: "><code")
    if !words.isEmpty {
      html.append(markup: " class=\"language-")
      html.append(escaped: words[...])
      html.append(markup: "\"")
    }
    html.append(markup: ">")
    let text = bytes[node.second]
    let lineCount = text.count { $0 == 0x0A }
    // A fenced block begins with its fence.
    var number = Int(node.lastLine) - line + 1 > lineCount ? line + 1 : line
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.endIndex
      if number <= node.lastLine { writeLineAnchor(number) }
      html.append(escaped: text[start..<end])
      start = end
      number += 1
    }
    html.append(markup: "</code></pre>\n")
  }
}

extension Node.Kind {
  /// Whether notes can come before a block of this kind; items and rows take them inside.
  fileprivate var isNotable: Bool {
    switch self {
    case .paragraph, .heading, .codeBlock, .htmlBlock, .table, .thematicBreak: true
    default: false
    }
  }
}
