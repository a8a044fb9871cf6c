import Diagnostics
import Intake

extension Rule {
  static let documentEmptySection = Rule(
    id: "document/empty-section",
    summary: "a heading of a due-diligence document with nothing below it",
    why: "The form asks for something there.",
    howToFix: "answer it, or say why there is nothing to answer",
    examples: [
      Example(
        [
          "application.md": Samples.application("Two people.")
            + "↓## Audit\n\n## Metrics\n\n12 stars as of 2026-01-01.\n"
        ],
        finds: ["nothing stands under \"Audit\""]),
      Example(["application.md": Samples.application("Two people.") + "## Audit\n\nDone in 2025.\n"], finds: []),
    ]
  ) { data, rule in
    data.assertingDocuments.flatMap { document in
      // A scraped page lost the levels of its headings, so a heading above deeper ones looks empty.
      (document.facts.lostLinks ? [] : document.facts.sections).filter {
        $0.state == .empty || $0.state == .todo || $0.state == .wip
      }.map { section in
        rule.finding(
          .note,
          section.state == .empty
            ? "nothing stands under \"\(section.heading)\""
            : "only unfinished text stands under \"\(section.heading)\"",
          key: section.heading, at: [.init(.claim, section.location)] + text(below: section, in: document))
      }
    }
  }

  /// The first line below a heading that is not finished.
  private static func text(below section: Section, in document: SourceDocument) -> [Finding.Place] {
    guard section.state != .empty else { return [] }
    let first = section.location.line + 1
    let line = (first..<min(first + 5, document.source.lineCount + 1)).first { line in
      document.source.lineText(line).contains { !$0.isWhitespace }
    }
    return line.map { [.init(.fact, document.source.location(line: $0))] } ?? []
  }
}
