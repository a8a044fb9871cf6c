import Diagnostics

extension Location {
  /// The text of the excerpt that is meant: `length` scalars from `column` on, or the whole line, trimmed.
  var marked: String {
    let scalars = Array(excerpt.unicodeScalars)
    let start = min(max(0, column - 1), scalars.count)
    let end = min(scalars.count, start + length)
    var part = length > 1 ? scalars[start..<end] : scalars[...]
    while let first = part.first, first.properties.isWhitespace { part = part.dropFirst() }
    while let last = part.last, last.properties.isWhitespace { part = part.dropLast() }
    return String(String.UnicodeScalarView(part.prefix(80)))
  }
}

extension Location {
  /// The line's text without the bullet or number in front.
  var question: String {
    var text = Substring(marked)
    while let first = text.unicodeScalars.first, "*-+•#0123456789.) ".unicodeScalars.contains(first) {
      text = text.dropFirst()
    }
    return String(text)
  }
}

extension CommunityData {
  /// The first line that holds a text, of a number of them from a place on.
  func line(holding text: String, within count: Int, from place: Location) -> Location? {
    guard let source = document(place.path)?.source else { return nil }
    let lines = place.line..<min(place.line + count, source.lineCount + 1)
    return lines.first { source.lineText($0).holds(text) }.map { source.location(line: $0) }
  }
}
