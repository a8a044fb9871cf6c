/// A piece of Markdown text without its markup, and where each byte of it stands in the file.
///
/// Documents of due diligence are read line by line, because many are no proper Markdown: bullets are `•`, evidence
/// stands outside the list it belongs to. So is their inline markup: emphasis, links, code, images, raw HTML.
struct PlainText: Sendable {
  /// A link of the text.
  struct LinkMark: Sendable {
    /// Byte range of its text in `bytes`.
    let text: Range<Int>
    /// Destination as written.
    let destination: String
    /// Byte offset in the file.
    let offset: Int
  }

  /// The text, UTF-8; no-break spaces are blanks, zero-width signs are left out.
  private(set) var bytes: [UInt8] = []
  /// Byte offset in the file of each byte of the text.
  private(set) var offsets: [Int] = []
  /// Its links in order: inline, by reference, `<…>` and bare; images and code are none.
  private(set) var links: [LinkMark] = []
  /// Whether it shows an image.
  private(set) var hasImage = false
  /// Ranges of `bytes` that stand in code spans.
  private(set) var code: [Range<Int>] = []
  /// End in `bytes` of the bold span the text begins with; 0 when it begins otherwise.
  private(set) var boldPrefix = 0

  /// The text as a string.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether the whole text is bold, but for signs behind it.
  var isAllBold: Bool {
    boldPrefix > 0 && !bytes[boldPrefix...].contains { $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80 }
  }

  /// Reads the piece `range` of a file; `references` are labels of link definitions in lower case.
  init(_ file: [UInt8], _ range: Range<Int>, references: [String: String] = [:]) {
    var scanner = InlineScanner(file: file, end: range.upperBound, index: range.lowerBound, references: references)
    scanner.run()
    // Zero bytes stand where signs of markup were taken back.
    var kept = [Int](repeating: 0, count: scanner.bytes.count + 1)
    for (index, byte) in scanner.bytes.enumerated() {
      kept[index] = bytes.count
      guard byte != 0 else { continue }
      bytes.append(byte)
      offsets.append(scanner.offsets[index])
    }
    kept[scanner.bytes.count] = bytes.count
    links = scanner.links.map {
      LinkMark(
        text: kept[$0.text.lowerBound]..<kept[$0.text.upperBound], destination: $0.destination, offset: $0.offset)
    }
    code = scanner.code.map { kept[$0.lowerBound]..<kept[$0.upperBound] }
    boldPrefix = kept[scanner.boldPrefix]
    hasImage = scanner.hasImage
  }

  /// No text, to which others are appended.
  init() {}

  /// Text that is plain already.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    offsets = Array(bytes.indices)
  }

  /// Appends another text behind a line break.
  mutating func append(line other: PlainText) {
    if let last = offsets.last {
      bytes.append(0x20)
      offsets.append(last)
    }
    let shift = bytes.count
    bytes += other.bytes
    offsets += other.offsets
    links += other.links.map {
      LinkMark(
        text: ($0.text.lowerBound + shift)..<($0.text.upperBound + shift), destination: $0.destination,
        offset: $0.offset)
    }
    code += other.code.map { ($0.lowerBound + shift)..<($0.upperBound + shift) }
  }
}

/// Takes the markup off one piece of text, in one pass.
private struct InlineScanner {
  let file: [UInt8]
  let end: Int
  var index: Int
  let references: [String: String]

  var bytes: [UInt8] = []
  var offsets: [Int] = []
  var links: [PlainText.LinkMark] = []
  var code: [Range<Int>] = []
  var boldPrefix = 0
  var hasImage = false
  private var brackets: [(position: Int, isImage: Bool, links: Int)] = []
  private var boldStart: Int?
  /// Lengths of backtick runs that have no closing run.
  private var noBackticks: Set<Int> = []
  /// The next `>`, once looked for.
  private var closingAngle = -1
  /// Longest destination or tag and deepest nesting that is looked for, so that hostile text stays linear.
  private static let longest = 2_000
  private static let deepest = 32

  init(file: [UInt8], end: Int, index: Int, references: [String: String]) {
    self.file = file
    self.end = end
    self.index = index
    self.references = references
  }

