import Words
import Markdown

/// What a cell, bullet or line of an adopters list shows: its text apart from pictures, its pictures' words, its links.
struct AdopterCell {
  /// Text without pictures and raw HTML; a forced break ends it.
  private(set) var text = ""
  /// Text behind the forced break.
  private(set) var afterBreak = ""
  /// Alternative texts of pictures.
  private(set) var pictures: [String] = []
  /// Destinations of links, with those of raw HTML.
  private(set) var links: [String] = []
  private var isBroken = false
  /// Whether the text has more than blanks.
  private var hasText = false

  init(_ inlines: [Inline]) {
    add(inlines)
    text = text.blanksFolded
    afterBreak = afterBreak.blanksFolded
  }

  /// Deepest markup that is read, against hostile input.
  private static let deepest = 50

  private mutating func add(_ inlines: [Inline], depth: Int = 0) {
    guard depth < Self.deepest else { return }
    for inline in inlines {
      switch inline.kind {
      case .text(let part), .code(let part): append(part)
      case .softBreak: append(" ")
      case .lineBreak: breakLine()
      case .html(let tag): addHTML(tag)
      case .emphasis, .strong, .strikethrough: add(inline.children, depth: depth + 1)
      case .link(let destination, _):
        links.append(destination)
        add(inline.children, depth: depth + 1)
      case .image: pictures.append(inline.children.plainText)
      case .footnoteReference: break
      }
    }
  }

  private mutating func append(_ part: String) {
    hasText = hasText || part.contains { !$0.isWhitespace }
    if isBroken { afterBreak += part } else { text += part }
  }

  private mutating func breakLine() {
    if hasText { isBroken = true }
    append(" ")
  }

  private mutating func addHTML(_ tag: String) {
    for element in HTMLTags.elements(in: tag) {
      switch element.tag.name {
      case "br": breakLine()
      case "img": if let alt = element.attribute("alt") { pictures.append(alt) }
      case "a": if let href = element.attribute("href") { links.append(href) }
      default: break
      }
    }
  }

  /// The organization's name: the text, else the first picture's words.
  var name: String? {
    let isNone = text.utf8.count > IntakeLimits.nameBytes || text.holds("://") && !text.holds(" ")
    let shown = pictures.lazy.filter { $0.utf8.count <= IntakeLimits.nameBytes }
    return Self.cleaned(isNone ? "" : text) ?? shown.compactMap(Self.cleaned).first
  }

  /// A name in brackets that lead nowhere, `[Acme]`: a link whose address was forgotten. A form to fill in has them in
  /// more than one cell of a row.
  var bracketedName: String? {
    guard Self.isBracketed(text), text.utf8.count <= IntakeLimits.nameBytes else { return nil }
    let name = text.trimmed(of: ["[", "]", " "])
    return name.contains { "[]".contains($0) } || AdopterColumn.recognize(name) != nil ? nil : Self.cleaned(name)
  }

  /// Whether a cell shows nothing but words in square brackets.
  static func isBracketed(_ cell: [Inline]) -> Bool { isBracketed(AdopterCell(cell).text) }

  private static func isBracketed(_ text: String) -> Bool { text.hasPrefix("[") && text.hasSuffix("]") }

  /// The text, else the first picture's words: what a badge says.
  var wording: String? {
    Placeholder.real([text, afterBreak].joined(separator: " ").blanksFolded) ?? Placeholder.real(pictures.first)
  }

  /// The text, unless it only labels a link (`[our story](…)`).
  var prose: String? {
    let words = [text, afterBreak].joined(separator: " ").lowercaseWords
    let isLabel = !links.isEmpty && words.allSatisfy(Lexicon.adopters.linkWords.contains)
    return isLabel ? nil : wording
  }

  /// The first link to a site, or an address written as text; the scheme's misspellings stay as written.
  var url: String? {
    links.first { !$0.hasPrefix("#") && !$0.hasPrefix("mailto:") }
      ?? text.split(separator: " ").first { $0.holds("://") || $0.hasPrefix("www.") }.map {
        $0.trimmed(of: ["<", ">", "(", ")", ","])
      }
  }

  /// A name without the marks lists put behind it: an asterisk of a legend, the word "Logo" of a picture.
  static func cleaned(_ name: String) -> String? {
    var name = name.blanksFolded.trimmed(of: ["*", " ", "†", "‡"])
    for suffix in Lexicon.adopters.logoEndings where name.hasSuffix(suffix) {
      name = String(name.dropLast(suffix.count))
    }
    return Placeholder.real(name)
  }
}
