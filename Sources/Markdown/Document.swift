/// A parsed Markdown file: a tree of blocks with their lines in the file.
public struct Document: Sendable, Hashable {
  /// Top-level blocks in order.
  public let blocks: [Block]
  /// All headings in order, with the anchors GitHub gives them. Found once: every later stage asks for them.
  public let headings: [Heading]

  /// A document of the given blocks.
  public init(blocks: [Block]) {
    self.blocks = blocks
    headings = Self.headings(in: Self.all(blocks))
  }

  /// Every block, parents before children, in document order.
  public var allBlocks: [Block] { Self.all(blocks) }

  private static func all(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    var pending = Array(blocks.reversed())
    while let block = pending.popLast() {
      result.append(block)
      if !block.children.isEmpty { pending.append(contentsOf: block.children.reversed()) }
    }
    return result
  }

  private static func headings(in blocks: [Block]) -> [Heading] {
    var slugs = Slugs()
    return blocks.compactMap { block in
      guard case .heading(let level) = block.kind else { return nil }
      let text = block.plainText
      return Heading(level: level, text: text, anchor: slugs.next(for: text), line: block.lines.lowerBound)
    }
  }
}

extension Document {
  /// Every anchor a link into the rendered document can name: those of headings and those given in raw HTML.
  public var anchors: Set<String> {
    var anchors = Set(headings.map(\.anchor))
    func add(_ html: String) {
      for case .tag(let tag) in RawHTML.tokens(of: html) {
        if let anchor = RawHTML.anchor(of: tag) { anchors.insert(anchor) }
      }
    }
    for block in allBlocks {
      if case .html(let text) = block.kind { add(text) }
      for inline in block.inlines.flattened {
        if case .html(let text) = inline.kind { add(text) }
      }
    }
    return anchors
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

  /// A heading.
  public init(level: Int, text: String, anchor: String, line: Int) {
    self.level = level
    self.text = text
    self.anchor = anchor
    self.line = line
  }
}
