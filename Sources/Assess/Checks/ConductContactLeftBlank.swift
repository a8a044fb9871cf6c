import Diagnostics
import Intake
import Words

extension Rule {
  static let conductContactLeftBlank = Rule(
    id: "conduct/contact-left-blank",
    summary: "a code of conduct whose contact was never filled in",
    why: "Someone who was treated badly has nowhere to turn.",
    howToFix: "give an address that a few trusted people read",
    examples: [
      Example(
        [
          "CODE_OF_CONDUCT.md":
            "# Code of Conduct\n\n↓Report abuse to the community leaders at [INSERT CONTACT METHOD].\n"
        ],
        finds: ["`[INSERT CONTACT METHOD]` was never filled in"]),
      Example(["CODE_OF_CONDUCT.md": "# Code of Conduct\n\nReport abuse to conduct@example.org.\n"]),
      Example([
        "CODE_OF_CONDUCT.md":
          "# Code of Conduct\n\n<!-- Replace [INSERT CONTACT METHOD]. -->\nReport abuse to conduct@example.org.\n"
      ]),
    ]
  ) { data, rule in
    let blanks = Lexicon.findings.blankContacts
    return data.ownDocuments.filter { $0.kind == .codeOfConduct }.flatMap { document in
      document.source.lines(holding: .closingBracket).compactMap { line -> Finding? in
        let text = document.source.lineText(line).uppercased()
        // A comment tells the author what to fill in.
        guard let blank = blanks.first(where: { text.holds($0) }), !text.holds("<!--") else { return nil }
        return rule.finding(
          .warning, "`\(blank)` was never filled in", key: blank,
          at: [.init(.claim, document.source.location(line: line))])
      }
    }
  }
}
