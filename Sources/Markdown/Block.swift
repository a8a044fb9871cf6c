/// How the cells of a table column are aligned.
public enum Alignment: Sendable, Hashable {
  case none, left, center, right
}

/// A block of a Markdown document.
public struct Block: Sendable, Hashable {
  /// What kind of block it is.
  public enum Kind: Sendable, Hashable {
    case paragraph
    /// Level 1 to 6.
    case heading(Int)
    case blockQuote
    /// `start` is the first number of an ordered list, nil for bullets.
    case list(start: Int?, tight: Bool)
    /// `checked` is nil unless the item is a task.
    case item(checked: Bool?)
    /// `info` is the whole info string of a fence, empty for indented code.
    case code(info: String, text: String)
    case html(String)
    case thematicBreak
    case table([Alignment])
    case row(header: Bool)
    case cell
    case footnote(label: String)
  }

  /// What kind of block it is.
  public var kind: Kind
  /// First and last line of the block in the file, 1-based.
  public var lines: ClosedRange<Int>
  /// 1-based column of the first byte, counted in bytes.
  public var column: Int
  /// Nested blocks: items of a list, rows of a table, cells of a row, blocks of a quote or an item.
  public var children: [Block]
  /// Inline content of paragraphs, headings and cells.
  public var inlines: [Inline]

  /// A block.
  public init(
    _ kind: Kind, lines: ClosedRange<Int>, column: Int = 1, children: [Block] = [], inlines: [Inline] = []
  ) {
    self.kind = kind
    self.lines = lines
    self.column = column
    self.children = children
    self.inlines = inlines
  }

  /// Its text without markup, the text of children joined by newlines; soft breaks are spaces.
  public var plainText: String {
    switch kind {
    case .code(_, let text): text
    case .html: ""
    default:
      inlines.isEmpty
        ? children.map(\.plainText).filter { !$0.isEmpty }.joined(separator: "\n") : inlines.plainText
    }
  }
}
