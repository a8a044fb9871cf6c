import Words

/// The word that says how far a piece of work is: `[DONE] …`, `(planned) …`, `TODO: …`, `SHIPPED - …`.
struct StatusMarker {
  let lexicon = Lexicon.activity

  /// A word and the text without it.
  typealias Found = (marker: StatusItem.Marker, rest: String)

  /// The word in front of a text; nil when it begins with none, or consists of it.
  func leading(_ text: String) -> Found? {
    guard Self.canBegin(text) else { return nil }
    if let first = text.first, let close = Self.closing[first] {
      guard let end = text.prefix(Self.longest).dropFirst().firstIndex(of: close),
        let marker = marker(text[text.index(after: text.startIndex)..<end])
      else { return nil }
      return found(marker, text[text.index(after: end)...])
    }
    let word = text.prefix { $0.isASCII && ($0.isLetter || $0 == "-") }
    let rest = text[word.endIndex...]
    if rest.first == ":", let marker = marker(lexicon.shortStates[word.lowercased()]) {
      return found(marker, rest.dropFirst())
    }
    // `SHIPPED - …`
    guard word.utf8.count > 2, word.utf8.allSatisfy({ $0.isASCIICapital || $0 == 0x2D }),
      let marker = marker(word),
      Self.dashes.contains(where: rest.hasPrefix)
    else { return nil }
    return found(marker, rest)
  }

  /// Whether a text begins with a bracket, a word and a colon, or a word in capitals. Few do.
  private static func canBegin(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, first != UInt8(ascii: "["), first != UInt8(ascii: "(") else { return !text.isEmpty }
    var isInCapitals = true
    for byte in bytes {
      guard byte.isASCIILetter || byte == UInt8(ascii: "-") else {
        return byte == UInt8(ascii: ":") || byte == UInt8(ascii: " ") && isInCapitals
      }
      if byte & 0x20 != 0, byte != UInt8(ascii: "-") { isInCapitals = false }
    }
    return false
  }

  /// The word in front of a bullet or behind its topic (`Website - [WIP] …`).
  func find(in text: String) -> Found? {
    if let found = leading(text) { return found }
    guard let bracket = text.firstPlace(ofByte: UInt8(ascii: "[")),
      text[..<bracket].hasSuffix(" - ") || text[..<bracket].hasSuffix(": ")
    else { return nil }
    return leading(String(text[bracket...]))
  }

  /// The word in front of a link's text: `[WIP Governance](…)`.
  func link(_ text: String) -> Found? {
    if let found = leading(text) { return found }
    let word = text.prefix { $0 != " " }
    guard word.utf8.allSatisfy(\.isASCIICapital),
      let marker = marker(lexicon.shortStates[word.lowercased()])
    else {
      return nil
    }
    return found(marker, text[word.endIndex...])
  }

  /// The word behind a text, in brackets or behind a dash: `Faster start (done)`, `Faster start - in progress`.
  func trailing(_ text: String) -> Found? {
    if let last = text.last, let open = Self.closing.first(where: { $0.value == last })?.key,
      let start = text.dropLast().lastIndex(of: open), start > text.startIndex,
      let marker = marker(text[text.index(after: start)...].dropLast())
    {
      return (marker, text[..<start].whiteSpaceFolded)
    }
    for dash in Self.dashes where text.holds(dash) {
      guard let range = text.ranges(of: dash).last, range.lowerBound > text.startIndex,
        let marker = marker(text[range.upperBound...])
      else { continue }
      return (marker, text[..<range.lowerBound].whiteSpaceFolded)
    }
    return nil
  }

  /// What a text that is a state says, such as the cell of a table: `Completed`, `✅`, `In progress (60%)`.
  func state(_ text: String) -> StatusItem.Marker? {
    if let marker = sign(text)?.marker { return marker }
    let end = text.firstIndex { "(,;:/".contains($0) } ?? text.endIndex
    return marker(text[..<end])
  }

  /// A sign in front of a text: a tick is done, a building site is under way.
  func sign(_ text: String) -> Found? {
    guard let first = text.unicodeScalars.first, let marker = marker(lexicon.stateSigns[String(first)]) else {
      return nil
    }
    return (marker, Substring(text.unicodeScalars.dropFirst().drop { $0.value == 0xFE0F }).whiteSpaceFolded)
  }

  private func marker(_ words: Substring) -> StatusItem.Marker? {
    guard words.utf8.count <= Self.longest else { return nil }
    let name = words.lowercased().split { $0 == " " || $0 == "-" }.joined(separator: " ")
    return marker(lexicon.shortStates[name] ?? lexicon.states[name])
  }

  private func marker(_ state: String?) -> StatusItem.Marker? { state.flatMap(StatusItem.Marker.init(rawValue:)) }

  private func found(_ marker: StatusItem.Marker, _ rest: Substring) -> Found? {
    let tail = rest.drop { " :-\u{2013}\u{2014}".contains($0) }
    return tail.isEmpty ? nil : (marker, String(tail))
  }

  /// Longest state in brackets.
  private static let longest = 24
  private static let closing: [Character: Character] = ["[": "]", "(": ")"]
  private static let dashes = [" - ", " \u{2013} ", " \u{2014} "]
}
