import Diagnostics

/// Makes documents: whatever the format, its parser opens and closes blocks and inline content in the order of the file.
///
/// ```swift
/// var builder = DocumentBuilder()
/// builder.open(block: .heading(1), line: 1)
/// builder.add(text: "Maintainers of ", line: 1)
/// builder.open(inline: .link(destination: "https://example.org", title: ""), line: 1)
/// builder.add(text: "Example", line: 1)
/// builder.close()
/// builder.close(lastLine: 2)
/// let document = builder.finish()
/// ```
///
/// Blocks hold blocks or inline content as `Block.Kind` says: text belongs into a paragraph, a heading or a cell, and
/// the content of an item into a paragraph of the item. Lines are those of the file, 1-based, and never fall back.
public struct DocumentBuilder: Sendable {
  /// Deepest nesting kept, so that readers may recurse; what is nested deeper is in the last container kept.
  static let maxDepth = 200

  private var nodes: [Node] = []
  private var bytes: DocumentBytes
  /// The file that the texts are parts of, where they are looked for in it.
  private let source: SourceText?
  /// Places of the nodes that are open, outermost first; nil for a container that is too deep.
  private var opened: [Int?] = []
  private var depth = 0

  public init() { self.init(bytes: DocumentBytes()) }

  /// For a document of a file, whose texts stand in it for the most part; `bytes` are the file's.
  init(_ source: SourceText, bytes: [UInt8]) {
    self.source = source
    self.bytes = DocumentBytes(file: bytes)
    nodes.reserveCapacity(bytes.count / 24)
  }

  /// For the blocks of a document with these texts.
  init(bytes: DocumentBytes) {
    source = nil
    self.bytes = bytes
  }

  /// Opens a block; what is added until its `close` is inside of it.
  public mutating func open(block kind: Block.Kind, line: Int) {
    var node = Node(kind.node, line: line)
    switch kind {
    case .heading(let level): node.detail = UInt8(min(6, max(1, level)))
    case .list(let start, let tight):
      node.detail = tight ? 1 : 0
      node.start = Int32(clamping: max(-1, start ?? -1))
    case .item(let checked): node.detail = checked.map { $0 ? 2 : 1 } ?? 0
    case .row(let header): node.detail = header ? 1 : 0
    case .code(let info, let text): return open(node, info.utf8, text.utf8)
    case .html(let text), .footnote(let text): return open(node, text.utf8)
    case .table(let alignments): return open(node, alignments.map(\.rawValue))
    case .paragraph, .blockQuote, .thematicBreak, .cell: break
    }
    open(node)
  }

  /// Opens emphasis, a link or another inline that holds inlines.
  public mutating func open(inline kind: Inline.Kind, line: Int) {
    let node = Node(kind.node, line: line)
    switch kind {
    case .link(let destination, let title), .image(let destination, let title):
      open(node, destination.utf8, title.utf8)
    case .text(let text), .code(let text), .html(let text), .footnoteReference(let text):
      open(node, text.utf8)
    case .softBreak, .lineBreak, .emphasis, .strong, .strikethrough: open(node)
    }
  }

  /// Closes what was opened last. A block ends on `lastLine`, or where its last block does if that is later.
  public mutating func close(lastLine: Int? = nil) {
    guard let closed = opened.popLast(), let index = closed else { return }
    depth -= 1
    nodes[index].end = Int32(nodes.count)
    guard nodes[index].kind.isBlock else { return }
    let last = max(nodes[index].lastLine, lastLine.map { Int32(clamping: $0) } ?? 0)
    nodes[index].lastLine = last
    var outer = opened.count - 1
    while outer >= 0, opened[outer] == nil { outer -= 1 }
    if outer >= 0, let parent = opened[outer] { nodes[parent].lastLine = max(nodes[parent].lastLine, last) }
  }

  /// Adds a block without blocks or inlines in it, such as code.
  public mutating func add(block kind: Block.Kind, lines: ClosedRange<Int>) {
    open(block: kind, line: lines.lowerBound)
    close(lastLine: lines.upperBound)
  }

  /// Adds an inline without inlines in it, such as a break.
  public mutating func add(inline kind: Inline.Kind, line: Int) {
    open(inline: kind, line: line)
    close()
  }

  /// Adds text.
  public mutating func add(text: some StringProtocol, line: Int) {
    if !text.isEmpty { append(Node(.text, line: line), text.utf8) }
  }

