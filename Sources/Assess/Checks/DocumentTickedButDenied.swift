import Criteria
import Diagnostics
import Intake
import Words

extension Rule {
  static let documentTickedButDenied = Rule(
    id: "document/ticked-but-denied",
    summary: "a ticked box above text that says it is not done yet",
    why: "A reader cannot believe both the tick and the text.",
    howToFix: "untick the box, or say what has been done since",
    examples: [
      Example(
        [
          "application.md": Samples.application("Two act today. The offboarding path has not been demonstrated.")
            .marked("- [x] **A number")
        ],
        finds: ["ticked, but the text says: “The offboarding path has not been demonstrated.”"]),
      Example(
        application: "  - Two act today, see the list.\n  - A third is currently WIP.",
        finds: ["ticked, but one part is under way: “A third is currently WIP.”"]),
      Example(
        application:
          "Nothing is pending. Until 2024 the path was not yet documented. Pull requests that are still work in "
          + "progress are marked."),
    ]
  ) { data, rule in
    data.assertingDocuments.flatMap { document in
      document.facts.items.compactMap { item -> Finding? in
        guard item.state == .checked, item.evidence == .answered || item.evidence == .todo else { return nil }
        let reading = item.reading(of: data.criterion(item.criterion), words: Lexicon.denials)
        guard reading.sense == .denied && item.evidence == .answered || reading.sense == .partly else { return nil }
        // "All subprojects, if any": there may be none.
        if Lexicon.findings.conditions.contains(where: item.text.lowercased().holds) { return nil }
        let isWhole = reading.sense == .denied && item.criterion != nil
        let shown = Quotation.short(reading.sentence, most: 160)
        let what = reading.isUnderWay && reading.sense == .partly ? "one part is under way" : "the text says"
        return rule.finding(
          isWhole && data.isPending(document) ? .warning : .note, "ticked, but \(what): “\(shown)”",
          key: item.criterion?.rawValue ?? item.text,
          at: [.init(.claim, item.location), .init(.fact, place(of: reading, below: item, in: document.source))],
          confidence: .medium, criterion: item.criterion)
      }
    }
  }

  /// The deciding words; their line or the first one where markup parts them.
  private static func place(of reading: AnswerReading, below item: ChecklistItem, in source: SourceText) -> Location {
    let lines = item.evidenceLines ?? item.location.line...item.location.line
    for words in [reading.words, String(reading.words.prefix { $0 != " " })] {
      for line in lines {
        let range = source.byteRange(ofLine: line)
        if let found = source[range].firstRange(ofBytes: Array(words.utf8)) { return source.location(found) }
      }
    }
    return source.location(line: lines.lowerBound)
  }
}
