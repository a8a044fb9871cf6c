/// The start tags of a piece of raw HTML, as logos and folded parts need them.
enum HTMLTags {
  /// A start tag and the text up to the next tag.
  struct Element {
    var tag: HTMLTag
    /// Text that follows it, entities resolved and blanks folded.
    var text: String

    /// Value of an attribute, character references resolved; nil when absent.
    func attribute(_ name: String) -> String? { tag.attribute(name).map { HTMLEntities.resolved(Array($0.utf8)[...]) } }
  }

  /// Every start tag in order; comments are passed over.
  static func elements(in html: String) -> [Element] {
    let bytes = Array(html.utf8)[...]
    var elements: [Element] = []
    var index = 0
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      if bytes[open...].starts(with: "<!--".utf8) {
        index = HTMLTag.end(of: "-->", in: bytes, from: open) ?? bytes.endIndex
      } else if let tag = HTMLTag(in: bytes, at: open) {
        index = tag.end
        let next = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
        if !tag.isClosing {
          elements.append(Element(tag: tag, text: HTMLEntities.resolved(bytes[index..<next]).blanksFolded))
        }
      } else {
        index = open + 1
      }
    }
    return elements
  }
}
