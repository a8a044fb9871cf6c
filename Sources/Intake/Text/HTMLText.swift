import Diagnostics

/// The visible lines of an HTML text, such as a mail: one pass over the bytes, nothing is executed or fetched.
///
/// `<div><b><u>Cadence</u></b></div><div>We agreed …</div>` gives two lines, the first bold and underlined. Head, scripts
/// and styles are left out; tags that open a block end a line.
struct HTMLText: Sendable, Hashable {
  /// Characters with one look.
  struct Run: Sendable, Hashable {
    /// The characters, blanks folded.
    var text: String
    var isBold: Bool
    var isUnderlined: Bool
  }

  /// One visible line.
  struct Line: Sendable, Hashable {
    /// Its pieces, in order.
    var runs: [Run]
    /// Bytes of the file from its first to its last visible character.
    var range: Range<Int>
    /// Level of the heading tag it is in; nil outside of one.
    var headingLevel: Int?
    /// How many lists it is in.
    var listDepth: Int
    /// Whether it is in a block quote, as quoted mail does.
    var isQuoted: Bool

    /// Its text without looks.
    var text: String { runs.map(\.text).joined() }
  }

  /// The lines, in order; empty ones are left out.
  let lines: [Line]
  /// Where its anchors and images lead, each with the offset of its tag.
  let links: [Link]

  struct Link: Sendable, Hashable {
    let destination: String
    let offset: Int
  }

  /// Reads the lines of an HTML text; bytes over the limit are left out.
  init(_ source: SourceText) { self.init(source.prefix(IntakeLimits.htmlBytes)) }

  init(_ bytes: ArraySlice<UInt8>) {
    var builder = HTMLLineBuilder(bytes: bytes)
    builder.read()
    lines = builder.lines
    links = builder.links
  }
}

private struct HTMLLineBuilder {
  let bytes: ArraySlice<UInt8>
  var lines: [HTMLText.Line] = []
  var links: [HTMLText.Link] = []

  private var runs: [HTMLText.Run] = []
  private var current: [UInt8] = []
  private var firstByte: Int?
  private var lastByte = 0
  /// Open tags that change the look: name, bold, underlined.
  private var looks: [(name: String, isBold: Bool, isUnderlined: Bool)] = []
  private var isBold = false
  private var isUnderlined = false
  private var headingLevel: Int?
  private var listDepth = 0
  private var quoteDepth = 0

  init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  mutating func read() {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "<"):
        index = tag(at: index)
      case UInt8(ascii: "&"):
        let (text, end) = HTMLEntities.character(in: bytes, at: index)
        append(Array(text.utf8), from: index, to: end)
        index = end
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
        appendBlank()
        index += 1
      case 0xC2 where index + 1 < bytes.endIndex && bytes[index + 1] == 0xA0:
        appendBlank()
        index += 2
      default:
        append([bytes[index]], from: index, to: index + 1)
        index += 1
      }
    }
    endLine()
  }

  // MARK: Text

  private mutating func append(_ text: [UInt8], from start: Int, to end: Int) {
    if text == [0xC2, 0xA0] { return appendBlank() }
    if firstByte == nil { firstByte = start }
    lastByte = end
    current += text
  }

  private mutating func appendBlank() {
    guard firstByte != nil, (current.last ?? runs.last?.text.utf8.last) != 0x20 else { return }
    current.append(0x20)
  }

  private mutating func endRun() {
    guard !current.isEmpty else { return }
    let text = String(decoding: current, as: UTF8.self)
    current = []
    if let last = runs.last, last.isBold == isBold, last.isUnderlined == isUnderlined {
      runs[runs.count - 1].text += text
    } else {
      runs.append(HTMLText.Run(text: text, isBold: isBold, isUnderlined: isUnderlined))
    }
  }

  private mutating func endLine() {
    endRun()
    if let firstByte {
      lines.append(
        HTMLText.Line(
          runs: runs, range: firstByte..<lastByte, headingLevel: headingLevel, listDepth: listDepth,
          isQuoted: quoteDepth > 0))
    }
    runs = []
    firstByte = nil
  }

  // MARK: Tags

  private static let blocks: Set<String> = [
    "div", "p", "br", "li", "ul", "ol", "tr", "table", "blockquote", "pre", "hr", "body", "html", "section", "article",
    "header", "footer", "td", "th", "dt", "dd",
  ]
  private static let hidden: Set<String> = ["head", "script", "style", "title", "template"]

  /// Handles the tag, comment or lone `<` at a place; gives the place behind it.
  private mutating func tag(at start: Int) -> Int {
    let rest = bytes[start...]
    if rest.starts(with: "<!--".utf8) { return HTMLTag.end(of: "-->", in: bytes, from: start + 4) ?? bytes.endIndex }
    guard let tag = HTMLTag(in: bytes, at: start) else {
      append([bytes[start]], from: start, to: start + 1)
      return start + 1
    }
    if Self.blocks.contains(tag.name) || tag.headingLevel != nil { endLine() }
    if Self.hidden.contains(tag.name), !tag.isClosing {
      return HTMLTag.end(of: "</\(tag.name)", in: bytes, from: tag.end).map { end in
        bytes[end...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.endIndex
      } ?? bytes.endIndex
    }
    change(tag, at: start)
    return tag.end
  }

  private mutating func change(_ tag: HTMLTag, at start: Int) {
    if let level = tag.headingLevel { headingLevel = tag.isClosing ? nil : level }
    if !tag.isClosing, let destination = tag.destination {
      links.append(.init(destination: destination, offset: start))
    }
    switch tag.name {
    case "b", "strong", "u", "span", "font": look(tag)
    case "ul", "ol": listDepth = max(0, listDepth + (tag.isClosing ? -1 : 1))
    case "blockquote": quoteDepth = max(0, quoteDepth + (tag.isClosing ? -1 : 1))
    default: break
    }
  }

  private mutating func look(_ tag: HTMLTag) {
    endRun()
    if tag.isClosing {
      // Crossed tags are common in mail: the innermost one of this name is the one meant. The depth is bounded.
      if let index = looks.lastIndex(where: { $0.name == tag.name }) { looks.remove(at: index) }
    } else if looks.count < 100 {
      let style = tag.attribute("style")?.lowercased() ?? ""
      looks.append(
        (
          tag.name, tag.name == "b" || tag.name == "strong" || style.holds("font-weight: bold"),
          tag.name == "u" || style.holds("underline")
        ))
    }
    isBold = looks.contains { $0.isBold }
    isUnderlined = looks.contains { $0.isUnderlined }
  }
}
