import Diagnostics
import Markdown
import StructuredData
import Templates

/// Our own messages and quoted rows of tables, taken apart so that a template can set them well.
enum TextPieces {
  private static let piece = Record<(kind: Value, text: String), Void> {
    $0.value("kind") { piece, _ in piece.kind }
    $0.text("text") { $0.text }
  }

  /// A message in pieces: `code` (what stood between backticks), `date` (an ISO date) and `text` (all else).
  static func pieces(of message: String) -> [Value] {
    func piece(_ kind: Value, _ text: String) -> Value { Self.piece.value((kind, text)) }
    let parts = message.utf8.split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false).map { Substring($0) }
    // A backtick without its fellow is a character like any other.
    guard parts.count % 2 == 1 else { return dated(message, piece) }
    return parts.enumerated().flatMap { index, part in
      index % 2 == 1 ? [piece("code", String(part))] : dated(String(part), piece)
    }
  }

  /// Sets dates apart; one inside of a path or a longer number is none.
  private static func dated(_ text: String, _ piece: (Value, String) -> Value) -> [Value] {
    let bytes = Array(text.utf8)
    func isJoined(_ at: Int) -> Bool {
      bytes.indices.contains(at) && (bytes[at].isWordByte || "-/_".utf8.contains(bytes[at]))
    }
    var result: [Value] = []
    var start = 0
    var index = 0
    while index + 10 <= bytes.count {
      if bytes[index + 4] == UInt8(ascii: "-"), !isJoined(index - 1), !isJoined(index + 10),
        case let date = String(decoding: bytes[index..<index + 10], as: UTF8.self), CalendarDate(iso: date) != nil
      {
        if start < index { result.append(piece("text", String(decoding: bytes[start..<index], as: UTF8.self))) }
        result.append(piece("date", date))
        start = index + 10
        index = start
      } else {
        index += 1
      }
    }
    if start < bytes.count { result.append(piece("text", String(decoding: bytes[start...], as: UTF8.self))) }
    return result
  }

  /// The cells of a row of a Markdown table as plain text; a line that is no such row is one cell as it stands.
  static func cells(of line: String) -> [Value] {
    guard line.utf8.first == UInt8(ascii: "|") else { return [.string(line)] }
    var cells: [String] = [""]
    var isEscaped = false
    for scalar in line.unicodeScalars.dropFirst() {
      if scalar == "|", !isEscaped {
        cells.append("")
      } else {
        cells[cells.count - 1].unicodeScalars.append(scalar)
      }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return cells.compactMap { cell in
      let text = GFM.document(SourceText(path: "", text: spaced(cell))).value.blocks.map(\.plainText)
      let words = text.joined(separator: " ").split { $0 == " " || $0 == "\n" }.joined(separator: " ")
      return words.isEmpty ? nil : .string(words)
    }
  }

  /// Line breaks written as HTML as spaces, so that the words beside them stay apart.
  private static func spaced(_ cell: String) -> String {
    var text = cell.drop { $0 == " " }
    for tag in ["<br>", "<br/>", "<br />"] {
      text = Substring(text.split(separator: tag, omittingEmptySubsequences: false).joined(separator: " "))
    }
    return String(text)
  }
}
