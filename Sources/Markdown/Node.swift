import Diagnostics

/// One node of a document. All nodes of a document, blocks and inlines alike, lie in one array in the order of the
/// file, parents before children; the nodes inside of one follow it up to `end`.
struct Node: Sendable, Hashable {
  enum Kind: UInt8 {
    case paragraph, heading, blockQuote, list, item, codeBlock, htmlBlock, thematicBreak, table,
      row, cell, footnote
    case text, softBreak, lineBreak, code, html, emphasis, strong, strikethrough, link, image,
      footnoteReference

    var isBlock: Bool { rawValue <= Kind.footnote.rawValue }

    /// Whether nodes of the same sort can be nested in it without end.
    var isContainer: Bool {
      switch self {
      case .blockQuote, .list, .item, .emphasis, .strong, .strikethrough, .link, .image: true
      default: false
      }
    }
  }

  let kind: Kind
  /// The first line in three bytes; a document has many nodes.
  private var lineHigh: UInt8 = 0
  private var lineLow: UInt16 = 0
  /// The last line of a block in three bytes, and what there is to say of its kind in the highest.
  private var lastLineAndDetail: UInt32 = 0
  /// Index of the first node behind this one that is not inside of it.
  var end: Int32 = 0
  /// Where its text begins in the document's bytes: text, code, HTML, a label, alignments, one byte each, or, up to
  /// `middle`, a destination or a fence's info string. The first number of an ordered list, -1 for bullets.
  var start: Int32 = 0
  /// Where the title of a link or the text of a code block begins.
  var middle: Int32 = 0
  var stop: Int32 = 0

  init(_ kind: Kind, line: Int) {
    self.kind = kind
    self.line = Int32(clamping: max(1, line))
    lastLine = self.line
  }

  /// Level of a heading; 1 for a tight list and a header row; 1 for a box that is empty, 2 for one that is ticked.
  var detail: UInt8 {
    get { UInt8(lastLineAndDetail >> 24) }
    set { lastLineAndDetail = lastLineAndDetail & Self.lines | UInt32(newValue) << 24 }
  }

  /// Its first line; of a file many more can be told apart than are read.
  var line: Int32 {
    get { Int32(lineHigh) << 16 | Int32(lineLow) }
    set {
      let line = UInt32(max(0, newValue))
      lineHigh = UInt8(min(line, Self.lines) >> 16)
      lineLow = UInt16(truncatingIfNeeded: min(line, Self.lines))
    }
  }

  /// Last line of a block.
  var lastLine: Int32 {
    get { Int32(lastLineAndDetail & Self.lines) }
    set { lastLineAndDetail = lastLineAndDetail & ~Self.lines | min(UInt32(max(0, newValue)), Self.lines) }
  }

  private static let lines: UInt32 = 0xFF_FFFF

  /// All of its text, or what comes before the title or the code.
  var first: Range<Int> { Int(start)..<Int(middle) }
  /// The title of a link, the text of a code block.
  var second: Range<Int> { Int(middle)..<Int(stop) }
  /// All of its text.
  var text: Range<Int> { kind == .list ? 0..<0 : Int(start)..<Int(stop) }
}

/// What the views of a document share.
final class DocumentStorage: Sendable, Hashable {
  let nodes: [Node]
  let bytes: DocumentBytes
  /// All headings in order. Found once: every later stage asks for them.
  let headings: [Heading]

  init(nodes: [Node], bytes: DocumentBytes) {
    self.nodes = nodes.fitted
    self.bytes = bytes.fitted
    let count = nodes.count { $0.kind == .heading }
    var slugs = Slugs(capacity: count)
    var headings: [Heading] = []
    headings.reserveCapacity(count)
    for (index, node) in nodes.enumerated() where node.kind == .heading {
      let text = Self.string(nodes, bytes, (index + 1)..<Int(node.end))
      headings.append(
        Heading(
          level: Int(node.detail), text: text, anchor: slugs.next(for: text), line: Int(node.line)))
    }
    self.headings = headings
  }

  static func == (one: DocumentStorage, other: DocumentStorage) -> Bool {
    one === other || one.nodes.count == other.nodes.count && one.nodes.indices.allSatisfy { one.isEqual(other, at: $0) }
  }

  /// Whether a node is the same in both, wherever its text stands.
  private func isEqual(_ other: DocumentStorage, at index: Int) -> Bool {
    let (mine, its) = (nodes[index], other.nodes[index])
    return mine.kind == its.kind && mine.detail == its.detail && mine.line == its.line && mine.lastLine == its.lastLine
      && mine.end == its.end && bytes[mine.text] == other.bytes[its.text]
      && (mine.kind == .list ? mine.start == its.start : mine.first.count == its.first.count)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(nodes.count)
  }

  /// The texts of all nodes, one behind the other.
  var allText: [UInt8] {
    Array(unsafeUninitializedCapacity: nodes.reduce(0) { $0 + $1.text.count }) { all, count in
      bytes.withTexts { texts in
        for node in nodes where !node.text.isEmpty {
          count += UnsafeMutableBufferPointer(rebasing: all[count...]).update(fromContentsOf: texts[node.text])
        }
      }
    }
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The text of inlines without markup: breaks are blanks, raw HTML and references to footnotes are nothing.
  func plainText(_ range: Range<Int>) -> String { Self.string(nodes, bytes, range) }

  private static func string(_ nodes: [Node], _ bytes: DocumentBytes, _ range: Range<Int>) -> String {
    var only: Node?
    for node in nodes[range] where node.kind.isText {
      guard only == nil else {
        var text: [UInt8] = []
        appendPlainText(nodes, bytes, range, to: &text)
        return String(decoding: text, as: UTF8.self)
      }
      only = node
    }
    return switch only?.kind {
    case nil: ""
    case .text, .code: String(decoding: bytes[only?.first ?? 0..<0], as: UTF8.self)
    default: " "
    }
  }

  /// Appends the text of the inlines of a range of nodes.
  static func appendPlainText<Nodes: RandomAccessCollection<Node>>(
    _ nodes: Nodes, _ bytes: DocumentBytes, _ range: Range<Int>, withCode: Bool = true,
    to text: inout [UInt8]
  ) where Nodes.Index == Int {
    for node in nodes[range] {
      switch node.kind {
      case .text: text.append(contentsOf: bytes[node.first])
      case .code: if withCode { text.append(contentsOf: bytes[node.first]) }
      case .softBreak, .lineBreak: text.append(0x20)
      default: break
      }
    }
  }
}

extension Node.Kind {
  /// Kinds that are themselves part of the plain text.
  fileprivate var isText: Bool {
    switch self {
    case .text, .code, .softBreak, .lineBreak: true
    default: false
    }
  }
}

extension Document {
  /// The places of the nodes that lie side by side in a range.
  struct Siblings<Nodes: RandomAccessCollection<Node>>: Sequence, IteratorProtocol where Nodes.Index == Int {
    private let nodes: Nodes
    private var index: Int
    private let end: Int

    init(_ nodes: Nodes, _ range: Range<Int>) {
      self.nodes = nodes
      index = range.lowerBound
      end = range.upperBound
    }

    /// How many there are, so that a list of them is made once.
    var underestimatedCount: Int { reduce(into: 0) { count, _ in count += 1 } }

    mutating func next() -> Int? {
      guard index < end else { return nil }
      defer { index = Int(nodes[index].end) }
      return index
    }
  }
}