  mutating func run() {
    while index < end {
      switch file[index] {
      case UInt8(ascii: "\\") where index + 1 < end && file[index + 1].isASCIIPunctuation:
        index += 1
        take()
      case UInt8(ascii: "`"): codeSpan()
      case UInt8(ascii: "!") where index + 1 < end && file[index + 1] == UInt8(ascii: "["):
        open(isImage: true)
      case UInt8(ascii: "["): open(isImage: false)
      case UInt8(ascii: "]"): close()
      case UInt8(ascii: "<"): angle()
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): emphasis()
      case UInt8(ascii: "h"), UInt8(ascii: "w"): if !bareLink() { take() }
      case 0xC2 where index + 1 < end && file[index + 1] == 0xA0:
        put(0x20)
        index += 2
      case 0xE2 where matches([0xE2, 0x80, 0x8B]) || matches([0xE2, 0x80, 0x8D]): index += 3
      case 0xEF where matches([0xEF, 0xBB, 0xBF]): index += 3
      case 0x00, 0x09, 0x0D, 0x0A:
        put(0x20)
        index += 1
      default: take()
      }
    }
  }

  private mutating func put(_ byte: UInt8) {
    bytes.append(byte)
    offsets.append(index)
  }

  private mutating func take() {
    put(file[index])
    index += 1
  }

  private func matches(_ sign: [UInt8]) -> Bool {
    index + sign.count <= end && file[index..<(index + sign.count)].elementsEqual(sign)
  }

  private mutating func codeSpan() {
    var length = 0
    while index + length < end, file[index + length] == UInt8(ascii: "`") { length += 1 }
    var close: Int?
    if !noBackticks.contains(length) {
      var run = 0
      var at = index + length
      while at <= end {
        if at < end, file[at] == UInt8(ascii: "`") {
          run += 1
        } else {
          if run == length {
            close = at - length
            break
          }
          run = 0
        }
        at += 1
      }
      if close == nil { noBackticks.insert(length) }
    }
    guard let close else {
      index += length
      return
    }
    index += length
    let start = bytes.count
    while index < close { take() }
    code.append(start..<bytes.count)
    index = close + length
  }

  private mutating func open(isImage: Bool) {
    if brackets.count < Self.deepest { brackets.append((bytes.count, isImage, links.count)) }
    if isImage { index += 1 }
    take()
  }

  private mutating func close() {
    guard let bracket = brackets.popLast() else { return take() }
    let offset = offsets[bracket.position]
    let label = bracket.position + 1..<bytes.count
    var destination: String?
    var next = index + 1
    if next < end, file[next] == UInt8(ascii: "("), let (found, past) = inlineDestination(from: next + 1) {
      destination = found
      next = past
    } else if !references.isEmpty, label.count < 1_000 {
      var name = bytes[label].filter { $0 != 0 }
      if next < end, file[next] == UInt8(ascii: "["), let stop = file[next..<end].prefix(1_000).firstIndex(of: 0x5D) {
        if stop > next + 1 { name = Array(file[(next + 1)..<stop]) }
        if let found = references[ReferenceDefinitions.label(name[...])] {
          destination = found
          next = stop + 1
        }
      } else if let found = references[ReferenceDefinitions.label(name[...])] {
        destination = found
      }
    }
    guard let destination else { return take() }
    bytes[bracket.position] = 0
    if bracket.isImage {
      hasImage = true
      for position in label { bytes[position] = 0 }
      links.removeSubrange(bracket.links...)
    } else {
      links.removeSubrange(bracket.links...)
      links.append(.init(text: label, destination: destination, offset: offset))
    }
    index = next
  }

  /// A destination behind `(` with balanced parentheses and an optional title, and the place behind `)`.
  private func inlineDestination(from start: Int) -> (String, Int)? {
    var at = start
    while at < end, file[at] == 0x20 { at += 1 }
    let first = at
    var depth = 0
    if at < end, file[at] == UInt8(ascii: "<") {
      guard let stop = file[at..<end].prefix(Self.longest).firstIndex(of: UInt8(ascii: ">")) else {
        return nil
      }
      let text = String(decoding: file[(at + 1)..<stop], as: UTF8.self)
      guard let close = file[stop..<end].prefix(500).firstIndex(of: UInt8(ascii: ")")) else { return nil }
      return (text, close + 1)
    }
    while at < end, file[at] > 0x20, at - first < Self.longest {
      if file[at] == UInt8(ascii: "(") {
        depth += 1
        if depth > Self.deepest { return nil }
      }
      if file[at] == UInt8(ascii: ")") {
        if depth == 0 { return (String(decoding: file[first..<at], as: UTF8.self), at + 1) }
        depth -= 1
      }
      at += 1
    }
    let text = String(decoding: file[first..<at], as: UTF8.self)
    while at < end, file[at] == 0x20 { at += 1 }
    if at < end, file[at] == UInt8(ascii: ")"), depth == 0 { return (text, at + 1) }
    guard at < end, depth == 0, file[at] == UInt8(ascii: "\"") || file[at] == UInt8(ascii: "'") else { return nil }
    guard let quote = file[(at + 1)..<end].prefix(1_000).firstIndex(of: file[at]), quote + 1 < end,
      file[quote + 1] == UInt8(ascii: ")")
    else { return nil }
    return (text, quote + 2)
  }

  /// `<https://…>`, or a tag of raw HTML, which is left out.
  private mutating func angle() {
    if closingAngle < index { closingAngle = file[index..<end].firstIndex(of: UInt8(ascii: ">")) ?? end }
    let stop = closingAngle
    guard stop < end, stop - index <= Self.longest else { return take() }
    let content = file[(index + 1)..<stop]
    let isMail = content.contains(UInt8(ascii: "@")) && !content.contains { "/\"= ".utf8.contains($0) }
    let isAddress = content.starts(with: "http://".utf8) || content.starts(with: "https://".utf8)
    if isMail || (isAddress && !content.contains(0x20)) {
      let start = bytes.count
      let offset = index
      index += 1
      while index < stop { take() }
      links.append(
        .init(
          text: start..<bytes.count, destination: String(decoding: content, as: UTF8.self), offset: offset))
      index = stop + 1
    } else if let first = content.first, first.isASCIILetter || first == UInt8(ascii: "/") {
      let name = String(decoding: content.prefix { $0.isASCIILetter }, as: UTF8.self).lowercased()
      if name == "img" { hasImage = true }
      put(0x20)
      if name == "a", let destination = Self.href(content) {
        links.append(.init(text: bytes.count..<bytes.count, destination: destination, offset: index))
      }
      index = stop + 1
    } else {
      take()
    }
  }

  /// The address of `<a href="…">`.
  private static func href(_ tag: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: tag, as: UTF8.self)
    guard let start = text.firstRange(of: "href=")?.upperBound, let quote = text[start...].first else { return nil }
    guard quote == "\"" || quote == "'" else { return nil }
    return String(text[start...].dropFirst().prefix { $0 != quote })
  }

  /// Signs of emphasis are left out; lone ones between blanks are text, and so is `_` inside a word.
  private mutating func emphasis() {
    let sign = file[index]
    var length = 1
    while index + length < end, file[index + length] == sign { length += 1 }
    let before = index > 0 && !bytes.isEmpty ? bytes[bytes.count - 1] : 0x20
    let after = index + length < end ? file[index + length] : 0x20
    let isInsideWord = before.isWordByte && after.isWordByte
    let isAlone = before <= 0x20 && after <= 0x20
    if isAlone || (sign == UInt8(ascii: "_") && isInsideWord) || (sign == UInt8(ascii: "~") && length == 1) {
      for _ in 0..<length { take() }
      return
    }
    if length >= 2, sign != UInt8(ascii: "~") {
      if let start = boldStart {
        if start == 0 { boldPrefix = bytes.count }
        boldStart = .max
      } else if bytes.allSatisfy({ $0 <= 0x20 }) {
        boldStart = 0
      } else {
        boldStart = .max
      }
    }
    index += length
  }

  /// `https://…`, `http://…` or `www.…` up to a blank; signs that end a sentence are no part of it.
  private mutating func bareLink() -> Bool {
    if let last = bytes.last, last.isWordByte { return false }
    let forms = ["https://", "http://", "www."]
    guard let form = forms.first(where: { matches(Array($0.utf8)) }) else { return false }
    var stop = index
    var depth = 0
    while stop < end, file[stop] > 0x20, file[stop] != UInt8(ascii: "<"), file[stop] != UInt8(ascii: "`") {
      if file[stop] == UInt8(ascii: "]"), !brackets.isEmpty { break }
      if file[stop] == UInt8(ascii: "(") { depth += 1 }
      if file[stop] == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      stop += 1
    }
    while stop > index, "?!.,:;*_~'\"".utf8.contains(file[stop - 1]) { stop -= 1 }
    guard stop > index + form.utf8.count else { return false }
    let start = bytes.count
    let offset = index
    while index < stop { take() }
    links.append(
      .init(
        text: start..<bytes.count, destination: String(decoding: bytes[start...], as: UTF8.self), offset: offset))
    return true
  }
}

