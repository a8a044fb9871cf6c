import Diagnostics
import StructuredData

/// Tells saved output of other tools by what is in it, whatever the file is called.
enum ImportSigns {
  /// Why a JSON file is such output; nil when nothing says so.
  static func reason(_ source: SourceText) -> String? {
    let head = source.prefix(65_536)
    func has(_ key: String) -> Bool { head.holds(Array("\"\(key)\"".utf8)) }
    if has("scorecard"), has("checks"), has("score") { return "keys of an OpenSSF Scorecard result" }
    if has("schema"), has(ImportedFile.linksSchema), has("addresses") { return "answers of addresses of the web" }
    if has("badge_percentage_0"), has("repo_url") { return "keys of a best-practices badge entry" }
    return nil
  }
}

/// Reads the parts that several forms share.
struct ImportNodes {
  let source: SourceText

  /// The text of a node, blanks folded; nil for an absent or empty one.
  func text(_ node: Node?) -> String? {
    guard let text = node?.string?.blanksFolded, !text.isEmpty else { return nil }
    return text
  }

  /// The day at the start of a text (`2024-03-01`, `2024-03-01T00:00:00Z`).
  func date(_ node: Node?) -> CalendarDate? {
    guard let text = text(node), text.utf8.count >= 10 else { return nil }
    return CalendarDate(iso: String(text.prefix(10)))
  }

  /// A statement whose value is a node's text; nil without one.
  func statement(
    _ kind: ImportedStatement.Kind, _ node: Node?, detail: String? = nil, date: CalendarDate? = nil
  ) -> ImportedStatement? {
    guard let node, let text = text(node) else { return nil }
    return ImportedStatement(
      kind: kind, value: text, detail: detail, date: date, location: node.location(in: source))
  }

  /// An account of a maintainer: `@ann`, `ann`, `https://github.com/ann`, `github:ann`; else the text as it is.
  static func account(_ text: String) -> String {
    var rest = Substring(text)
    for prefix in ["https://github.com/", "http://github.com/", "github.com/", "github:", "@"]
    where rest.hasPrefix(prefix) { rest = rest.dropFirst(prefix.count) }
    return rest.hasSuffix("/") ? String(rest.dropLast()) : String(rest)
  }
}
