import Markdown

/// A table before it is written: rows of cells, each a list of texts with the line they begin on.
struct MarkupTable {
  /// A run of text inside of a cell: a paragraph or an item.
  struct Piece {
    var text: [UInt8]
    var line: Int
  }

  struct Cell {
    var pieces: [Piece] = []
    var isEmpty: Bool { pieces.isEmpty }
  }

  var rows: [(cells: [Cell], line: Int)] = []
  /// How many rows at the top are headings.
  var headings = 0
  /// Last line of the table in the file.
  var lastLine = 1

  /// Most cells of a row.
  static let widest = 200

  /// Writes the table; `inlines` writes the text of a piece.
  func write(to builder: inout DocumentBuilder, line: Int, inlines: (Piece, inout DocumentBuilder) -> Void) {
    guard let width = rows.map(\.cells.count).max(), width > 0 else { return }
    let columns = min(width, Self.widest)
    builder.open(block: .table([Alignment](repeating: .none, count: columns)), line: line)
    // Several rows of headings make one.
    let heads = min(headings, rows.count)
    var ready = rows
    if heads > 1 {
      for row in ready[1..<heads] {
        for (index, cell) in row.cells.enumerated() where index < ready[0].cells.count {
          ready[0].cells[index].pieces += cell.pieces
        }
      }
      ready.removeSubrange(1..<heads)
    }
    for (number, row) in ready.enumerated() {
      builder.open(block: .row(header: heads > 0 && number == 0), line: max(line, row.line))
      for index in 0..<columns {
        let cell = index < row.cells.count ? row.cells[index] : Cell()
        builder.open(block: .cell, line: max(line, cell.pieces.first?.line ?? row.line))
        for (position, piece) in cell.pieces.enumerated() {
          if position > 0 { builder.add(inline: .lineBreak, line: piece.line) }
          inlines(piece, &builder)
        }
        builder.close()
      }
      builder.close()
    }
    builder.close(lastLine: lastLine)
  }

  /// The pieces of the lines of a cell: paragraphs, and one for each bullet.
  static func pieces(of lines: ArraySlice<MarkupLine>, in file: MarkupLines) -> [Piece] {
    var pieces: [Piece] = []
    var isOpen = false
    for line in lines {
      guard !line.isBlank else {
        isOpen = false
        continue
      }
      var text = file.text(line)
      if let first = text.first, "*-+|".utf8.contains(first), text.count > 1, text[text.startIndex + 1] == 0x20 {
        text = text.dropFirst(2).drop { $0 == 0x20 }
        isOpen = false
      }
      if isOpen, !pieces.isEmpty {
        // The lines of a piece follow each other in the file.
        pieces[pieces.count - 1].text += [0x0A] + text
      } else {
        pieces.append(Piece(text: Array(text), line: line.number))
      }
      isOpen = true
    }
    return pieces
  }
}
