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

  /// Where a further line of the file begins in `text`.
  struct LineBreak {
    /// UTF-8 offset in the text.
    let offset: Int
    /// The line that begins here.
    let location: Location
    /// Whether the line before ends here although more would have fit: the author meant a new line.
    let isHard: Bool
  }

  let kind: Kind
  /// Text without markup, one blank between words, mojibake mended.
  let text: String
  /// Bold words at the start that name a topic (`Documentation:`), without the colon; `text` holds them too.
  let label: String?
  /// The line and what it shows.
  let location: Location
  /// Further lines of the file, in order.
  let lineBreaks: [LineBreak]
  let isMended: Bool

  init(_ kind: Kind, text: String, label: String? = nil, location: Location, lineBreaks: [LineBreak] = []) {
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
  func location(at offset: Int) -> Location {
    let next = lineBreaks.partitioningIndex { $0.offset > offset }
    return next == 0 ? location : lineBreaks[next - 1].location
  }

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

  /// Its lines as the author meant them: hard breaks part them, soft ones do not.
  var pieces: [(text: String, location: Location)] { parts(of: Self.wholeRange) }

  /// Its sentences with their places; none runs over a hard break.
  var sentences: [(text: String, location: Location)] { parts(of: Sentences.ranges) }

  private static func wholeRange(in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    let blanks = bytes.reversed().prefix { $0 == 0x20 }.count
    return bytes.count > blanks ? [bytes.startIndex..<(bytes.endIndex - blanks)] : []
  }

  private func parts(of ranges: (ArraySlice<UInt8>) -> [Range<Int>]) -> [(text: String, location: Location)] {
    let bytes = Array(text.utf8)
    let cuts = [0] + lineBreaks.filter(\.isHard).map { min($0.offset, bytes.count) } + [bytes.count]
    return zip(cuts, cuts.dropFirst()).flatMap { ranges(bytes[$0..<$1]) }.map { range in
      (String(decoding: bytes[range], as: UTF8.self), location(at: range.lowerBound))
    }
  }
}

/// The lines of one document with the heading each is under.
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

  /// The heading a line is under, or its own topic label.
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
