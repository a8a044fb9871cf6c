import Diagnostics
import Markdown

extension NoteOutline {
  /// The outline of a Markdown document; quotes, code and tables are left out.
  init(_ document: Document, in source: SourceText) {
    var lines: [NoteLine] = []
    var pending: [(block: Block, depth: Int)] = document.blocks.reversed().map { ($0, -1) }
    while let (block, depth) = pending.popLast() {
      switch block.kind {
      case .heading(let level): lines.append(Self.line(block, .heading(level), source))
      case .paragraph: lines.append(Self.line(block, Self.isAllBold(block) ? .heading(7) : .paragraph, source))
      case .list: pending += block.children.reversed().map { ($0, depth + 1) }
      case .item(let checked):
        var rest = block.children[...]
        if let first = rest.first, case .paragraph = first.kind {
          lines.append(Self.line(first, .item(depth: depth, checked: checked), source))
          rest = rest.dropFirst()
        }
        pending += rest.reversed().map { ($0, depth) }
      default: break
      }
    }
    self.init(lines)
  }

  private static func line(_ block: Block, _ kind: NoteLine.Kind, _ source: SourceText) -> NoteLine {
    var text = ""
    var breaks: [(offset: Int, location: Location)] = []
    var line = block.lines.lowerBound
    for inline in block.inlines {
      if inline.line > line {
        line = inline.line
        breaks.append((text.utf8.count, source.place(ofLine: line)))
      }
      text += [inline].plainText
    }
    return NoteLine(
      kind, text: text, label: label(block.inlines), location: source.place(ofLine: block.lines.lowerBound),
      lineBreaks: breaks)
  }

  /// Bold words at the start that end in a colon, inside or behind the bold.
  private static func label(_ inlines: [Inline]) -> String? {
    guard let first = inlines.first, case .strong = first.kind else { return nil }
    let text = [first].plainText
    if text.hasSuffix(":") { return String(text.dropLast()) }
    guard inlines.count > 1, [inlines[1]].plainText.hasPrefix(":") else { return nil }
    return text
  }

  private static func isAllBold(_ block: Block) -> Bool {
    guard block.inlines.count == 1, case .strong = block.inlines[0].kind else { return false }
    return true
  }
}

extension SourceText {
  /// The place of a line for a reader: no excerpt of a line that no person can read.
  func place(ofLine number: Int) -> Location {
    guard byteRange(ofLine: number).count > 2_000 else { return location(line: number) }
    return Location(path: path, line: number)
  }
}
