import Markdown

extension AsciiDocInlines {
  /// `target[text]` with the target's end at `open`: the text without its attributes, and the index behind it.
  private func label(at open: Int) -> (text: [UInt8], end: Int)? {
    guard open < bytes.count, bytes[open] == UInt8(ascii: "[") else { return nil }
    var at = open + 1
    var nested = 0
    while at < bytes.count, at - open < 4_000 {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "["): nested += 1
      case UInt8(ascii: "]"):
        if nested == 0 { return (Self.shown(bytes[(open + 1)..<at]), at + 1) }
        nested -= 1
      default: break
      }
      at += 1
    }
    return nil
  }

  /// The text of a label: what stands in quotes or before the first attribute, without the sign for a new window.
  private static func shown(_ label: ArraySlice<UInt8>) -> [UInt8] {
    var text = label
    if text.first == UInt8(ascii: "\""), let close = text.dropFirst().firstIndex(of: UInt8(ascii: "\"")) {
      text = text[(text.startIndex + 1)..<close]
    } else {
      var at = text.startIndex
      while let comma = text[at...].firstIndex(of: UInt8(ascii: ",")) {
        let word = text[(comma + 1)...].drop { $0 == 0x20 }.prefix { $0.isWordByte || $0 == UInt8(ascii: "-") }
        if !word.isEmpty, word.endIndex < text.endIndex, text[word.endIndex] == UInt8(ascii: "=") {
          text = text[..<comma]
          break
        }
        at = comma + 1
      }
    }
    if text.last == UInt8(ascii: "^") { text = text.dropLast() }
    return text.filter { $0 != UInt8(ascii: "\\") }
  }

  private mutating func link(
    to destination: [UInt8], text: [UInt8], behind end: Int, _ builder: inout DocumentBuilder
  ) -> Bool {
    writer.flush(&builder)
    builder.open(inline: .link(destination: destination.string, title: ""), line: writer.line)
    write(text, to: &builder)
    builder.close()
    writer.count(bytes[index..<end])
    return step(to: end)
  }

  mutating func macro(_ builder: inout DocumentBuilder) -> Bool {
    guard index == 0 || !bytes[index - 1].isWordByte else { return false }
    if bytes.holds("http", at: index) || bytes.holds("mailto:", at: index) { return address(at: index, &builder) }
    if bytes.holds("link:", at: index) { return macro(5, &builder) { target, _ in target } }
    if bytes.holds("xref:", at: index) { return reference(5, &builder) }
    if bytes.holds("image:", at: index) { return image(&builder) }
    if bytes.holds("footnote:", at: index) {
      guard let open = bytes[index...].prefix(80).firstIndex(of: UInt8(ascii: "[")), let (text, end) = label(at: open)
      else { return false }
      writer.add(Array(" (".utf8))
      writer.flush(&builder)
      write(text, to: &builder)
      writer.count(bytes[index..<end])
      writer.add(UInt8(ascii: ")"))
      return step(to: end)
    }
    for (name, length) in [("pass:", 5), ("kbd:", 4), ("btn:", 4), ("icon:", 5)] as [(StaticString, Int)]
    where bytes.holds(name, at: index) {
      let open = bytes[(index + length)...].prefix(60).firstIndex(of: UInt8(ascii: "[")) ?? index + length
      guard let (text, end) = label(at: open) else { return false }
      if length == 4 || bytes[index] == UInt8(ascii: "p") { writer.add(text.map { $0 == 0x0A ? 0x20 : $0 }) }
      return step(to: end)
    }
    return false
  }

  /// A target up to its label; nil when a blank comes first.
  private mutating func target(from start: Int) -> (target: [UInt8], open: Int)? {
    guard let stop = bytes[start...].prefix(2_000).firstIndex(where: { $0 == UInt8(ascii: "[") || $0.isSpaceByte }),
      bytes[stop] == UInt8(ascii: "["), stop > start || start > 0
    else { return nil }
    return (names.substituting(Array(bytes[start..<stop])), stop)
  }

  private mutating func macro(
    _ length: Int, _ builder: inout DocumentBuilder, _ destination: ([UInt8], [UInt8]) -> [UInt8]
  ) -> Bool {
    guard let (target, open) = target(from: index + length), let (text, end) = label(at: open) else { return false }
    let plain = target.filter { $0 != UInt8(ascii: "+") || target.first != UInt8(ascii: "+") }
    return link(to: destination(plain, text), text: text.isEmpty ? plain : text, behind: end, &builder)
  }

  /// An address with or without a label.
  private mutating func address(at start: Int, _ builder: inout DocumentBuilder) -> Bool {
    if let (target, open) = target(from: start), target.position(of: ":", from: 0) != nil,
      !target.contains(where: { "<>\"".utf8.contains($0) }), let (text, end) = label(at: open),
      BareAddress.end(in: target, at: 0) != nil
    {
      let shown = text.isEmpty ? bytes.holds("mailto:", at: start) ? Array(target.dropFirst(7)) : target : text
      return link(to: target, text: shown, behind: end, &builder)
    }
    guard let end = BareAddress.end(in: bytes, at: start) else { return false }
    let written = names.substituting(Array(bytes[start..<end]))
    writer.addLink(to: written.string, text: written, &builder)
    return step(to: end)
  }

  /// `xref:file#place[text]`.
  private mutating func reference(_ length: Int, _ builder: inout DocumentBuilder) -> Bool {
    guard let (target, open) = target(from: index + length), let (text, end) = label(at: open) else { return false }
    return reference(to: target, text: text, behind: end, &builder)
  }

  /// `<<place,text>>` and `<https://…>`.
  mutating func angled(_ builder: inout DocumentBuilder) -> Bool {
    if bytes.holds("<<", at: index) {
      guard index < lastAngle, let close = bytes[index...].prefix(300).position(of: ">>", from: index + 2) else {
        return false
      }
      let inner = bytes[(index + 2)..<close]
      guard !inner.isEmpty, !inner.contains(UInt8(ascii: "<")) else { return false }
      let comma = inner.firstIndex(of: UInt8(ascii: ","))
      let text = comma.map { inner[($0 + 1)...].folded } ?? []
      return reference(to: inner[..<(comma ?? inner.endIndex)].folded, text: text, behind: close + 2, &builder)
    }
    guard bytes.holds("<http", at: index), let close = bytes[index...].prefix(2_000).firstIndex(of: UInt8(ascii: ">")),
      !bytes[index..<close].contains(where: \.isSpaceByte)
    else { return false }
    let target = names.substituting(Array(bytes[(index + 1)..<close]))
    writer.addLink(to: target.string, text: target, &builder)
    return step(to: close + 1)
  }

  private mutating func reference(
    to target: [UInt8], text: [UInt8], behind end: Int, _ builder: inout DocumentBuilder
  ) -> Bool {
    let mark = target.firstIndex(of: UInt8(ascii: "#"))
    var file = Array(target[..<(mark ?? 0)])
    var place = mark.map { Array(target[($0 + 1)...]) } ?? target
    // Without `#` a target is a place of this text, or a file by its ending.
    if mark == nil, target.suffix(5).elementsEqual(".adoc".utf8) { (file, place) = (target, []) }
    if !file.isEmpty, !file.contains(UInt8(ascii: ".")) { file += Array(".adoc".utf8) }
    if file.isEmpty, let section = names.section(place) {
      let shown = text.isEmpty ? Array(section.title.utf8) : text
      return link(to: Array("#\(section.anchor)".utf8), text: shown, behind: end, &builder)
    }
    let destination = file + (place.isEmpty ? [] : [UInt8(ascii: "#")] + place)
    return link(to: destination, text: text.isEmpty ? (file.isEmpty ? place : file) : text, behind: end, &builder)
  }

  private mutating func image(_ builder: inout DocumentBuilder) -> Bool {
    let isBlock = bytes.holds("image::", at: index)
    guard let (target, open) = target(from: index + (isBlock ? 7 : 6)), let (_, end) = label(at: open) else {
      return false
    }
    let attributes = bytes[(open + 1)..<(end - 1)]
    let alternative = attributes.prefix { $0 != UInt8(ascii: ",") }
    let isNamed = alternative.contains(UInt8(ascii: "="))
    writer.flush(&builder)
    // A picture may be a link itself.
    var address: [UInt8]?
    if let link = attributes.position(of: "link=", from: attributes.startIndex) {
      address = attributes[(link + 5)...].drop { $0 == 0x22 }.prefix { !"\",".utf8.contains($0) }.folded
    }
    if let address {
      builder.open(inline: .link(destination: names.substituting(address).string, title: ""), line: writer.line)
    }
    builder.open(inline: .image(destination: target.string, title: ""), line: writer.line)
    builder.add(text: isNamed ? [] : alternative.filter { $0 != 0x22 }, line: writer.line)
    builder.close()
    if address != nil { builder.close() }
    writer.count(bytes[index..<end])
    return step(to: end)
  }

  /// `[[place]]` is an anchor; `[.role]` before a mark says how the mark looks.
  mutating func bracketed(_ builder: inout DocumentBuilder) -> Bool {
    if bytes.holds("[[", at: index), let close = bytes[index...].prefix(200).position(of: "]]", from: index + 2) {
      let name = bytes[(index + 2)..<close].prefix { $0 != UInt8(ascii: ",") }
      writer.addAnchor(name.string, &builder)
      return step(to: close + 2)
    }
    guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ".") || bytes[index + 1] == UInt8(ascii: "#"),
      let close = bytes[index...].prefix(80).firstIndex(of: UInt8(ascii: "]")), close + 1 < bytes.count,
      "#*_`".utf8.contains(bytes[close + 1])
    else { return false }
    return step(to: close + 1)
  }

  mutating func mail(_ builder: inout DocumentBuilder) -> Bool {
    writer.addMail(in: bytes, around: index, notBefore: free, &builder).map { step(to: $0) } ?? false
  }
}
