/// Inline content, quotes with alerts, and footnotes.
extension HTMLWriter {
  /// Puts inline content on the stack; of raw HTML only what is harmless.
  mutating func push(inlines: [Inline]) {
    guard inlines.contains(where: \.isRawHTML) else {
      for inline in inlines.reversed() { pending.append(.inline(inline)) }
      return
    }
    let tags = inlines.map { inline -> RawHTML.Tag? in
      guard case .html(let text) = inline.kind, case .tag(let tag)? = RawHTML.tokens(of: text).first else { return nil }
      return tag
    }
    let isVisible = zip(inlines, tags).map { inline, tag in
      tag?.name == "img" || [inline].plainText.utf8.contains { $0 > 0x20 }
    }
    let actions = RawHTML.actions(tags, isVisible: isVisible)
    for (inline, action) in zip(inlines, actions).reversed() {
      if let action {
        pending.append(.raw(action))
      } else if !inline.isRawHTML {
        pending.append(.inline(inline))
      }
    }
  }

  mutating func write(_ inline: Inline) {
    if claim(inline.line) { result.html.append(contentsOf: "<span id=\"L\(inline.line)\"></span>".utf8) }
    switch inline.kind {
    case .text(let text): writeText(text, line: inline.line)
    case .softBreak: result.html.append(markup: "\n")
    case .lineBreak: result.html.append(markup: "<br>\n")
    case .code(let text):
      result.html.append(markup: "<code>")
      result.html.append(escaped: text)
      result.html.append(markup: "</code>")
    case .html: break
    case .emphasis: wrap(inline.children, "<em>", "</em>")
    case .strong: wrap(inline.children, "<strong>", "</strong>")
    case .strikethrough: wrap(inline.children, "<del>", "</del>")
    case .link(let destination, let title): writeLink(inline, destination: destination, title: title)
    case .image(let destination, _): writeImage(text: inline.children.plainText, destination: destination)
    case .footnoteReference(let label): writeReference(label)
    }
  }

  private mutating func wrap(_ children: [Inline], _ opening: StaticString, _ closing: StaticString) {
    result.html.append(markup: opening)
    pending.append(.markup(closing))
    push(inlines: children)
  }

  private mutating func writeText(_ text: String, line: Int) {
    guard let waiting = marks[line] else { return result.html.append(escaped: text) }
    var rest = Substring(text)
    var left: [HTMLRenderer.Mark] = []
    for mark in waiting {
      guard let found = rest.range(ofUTF8: mark.text) else {
        left.append(mark)
        continue
      }
      result.html.append(escaped: String(rest[..<found.lowerBound]))
      result.html.append(markup: "<mark class=\"")
      result.html.append(escaped: mark.name)
      result.html.append(markup: "\">")
      result.html.append(escaped: mark.text)
      result.html.append(markup: "</mark>")
      rest = rest[found.upperBound...]
    }
    marks[line] = left
    result.html.append(escaped: String(rest))
  }

  /// Opens a link; false when the text is to stand without one. A link inside a link is none.
  /// One whose text is its own address (`isBare`) says so: in print the address need not be written again.
  mutating func openLink(_ target: LinkTarget, title: String = "", isBare: Bool = false) -> Bool {
    guard linkDepth == 0 else { return false }
    switch target {
    case .site(let url):
      result.html.append(markup: "<a href=\"")
      result.html.append(escaped: url)
    case .external(let url):
      guard let address = LinkTarget.safeAddress(url) else { return false }
      result.html.append(markup: isBare ? "<a class=\"bare\"" : "<a")
      result.html.append(markup: " rel=\"noopener noreferrer\" href=\"")
      result.html.append(escaped: address)
    case .none: return false
    }
    result.html.append(markup: "\"")
    if !title.isEmpty {
      result.html.append(markup: " title=\"")
      result.html.append(escaped: title)
      result.html.append(markup: "\"")
    }
    result.html.append(markup: ">")
    linkDepth += 1
    return true
  }

  private mutating func writeLink(_ inline: Inline, destination: String, title: String) {
    let text = inline.children.plainText
    let isBare = text.utf8.elementsEqual(destination.utf8)
    let isLinked = openLink(renderer.resolve(destination), title: title, isBare: isBare)
    if isLinked { pending.append(.endLink) }
    // A link needs a name; without text its destination is one.
    let isNamed = text.contains { !$0.isWhitespace }
    if isNamed { return push(inlines: inline.children) }
    result.html.append(escaped: destination)
  }

