/// A piece of inline content.
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

  /// What kind of content it is.
  public var kind: Kind
  /// 1-based line in the file.
  public var line: Int
  /// Content of emphasis, links and the like.
  public var children: [Inline]

  /// A piece of inline content.
  public init(_ kind: Kind, line: Int, children: [Inline] = []) {
    self.kind = kind
    self.line = line
    self.children = children
  }
}

extension [Inline] {
  /// The text without markup: breaks are spaces, an image is its alternative text, raw HTML is nothing.
  public var plainText: String {
    var text = ""
    var pending = Array(reversed())
    while let inline = pending.popLast() {
      switch inline.kind {
      case .text(let part), .code(let part): text += part
      case .softBreak, .lineBreak: text += " "
      case .html, .footnoteReference: break
      case .emphasis, .strong, .strikethrough, .link, .image: pending.append(contentsOf: inline.children.reversed())
      }
    }
    return text
  }

  /// Every inline, parents before children, in document order.
  public var flattened: [Inline] {
    var result: [Inline] = []
    var pending = Array(reversed())
    while let inline = pending.popLast() {
      result.append(inline)
      if !inline.children.isEmpty { pending.append(contentsOf: inline.children.reversed()) }
    }
    return result
  }
}
