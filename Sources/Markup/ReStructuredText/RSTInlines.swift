import Markdown

/// Inline content of reStructuredText: literals, emphasis, links by address, by name and by role, replacements.
struct RSTInlines {
  private let bytes: [UInt8]
  private let path: String
  private let isReplacement: Bool
  private var writer: InlineWriter
  private var index = 0
  /// Where written text may still be part of a word that turns out to be a link.
  private var wordStart = 0
  /// Signs that end nowhere in the rest of the text.
  private var unclosed: Set<Character> = []

  init(_ bytes: [UInt8], line: Int, path: String, isReplacement: Bool = false) {
    self.bytes = bytes
    self.path = path
    self.isReplacement = isReplacement
    writer = InlineWriter(line: line)
  }

  mutating func write(to builder: inout DocumentBuilder, _ names: inout RSTNames) {
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x0A:
        writer.endLine(&builder)
        step()
      case UInt8(ascii: "\\"): escape()
      case UInt8(ascii: "`"):
        if !literal(&builder), !interpreted(role: nil, &builder, &names) { keep() }
      case UInt8(ascii: "*"): if !emphasis(&builder) { keep() }
      case UInt8(ascii: "|"): if !replacement(&builder, &names) { keep() }
      case UInt8(ascii: ":"): if !rolePrefix(&builder, &names) { keep() }
      case UInt8(ascii: "_"): if !inlineTarget(&builder), !reference(&builder, &names) { keep() }
      case UInt8(ascii: "h"), UInt8(ascii: "m"): if !address(&builder) { keep() }
      case UInt8(ascii: "@"): if !mail(&builder) { keep() }
      default: keep()
      }
    }
    writer.flush(&builder)
  }

  /// Keeps a byte as text.
  private mutating func keep() {
    let byte = bytes[index]
    writer.add(byte)
    index += 1
    if !byte.isWordByte, !"-_.+:".utf8.contains(byte) { wordStart = index }
  }

  private mutating func step(to end: Int? = nil) {
    index = end ?? index + 1
    wordStart = index
  }

  private mutating func escape() {
    guard index + 1 < bytes.count else { return keep() }
    // An escaped blank is nothing; anything else is itself.
    if !bytes[index + 1].isSpaceByte { writer.add(bytes[index + 1]) }
    if bytes[index + 1] == 0x0A { writer.add(0x20) }
    step(to: index + 2)
  }

  // MARK: Where markup begins and ends

  private func canStart(at start: Int, length: Int) -> Bool {
    guard start + length < bytes.count, !bytes[start + length].isSpaceByte else { return false }
    guard start > 0 else { return true }
    let before = bytes[start - 1]
    if before >= 0x80 { return true }
    guard before.isSpaceByte || "'\"([{<-/:".utf8.contains(before) else { return false }
    // A quoted sign is meant as itself.
    let pairs: [UInt8: UInt8] = [0x27: 0x27, 0x22: 0x22, 0x28: 0x29, 0x5B: 0x5D, 0x7B: 0x7D, 0x3C: 0x3E]
    return pairs[before] != bytes[start + length]
  }

  private func canEnd(at end: Int, length: Int) -> Bool {
    guard end > 0, !bytes[end - 1].isSpaceByte else { return false }
    guard end + length < bytes.count else { return true }
    let after = bytes[end + length]
    return after >= 0x80 || after.isSpaceByte || "'\")]}>-/\\:.,;!?_".utf8.contains(after)
  }

  /// Where the sign that closes what began before `start` stands. That there is none is remembered, so that a text of
  /// nothing but open signs takes linear time.
  private mutating func closing(_ sign: StaticString, key: Character, from start: Int, escapes: Bool = true) -> Int? {
    guard !unclosed.contains(key) else { return nil }
    let length = sign.utf8CodeUnitCount
    var at = start
    while at + length <= bytes.count {
      if escapes, bytes[at] == UInt8(ascii: "\\") {
        at += 2
        continue
      }
      if at > start, bytes.holds(sign, at: at), canEnd(at: at, length: length) { return at }
      at += 1
    }
    unclosed.insert(key)
    return nil
  }

  /// The bytes between two indices without backslashes, blanks folded.
  private func plain(_ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    var isEscaped = false
    for byte in bytes[range] {
      if byte == UInt8(ascii: "\\"), !isEscaped {
        isEscaped = true
      } else {
        if !isEscaped || !byte.isSpaceByte { result.append(byte == 0x0A ? 0x20 : byte) }
        isEscaped = false
      }
    }
    return result.folded
  }

  // MARK: Marks

  private mutating func literal(_ builder: inout DocumentBuilder) -> Bool {
    guard bytes.holds("``", at: index), canStart(at: index, length: 2),
      let end = closing("``", key: "l", from: index + 2, escapes: false)
    else { return false }
    writer.flush(&builder)
    builder.add(inline: .code(bytes[(index + 2)..<end].folded.string), line: writer.line)
    writer.count(bytes[index..<end])
    step(to: end + 2)
    return true
  }

  private mutating func emphasis(_ builder: inout DocumentBuilder) -> Bool {
    let isStrong = bytes.holds("**", at: index)
    let length = isStrong ? 2 : 1
    guard canStart(at: index, length: length),
      let end = isStrong
        ? closing("**", key: "s", from: index + 2) : closing("*", key: "e", from: index + 1)
    else { return false }
    writer.addMarked(isStrong ? .strong : .emphasis, text: plain((index + length)..<end), &builder)
    writer.count(bytes[index..<end])
    step(to: end + length)
    return true
  }

  private mutating func replacement(_ builder: inout DocumentBuilder, _ names: inout RSTNames) -> Bool {
    // A name is short; what is not found nearby is none.
    guard !isReplacement, canStart(at: index, length: 1),
      let end = bytes[(index + 1)...].prefix(200).firstIndex(of: UInt8(ascii: "|")), end > index + 1,
      canEnd(at: end, length: 1)
    else { return false }
    let name = plain((index + 1)..<end)
    guard let text = names.replacement(name.string) else { return false }
    writer.flush(&builder)
    writer.count(bytes[index..<end])
    var next = end + 1
    let isLink = next < bytes.count && bytes[next] == UInt8(ascii: "_")
    let target = isLink ? names.destination(of: name) : nil
    if isLink { next += 1 }
    if let target { builder.open(inline: .link(destination: target, title: ""), line: writer.line) }
    var inner = RSTInlines(text, line: writer.line, path: path, isReplacement: true)
    inner.write(to: &builder, &names)
    if target != nil { builder.close() }
    step(to: next)
    return true
  }

  // MARK: Links

  /// `` `text <address>`_``, `` `name`_``, `` `text`__``, `` :role:`text` ``, `` `text`:role: ``.
  private mutating func interpreted(
    role: String?, _ builder: inout DocumentBuilder, _ names: inout RSTNames
  ) -> Bool {
    let begin = index
    guard canStart(at: begin, length: 1), let end = closing("`", key: "i", from: begin + 1) else { return false }
    let content = (begin + 1)..<end
    var next = end + 1
    var role = role
    if role == nil, next < bytes.count, bytes[next] == UInt8(ascii: ":"),
      let close = bytes[(next + 1)...].prefix(40).firstIndex(of: UInt8(ascii: ":")),
      bytes[(next + 1)..<close].allSatisfy({ $0.isWordByte || $0 == UInt8(ascii: "-") }), close > next + 1
    {
      role = bytes[(next + 1)..<close].string
      next = close + 1
    }
    let line = writer.line
    if role == nil, next < bytes.count, bytes[next] == UInt8(ascii: "_") {
      let isAnonymous = next + 1 < bytes.count && bytes[next + 1] == UInt8(ascii: "_")
      next += isAnonymous ? 2 : 1
      link(content, isAnonymous: isAnonymous, &builder, &names)
    } else {
      RSTRole(name: role ?? "", path: path).write(plain(content), line: line, &writer, to: &builder, names)
    }
    writer.count(bytes[begin..<end])
    step(to: next)
    return true
  }

  private mutating func link(
    _ content: Range<Int>, isAnonymous: Bool, _ builder: inout DocumentBuilder, _ names: inout RSTNames
  ) {
    let text = plain(content)
    if text.last == UInt8(ascii: ">"), let open = text.lastIndex(of: UInt8(ascii: "<")) {
      let address = text[(open + 1)...].dropLast().filter { !$0.isSpaceByte }
      var shown = Array(text[..<open].folded)
      if shown.isEmpty { shown = address }
      var destination = address.string
      if address.last == UInt8(ascii: "_"), let target = names.destination(of: address.dropLast().filter { $0 != 0x60 })
      {
        destination = target
      } else if Self.isMail(address) {
        destination = "mailto:" + destination
      }
      if !isAnonymous { names.addresses[RSTNames.normalized(shown)] = destination }
      writer.addLink(to: destination, text: shown, &builder)
      return
    }
    var destination: String?
    if isAnonymous {
      if names.usedAnonymous < names.anonymous.count { destination = names.anonymous[names.usedAnonymous] }
      names.usedAnonymous += 1
    } else {
      destination = names.destination(of: text)
    }
    if let destination {
      writer.addLink(to: destination, text: text, &builder)
    } else {
      writer.add(text)
    }
  }

  private static func isMail(_ address: [UInt8]) -> Bool {
    guard let at = address.firstIndex(of: UInt8(ascii: "@")), !address.contains(UInt8(ascii: ":")) else { return false }
    return BareAddress.mail(in: address, around: at, notBefore: 0) == 0..<address.count
  }

  /// `` :role:`text` ``.
  private mutating func rolePrefix(_ builder: inout DocumentBuilder, _ names: inout RSTNames) -> Bool {
    var end = index + 1
    while end < bytes.count, end - index < 60, bytes[end].isWordByte || "-_+.:".utf8.contains(bytes[end]) { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "`"), bytes[end - 1] == UInt8(ascii: ":"), end - index > 2,
      index == 0 || !bytes[index - 1].isWordByte
    else { return false }
    let role = bytes[(index + 1)..<(end - 1)].string
    let start = index
    index = end
    if interpreted(role: role, &builder, &names) { return true }
    index = start
    return false
  }

  /// `name_` and `[1]_`, found at the underscore.
  private mutating func reference(_ builder: inout DocumentBuilder, _ names: inout RSTNames) -> Bool {
    var next = index + 1
    let isAnonymous = next < bytes.count && bytes[next] == UInt8(ascii: "_")
    if isAnonymous { next += 1 }
    guard next == bytes.count || !bytes[next].isWordByte && bytes[next] != UInt8(ascii: "_"), index > 0 else {
      return false
    }
    // A footnote keeps its brackets and loses the sign.
    if bytes[index - 1] == UInt8(ascii: "]") {
      step(to: next)
      return true
    }
    let word = bytes[wordStart..<index]
    guard !word.isEmpty, word.last?.isWordByte == true else { return false }
    var destination: String?
    if isAnonymous {
      if names.usedAnonymous < names.anonymous.count { destination = names.anonymous[names.usedAnonymous] }
    } else {
      destination = names.destination(of: word)
    }
    guard let destination else { return false }
    if isAnonymous { names.usedAnonymous += 1 }
    for _ in word { writer.dropLast() }
    writer.addLink(to: destination, text: Array(word), &builder)
    step(to: next)
    return true
  }

  /// `` _`place` ``: text with an anchor.
  private mutating func inlineTarget(_ builder: inout DocumentBuilder) -> Bool {
    guard bytes.holds("_`", at: index), canStart(at: index, length: 2),
      let end = closing("`", key: "t", from: index + 2)
    else { return false }
    let text = plain((index + 2)..<end)
    writer.addAnchor(RSTNames.anchor(text.string), &builder)
    writer.add(text)
    writer.flush(&builder)
    writer.count(bytes[index..<end])
    step(to: end + 1)
    return true
  }

  private mutating func address(_ builder: inout DocumentBuilder) -> Bool {
    guard let end = BareAddress.end(in: bytes, at: index) else { return false }
    let address = Array(bytes[index..<end])
    writer.addLink(to: address.string, text: address, &builder)
    step(to: end)
    return true
  }

  private mutating func mail(_ builder: inout DocumentBuilder) -> Bool {
    guard let end = writer.addMail(in: bytes, around: index, notBefore: wordStart, &builder) else { return false }
    step(to: end)
    return true
  }
}
