import Criteria
import Diagnostics
import Intake
import Markdown

extension Rule {
  static let documentDanglingReference = Rule(
    id: "document/dangling-reference",
    summary: "\"see … below\" without a heading of that name",
    why: "The answer that the text points to is not there.",
    howToFix: "use the name of the heading as it is, or link it",
    examples: [
      Example(
        application: "↓See End Users below.", applicationEnd: "### Adopters\n\nUmbrella.\n",
        finds: ["\"See End Users below\", but no heading is named End Users"]),
      Example(application: "See End Users below.", applicationEnd: "### End Users\n\nUmbrella.\n"),
      Example(application: "See the table below."),
    ]
  ) { data, rule in
    data.documentsInUse.flatMap { document -> [Finding] in
      let headings = document.facts.sections.map(\.heading) + (document.markdown?.headings.map(\.text) ?? [])
      let known = headings.map(Folding.letters)
      guard !known.isEmpty else { return [] }
      return references(in: document).compactMap { line, name in
        let key = Folding.letters(name)
        guard !key.isEmpty, !known.contains(where: { $0.holds(key) || key.holds($0) && $0.utf8.count > 4 }) else {
          return nil
        }
        return rule.finding(
          .note,
          "\"See \(name) below\", but no heading is named \(name)", key: name,
          at: [.init(.claim, document.source.location(line: line))], confidence: .medium)
      }
    }
  }

  /// Capitalized names between "see" and "below" or "above", with their lines. A name in lower case is a common noun
  /// ("see the table below") and points to no heading.
  private static func references(in document: SourceDocument) -> [(Int, String)] {
    let source = document.source
    let see = PhraseMatcher.normalized("see")
    return (1...source.lineCount).flatMap { line -> [(Int, String)] in
      guard document.words[line: line].holds(see) else { return [] }
      let range = source.byteRange(ofLine: line)
      guard range.count < 20_000 else { return [] }
      let words = source.lineText(line).split { $0 == " " || $0 == "\u{A0}" || $0 == "\t" }.map(String.init)
      var found: [(Int, String)] = []
      for (index, word) in words.enumerated() where Folding.letters(word) == "see" {
        var name: [String] = []
        for next in words[(index + 1)...].prefix(7) {
          let key = Folding.letters(next)
          if key == "below" || key == "above" {
            if !name.isEmpty { found.append((line, name.joined(separator: " "))) }
            break
          }
          if name.isEmpty, key == "the" || key == "our" { continue }
          if key == "section" { continue }
          guard let first = next.unicodeScalars.first, first.properties.isUppercase,
            next.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || $0 == "-" || $0 == "'" })
          else { break }
          name.append(next)
        }
      }
      return found
    }
  }
}
