internal import Diagnostics

/// Follows the text of a template through HTML.
struct HTMLScanner {
  /// Something in the text that no browser reads as it is meant.
  struct Problem: Error {
    let message: String
    /// Offset in the text.
    let at: Int
  }

  let bytes: [UInt8]
  /// XML has no elements whose content is not markup, and an element may end in `/>`.
  let isXML: Bool

  /// The state after `bytes`, which begin in `state`.
  func state(after start: HTMLState) throws(Problem) -> HTMLState {
    var state = start
    var at = 0
    while at < bytes.count {
      if state.quote != .none {
        at = try attributeValue(&state, at)
      } else {
        let end = endOfElement(state, at)
        if end == at {
          state = HTMLState()
          continue
        }
        at = try step(&state, at, end)
      }
    }
    return state
  }

  /// The offset of the end tag of the raw-text element the state is in, at or after `start`; the end of the text if
  /// there is none.
  private func endOfElement(_ state: HTMLState, _ start: Int) -> Int {
    let name: String
    switch (state.element, state.place) {
    case (.other, _), (_, .tag), (_, .attributeName), (_, .afterName), (_, .beforeValue): return bytes.count
    case (.script, _): name = "script"
    case (.style, _): name = "style"
    case (.textarea, _): name = "textarea"
    case (.title, _): name = "title"
    }
    let pattern = Array("</\(name)".utf8)
    var at = start
    while at + pattern.count <= bytes.count {
      if bytes[at] == 0x3C, zip(bytes[at..<at + pattern.count], pattern).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) {
        let next = at + pattern.count
        if next == bytes.count || bytes[next].isSpace || bytes[next] == 0x3E || bytes[next] == 0x2F { return at }
      }
      at += 1
    }
    return bytes.count
  }

  /// Goes on from `at` to `end` at most, or to the next change of the state; gives the offset reached.
  private func step(_ state: inout HTMLState, _ at: Int, _ end: Int) throws(Problem) -> Int {
    switch state.place {
    case .text: return text(&state, at, end)
    case .tagOpen:
      // The `<` was the end of the text before: look at both together.
      state.place = .text
      guard bytes[at].isASCIILetter else { return at }
      let (next, element) = tagName(at)
      state = HTMLState(place: .tag, element: element)
      return next
    case .tag: return try tag(&state, at)
    case .attributeName:
      let next = try attributeName(at)
      if next < bytes.count { state.place = .afterName }
      return next
    case .afterName:
      let next = skipSpace(at)
      guard next < bytes.count else { return next }
      if bytes[next] != 0x3D {
        state.place = .tag
        return next
      }
      state.place = .beforeValue
      return next + 1
    case .beforeValue:
      var next = skipSpace(at)
      guard next < bytes.count else { return next }
      state.quote = .unquoted
      if bytes[next] == 0x22 || bytes[next] == 0x27 {
        state.quote = bytes[next] == 0x22 ? .double : .single
        next += 1
      }
      state.place = HTMLState.start(of: state.attribute)
      return next
    case .comment:
      guard let close = find("-->", at, end) else { return end }
      state = HTMLState()
      return close + 3
    default:
      ScriptScanner.advance(&state, bytes[at..<end])
      return end
    }
  }

  // MARK: Text and tags

  private func text(_ state: inout HTMLState, _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end {
      guard bytes[at] == 0x3C else {
        at += 1
        continue
      }
      if at + 1 < end, bytes[at + 1] == 0x21, find("<!--", at, min(at + 4, end)) != nil {
        state = HTMLState(place: .comment)
        return at + 4
      }
      var name = at + 1
      let closes = name < end && bytes[name] == 0x2F
      if closes { name += 1 }
      if name >= end {
        state = HTMLState(place: .tagOpen)
        return end
      }
      if bytes[name].isASCIILetter {
        let (next, element) = tagName(name)
        state = HTMLState(place: .tag, element: closes ? .other : element)
        return next
      }
      at = name
    }
    return end
  }

  /// The end of the name of a tag and what its content is.
  private func tagName(_ start: Int) -> (Int, HTMLState.Element) {
    var at = start + 1
    func isPart(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric }
    while at < bytes.count {
      if isPart(bytes[at]) {
        at += 1
      } else if bytes[at] == 0x3A || bytes[at] == 0x2D, at + 1 < bytes.count, isPart(bytes[at + 1]) {
        at += 2
      } else {
        break
      }
    }
    // Most tags are none of these and begin with another letter.
    guard bytes[start] | 0x20 == 0x73 || bytes[start] | 0x20 == 0x74 else { return (at, .other) }
    switch String(decoding: bytes[start..<at], as: UTF8.self).lowercased() {
    case "script": return (at, .script)
    case "style": return (at, .style)
    case "textarea" where !isXML: return (at, .textarea)
    case "title" where !isXML: return (at, .title)
    default: return (at, .other)
    }
  }

  private func tag(_ state: inout HTMLState, _ start: Int) throws(Problem) -> Int {
    let at = skipSpace(start)
    guard at < bytes.count else { return at }
    if bytes[at] == 0x3E {
      let isClosed = isXML && at > 0 && bytes[at - 1] == 0x2F
      state = HTMLState(element: isClosed ? .other : state.element)
      switch state.element {
      case .other: state.place = .text
      case .script: state.place = .script
      case .style: state.place = .style
      case .textarea, .title: state.place = .characterData
      }
      return at + 1
    }
    let next = try attributeName(at)
    guard next > at else {
      throw Problem(message: "expected white space, the name of an attribute or `>` in a tag", at: at)
    }
    let name = String(decoding: bytes[at..<next], as: UTF8.self).lowercased()
    state = HTMLState(place: next == bytes.count ? .attributeName : .afterName, element: state.element)
    state.attribute = state.element == .script && name == "type" ? .scriptType : Self.kind(of: name)
    return next
  }

  /// The end of the name of an attribute that begins at `start`.
  private func attributeName(_ start: Int) throws(Problem) -> Int {
    for at in start..<bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D, 0x3D, 0x3E: return at
      case 0x22, 0x27, 0x3C:
        throw Problem(message: "`\(Character(Unicode.Scalar(bytes[at])))` in the name of an attribute", at: at)
      default: break
      }
    }
    return bytes.count
  }

  private static let kinds: [String: HTMLState.Attribute] = {
    let urls = [
      "action", "archive", "background", "cite", "classid", "codebase", "data", "formaction", "href", "icon",
      "longdesc", "manifest", "poster", "profile", "src", "usemap", "xmlns",
    ]
    let others: [String: HTMLState.Attribute] = [
      "class": .plain, "id": .plain, "srcdoc": .plain, "srclang": .plain, "style": .style, "srcset": .srcset,
      "imagesrcset": .srcset,
    ]
    return others.merging(urls.map { ($0, .url) }) { first, _ in first }
  }()

  private static let addressParts = ByteStrings(["src", "uri", "url"])

  /// What the value of an attribute is. Prefixes of data attributes and namespaces do not count; a name that no
  /// standard knows is a URL if it looks like one.
  static func kind(of name: String) -> HTMLState.Attribute {
    if let kind = kinds[name] { return kind }
    var bytes = name.utf8[...]
    if bytes.starts(with: "data-".utf8) {
      bytes = bytes.dropFirst(5)
    } else if let colon = bytes.firstIndex(of: UInt8(ascii: ":")) {
      if bytes[..<colon].elementsEqual("xmlns".utf8) { return .url }
      bytes = bytes[bytes.index(after: colon)...]
    }
    let name = String(Substring(bytes))
    if let kind = kinds[name] { return kind }
    if bytes.starts(with: "on".utf8) { return .script }
    return addressParts.occur(in: name) ? .url : .plain
  }

  // MARK: Values of attributes

  private func attributeValue(_ state: inout HTMLState, _ start: Int) throws(Problem) -> Int {
    var end = start
    scan: while end < bytes.count {
      switch (state.quote, bytes[end]) {
      case (.double, 0x22), (.single, 0x27): break scan
      case (.unquoted, 0x20), (.unquoted, 0x09), (.unquoted, 0x0A), (.unquoted, 0x0C), (.unquoted, 0x0D),
        (.unquoted, 0x3E):
        break scan
      case (.unquoted, 0x22), (.unquoted, 0x27), (.unquoted, 0x3C), (.unquoted, 0x3D), (.unquoted, 0x60):
        throw Problem(
          message: "`\(Character(Unicode.Scalar(bytes[end])))` in the value of an attribute without quotes", at: end)
      default: end += 1
      }
    }
    let value = bytes[start..<end]
    guard end < bytes.count else {
      let text = StripTags.unescaped(String(decoding: value, as: UTF8.self))
      switch state.place {
      case .url: Self.advanceURL(&state, text)
      case .attribute, .srcset: break
      default: ScriptScanner.advance(&state, Array(text.utf8)[...])
      }
      return end
    }
    var element = state.element
    if state.attribute == .scriptType, element == .script, !Self.isScript(String(decoding: value, as: UTF8.self)) {
      element = .other
    }
    if state.quote != .unquoted { end += 1 }
    state = HTMLState(place: .tag, element: element)
    return end
  }

  private static func advanceURL(_ state: inout HTMLState, _ text: String) {
    if text.utf8.contains(0x23) || text.utf8.contains(0x3F) {
      state.urlPart = .queryOrFragment
    } else if state.urlPart == .start, !text.utf8.allSatisfy(\.isSpace) {
      state.urlPart = .beforeQuery
    }
  }

  /// Whether the content of `<script type=…>` is code or JSON, not a template or text.
  private static func isScript(_ type: String) -> Bool {
    let name = type.lowercased().prefix { $0 != ";" }.filter { $0 != " " }
    switch name {
    case "", "module", "application/json", "importmap", "speculationrules": return true
    default: return ["javascript", "ecmascript", "+json", "jscript", "livescript"].contains { contains(name, $0) }
    }
  }

  // MARK: Helpers

  private func skipSpace(_ start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at].isSpace { at += 1 }
    return at
  }

  private func find(_ pattern: String, _ start: Int, _ end: Int) -> Int? {
    guard start < end else { return nil }
    let pattern = Array(pattern.utf8)
    return bytes[..<end].withUnsafeBufferPointer { b in
      pattern.withUnsafeBufferPointer { p in b.firstPlace(of: p, from: start) }
    }
  }
}
