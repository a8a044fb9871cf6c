import Diagnostics
import Intake
import Markdown

extension Rule {
  static let linksNotALink = Rule(
    id: "links/not-a-link",
    summary: "text that was meant as a link but is shown as it is typed",
    why:
      "A space in the address, or swapped brackets, make it plain text: the reader sees the markup and cannot click.",
    howToFix: "remove the space from the address, or swap the brackets",
    examples: [
      Example(
        ["CODE_OF_CONDUCT.md": "# Code of Conduct\n\nWrite to the ↓[staff](mailto: conduct@example.org).\n"],
        finds: ["`[staff](mailto: conduct@example.org)` is not a link: its address contains a space"]),
      Example(
        ["README.md": "# Example\n\nSee ↓(the guide)[https://example.org/guide].\n"],
        finds: ["`(the guide)[https://example.org/guide]` is not a link: its brackets are swapped"]),
      Example(
        ["README.md": "# Example\n\nWrite `[text](to: somebody)` or [us](mailto:us@example.org), list[0](a b).\n"]),
      Example(["README.md": "# Example\n\nGet [it](https://example.org/v{{< yaml-version >}}/install.yaml).\n"]),
    ]
  ) { data, rule in
    data.ownDocuments.flatMap { document -> [Finding] in
      // The addresses of links are apart from the text.
      guard !document.facts.lostLinks, document.savedPageTitle == nil,
        // Of brackets that made a link nothing is left; the other strings are looked for where one is.
        let markdown = document.markdown, markdown.holds(byte: UInt8(ascii: "]")), markdown.holds(anyOf: brackets)
      else { return [] }
      return Prose.all(in: document).flatMap { block -> [Finding] in
        guard block.holds(UInt8(ascii: "]")) else { return [] }
        let words = block.words
        guard words.utf8.count < 20_000 else { return [] }
        return UnparsedLinks.all(in: words).map { text, problem in
          let whole = block.location(of: text)
          let edits = UnparsedLinks.meant(text).flatMap { meant in
            whole.text == text ? [Replacement(whole, with: meant)] : nil
          }
          return rule.finding(
            .note, "`\(text)` is not a link: \(problem)", key: text,
            at: [.init(.claim, block.location(of: String(text.split(separator: "]").first ?? "")))],
            confidence: .medium, solutions: edits.map { [Solution("write `\($0[0].text)`", $0)] } ?? [])
        }
      }
    }
  }
}

/// What such text holds.
private let brackets = ByteStrings(["](", ")["])

/// Links that the parser left as text.
private enum UnparsedLinks {
  /// The link that was meant: without the blank behind the scheme, or with its brackets swapped; nil where a blank
  /// stands elsewhere.
  static func meant(_ text: String) -> String? {
    // Places are those of a text that stands on its line as it is; only one with a length as long can be replaced.
    if text.hasPrefix("("), let middle = text.firstRange(ofBytes: ")[") {
      return
        "[\(text[text.index(after: text.startIndex)..<middle.lowerBound])](\(text[middle.upperBound...].dropLast()))"
    }
    guard let blank = text.firstRange(ofBytes: "](mailto: ") else { return nil }
    let address = text[blank.upperBound...]
    return address.holds(" ") ? nil : "\(text[..<blank.lowerBound])](mailto:\(address)"
  }

  static func all(in text: String) -> [(String, String)] {
    let bytes = Array(text.utf8)
    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    var found: [(String, String)] = []
    for index in bytes.indices.dropLast() {
      if bytes[index] == UInt8(ascii: "]"), bytes[index + 1] == UInt8(ascii: "("),
        let open = bytes[..<index].suffix(200).lastIndex(of: UInt8(ascii: "[")),
        let close = bytes[(index + 2)...].prefix(299).firstIndex(of: UInt8(ascii: ")"))
      {
        let target = string((index + 2)..<close)
        // What the site's generator fills in has blanks of its own: `{{< version >}}`.
        guard target.holds(" "), !target.holds("{{"), target.hasPrefix("http") || target.hasPrefix("mailto:"),
          index > open + 1
        else {
          continue
        }
        found.append((string(open..<(close + 1)), "its address contains a space"))
      } else if bytes[index] == UInt8(ascii: ")"), bytes[index + 1] == UInt8(ascii: "["),
        let open = bytes[..<index].suffix(200).lastIndex(of: UInt8(ascii: "(")),
        let close = bytes[(index + 2)...].prefix(299).firstIndex(of: UInt8(ascii: "]"))
      {
        let target = string((index + 2)..<close)
        guard target.hasPrefix("http://") || target.hasPrefix("https://") else { continue }
        found.append((string(open..<(close + 1)), "its brackets are swapped"))
      }
    }
    return found
  }
}
