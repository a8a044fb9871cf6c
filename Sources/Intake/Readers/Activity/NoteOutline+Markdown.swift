import Diagnostics
import Markdown

extension NoteOutline {
  /// The outline of a Markdown document; quotes, code and tables are left out.
  init(_ document: Document, in source: SourceText) {
    var lines: [NoteLine] = []
    var pending: [(block: Block, depth: Int)] = document.blocks.reversed().map { ($0, -1) }
    while let (block, depth) = pending.popLast() {
      switch block.kind {
      case .heading(let level): lines.append(Self.line(block, block.inlines, .heading(level), source))
      case .paragraph: lines += Self.paragraph(block, source)
      case .list: pending += block.children.reversed().map { ($0, depth + 1) }
      case .item(let checked):
        var rest = block.children[...]
        if let first = rest.first, case .paragraph = first.kind {
          // A bullet that is struck out whole is withdrawn.
          let inlines = first.inlines
          if !Self.isAll(.strikethrough, inlines) {
            lines.append(Self.line(first, inlines, .item(depth: depth, checked: checked), source))
          }
          rest = rest.dropFirst()
        }
        pending += rest.reversed().map { ($0, depth) }
      default: break
      }
    }
    self.init(lines)
  }

  /// A paragraph; one that is all bold is a heading, and a day alone in its first line heads the rest.
  private static func paragraph(_ block: Block, _ source: SourceText) -> [NoteLine] {
    let inlines = block.inlines
    let line = line(block, inlines, isAll(.strong, inlines) ? .heading(7) : .paragraph, source)
    guard let cut = line.lineBreaks.first, cut.isHard, let head = line.pieces.first,
      NoteDates.onlyDate(of: head.text) != nil
    else { return [line] }
    let rest = line.lineBreaks.dropFirst().map {
      NoteLine.LineBreak(offset: $0.offset - cut.offset, location: $0.location, isHard: $0.isHard)
    }
    let tail = String(decoding: Array(line.text.utf8.dropFirst(cut.offset)), as: UTF8.self)
    return [
      NoteLine(.heading(2), text: head.text, location: head.location),
      NoteLine(.paragraph, text: tail, location: cut.location, lineBreaks: rest),
    ]
  }

  private static func line(
    _ block: Block, _ inlines: [Inline], _ kind: NoteLine.Kind, _ source: SourceText
  ) -> NoteLine {
    let first = block.lines.lowerBound
    var text = ""
    var starts: [(offset: Int, line: Int)] = []
    if block.lines.count == 1 {
      text = block.plainText
    } else {
      starts = [(0, first)]
      for inline in inlines {
        if inline.line > starts[starts.count - 1].line { starts.append((text.utf8.count, inline.line)) }
        text += inline.plainText
      }
    }
    return NoteLine(
      kind, text: text, label: label(inlines), location: source.place(ofLine: first),
      lineBreaks: starts.count > 1 ? breaks(at: starts, in: Array(text.utf8), source) : [])
  }

  /// A line ends hard when the next line's first word would have fit within the widest line of the paragraph, or when
  /// all lines are shorter than anybody wraps prose.
  private static func breaks(
    at starts: [(offset: Int, line: Int)], in text: [UInt8], _ source: SourceText
  ) -> [NoteLine.LineBreak] {
    let ends = starts.dropFirst().map(\.offset) + [text.count]
    let widest = zip(starts, ends).map { $1 - $0.offset }.max() ?? 0
    return zip(starts, starts.dropFirst()).map { before, start in
      let word = text[start.offset...].prefix { $0 != 0x20 }.count
      return NoteLine.LineBreak(
        offset: start.offset, location: source.place(ofLine: start.line),
        isHard: widest < 60 || start.offset - before.offset + word < widest)
    }
  }

  /// Bold words at the start that end in a colon, inside or behind the bold.
  private static func label(_ inlines: [Inline]) -> String? {
    guard let first = inlines.first, case .strong = first.kind else { return nil }
    let text = first.plainText
    if text.hasSuffix(":") { return String(text.dropLast()) }
    guard inlines.count > 1, inlines[1].plainText.hasPrefix(":") else { return nil }
    return text
  }

  /// Whether a paragraph is one piece of bold or struck text.
  private static func isAll(_ kind: Inline.Kind, _ inlines: [Inline]) -> Bool {
    inlines.count == 1 && inlines[0].kind == kind
  }
}

extension SourceText {
  /// The place of a line for a reader: no excerpt of a line that no person can read.
  func place(ofLine number: Int) -> Location {
    guard byteRange(ofLine: number).count > 2_000 else { return location(line: number) }
    return Location(path: path, line: number)
  }
}
