/// The status word in front of a bullet: `[DONE] …`, `[WIP] …`, `TODO: …`, `Done: …`.
enum StatusMarker {
  /// The word and the text behind it; nil when the text begins with none.
  static func leading(_ text: String) -> (marker: StatusItem.Marker, rest: String)? {
    var rest = text[...]
    let isBracketed = rest.first == "["
    if isBracketed { rest = rest.dropFirst() }
    let word = rest.prefix { $0.isASCII && $0.isLetter }
    guard let marker = marker(word) else { return nil }
    rest = rest.dropFirst(word.count)
    guard let sign = rest.first, sign == (isBracketed ? "]" : ":") else { return nil }
    let tail = rest.dropFirst().drop { $0 == " " || $0 == ":" || $0 == "-" }
    return tail.isEmpty ? nil : (marker, String(tail))
  }

  private static func marker(_ word: Substring) -> StatusItem.Marker? {
    switch word.lowercased() {
    case "done": .done
    case "wip": .wip
    case "todo": .todo
    default: nil
    }
  }

  /// The status word in front of a bullet or behind its topic (`Website - [WIP] …`).
  static func find(in text: String) -> (marker: StatusItem.Marker, rest: String)? {
    if let found = leading(text) { return found }
    guard let bracket = text.firstIndex(of: "["), text[..<bracket].hasSuffix(" - ") || text[..<bracket].hasSuffix(": ")
    else { return nil }
    return leading(String(text[bracket...]))
  }
}
