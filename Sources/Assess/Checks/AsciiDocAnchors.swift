import Intake
import Words

/// What links can lead to in the AsciiDoc of a community, whose files include one another: the ids of blocks, as written,
/// and those of headings, lower case.
struct AsciiDocAnchors {
  private var names: Set<String> = []
  /// Ends of ids that begin with an attribute: `{prefix}-part`.
  private var ends: Set<String> = []

  init(_ documents: [SourceDocument]) {
    for document in documents where document.isAsciiDoc {
      names.formUnion(document.markdown?.headings.map { $0.anchor.lowercased() } ?? [])
      names.formUnion(document.markdown?.anchors.map { $0.lowercased() } ?? [])
      for line in 1...max(1, document.source.lineCount) {
        let bytes = document.source[line: line]
        if bytes.first == UInt8(ascii: "[") || bytes.holds(Array("[[".utf8)) { add(document.source.lineText(line)) }
      }
    }
  }

  /// Whether a link can lead to an anchor, in lower case.
  func holds(_ anchor: String) -> Bool {
    names.contains(anchor) || !ends.isEmpty && ends.contains { anchor.hasSuffix($0) }
  }

  /// Adds `[[id]]`, `[[id,text]]`, `[#id,…]`, `[id=…]` and `[style#id]`.
  private mutating func add(_ line: String) {
    for part in line.lowercased().split(separator: "[").prefix(20) {
      let inside = part.prefix { $0 != "]" }
      for attribute in inside.split(separator: ",") {
        let text = attribute.drop { $0 == " " }
        if text.hasPrefix("id=") {
          insert(text.dropFirst(3).filter { $0 != "\"" && $0 != "'" })
        } else if let sign = text.firstIndex(of: "#") {
          insert(String(text[text.index(after: sign)...].prefix { $0 != "%" }))
        }
      }
      if let first = inside.split(separator: ",").first { insert(String(first)) }
    }
  }

  private mutating func insert(_ id: String) {
    guard id.utf8.first == UInt8(ascii: "{"), let close = id.firstIndex(of: "}") else {
      names.insert(id)
      return
    }
    let end = String(id[id.index(after: close)...])
    if !end.isEmpty { ends.insert(end) }
  }
}
