import Diagnostics
import StructuredData

/// The provenance that YAML and OWNERS files carry in their first comment, where Markdown has front matter:
/// `# source: https://…`, `# date: 2025-12-03`.
enum LeadingComment {
  private static let keys: Set<String> = ["source", "source_commit", "date", "title", "restated", "kind"]

  /// The comment's known keys as a mapping; nil when the file begins otherwise.
  static func node(of source: SourceText) -> Node? {
    var entries: [Node.Entry] = []
    for line in 1...min(20, source.lineCount) {
      let text = source.lineText(line)
      guard text.hasPrefix("#") else { break }
      let body = text.drop { $0 == "#" || $0 == " " }
      guard let colon = body.firstIndex(of: ":"), keys.contains(String(body[..<colon])) else { continue }
      let value = body[body.index(after: colon)...].drop { $0 == " " }
      let column = text.unicodeScalars.count - value.unicodeScalars.count + 1
      func scalar(_ text: Substring, _ column: Int) -> Node {
        Node(.scalar(String(text), quoted: false), line: line, column: column)
      }
      entries.append(Node.Entry(key: scalar(body[..<colon], 3), value: scalar(value, column)))
    }
    guard let first = entries.first else { return nil }
    return Node(.mapping(entries), line: first.key.line, column: 1)
  }
}