/// Link definitions of a file: `[label]: destination`.
enum ReferenceDefinitions {
  /// Definitions by label; the first one of a label counts.
  static func read(_ file: [UInt8], lines: [Range<Int>]) -> [String: String] {
    var found: [String: String] = [:]
    for line in lines {
      guard let (label, destination) = definition(file[line]), found[label] == nil else { continue }
      found[label] = destination
    }
    return found
  }

  /// The label and destination a line defines; footnotes (`[^1]: …`) are text.
  static func definition(_ line: ArraySlice<UInt8>) -> (label: String, destination: String)? {
    let text = line.drop { $0 == 0x20 }
    guard text.first == UInt8(ascii: "["), let close = text.prefix(1_000).firstIndex(of: UInt8(ascii: "]")),
      close + 1 < text.endIndex, text[close + 1] == UInt8(ascii: ":"), text.dropFirst().first != UInt8(ascii: "^")
    else { return nil }
    let destination = text[(close + 2)...].drop { $0 == 0x20 }.prefix { $0 > 0x20 }
    let label = label(text[(text.startIndex + 1)..<close])
    return destination.isEmpty || label.isEmpty ? nil : (label, String(decoding: destination, as: UTF8.self))
  }

  /// A label in the form labels are compared in.
  static func label(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased().split(separator: " ").joined(separator: " ")
  }
}

extension UInt8 {
  /// Whether it is an ASCII sign that a backslash can escape.
  var isASCIIPunctuation: Bool {
    (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self)
      || (0x7B...0x7E).contains(self)
  }
  /// Letters, digits and everything beyond ASCII.
  var isWordByte: Bool { isASCIILetter || isASCIIDigit || self >= 0x80 }
}
