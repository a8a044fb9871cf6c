import Diagnostics
import Markdown

/// Finds the links of a document: inline, by reference, autolinks and images of Markdown, `href` and `src` of HTML,
/// bare addresses of plain text; each with its line.
struct LinkScanner {
  /// Most links taken from one document.
  static let most = 20_000

  private let source: SourceText
  private var links: [Link] = []
  private var line = 0
  private var lineBytes: ArraySlice<UInt8> = []
  private var lineLocation = Location(path: "", line: 0)

  /// The links of a file; `document` is its tree, when it is Markdown.
  static func links(of source: SourceText, document: Document?) -> [Link] {
    var scanner = LinkScanner(source: source)
    if let document {
      for block in document.allBlocks {
        for inline in block.inlines.flattened { scanner.take(inline) }
        if case .html(let html) = block.kind { scanner.takeHTML(html, firstLine: block.lines.lowerBound) }
      }
    } else if HTMLStart.isHTML(source.bytes) {
      scanner.takeHTML(source.text, firstLine: 1)
    } else {
      for line in 1...source.lineCount { scanner.takeBare(on: line) }
    }
    return scanner.links
  }

  private init(source: SourceText) { self.source = source }

  private mutating func take(_ inline: Inline) {
    switch inline.kind {
    case .link(let destination, _), .image(let destination, _):
      add(text: inline.children.plainText, destination: destination, line: inline.line)
    case .html(let html): takeHTML(html, firstLine: inline.line)
    default: break
    }
  }

  private mutating func add(text: String, destination: String, line: Int) {
    guard links.count < Self.most else { return }
    if line != self.line {
      self.line = line
      lineBytes = source.bytes[source.byteRange(ofLine: line)]
      lineLocation = source.location(line: line)
    }
    // The place is that of the destination as written; one that stands in a definition elsewhere has the line's start.
    var location = lineLocation
    if let offset = Self.offset(of: Array(destination.utf8), in: lineBytes) {
      let before = lineBytes[lineBytes.startIndex..<offset]
      location.column = 1 + before.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
      location.length = max(1, destination.unicodeScalars.count)
    }
    links.append(Link(text: text, destination: destination, location: location))
  }

  private static func offset(of needle: [UInt8], in line: ArraySlice<UInt8>) -> Int? {
    // Columns far into a huge line help nobody, and looking for them would take time squared.
    let line = line.prefix(20_000)
    guard let first = needle.first, needle.count <= line.count else { return nil }
    return (line.startIndex...(line.endIndex - needle.count)).first { start in
      line[start] == first && line[start..<(start + needle.count)].elementsEqual(needle)
    }
  }

  // MARK: HTML

  private mutating func takeHTML(_ html: String, firstLine: Int) {
    var line = firstLine
    let bytes = Array(html.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x0A { line += 1 }
      // An attribute follows a blank; this is asked at every byte.
      let letter = bytes[index] | 0x20
      guard index > 0, bytes[index - 1] <= 0x20, letter == UInt8(ascii: "h") || letter == UInt8(ascii: "s") else {
        index += 1
        continue
      }
      for name in ["href", "src"] {
        guard let (value, end) = Self.attribute(name, in: bytes, at: index) else { continue }
        add(text: "", destination: value, line: min(line, source.lineCount))
        line += bytes[index..<end].count { $0 == 0x0A }
        index = end - 1
      }
      index += 1
    }
  }

  /// The quoted value of an attribute that starts at `index`, and where it ends.
  private static func attribute(_ name: String, in bytes: [UInt8], at index: Int) -> (String, end: Int)? {
    let name = Array(name.utf8)
    guard index + name.count + 2 < bytes.count,
      zip(bytes[index...], name).allSatisfy({ $0 | 0x20 == $1 })
    else { return nil }
    var start = index + name.count
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    guard start < bytes.count, bytes[start] == UInt8(ascii: "=") else { return nil }
    start += 1
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    guard start < bytes.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[start]) else { return nil }
    guard let end = bytes[(start + 1)...].prefix(4000).firstIndex(of: bytes[start]) else { return nil }
    let value = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    return (value.split(separator: "&amp;", omittingEmptySubsequences: false).joined(separator: "&"), end + 1)
  }

  // MARK: Plain text

  private mutating func takeBare(on line: Int) {
    let bytes = source.bytes[source.byteRange(ofLine: line)]
    var index = bytes.startIndex
    while let colon = bytes[index...].firstIndex(of: UInt8(ascii: ":")) {
      index = colon + 1
      guard bytes[index...].starts(with: "//".utf8) else { continue }
      let scheme = ["https", "http"].first { bytes[..<colon].suffix($0.utf8.count).elementsEqual($0.utf8) }
      guard let scheme else { continue }
      let stops = Array(" \t<>\"'`|)]}".utf8)
      var end = bytes[index...].firstIndex { stops.contains($0) } ?? bytes.endIndex
      while end > index, Array(".,;:!?*_".utf8).contains(bytes[end - 1]) { end -= 1 }
      if end > index + 2 {
        let address = String(decoding: bytes[(colon - scheme.utf8.count)..<end], as: UTF8.self)
        add(text: address, destination: address, line: line)
      }
      index = end
    }
  }
}
