/// How the cells of a table column are aligned.
public enum Alignment: UInt8, Sendable, Hashable {
  case none, left, center, right
}

/// A block of a document: a view that shares the document's memory. Two are equal when they are the same place of the
/// same document.
public struct Block: Sendable, Hashable {
  /// What kind of block it is.
  public enum Kind: Sendable, Hashable {
    case paragraph
    /// Level 1 to 6.
    case heading(Int)
    case blockQuote
    /// `start` is the first number of an ordered list, nil for bullets.
    case list(start: Int?, tight: Bool)
    /// `checked` is nil unless the item is a task.
    case item(checked: Bool?)
    /// `info` is the whole info string of a fence, empty for indented code.
    case code(info: String, text: String)
    case html(String)
    case thematicBreak
    case table([Alignment])
    case row(header: Bool)
    case cell
    case footnote(label: String)
  }

  let storage: DocumentStorage
  let index: Int

  var node: Node { storage.nodes[index] }
  private var content: Range<Int> { (index + 1)..<Int(node.end) }

  /// What kind of block it is. The texts of code and HTML are copied.
  public var kind: Kind {
    let node = node
    switch node.kind {
    case .heading: return .heading(Int(node.detail))
    case .blockQuote: return .blockQuote
    case .list: return .list(start: node.start < 0 ? nil : Int(node.start), tight: node.detail == 1)
    case .item: return .item(checked: node.detail == 0 ? nil : node.detail == 2)
    case .codeBlock:
      return .code(info: storage.string(node.first), text: storage.string(node.second))
    case .htmlBlock: return .html(storage.string(node.first))
    case .thematicBreak: return .thematicBreak
    case .table: return .table(storage.bytes[node.first].map { Alignment(rawValue: $0) ?? .none })
    case .row: return .row(header: node.detail == 1)
    case .cell: return .cell
    case .footnote: return .footnote(label: storage.string(node.first))
    default: return .paragraph
    }
  }

  /// First and last line of the block in the file, 1-based.
  public var lines: ClosedRange<Int> { Int(node.line)...Int(node.lastLine) }

  /// Nested blocks: items of a list, rows of a table, cells of a row, blocks of a quote or an item.
  public var children: [Block] {
    guard !hasInlines else { return [] }
    return Document.Siblings(storage.nodes, content).map { Block(storage: storage, index: $0) }
  }

  /// The block and every block inside of it, parents before children.
  public var all: [Block] {
    (index..<Int(node.end)).filter { storage.nodes[$0].kind.isBlock }.map {
      Block(storage: storage, index: $0)
    }
  }

  /// Inline content of paragraphs, headings and cells.
  public var inlines: [Inline] {
    guard hasInlines else { return [] }
    return Document.Siblings(storage.nodes, content).map { Inline(storage: storage, index: $0) }
  }

  /// Whether it holds inline content.
  public var hasInlines: Bool { !content.isEmpty && !storage.nodes[index + 1].kind.isBlock }

  /// Whether its inline content leads nowhere and shows what it says: no link, picture or HTML is in it.
  public var isPlainText: Bool {
    storage.nodes[content].allSatisfy { node in
      switch node.kind {
      case .text, .softBreak, .lineBreak, .code, .emphasis, .strong, .strikethrough: true
      default: false
      }
    }
  }

  /// Its text without markup, the text of children joined by newlines; soft breaks are spaces.
  public var plainText: String {
    let node = node
    switch node.kind {
    case .codeBlock: return storage.string(node.second)
    case .htmlBlock: return ""
    default:
      if hasInlines { return storage.plainText(content) }
      return children.map(\.plainText).filter { !$0.isEmpty }.joined(separator: "\n")
    }
  }

  /// Whether an ASCII sign occurs in the text of its inlines, code left out.
  public func inlinesHold(_ sign: UInt8) -> Bool {
    storage.nodes[content].contains { $0.kind == .text && storage.bytes[$0.first].contains(sign) }
  }

  /// The text of its inlines without what is marked as code.
  public var plainTextWithoutCode: String {
    var text: [UInt8] = []
    DocumentStorage.appendPlainText(
      storage.nodes, storage.bytes, content, withCode: false, to: &text)
    return String(decoding: text, as: UTF8.self)
  }
}
