import Diagnostics

/// A heading, bullet or paragraph of notes, a mail or a comment, whatever its format.
struct NoteLine {
  enum Kind: Equatable {
    /// 1 to 6; 7 for a paragraph that is all bold and stands for a heading.
    case heading(Int)
    /// Depth of nesting from 0; `checked` is nil unless it is a task.
    case item(depth: Int, checked: Bool?)
    case paragraph
  }

  let kind: Kind
  /// Text without markup, one blank between words, mojibake mended.
  let text: String
  /// Bold words at the start that name a topic (`Documentation:`), without the colon; `text` holds them too.
  let label: String?
  /// The line and what it shows.
  let location: Location
  /// Where each further line of the file begins in `text`: UTF-8 offset and line.
  let lineBreaks: [(offset: Int, location: Location)]
  /// Whether its text was mended.
  let isMended: Bool

  init(
    _ kind: Kind, text: String, label: String? = nil, location: Location,
    lineBreaks: [(offset: Int, location: Location)] = []
  ) {
    self.kind = kind
    let mended = Mojibake.mended(text)
    self.text = mended ?? text
    self.label = label.map { Mojibake.mended($0) ?? $0 }
    self.location = location
    // Offsets of mended text would be wrong: such a block is located by its first line.
    self.lineBreaks = mended == nil ? lineBreaks : []
    isMended = mended != nil
  }

  /// The place of the text at a UTF-8 offset.
  func location(at offset: Int) -> Location { lineBreaks.last { $0.offset <= offset }?.location ?? location }

  /// Depth of a bullet; nil for anything else.
  var itemDepth: Int? {
    guard case .item(let depth, _) = kind else { return nil }
    return depth
  }

  /// Level of a heading; nil for anything else.
  var headingLevel: Int? {
    guard case .heading(let level) = kind else { return nil }
    return level
  }

  /// Its sentences with their places.
  var sentences: [(text: String, location: Location)] {
    let bytes = Array(text.utf8)
    return Sentences.ranges(in: bytes).map { range in
      (String(decoding: bytes[range], as: UTF8.self), location(at: range.lowerBound))
    }
  }
}

/// The lines of one document with the heading each stands under.
struct NoteOutline {
  let lines: [NoteLine]
  /// Indexes of the headings above each line, outermost first.
  let headings: [[Int]]

  init(_ lines: [NoteLine]) {
    self.lines = lines
    var open: [Int] = []
    headings = lines.indices.map { index in
      if let level = lines[index].headingLevel {
        open.removeAll { (lines[$0].headingLevel ?? 0) >= level }
        defer { open.append(index) }
        return open
      }
      return open
    }
  }

  /// The heading a line stands under, or its own topic label.
  func topic(of index: Int) -> String? {
    lines[index].label ?? headings[index].last.map { lines[$0].text }
  }

  /// Lines under a heading up to the next one of its level or above.
  func section(of heading: Int) -> Range<Int> {
    let end = lines.indices[(heading + 1)...].first { !headings[$0].contains(heading) } ?? lines.count
    return (heading + 1)..<end
  }

  /// Bullets nested in a bullet or standing below a paragraph that announces them.
  func nested(below index: Int) -> Range<Int> {
    let depth = lines[index].itemDepth ?? -1
    let end = lines.indices[(index + 1)...].first { (lines[$0].itemDepth ?? -1) <= depth } ?? lines.count
    return (index + 1)..<end
  }
}
