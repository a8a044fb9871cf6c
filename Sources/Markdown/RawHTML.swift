/// Raw HTML of a document, reduced to what is harmless.
enum RawHTML {
  /// A start or end tag.
  struct Tag: Hashable {
    var name: String
    var isEnd: Bool
    /// Value of `href`, `src`, `alt`, `id` and `name`, as written.
    var attributes: [String: String]
  }

  enum Token: Hashable {
    case text(ArraySlice<UInt8>)
    case tag(Tag)
  }

  /// Text and tags in order; comments, declarations and the content of `script`, `style` and the like are left out.
  /// One pass over the bytes; anything malformed is text.
  static func tokens(of bytes: ArraySlice<UInt8>) -> [Token] {
    var tokens: [Token] = []
    var textStart = bytes.startIndex
    var index = textStart
    var unfinished: Set<Int> = []
    func flush(_ end: Int) {
      if end > textStart { tokens.append(.text(bytes[textStart..<end])) }
    }
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if let end = skippedEnd(bytes, index) {
        flush(index)
        index = end
        textStart = end
      } else if let (tag, end) = tag(bytes, index, &unfinished) {
        flush(index)
        index = end
        if !tag.isEnd, opaque.contains(tag.name) { index = contentEnd(bytes, end, tag.name) }
        textStart = index
        tokens.append(.tag(tag))
      } else {
        index += 1
      }
    }
    flush(bytes.endIndex)
    return tokens
  }

  private static let opaque: Set<String> = [
    "script", "style", "template", "noscript", "iframe", "object", "svg", "math", "textarea", "title", "xmp",
  ]

  /// End of a comment, declaration or processing instruction that starts at `index`.
  private static func skippedEnd(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Int? {
    guard index + 1 < bytes.endIndex, bytes[index + 1] == UInt8(ascii: "!") || bytes[index + 1] == UInt8(ascii: "?")
    else { return nil }
    let isComment = bytes[index...].starts(with: Array("<!--".utf8))
    let closing: [UInt8] = isComment ? Array("-->".utf8) : [UInt8(ascii: ">")]
    return find(closing, in: bytes, from: index + 2).map { $0 + closing.count } ?? bytes.endIndex
  }

  private static func find(_ needle: [UInt8], in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
    var index = start
    while index + needle.count <= bytes.endIndex {
      if bytes[index..<(index + needle.count)].elementsEqual(needle) { return index }
      index += 1
    }
    return nil
  }

  private static func contentEnd(_ bytes: ArraySlice<UInt8>, _ start: Int, _ name: String) -> Int {
    let closing = Array("</\(name)".utf8)
    var index = start
    while index + closing.count <= bytes.endIndex {
      let matches = zip(bytes[index..<(index + closing.count)], closing).allSatisfy { ($0 | 0x20) == ($1 | 0x20) }
      if matches { return index }
      index += 1
    }
    return bytes.endIndex
  }

  /// The tag that starts at `start`, and where it ends. A tag that is none is followed once: the places where its
  /// attributes start are `unfinished` then, for the tags that begin inside of it.
  private static func tag(
    _ bytes: ArraySlice<UInt8>, _ start: Int, _ unfinished: inout Set<Int>
  ) -> (Tag, end: Int)? {
    var index = start + 1
    let isEnd = index < bytes.endIndex && bytes[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    func word(_ isPart: (UInt8) -> Bool) -> String {
      let first = index
      while index < bytes.endIndex, isPart(bytes[index]) { index += 1 }
      return String(decoding: bytes[first..<index], as: UTF8.self)
    }
    func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }
    let name = word { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || ($0 >= 0x30 && $0 <= 0x39) }.lowercased()
    guard let first = name.utf8.first, first > 0x39 else { return nil }
    var tag = Tag(name: name, isEnd: isEnd, attributes: [:])
    var starts: [Int] = []
    while index < bytes.endIndex {
      _ = word { isBlank($0) || $0 == UInt8(ascii: "/") }
      guard index < bytes.endIndex, !unfinished.contains(index) else { break }
      starts.append(index)
      if bytes[index] == UInt8(ascii: ">") { return (tag, index + 1) }
      if bytes[index] == UInt8(ascii: "<") { break }
      let key = word { !isBlank($0) && !"=/>".utf8.contains($0) }.lowercased()
      _ = word(isBlank)
      var value = ""
      if index < bytes.endIndex, bytes[index] == UInt8(ascii: "=") {
        index += 1
        _ = word(isBlank)
        guard index < bytes.endIndex else { break }
        let quote = bytes[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
          index += 1
          value = word { $0 != quote }
          guard index < bytes.endIndex else { break }
          index += 1
        } else {
          value = word { !isBlank($0) && $0 != UInt8(ascii: ">") }
        }
      } else if key.isEmpty {
        break
      }
      if known.contains(key), tag.attributes[key] == nil { tag.attributes[key] = value }
    }
    unfinished.formUnion(starts)
    return nil
  }

  private static let known: Set<String> = ["href", "src", "alt", "id", "name"]

  /// Inline elements that are let through when opened and closed among the same siblings, and what they become.
  private static let paired: [String: (open: StaticString, close: StaticString)] = [
    "b": ("<strong>", "</strong>"), "strong": ("<strong>", "</strong>"), "i": ("<em>", "</em>"),
    "em": ("<em>", "</em>"), "code": ("<code>", "</code>"), "tt": ("<code>", "</code>"),
    "kbd": ("<kbd>", "</kbd>"), "sub": ("<sub>", "</sub>"), "sup": ("<sup>", "</sup>"),
    "del": ("<del>", "</del>"), "s": ("<del>", "</del>"), "ins": ("<ins>", "</ins>"),
    "samp": ("<samp>", "</samp>"), "var": ("<var>", "</var>"),
  ]

  /// How a tag is written.
  enum Action {
    case markup(StaticString)
    /// A start tag `a` with an `href`.
    case link(Tag)
    case endLink
    /// An image, a break, an anchor, or nothing.
    case single(Tag)
  }

  /// How each tag of a row of siblings is written (nil: no tag): elements and links that are properly nested pairs,
  /// links only around something visible.
  static func actions(_ tags: [Tag?], isVisible: [Bool]) -> [Action?] {
    var actions = tags.map { $0.map(Action.single) }
    var open: [(name: String, index: Int)] = []
    for (index, tag) in tags.enumerated() {
      guard let tag, paired[tag.name] != nil || tag.name == "a" else { continue }
      guard tag.isEnd else {
        if open.count < 16 { open.append((tag.name, index)) }
        continue
      }
      guard let match = open.lastIndex(where: { $0.name == tag.name }) else { continue }
      let start = open[match].index
      open.removeSubrange(match...)
      if let element = paired[tag.name] {
        actions[start] = .markup(element.open)
        actions[index] = .markup(element.close)
      } else if let link = tags[start], link.attributes["href"] != nil, isVisible[start..<index].contains(true) {
        actions[start] = .link(link)
        actions[index] = .endLink
      }
    }
    return actions
  }

  /// The anchor a tag gives its place: `id`, or `name` of an `a`; lower case, because ours are not.
  static func anchor(of tag: Tag) -> String? {
    guard !tag.isEnd, paired[tag.name] == nil,
      let id = tag.attributes["id"] ?? (tag.name == "a" ? tag.attributes["name"] : nil)
    else { return nil }
    let anchor = id.lowercased()
    return anchor.isEmpty || anchor.utf8.contains { $0 <= 0x20 } ? nil : anchor
  }

  /// Character references that are let through in the text of HTML blocks.
  static let references: Set<String> = [
    "amp", "lt", "gt", "quot", "apos", "nbsp", "copy", "reg", "trade", "mdash", "ndash", "hellip", "middot", "bull",
    "rarr", "larr", "lsquo", "rsquo", "ldquo", "rdquo",
  ]
}
