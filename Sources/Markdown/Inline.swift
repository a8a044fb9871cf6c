/// A piece of inline content: a view that shares the document's memory. Two are equal when they are the same place of
/// the same document.
public struct Inline: Sendable, Hashable {
  /// What kind of content it is.
  public enum Kind: Sendable, Hashable {
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    case html(String)
    case emphasis
    case strong
    case strikethrough
    case link(destination: String, title: String)
    case image(destination: String, title: String)
    case footnoteReference(label: String)
  }

  let storage: DocumentStorage
  let index: Int

  init(storage: DocumentStorage, index: Int) {
    self.storage = storage
    self.index = index
  }

  /// A text by itself, such as a part of another one.
  public init(text: String, line: Int) {
    var builder = DocumentBuilder()
    builder.open(block: .paragraph, line: line)
    builder.append(Node(.text, line: line), Array(text.utf8))
    storage = builder.finish().storage
    index = 1
  }

  private var node: Node { storage.nodes[index] }

  /// What kind of content it is. Texts are copied.
  public var kind: Kind {
    let node = node
    switch node.kind {
    case .softBreak: return .softBreak
    case .lineBreak: return .lineBreak
    case .code: return .code(storage.string(node.first))
    case .html: return .html(storage.string(node.first))
    case .emphasis: return .emphasis
    case .strong: return .strong
    case .strikethrough: return .strikethrough
    case .link:
      return .link(destination: storage.string(node.first), title: storage.string(node.second))
    case .image:
      return .image(destination: storage.string(node.first), title: storage.string(node.second))
    case .footnoteReference: return .footnoteReference(label: storage.string(node.first))
    default: return .text(storage.string(node.first))
    }
  }

  /// 1-based line in the file.
  public var line: Int { Int(node.line) }

  /// Content of emphasis, links and the like.
  public var children: [Inline] {
    Document.Siblings(storage.nodes, (index + 1)..<Int(node.end)).map {
      Inline(storage: storage, index: $0)
    }
  }

  /// Its text without markup: breaks are spaces, an image is its alternative text, raw HTML is nothing.
  public var plainText: String { storage.plainText(index..<Int(node.end)) }
}

extension [Inline] {
  /// The text without markup: breaks are spaces, an image is its alternative text, raw HTML is nothing.
  public var plainText: String {
    count == 1 ? self[0].plainText : reduce(into: "") { $0 += $1.plainText }
  }

  /// Every inline, parents before children, in document order.
  public var flattened: [Inline] {
    flatMap { inline in
      (inline.index..<Int(inline.storage.nodes[inline.index].end)).map {
        Inline(storage: inline.storage, index: $0)
      }
    }
  }
}
