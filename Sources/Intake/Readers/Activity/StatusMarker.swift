/// The word that says how far a piece of work is: `[DONE] …`, `(planned) …`, `TODO: …`, `SHIPPED - …`.
enum StatusMarker {
  /// A word and the text without it.
  typealias Found = (marker: StatusItem.Marker, rest: String)

  /// The word in front of a text; nil when it begins with none, or consists of it.
  static func leading(_ text: String) -> Found? {
    if let first = text.first, let close = closing[first] {
      guard let end = text.prefix(longest).dropFirst().firstIndex(of: close),
        let marker = marker(text[text.index(after: text.startIndex)..<end])
      else { return nil }
      return found(marker, text[text.index(after: end)...])
    }
    let word = text.prefix { $0.isASCII && ($0.isLetter || $0 == "-") }
    let rest = text[word.endIndex...]
    if rest.first == ":", let marker = short[word.lowercased()] { return found(marker, rest.dropFirst()) }
    // `SHIPPED - …`
    guard word.utf8.count > 2, word.utf8.allSatisfy({ (0x41...0x5A).contains($0) || $0 == 0x2D }),
      let marker = marker(word),
      dashes.contains(where: rest.hasPrefix)
    else { return nil }
    return found(marker, rest)
  }

  /// The word in front of a bullet or behind its topic (`Website - [WIP] …`).
  static func find(in text: String) -> Found? {
    if let found = leading(text) { return found }
    guard let bracket = text.firstIndex(of: "["), text[..<bracket].hasSuffix(" - ") || text[..<bracket].hasSuffix(": ")
    else { return nil }
    return leading(String(text[bracket...]))
  }

  /// The word in front of a link's text: `[WIP Governance](…)`.
  static func link(_ text: String) -> Found? {
    if let found = leading(text) { return found }
    let word = text.prefix { $0 != " " }
    guard word.utf8.allSatisfy({ (0x41...0x5A).contains($0) }), let marker = short[word.lowercased()] else {
      return nil
    }
    return found(marker, text[word.endIndex...])
  }

  /// The word behind a text, in brackets or behind a dash: `Faster start (done)`, `Faster start - in progress`.
  static func trailing(_ text: String) -> Found? {
    if let last = text.last, let open = closing.first(where: { $0.value == last })?.key,
      let start = text.dropLast().lastIndex(of: open), start > text.startIndex,
      let marker = marker(text[text.index(after: start)...].dropLast())
    {
      return (marker, trimmed(text[..<start]))
    }
    for dash in dashes {
      guard let range = text.ranges(of: dash).last, range.lowerBound > text.startIndex,
        let marker = marker(text[range.upperBound...])
      else { continue }
      return (marker, trimmed(text[..<range.lowerBound]))
    }
    return nil
  }

  /// What a text that is a state says, such as the cell of a table: `Completed`, `✅`, `In progress (60%)`.
  static func state(_ text: String) -> StatusItem.Marker? {
    if let marker = sign(text)?.marker { return marker }
    let end = text.firstIndex { "(,;:/".contains($0) } ?? text.endIndex
    return marker(text[..<end])
  }

  /// A sign in front of a text: a tick is done, a building site is under way.
  static func sign(_ text: String) -> Found? {
    guard let first = text.unicodeScalars.first, let marker = signs[first] else { return nil }
    return (marker, trimmed(Substring(text.unicodeScalars.dropFirst().drop { $0.value == 0xFE0F })))
  }

  private static func marker(_ words: Substring) -> StatusItem.Marker? {
    guard words.utf8.count <= longest else { return nil }
    let name = words.lowercased().split { $0 == " " || $0 == "-" }.joined(separator: " ")
    return short[name] ?? long[name]
  }

  private static func found(_ marker: StatusItem.Marker, _ rest: Substring) -> Found? {
    let tail = rest.drop { " :-\u{2013}\u{2014}".contains($0) }
    return tail.isEmpty ? nil : (marker, String(tail))
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.split { $0 == " " }.joined(separator: " "))
  }

  /// Longest state in brackets.
  private static let longest = 24
  private static let closing: [Character: Character] = ["[": "]", "(": ")"]
  private static let dashes = [" - ", " \u{2013} ", " \u{2014} "]
  private static let short: [String: StatusItem.Marker] = ["done": .done, "wip": .wip, "todo": .todo]
  private static let long: [String: StatusItem.Marker] = [
    "completed": .done, "complete": .done, "shipped": .done, "finished": .done, "released": .done, "implemented": .done,
    "delivered": .done, "in progress": .wip, "work in progress": .wip, "ongoing": .wip, "started": .wip,
    "under way": .wip,
    "underway": .wip, "in development": .wip, "planned": .todo, "planning": .todo, "not started": .todo,
    "pending": .todo,
    "deferred": .todo, "postponed": .todo, "proposed": .todo, "backlog": .todo, "to do": .todo, "tbd": .todo,
  ]
  private static let signs: [Unicode.Scalar: StatusItem.Marker] = [
    "\u{2705}": .done, "\u{2714}": .done, "\u{2713}": .done, "\u{2611}": .done, "\u{1F6A7}": .wip, "\u{23F3}": .wip,
    "\u{1F3D7}": .wip, "\u{1F504}": .wip, "\u{2B1C}": .todo, "\u{1F4CB}": .todo, "\u{1F51C}": .todo, "\u{1F4C5}": .todo,
  ]
}
