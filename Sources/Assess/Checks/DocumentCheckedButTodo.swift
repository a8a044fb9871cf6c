import Intake
import Words

extension Rule {
  static let documentCheckedButTodo = Rule(
    id: "document/checked-but-todo",
    summary: "a ticked box above a to-do or an unfilled line",
    why: "The tick says it is done; the text below says it is not.",
    howToFix: "finish the text, or untick the box",
    examples: [
      Example(
        ["application.md": Samples.application("TODO: count them.").marked("- [x] **A number")],
        finds: ["ticked, but the text is a to-do"]),
      Example(application: "There are two."),
    ]
  ) { data, rule in
    data.assertingDocuments.flatMap { document in
      document.facts.items.compactMap { item -> Finding? in
        guard item.state == .checked, item.evidence == .todo || item.evidence == .placeholder else { return nil }
        // One part of several that is under way, or does not apply, is told by what the text says.
        guard
          ![.partly, .notApplicable].contains(
            item.reading(of: data.criterion(item.criterion), words: Lexicon.denials).sense)
        else {
          return nil
        }
        var places: [Finding.Place] = [.init(.claim, item.location)]
        if let line = item.unfinishedLine(in: document.source), line != item.location.line {
          places.append(.init(.fact, document.source.location(line: line)))
        }
        let what = item.evidence == .todo ? "a to-do" : "an unfilled placeholder"
        // A long answer with a to-do in it is still an answer.
        let isLong = item.evidenceText.split(separator: " ").count >= 60
        return rule.finding(
          data.isPending(document) && !isLong ? .warning : .note,
          "ticked, but the text \(isLong ? "contains" : "is") \(what)", key: item.criterion?.rawValue ?? item.text,
          at: places, confidence: isLong ? .low : .high, criterion: item.criterion)
      }
    }
  }
}
