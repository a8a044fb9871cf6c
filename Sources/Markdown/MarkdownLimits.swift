import Diagnostics

/// What is refused before cmark sees it: Debian's cmark-gfm needs 107 s for a 44 kB table of 10,000 columns.
public enum MarkdownLimits {
  /// Largest file in bytes.
  public static let bytes = 2_000_000
  /// Longest line in bytes; real files have lines of 142,194 characters.
  public static let lineBytes = 1_000_000
  /// Most lines: each can be an item, a row or a heading, and be a block of its own for every reader.
  public static let lines = 100_000
  /// Widest table in columns.
  public static let columns = 128
  /// Most cells that one row may have, those beyond the table's width: for each, cmark walks over those before it.
  public static let rowCells = 1_000
  /// Most cells of all tables. cmark fills short rows up, so that 900 kB of one-cell rows below 120 columns become 36
  /// million cells.
  public static let cells = 200_000

  /// Why a file is refused, and at which line; nil when it is fine.
  static func refusal(of source: SourceText) -> (line: Int, reason: String)? {
    if source.byteCount > bytes { return (1, "file of \(source.byteCount) bytes, at most \(bytes) are read") }
    if source.lineCount > lines { return (1, "file of \(source.lineCount) lines, at most \(lines) are read") }
    var cellCount = 0
    var table = (line: 0, columns: 0)
    for line in 1...source.lineCount {
      let range = source.byteRange(ofLine: line)
      if range.count > lineBytes { return (line, "line of \(range.count) bytes, at most \(lineBytes) are read") }
      let signs = source.signs(ofLine: line)
      let mayDelimit = signs.holds.contains(.pipe) && signs.holds.isDisjoint(with: [.letter, .nonASCII])
      // Nearly all lines are no part of a table.
      guard mayDelimit || table.columns > 0 else { continue }
      let found = mayDelimit ? delimiterColumns(source[range]) : 0
      if found > columns { return (line, "table of more than \(columns) columns") }
      let header = line - 1
      if found > 0, header > 0, isTooLong(row: header, source) { return tooLong(header) }
      if table.columns > 0, isTooLong(row: line, source) { return tooLong(line) }
      if found > 0 {
        table = (line, found)
      } else if table.columns > 0 {
        // Whatever follows without a blank line may be a row.
        let isQuote = signs.first == UInt8(ascii: ">")
        if signs.first == 0 || isQuote && source[range].allSatisfy({ $0 <= 0x20 || $0 == UInt8(ascii: ">") }) {
          table.columns = 0
        }
        cellCount += table.columns
        if cellCount > cells { return (table.line, "tables of more than \(cells) cells") }
      }
    }
    return nil
  }

  /// Whether a row has more cells than are read.
  private static func isTooLong(row: Int, _ source: SourceText) -> Bool {
    let range = source.byteRange(ofLine: row)
    guard range.count > rowCells, source.signs(ofLine: row).holds.contains(.pipe) else { return false }
    return source[range].count { $0 == UInt8(ascii: "|") } > rowCells
  }

  private static func tooLong(_ row: Int) -> (line: Int, reason: String) {
    (row, "row of more than \(rowCells) cells in a table")
  }

  /// Columns of a table's delimiter row; 0 for any other line. Quote and list markers may come before the row.
  private static func delimiterColumns(_ line: ArraySlice<UInt8>) -> Int {
    var pipes = 0
    var dashes = 0
    for byte in line {
      switch byte {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: ":"), UInt8(ascii: " "), 0x09, 0x0B, 0x0C, UInt8(ascii: ">"), UInt8(ascii: "*"),
        UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        break
      default: return 0
      }
    }
    return dashes > 0 ? pipes : 0
  }
}
