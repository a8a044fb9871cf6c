/// Makes documents: whatever the format, its parser opens and closes blocks and inline content in the order of the file.
///
/// ```swift
/// var builder = DocumentBuilder()
/// builder.open(block: .heading(1), line: 1)
/// builder.add(text: "Maintainers of ", line: 1)
/// builder.open(inline: .link(destination: "https://example.org", title: ""), line: 1)
/// builder.add(text: "Example", line: 1)
/// builder.close()
/// builder.close(lastLine: 2)
/// let document = builder.finish()
/// ```
///
/// Blocks hold blocks or inline content as `Block.Kind` says: text belongs into a paragraph, a heading or a cell, and
/// the content of an item into a paragraph of the item. Lines are those of the file, 1-based, and never fall back.
public struct DocumentBuilder: Sendable {
  private enum Open {
    case block(Block)
    case inline(Inline)
  }

  private var blocks: [Block] = []
  private var open: [Open] = []

  /// A document without blocks.
  public init() {}

  /// Opens a block; what is added until its `close` is inside of it. `column` is 1-based and counts bytes.
  public mutating func open(block kind: Block.Kind, line: Int, column: Int = 1) {
    open.append(.block(Block(kind, lines: line...line, column: column)))
  }

  /// Opens emphasis, a link or another inline that holds inlines.
  public mutating func open(inline kind: Inline.Kind, line: Int) {
    open.append(.inline(Inline(kind, line: line)))
  }

  /// Closes what was opened last. A block ends on `lastLine`, or where its last block does if that is later.
  public mutating func close(lastLine: Int? = nil) {
    switch open.popLast() {
    case .block(var block):
      let last = max(block.lines.upperBound, lastLine ?? block.lines.lowerBound)
      block.lines = block.lines.lowerBound...last
      if case .block(var parent)? = open.last {
        parent.children.append(block)
        parent.lines = parent.lines.lowerBound...max(parent.lines.upperBound, last)
        open[open.count - 1] = .block(parent)
      } else {
        blocks.append(block)
      }
    case .inline(let inline): append(inline)
    case nil: break
    }
  }

  /// Adds a block without blocks or inlines in it, such as code.
  public mutating func add(block kind: Block.Kind, lines: ClosedRange<Int>, column: Int = 1) {
    open(block: kind, line: lines.lowerBound, column: column)
    close(lastLine: lines.upperBound)
  }

  /// Adds an inline without inlines in it, such as a break.
  public mutating func add(inline kind: Inline.Kind, line: Int) {
    append(Inline(kind, line: line))
  }

  /// Adds text; its bytes are taken as they are.
  public mutating func add(text: some StringProtocol, line: Int) {
    if !text.isEmpty { append(Inline(.text(String(text)), line: line)) }
  }

  /// Adds text given as UTF-8.
  public mutating func add(text: some Collection<UInt8>, line: Int) {
    if !text.isEmpty { append(Inline(.text(String(decoding: text, as: UTF8.self)), line: line)) }
  }

  /// The document; what is still open ends here.
  public consuming func finish() -> Document {
    while !open.isEmpty { close() }
    return Document(blocks: blocks)
  }

  private mutating func append(_ inline: Inline) {
    switch open.last {
    case .block(var block):
      block.inlines.append(inline)
      open[open.count - 1] = .block(block)
    case .inline(var parent):
      parent.children.append(inline)
      open[open.count - 1] = .inline(parent)
    case nil: break
    }
  }
}
