public import Diagnostics

/// A parsed document, whatever its format: blocks with their lines in the file. A `DocumentBuilder` makes it.
public struct Document: Sendable, Hashable {
  let storage: DocumentStorage

  /// Top-level blocks in order.
  public var blocks: [Block] {
    Siblings(storage.nodes, 0..<storage.nodes.count).map { Block(storage: storage, index: $0) }
  }

  /// Every block, parents before children, in document order.
  public var allBlocks: [Block] {
    storage.nodes.indices.filter { storage.nodes[$0].kind.isBlock }.map {
      Block(storage: storage, index: $0)
    }
  }

  /// All headings in order, with the anchors GitHub gives them.
  public var headings: [Heading] { storage.headings }

  /// The document with only those top-level blocks that are wanted.
  public func filter(_ isWanted: (Block) -> Bool) -> Document {
    var builder = DocumentBuilder(bytes: storage.bytes)
    for block in blocks where isWanted(block) { builder.append(block) }
    return builder.finish()
  }

  /// Whether its text, destinations and code hold one of these, byte by byte.
  public func holds(anyOf parts: ByteStrings) -> Bool { parts.occur(in: storage.allText) }

  /// Whether its text, destinations and code hold a byte.
  public func holds(byte: UInt8) -> Bool {
    storage.bytes.withTexts { texts in
      storage.nodes.contains { !$0.text.isEmpty && texts[$0.text].firstPlace(of: byte, from: 0) != nil }
    }
  }

  /// Every anchor a link into the rendered document can name: those of headings and those given in raw HTML.
  public var anchors: Set<String> { rawAnchors.union(headings.lazy.map(\.anchor)) }

  /// Those given in raw HTML.
  fileprivate var rawAnchors: Set<String> {
    var anchors: Set<String> = []
    for node in storage.nodes where node.kind == .htmlBlock || node.kind == .html {
      for case .tag(let tag) in RawHTML.tokens(of: storage.bytes[node.first]) {
        if let anchor = RawHTML.anchor(of: tag) { anchors.insert(anchor) }
      }
    }
    return anchors
  }
}

/// The anchors of a document for links to it, of which a site holds those of all documents. The few headings of most
/// are looked through, so that their anchors are not held twice.
public struct DocumentAnchors: Sendable {
  private static let fewHeadings = 32

  private let headings: [Heading]
  private let names: Set<String>

  public init(_ document: Document?) {
    let isShort = document.map { $0.headings.count <= Self.fewHeadings } ?? true
    headings = isShort ? document?.headings ?? [] : []
    names = (isShort ? document?.rawAnchors : document?.anchors) ?? []
  }

  /// Whether a link can name an anchor.
  public func contains(_ anchor: String) -> Bool {
    headings.contains { $0.anchor == anchor } || names.contains(anchor)
  }
}

/// One heading of a document.
public struct Heading: Sendable, Hashable {
  /// 1 to 6.
  public let level: Int
  /// Its text without markup.
  public let text: String
  /// The anchor GitHub gives it, unique in its document, without `#`.
  public let anchor: String
  /// 1-based line.
  public let line: Int

  public init(level: Int, text: String, anchor: String, line: Int) {
    self.level = level
    self.text = text
    self.anchor = anchor
    self.line = line
  }
}
