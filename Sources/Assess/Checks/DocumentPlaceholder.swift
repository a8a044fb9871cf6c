import Diagnostics
import Intake

extension Rule {
  static let documentPlaceholder = Rule(
    id: "document/placeholder",
    summary: "a placeholder of a form that was never filled in",
    why: "It shows that nobody read the document before it was sent.",
    howToFix: "fill it in, or delete the line",
    examples: [
      Example(application: "The review is at ↓$LINK.", finds: ["`$LINK` was never filled in"]),
      Example(application: "↓[Project] has a roadmap.", finds: ["`[Project]` was never filled in"]),
      Example(application: "The review costs 5$ a day. [Project](https://example.org) and [project][1] are links."),
    ]
  ) { data, rule in
    data.openDocuments.flatMap { document -> [Finding] in
      // "If applicable" leaves it to the applicant to strike the sentence.
      let places = document.facts.placeholders.map { ($0.marked, $0) }
        .filter { !String($0.1.excerpt.prefix(40)).lowercased().holds("if applicable") }
      return places.uniqued(on: \.0).map { text, first in
        let all = places.filter { $0.0 == text }.map(\.1)
        return rule.finding(
          .note,
          "`\(text)` was never filled in" + (all.count > 1 ? ", \(all.count) times" : ""), key: text,
          at: all.map { .init(.claim, $0) })
      }
    }
  }
}
