import Markdown

/// Names a text gives to addresses, places and replacements, found before its blocks are read: most are used before
/// they are explained.
struct RSTNames {
  /// Addresses by normalized name.
  var addresses: [String: String] = [:]
  /// Addresses of `__` in order, and how many are used.
  var anonymous: [String] = []
  var usedAnonymous = 0
  /// Titles of the places that names of the text itself lead to; empty where no title follows.
  private(set) var places: [String: String] = [:]
  /// Anchors of section titles by normalized title.
  private var titles: [String: String] = [:]
  /// Texts that stand for `|name|`.
  private var replacements: [String: [UInt8]] = [:]
  /// Bytes that replacements may still put in: a small file must not become a huge one.
  private var budget = 200_000

  init(_ lines: MarkupLines) {
    var slugs = Slugs()
    var pending: [String] = []
    for (index, line) in lines.all.enumerated() where !line.isBlank {
      let text = lines.text(line)
      if text.starts(with: ".. ".utf8) {
        let rest = text.dropFirst(3).drop { $0 == 0x20 }
        if rest.first == UInt8(ascii: "_") {
          take(target: rest.dropFirst(), followed: lines.all[(index + 1)...], line, lines, &pending)
        } else if rest.first == UInt8(ascii: "|") {
          take(replacement: rest.dropFirst())
        }
        continue
      }
      if text.starts(with: "__ ".utf8) { anonymous.append(text.dropFirst(3).folded.string) }
      if line.indent == 0 || text.allSatisfy({ $0 == text.first }),
        let title = RSTTitle(at: index, in: lines.all[...], of: lines)
      {
        let words = Self.plain(lines.text(title.text))
        let anchor = slugs.next(for: words)
        if titles[Self.normalized(words.utf8)] == nil { titles[Self.normalized(words.utf8)] = anchor }
        for name in pending { places[name] = words }
        pending = []
      } else if line.indent == 0, index > 0, lines.all[index - 1].isBlank {
        pending = []
      }
    }
  }

  private mutating func take(
    target: ArraySlice<UInt8>, followed lines: ArraySlice<MarkupLine>, _ line: MarkupLine, _ file: MarkupLines,
    _ pending: inout [String]
  ) {
    guard let (name, rest) = Self.target(target) else { return }
    var address = Array(rest.filter { !$0.isSpaceByte })
    for next in lines {
      guard !next.isBlank, next.indent > line.indent else { break }
      address += file.text(next).filter { !$0.isSpaceByte }
    }
    if name == "_" {
      anonymous.append(address.string)
    } else if address.isEmpty {
      pending.append(name)
      places[name] = ""
    } else {
      let address = address.string
      addresses[name] = address
      // Names right above an address are names for it, too.
      for name in pending { addresses[name] = address }
      pending = []
    }
  }

  /// The name of a target and what follows its colon: `name: address`, `` `long name`: address``, `_: address`.
  static func target(_ bytes: ArraySlice<UInt8>) -> (name: String, rest: ArraySlice<UInt8>)? {
    var index = bytes.startIndex
    if bytes.first == UInt8(ascii: "`") {
      guard let close = bytes.dropFirst().firstIndex(of: UInt8(ascii: "`")) else { return nil }
      let name = normalized(bytes[(bytes.startIndex + 1)..<close])
      guard bytes[(close + 1)...].first == UInt8(ascii: ":") else { return nil }
      return (name, bytes[(close + 2)...])
    }
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
      } else if bytes[index] == UInt8(ascii: ":"), index + 1 == bytes.endIndex || bytes[index + 1].isSpaceByte {
        return (normalized(bytes[..<index].filter { $0 != UInt8(ascii: "\\") }), bytes[(index + 1)...])
      } else {
        index += 1
      }
    }
    return nil
  }

  /// `name| replace:: text` and the alternative text of `name| image:: address`.
  private mutating func take(replacement bytes: ArraySlice<UInt8>) {
    guard let bar = bytes.firstIndex(of: UInt8(ascii: "|")), let colons = bytes.position(of: "::", from: bar) else {
      return
    }
    let directive = bytes[(bar + 1)..<colons].folded.string
    let name = bytes[..<bar].folded.string
    switch directive {
    case "replace": replacements[name] = bytes[(colons + 2)...].folded
    case "image": replacements[name] = []
    default: break
    }
  }

  /// The text that stands for a name; nil for another name.
  mutating func replacement(_ name: String) -> [UInt8]? {
    guard let text = replacements[name], text.count <= budget else { return nil }
    budget -= text.count
    return text
  }

  /// A name without case and with single blanks.
  static func normalized(_ name: some Collection<UInt8>) -> String { Array(name).folded.string.lowercased() }

  /// A title without the signs of its markup.
  static func plain(_ title: some Collection<UInt8>) -> String {
    title.filter { $0 != UInt8(ascii: "`") && $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "\\") }.string
  }

  /// Where a name leads: an address, or an anchor of this text.
  func destination(of name: some Collection<UInt8>) -> String? {
    var name = Self.normalized(name)
    // A name may stand for another one.
    for _ in 0..<8 {
      guard let address = addresses[name] else { break }
      guard address.hasSuffix("_"), !address.holds("/") else { return address }
      name = Self.normalized(address.dropLast().utf8.filter { $0 != UInt8(ascii: "`") })
    }
    if places[name] != nil { return "#" + Self.anchor(name) }
    return titles[name].map { "#" + $0 }
  }

  /// The anchor of a name: letters and digits, everything else one hyphen.
  static func anchor(_ name: String) -> String {
    var result: [UInt8] = []
    for byte in name.lowercased().utf8 {
      if byte.isWordByte || byte == UInt8(ascii: "_") && !result.isEmpty {
        result.append(byte)
      } else if let last = result.last, last != UInt8(ascii: "-") {
        result.append(UInt8(ascii: "-"))
      }
    }
    if result.last == UInt8(ascii: "-") { result.removeLast() }
    return result.string
  }
}
