/// Takes the markup off one piece of text, in one pass.
struct InlineScanner {
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
    bytes.reserveCapacity(max(0, end - index))
    offsets.reserveCapacity(max(0, end - index))
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
      case 0x0A:
        // The text goes on behind the next line's indentation.
        if let last = bytes.last, last != 0x20 { put(0x20) }
        index += 1
        while index < end, file[index] == 0x20 || file[index] == 0x09 { index += 1 }
      case 0x00, 0x09, 0x0D:
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
    guard let start = text.firstRange(ofBytes: "href=")?.upperBound, let quote = text[start...].first else {
      return nil
    }
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
