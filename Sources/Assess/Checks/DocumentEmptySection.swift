import Diagnostics
import Intake
import Words

extension Rule {
  static let documentEmptySection = Rule(
    id: "document/empty-section",
    summary: "a heading of a due-diligence document with nothing below it",
    why: "The form asks for an answer there.",
    howToFix: "fill it in, or say why it does not apply",
    examples: [
      Example(
        application: "Two people.", applicationEnd: "↓## Audit\n\n## Metrics\n\n12 stars as of 2026-01-01.\n",
        finds: ["the section \"Audit\" is empty"]),
      Example(application: "Two people.", applicationEnd: "## Audit\n\nDone in 2025.\n"),
      Example(application: "Two people.", applicationEnd: "## Audit\n\n# Audit\n\nDone in 2025.\n"),
    ]
  ) { data, rule in
    data.documentsInUse.flatMap { document -> [Finding] in
      // A scraped page lost the levels of its headings, so a heading above deeper ones looks empty.
      let sections = document.facts.lostLinks || data.isFormOnly(document) ? [] : document.facts.sections
      // A heading that is there twice is answered below the second one.
      let doubled = Set(zip(sections, sections.dropFirst()).filter { $0.heading == $1.heading }.map(\.0.location.line))
      // The first heading is the title, or the letterhead above it; what others fill in is not the applicant's.
      return sections.dropFirst().filter { section in
        [.empty, .todo, .wip].contains(section.state) && !doubled.contains(section.location.line)
          && !Lexicon.findings.filledByOthers.contains { section.heading.lowercased().holds($0) }
      }.map { section in
        rule.finding(
          .note,
          section.state == .empty
            ? "the section \"\(section.heading)\" is empty"
            : "the section \"\(section.heading)\" has only unfinished text",
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