  /// An image is its alternative text, linked to the image outside of links: a page loads nothing from elsewhere.
  mutating func writeImage(text: String, destination: String) {
    let name = text.contains { !$0.isWhitespace } ? text : String(destination.split(separator: "/").last ?? "image")
    let isLinked = openLink(renderer.resolve(destination))
    result.html.append(markup: "<span class=\"image\">")
    result.html.append(escaped: name)
    result.html.append(markup: "</span>")
    if isLinked {
      result.html.append(markup: "</a>")
      linkDepth -= 1
    }
  }

  private mutating func writeReference(_ label: String) {
    guard let number = Int(label), linkDepth == 0, renderer.hasAnchors else {
      return result.html.append(escaped: "[\(label)]")
    }
    let id = references.insert(label).inserted ? " id=\"FnRef-\(number)\"" : ""
    result.html.append(contentsOf: "<sup><a href=\"#Fn-\(number)\"\(id)>\(number)</a></sup>".utf8)
  }

  /// cmark sorts definitions by their first reference and drops those nobody refers to.
  mutating func writeFootnote(_ block: Block) {
    footnotes += 1
    let id = renderer.hasAnchors ? " id=\"Fn-\(footnotes)\"" : ""
    result.html.append(contentsOf: "<div class=\"footnote\"\(id)>".utf8)
    let line = block.lines.lowerBound
    if claim(line) { result.html.append(contentsOf: "<span id=\"L\(line)\"></span>".utf8) }
    let back = references.contains(String(footnotes))
    let name = "<span class=\"footnote-number\">\(footnotes)</span>"
    let link = "<a href=\"#FnRef-\(footnotes)\" aria-label=\"back to the reference of note \(footnotes)\">\(name)</a>"
    result.html.append(contentsOf: (back ? link : name).utf8)
    pending.append(.markup("</div>\n"))
    push(block.children)
  }

  /// A quote, or an alert when its first line is `[!NOTE]` or one of its kin.
  mutating func writeQuote(_ block: Block) {
    let line = block.lines.lowerBound
    guard let first = block.children.first, first.kind == .paragraph,
      let alert = Alert(firstLineOf: first.inlines)
    else {
      open("<blockquote", line: line)
      pending.append(.markup("</blockquote>\n"))
      return push(block.children)
    }
    open("<div role=\"note\" class=\"alert\"", line: line)
    result.html.append(markup: "<p class=\"alert-title\">")
    result.html.append(markup: alert.title)
    result.html.append(markup: "</p>\n")
    pending.append(.markup("</div>\n"))
    var rest = first
    rest.inlines = Array(first.inlines.drop { $0.kind != .softBreak && $0.kind != .lineBreak }.dropFirst())
    rest.lines = min(rest.inlines.first?.line ?? line, first.lines.upperBound)...first.lines.upperBound
    push((rest.inlines.isEmpty ? [] : [rest]) + block.children.dropFirst())
  }
}

/// The five alerts of GitHub's Markdown.
private struct Alert {
  let title: StaticString

  init?(firstLineOf inlines: [Inline]) {
    let line = inlines.prefix { $0.kind != .softBreak && $0.kind != .lineBreak }
    switch Array(line).plainText.split(separator: " ").joined(separator: " ").uppercased() {
    case "[!NOTE]": title = "Note"
    case "[!TIP]": title = "Tip"
    case "[!IMPORTANT]": title = "Important"
    case "[!WARNING]": title = "Warning"
    case "[!CAUTION]": title = "Caution"
    default: return nil
    }
  }
}

extension Inline {
  fileprivate var isRawHTML: Bool { if case .html = kind { true } else { false } }
}

extension Substring {
  /// The first place of some bytes, by bytes.
  fileprivate func range(ofUTF8 text: String) -> Range<Index>? {
    let needle = Array(text.utf8)
    guard !needle.isEmpty else { return nil }
    var start = utf8.startIndex
    while let found = utf8[start...].firstIndex(of: needle[0]) {
      let candidate = utf8[found...]
      if candidate.starts(with: needle), let end = utf8.index(found, offsetBy: needle.count, limitedBy: utf8.endIndex) {
        return found..<end
      }
      start = utf8.index(after: found)
    }
    return nil
  }
}
