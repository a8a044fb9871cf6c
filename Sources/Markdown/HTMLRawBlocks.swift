/// Raw HTML: the text of blocks in paragraphs, with links, images and anchors.
extension HTMLWriter {
  /// Elements of a block level: each ends a paragraph.
  private static let breaking: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "thead", "tbody",
    "blockquote", "pre", "details", "summary", "section", "header", "footer", "center", "hr", "figure",
  ]

  mutating func writeRawBlock(_ text: ArraySlice<UInt8>, line: Int) {
    let tokens = RawHTML.tokens(of: text)
    let paragraphs = tokens.split { token in
      if case .tag(let tag) = token {
        Self.breaking.contains(tag.name) && RawHTML.anchor(of: tag) == nil
      } else {
        false
      }
    }
    for paragraph in paragraphs { writeRawParagraph(Array(paragraph), line: line) }
  }

  private mutating func writeRawParagraph(_ tokens: [RawHTML.Token], line: Int) {
    var tags: [RawHTML.Tag?] = []
    var isVisible: [Bool] = []
    for token in tokens {
      switch token {
      case .text(let text):
        tags.append(nil)
        isVisible.append(text.contains { $0 > 0x20 })
      case .tag(let tag):
        tags.append(tag)
        isVisible.append(tag.name == "img" && !tag.isEnd)
      }
    }
    guard isVisible.contains(true) || tags.contains(where: { $0.flatMap(RawHTML.anchor) != nil }) else { return }
    open("<p", line: line)
    for (token, action) in zip(tokens, RawHTML.actions(tags, isVisible: isVisible)) {
      if let action {
        write(action)
      } else if case .text(let text) = token {
        writeReferenced(text)
      }
    }
    html.append(markup: "</p>\n")
  }

  mutating func write(_ action: RawHTML.Action) {
    switch action {
    case .markup(let markup): html.append(markup: markup)
    case .link(let tag):
      writeAnchor(of: tag)
      rawLinks.append(openLink(renderer.resolve(tag.attributes["href"] ?? "")))
    case .endLink:
      guard rawLinks.popLast() == true else { return }
      closeLink()
    case .single(let tag):
      writeAnchor(of: tag)
      guard !tag.isEnd else { return }
      if tag.name == "br" { html.append(markup: "<br>\n") }
      if tag.name == "img" {
        let (name, address) = (tag.attributes["alt"] ?? "", tag.attributes["src"] ?? "")
        writeImage(text: Array(name.utf8)[...], destination: Array(address.utf8)[...])
      }
      if tag.name == "td" || tag.name == "th" { html.append(markup: " ") }
    }
  }

  private mutating func writeAnchor(of tag: RawHTML.Tag) {
    guard renderer.hasAnchors, let id = RawHTML.anchor(of: tag) else { return }
    if usedIDs == nil { usedIDs = Set(result.headings.map(\.anchor)) }
    guard usedIDs?.insert(id).inserted == true else { return }
    html.append(markup: "<span id=\"")
    html.append(escaped: id)
    html.append(markup: "\"></span>")
  }

  /// Text of an HTML block: known character references stay what they are, everything else is escaped.
  private mutating func writeReferenced(_ text: ArraySlice<UInt8>) {
    var start = text.startIndex
    while let ampersand = text[start...].firstIndex(of: UInt8(ascii: "&")) {
      html.append(escaped: text[start..<ampersand])
      let tail = text[(ampersand + 1)...].prefix(8)
      let name = tail.prefix { $0 != UInt8(ascii: ";") }
      let isKnown = name.count < tail.count && RawHTML.references.contains(String(decoding: name, as: UTF8.self))
      html.append(markup: isKnown ? "&" : "&amp;")
      start = ampersand + 1
    }
    html.append(escaped: text[start...])
  }
}
