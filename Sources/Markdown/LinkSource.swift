/// What can hold the address of something else: a link, an image, or raw HTML.
public struct LinkSource: Sendable {
  /// Which of the three it is.
  public enum Kind: Sendable {
    case link, image, html
  }

  /// Which of the three it is.
  public let kind: Kind
  /// 1-based line in the file.
  public let line: Int
  /// The destination of a link or an image; raw HTML as written.
  public let bytes: ArraySlice<UInt8>
  private let storage: DocumentStorage
  private let content: Range<Int>

  /// The text of a link, the alternative text of an image.
  public var text: String { storage.plainText(content) }

  init?(_ storage: DocumentStorage, _ index: Int) {
    let node = storage.nodes[index]
    switch node.kind {
    case .link: kind = .link
    case .image: kind = .image
    case .html, .htmlBlock: kind = .html
    default: return nil
    }
    line = Int(node.line)
    bytes = storage.bytes[node.first]
    content = (index + 1)..<Int(node.end)
    self.storage = storage
  }
}

extension Document {
  /// Links, images and raw HTML in the order of the document, also those inside of others.
  public var linkSources: [LinkSource] {
    storage.nodes.indices.compactMap { LinkSource(storage, $0) }
  }
}
