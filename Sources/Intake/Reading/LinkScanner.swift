import Diagnostics
import Markdown

/// Finds the links of a document: inline, by reference, autolinks and images of Markdown, `href` and `src` of HTML,
/// bare addresses of plain text; each with its line.
struct LinkScanner {
  private let source: SourceText
  private let folder: [UInt8]
  private var links: [Link] = []
  private var line = 0
  private var lineBytes: ArraySlice<UInt8> = []
  /// The destination last found on the line: its place, its column, and its end, where the next is looked for.
  private var last = (offset: 0, column: 1, end: 0)
  /// Bytes of the line that may still be looked through in vain.
  private var budget = 0

  /// The links of a file; `document` is its tree, when it is Markdown, `html` what it shows, when it is HTML.
  static func links(of source: SourceText, document: Document?, html: HTMLText?) -> [Link] {
    var scanner = LinkScanner(source: source)
    if let document {
      for found in document.linkSources {
        if found.kind == .html {
          scanner.takeHTML(found.bytes, firstLine: found.line)
        } else {
          scanner.add(text: found.text, destination: found.bytes, line: found.line)
        }
      }
    } else if let html {
      for link in html.links {
        scanner.add(text: "", destination: Array(link.destination.utf8)[...], line: source.line(at: link.offset))
      }
    } else {
      for line in source.lines(holding: [.colon, .slash]) { scanner.takeBare(on: line) }
    }
    return scanner.links
  }

  private init(source: SourceText) {
    self.source = source
    folder = Array(source.path.parentFolder.utf8)
  }

  private mutating func add(text: String, destination: ArraySlice<UInt8>, line: Int) {
    guard links.count < IntakeLimits.links else { return }
    if line != self.line {
      self.line = line
      // Columns far into a huge line help nobody.
      lineBytes = source.written(onLine: line, most: 20_000)
      last = (lineBytes.startIndex, 1, lineBytes.startIndex)
      budget = 400_000
    }
    // The place is that of the destination as written; one that is in a definition elsewhere has the line's start.
    var (column, length) = (1, 1)
    if let offset = offset(of: destination), !isShown(destination, in: text, at: offset) {
      if offset < last.offset { last = (lineBytes.startIndex, 1, 0) }
      last.column += lineBytes[last.offset..<offset].scalarCount
      (last.offset, last.end) = (offset, offset + destination.count)
      (column, length) = (last.column, max(1, destination.scalarCount))
    }
    let goal = destination.withUnsafeBufferPointer { destination in
      folder.withUnsafeBufferPointer { LinkPath.goal(of: destination, in: $0) }
    }
    links.append(
      Link(
        text: text, destination: String(decoding: destination, as: UTF8.self), goal: goal, in: source, line: line,
        column: column, length: length))
  }

  /// The next place of a destination on the line, behind `](` where the text of the link is the same; one behind the
  /// last link first, then any, so that a line takes time that grows with its length and not with its links.
  private mutating func offset(of destination: ArraySlice<UInt8>) -> Int? {
    guard !destination.isEmpty, budget > 0 else { return nil }
    if let found = lineBytes[last.end...].firstIndex(ofBytes: destination) {
      if isBehindText(found) { return found }
      var next = found
      for _ in 0..<2 where budget > 0 {
        budget -= lineBytes[next...].count
        guard let place = lineBytes[(next + destination.count)...].firstIndex(ofBytes: destination) else { break }
        if isBehindText(place) { return place }
        next = place
      }
      return found
    }
    budget -= lineBytes.count
    return lineBytes.firstIndex(ofBytes: destination)
  }

  /// Whether a place is not the address but the text that shows it, the address being in a definition elsewhere.
  private func isShown(_ destination: ArraySlice<UInt8>, in text: String, at offset: Int) -> Bool {
    guard !isBehindText(offset), text.utf8.count >= destination.count else { return false }
    if lineBytes[(offset + destination.count)...].starts(with: "][".utf8) { return true }
    // An address that is its own link has a scheme.
    return !destination.contains(UInt8(ascii: ":")) && Array(text.utf8)[...].firstIndex(ofBytes: destination) != nil
  }

  private func isBehindText(_ offset: Int) -> Bool {
    let isBare = offset > lineBytes.startIndex && lineBytes[offset - 1] != UInt8(ascii: "<")
    let open = isBare ? offset - 1 : offset - 2
    return open > lineBytes.startIndex && lineBytes[open] == UInt8(ascii: "(")
      && lineBytes[open - 1] == UInt8(ascii: "]")
  }

  // MARK: HTML

  private mutating func takeHTML(_ bytes: ArraySlice<UInt8>, firstLine: Int) {
    var line = firstLine
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == 0x0A { line += 1 }
      // An attribute follows a blank; this is asked at every byte.
      let letter = bytes[index] | 0x20
      guard index > bytes.startIndex, bytes[index - 1] <= 0x20,
        letter == UInt8(ascii: "h") || letter == UInt8(ascii: "s")
      else {
        index += 1
        continue
      }
      for name in ["href", "src"] {
        guard let (value, end) = Self.attribute(name, in: bytes, at: index) else { continue }
        add(text: "", destination: Array(value.utf8)[...], line: min(line, source.lineCount))
        line += bytes[index..<end].count { $0 == 0x0A }
        index = end - 1
      }
      index += 1
    }
  }

  /// The quoted value of an attribute that starts at `index`, and where it ends.
  private static func attribute(_ name: String, in bytes: ArraySlice<UInt8>, at index: Int) -> (String, end: Int)? {
    let name = Array(name.utf8)
    guard index + name.count + 2 < bytes.endIndex,
      zip(bytes[index...], name).allSatisfy({ $0 | 0x20 == $1 })
    else { return nil }
    var start = index + name.count
    while start < bytes.endIndex, bytes[start] == 0x20 { start += 1 }
    guard start < bytes.endIndex, bytes[start] == UInt8(ascii: "=") else { return nil }
    start += 1
    while start < bytes.endIndex, bytes[start] == 0x20 { start += 1 }
    guard start < bytes.endIndex, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[start]) else { return nil }
    guard let end = bytes[(start + 1)...].prefix(4000).firstIndex(of: bytes[start]) else { return nil }
    let value = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    return (value.split(separator: "&amp;", omittingEmptySubsequences: false).joined(separator: "&"), end + 1)
  }

  // MARK: Plain text

  private mutating func takeBare(on line: Int) {
    let bytes = source[line: line]
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
        let address = bytes[(colon - scheme.utf8.count)..<end]
        add(text: String(decoding: address, as: UTF8.self), destination: address, line: line)
      }
      index = end
    }
  }
}

extension ArraySlice<UInt8> {
  /// Characters of UTF-8 text, as columns count them.
  fileprivate var scalarCount: Int {
    withUnsafeBufferPointer { bytes in
      var count = 0
      for byte in bytes where byte & 0xC0 != 0x80 { count &+= 1 }
      return count
    }
  }
}
