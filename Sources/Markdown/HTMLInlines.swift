/// Inline content.
extension HTMLWriter {
  /// Writes the inlines of a range; of raw HTML only what is harmless.
  mutating func writeInlines(_ range: Range<Int>) {
    var hasRaw = false
    var index = range.lowerBound
    while index < range.upperBound, !hasRaw {
      hasRaw = nodes[index].kind == .html
      index = Int(nodes[index].end)
    }
    if hasRaw { return writeInlinesWithTags(Array(Document.Siblings(nodes, range))) }
    index = range.lowerBound
    while index < range.upperBound {
      writeInline(index)
      index = Int(nodes[index].end)
    }
  }

  private mutating func writeInlinesWithTags(_ inlines: [Int]) {
    let tags = inlines.map { index -> RawHTML.Tag? in
      guard nodes[index].kind == .html,
        case .tag(let tag)? = RawHTML.tokens(of: bytes[nodes[index].first]).first
      else { return nil }
      return tag
    }
    let isVisible = zip(inlines, tags).map { index, tag in
      tag?.name == "img"
        || nodes[index..<Int(nodes[index].end)].contains { node in
          (node.kind == .text || node.kind == .code) && bytes[node.first].contains { $0 > 0x20 }
        }
    }
    for (index, action) in zip(inlines, RawHTML.actions(tags, isVisible: isVisible)) {
      if let action { write(action) } else if nodes[index].kind != .html { writeInline(index) }
    }
  }

  private mutating func writeInline(_ index: Int) {
    let node = nodes[index]
    writeLineAnchor(Int(node.line))
    guard writesInlines else { return passOver(index) }
    switch node.kind {
    case .text where marks.isEmpty: html.append(escaped: texts[node.first])
    case .text: writeText(bytes[node.first], line: Int(node.line))
    case .softBreak: html.append(markup: "\n")
    case .lineBreak: html.append(markup: "<br>\n")
    case .code:
      html.append(markup: "<code>")
      html.append(escaped: texts[node.first])
      html.append(markup: "</code>")
    case .emphasis: wrap(index, "<em>", "</em>")
    case .strong: wrap(index, "<strong>", "</strong>")
    case .strikethrough: wrap(index, "<del>", "</del>")
    case .link: writeLink(index)
    case .image:
      writeImage(text: plainText(content(of: index))[...], destination: bytes[node.first])
    case .footnoteReference: writeReference(String(decoding: bytes[node.first], as: UTF8.self))
    default: break
    }
  }

  /// Gives the lines of what an inline holds their anchors.
  private mutating func passOver(_ index: Int) {
    switch nodes[index].kind {
    case .emphasis, .strong, .strikethrough: writeInlines(content(of: index))
    case .link where !withPlainText(content(of: index), \.isBlank): writeInlines(content(of: index))
    default: break
    }
  }

  private mutating func wrap(_ index: Int, _ opening: StaticString, _ closing: StaticString) {
    html.append(markup: opening)
    writeInlines(content(of: index))
    html.append(markup: closing)
  }

  private mutating func writeText(_ text: ArraySlice<UInt8>, line: Int) {
    guard let waiting = marks[line] else { return html.append(escaped: text) }
    var rest = text
    var left: [HTMLRenderer.Mark] = []
    for mark in waiting {
      guard let found = rest.firstRange(ofBytes: Array(mark.text.utf8)) else {
        left.append(mark)
        continue
      }
      html.append(escaped: rest[..<found.lowerBound])
      html.append(markup: "<mark class=\"")
      html.append(escaped: mark.name)
      html.append(markup: "\">")
      html.append(escaped: mark.text)
      html.append(markup: "</mark>")
      rest = rest[found.upperBound...]
    }
    marks[line] = left
    html.append(escaped: rest)
  }

  func plainText(_ range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    DocumentStorage.appendPlainText(nodes, bytes, range, to: &text)
    return text
  }

  /// Gives the text of a range to somebody who reads it at once; most links hold one text, which lies there.
  private func withPlainText<Result>(_ range: Range<Int>, _ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard range.count == 1, nodes[range.lowerBound].kind == .text else {
      return plainText(range).withUnsafeBufferPointer(read)
    }
    return read(texts[nodes[range.lowerBound].first])
  }

  /// Opens a link; false when the text is to stand without one. A link inside a link is none.
  /// One whose text is its own address (`isBare`) says so: in print the address need not be written again.
  mutating func openLink(_ target: LinkTarget, title: ArraySlice<UInt8> = [], isBare: Bool = false)
    -> Bool
  {
    guard linkDepth == 0 else { return false }
    switch target {
    case .site(let url):
      html.append(markup: "<a href=\"")
      html.append(escaped: url)
    case .external(let url):
      guard let address = LinkTarget.safeAddress(url) else { return false }
      html.append(markup: isBare ? "<a class=\"bare\"" : "<a")
      html.append(markup: " rel=\"noopener nofollow\" href=\"")
      html.append(escaped: address)
    case .none: return false
    }
    html.append(markup: "\"")
    if !title.isEmpty {
      html.append(markup: " title=\"")
      html.append(escaped: title)
      html.append(markup: "\"")
    }
    html.append(markup: ">")
    linkDepth += 1
    return true
  }

  mutating func closeLink() {
    html.append(markup: "</a>")
    linkDepth -= 1
  }

  private mutating func writeLink(_ index: Int) {
    let node = nodes[index]
    let destination = texts[node.first]
    let target = renderer.resolve(String(decoding: destination, as: UTF8.self))
    let (isBlank, isBare) = withPlainText(content(of: index)) { ($0.isBlank, $0.elementsEqual(destination)) }
    let isLinked = openLink(target, title: bytes[node.second], isBare: isBare)
    // A link needs a name; without text its destination is one.
    if isBlank {
      html.append(escaped: destination)
    } else {
      writeInlines(content(of: index))
    }
    if isLinked { closeLink() }
  }

  /// An image is its alternative text, linked to the image outside of links: a page loads nothing from elsewhere.
  mutating func writeImage(text: ArraySlice<UInt8>, destination: ArraySlice<UInt8>) {
    let isLinked = openLink(renderer.resolve(String(decoding: destination, as: UTF8.self)))
    html.append(markup: "<span class=\"image\">")
    if !text.isBlank {
      html.append(escaped: text)
    } else if let name = destination.split(separator: UInt8(ascii: "/")).last {
      html.append(escaped: name)
    } else {
      html.append(markup: "image")
    }
    html.append(markup: "</span>")
    if isLinked { closeLink() }
  }

  private mutating func writeReference(_ label: String) {
    guard let number = Int(label), linkDepth == 0, renderer.hasAnchors else {
      return html.append(escaped: "[\(label)]")
    }
    let id = references.insert(label).inserted ? " id=\"FnRef-\(number)\"" : ""
    html.append(composed: "<sup><a href=\"#Fn-\(number)\"\(id)>\(number)</a></sup>")
  }
}

extension Collection<UInt8> {
  /// Whether nothing of a text can be seen.
  fileprivate var isBlank: Bool {
    var isASCII = true
    for byte in self {
      if byte >= 0x80 {
        isASCII = false
      } else if byte != 0x20, !(0x09...0x0D).contains(byte) {
        return false
      }
    }
    return isASCII || String(decoding: self, as: UTF8.self).allSatisfy(\.isWhitespace)
  }
}
