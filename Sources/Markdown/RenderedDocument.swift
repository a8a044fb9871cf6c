/// A document as HTML, with the places at which notes can be put in and the lines that can be linked to.
public struct RenderedDocument: Sendable, Hashable {
  /// A place before a block, or at the start of an item or of a row's last cell.
  struct Slot: Sendable, Hashable {
    /// First line of the block.
    var line: Int
    /// Byte offset in `html`.
    var offset: Int
  }

  /// The HTML, without notes.
  public internal(set) var html: [UInt8] = []
  /// Lines that have an anchor `L<line>`, ascending.
  public internal(set) var lines: [Int32] = []
  /// Headings with the anchors they have in `html`.
  public internal(set) var headings: [Heading] = []
  var slots: [Slot] = []

  /// The anchor (`L12`) that shows a line, of the lines that a rendering gave anchors to: its own or the nearest before
  /// it; nil before the first one.
  public static func anchor(forLine line: Int, of lines: [Int32]) -> String? {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle] <= line { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : "L\(lines[low - 1])"
  }

  /// The HTML with each note before the block that holds its line; notes of one block keep their order.
  ///
  /// Before and not behind, so that a note which floats in the margin is beside the first line.
  public func html(inserting notes: [(line: Int, html: [UInt8])]) -> [UInt8] {
    let placed = notes.enumerated().map { index, note in
      (offset: offset(forLine: note.line), index: index, html: note.html)
    }.sorted { ($0.offset, $0.index) < ($1.offset, $1.index) }
    var result: [UInt8] = []
    result.reserveCapacity(html.count + notes.reduce(0) { $0 + $1.html.count })
    var copied = 0
    for note in placed {
      result.append(contentsOf: html[copied..<note.offset])
      result.append(contentsOf: note.html)
      copied = note.offset
    }
    result.append(contentsOf: html[copied...])
    return result
  }

  /// The slot of the last block that begins at or before the line; the start when there is none.
  private func offset(forLine line: Int) -> Int {
    slots.last { $0.line <= line }?.offset ?? 0
  }
}
