import Diagnostics
import Intake
import Words

extension Rule {
  static let documentDoneAndPlanned = Rule(
    id: "document/done-and-planned",
    summary: "an item marked as done and also as planned",
    why: "A roadmap that lists finished work as planned is not maintained.",
    howToFix: "delete the entry that is out of date",
    examples: [
      Example(
        applicationEnd:
          "## Features\n\n↓* [DONE] Numa topology support\n\n## Roadmap\n\n* [WIP] CPU NUMA topology support\n",
        finds: ["\"Numa topology support\" is marked as done, but \"CPU NUMA topology support\" is still planned"]),
      Example(
        applicationEnd:
          "## Features\n\n* [DONE] Numa topology support\n\n## Roadmap\n\n* [WIP] Live migration support\n"),
    ]
  ) { data, rule in
    data.openDocuments.flatMap { document -> [Finding] in
      let done = document.facts.statusItems.filter { $0.marker == .done }
      let planned = document.facts.statusItems.filter { $0.marker != .done }.prefix(500)
      return done.prefix(500).compactMap { finished -> Finding? in
        let words = significantWords(finished.text)
        guard words.count >= 2 else { return nil }
        let same = planned.first { other in
          let others = significantWords(other.text)
          return others.count >= 2 && (words.isSubset(of: others) || others.isSubset(of: words))
            && max(words.count, others.count) - min(words.count, others.count) <= 1
        }
        guard let same else { return nil }
        return rule.finding(
          .note, "\"\(finished.text)\" is marked as done, but \"\(same.text)\" is still planned", key: finished.text,
          at: [.init(.claim, finished.location), .init(.claim, same.location)], confidence: .medium,
          claim: .contradicted)
      }
    }
  }

  /// Words of at least three letters that say what an item is about.
  private static func significantWords(_ text: String) -> Set<String> {
    let words = text.runsOfLettersAndNumbers.map { $0.lowercased() }
    return Set(words.filter { $0.utf8.count >= 3 && !Lexicon.findings.fillers.contains($0) })
  }
}