  /// Adds text given as UTF-8; what is none becomes U+FFFD.
  public mutating func add(text: some Collection<UInt8>, line: Int) {
    if text.contains(where: { $0 >= 0x80 }) {
      add(text: String(decoding: text, as: UTF8.self), line: line)
    } else if !text.isEmpty {
      append(Node(.text, line: line), text)
    }
  }

  /// The document; what is still open ends here.
  public func finish() -> Document {
    guard opened.isEmpty else {
      var builder = self
      builder.close()
      return builder.finish()
    }
    return Document(storage: DocumentStorage(nodes: nodes, bytes: bytes))
  }

  // MARK: Nodes

  /// Opens a node without text.
  mutating func open(_ node: Node) { open(node, EmptyCollection<UInt8>(), EmptyCollection<UInt8>()) }

  /// Opens a node with its text.
  mutating func open(_ node: Node, _ text: some Collection<UInt8>) { open(node, text, EmptyCollection<UInt8>()) }

  /// Opens a node with its texts: the first is a destination or an info string.
  mutating func open(_ node: Node, _ first: some Collection<UInt8>, _ second: some Collection<UInt8>) {
    if depth >= Self.maxDepth, node.kind.isContainer { return opened.append(nil) }
    opened.append(nodes.count)
    depth += 1
    append(node, first, second)
  }

  /// Appends a node that holds none, and has no text.
  mutating func append(_ node: Node) { append(node, EmptyCollection<UInt8>(), EmptyCollection<UInt8>()) }

  /// Appends a node that holds none.
  mutating func append(_ node: Node, _ text: some Collection<UInt8>) {
    append(node, text, EmptyCollection<UInt8>())
  }

  private mutating func append(_ node: Node, _ first: some Collection<UInt8>, _ second: some Collection<UInt8>) {
    var node = node
    if node.kind != .list, bytes.end + first.count + second.count < Int(Int32.max) {
      // Most nodes have one text or none.
      let place = second.isEmpty ? place(of: first, in: node) : first.isEmpty ? place(of: second, in: node) : nil
      node.start = Int32(place ?? bytes.end)
      node.middle = node.start + Int32(first.count)
      node.stop = node.middle + Int32(second.count)
      if place == nil {
        bytes.append(first)
        bytes.append(second)
      }
    }
    node.end = Int32(nodes.count + 1)
    nodes.append(node)
  }

  /// Where the text of a node stands in the file, if it does.
  private mutating func place(of text: some Collection<UInt8>, in node: Node) -> Int? {
    // Asked for each text: to take the file out of its optional counts a reference.
    guard !text.isEmpty, let lines = source?.lineCount, let start = source?.start(ofLine: min(Int(node.line), lines))
    else { return nil }
    return text.withContiguousStorageIfAvailable {
      bytes.place(of: $0, from: start, isPassed: node.kind != .link && node.kind != .image)
    } ?? nil
  }

  /// Opens what is kept without its node.
  mutating func openNothing() { opened.append(nil) }

  /// Closes a node whose place is known only now; `line` is that of an inline.
  mutating func close(line: Int, lastLine: Int) {
    if let index = opened.last ?? nil, !nodes[index].kind.isBlock {
      nodes[index].line = Int32(clamping: line)
    }
    close(lastLine: lastLine)
  }

  /// Appends a block of the document whose text this builder began with, and all that is in it.
  mutating func append(_ block: Block) {
    let shift = Int32(nodes.count - block.index)
    for var node in block.storage.nodes[block.index..<Int(block.node.end)] {
      node.end += shift
      nodes.append(node)
    }
  }
}

extension Block.Kind {
  fileprivate var node: Node.Kind {
    switch self {
    case .paragraph: .paragraph
    case .heading: .heading
    case .blockQuote: .blockQuote
    case .list: .list
    case .item: .item
    case .code: .codeBlock
    case .html: .htmlBlock
    case .thematicBreak: .thematicBreak
    case .table: .table
    case .row: .row
    case .cell: .cell
    case .footnote: .footnote
    }
  }
}

extension Inline.Kind {
  fileprivate var node: Node.Kind {
    switch self {
    case .text: .text
    case .softBreak: .softBreak
    case .lineBreak: .lineBreak
    case .code: .code
    case .html: .html
    case .emphasis: .emphasis
    case .strong: .strong
    case .strikethrough: .strikethrough
    case .link: .link
    case .image: .image
    case .footnoteReference: .footnoteReference
    }
  }
}
