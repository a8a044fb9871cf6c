import Diagnostics
import Intake
import StructuredData

extension Rule {
  static let importStale = Rule(
    id: "import/stale",
    summary: "saved evidence from another tool that is too old",
    why: "Saved results describe the day they were made; the project has changed since.",
    howToFix: "run the tool again and save the new result with its date",
    examples: [
      Example(
        ["scorecard.json": Samples.scorecard(day: "2024-08-05").marked("{")],
        finds: ["the scorecard is from 2024-08-05, 838 days ago"]),
      Example(
        [
          "SECURITY-INSIGHTS.yml":
            "header:\n  schema-version: 1.0.0\n  last-updated: '2026-01-01'\n  last-reviewed: '2026-01-01'\n  expiration-date: '2026-06-01T10:00:00.000Z'\n  project-url: ↓https://github.com/example/example\n"
        ],
        finds: ["the security insights expired on 2026-06-01, by their own date"]),
      Example(["scorecard.json": Samples.scorecard(day: "2026-08-05")]),
    ]
  ) { data, rule in
    data.community.ownDocuments.compactMap { document -> Finding? in
      guard let imported = document.facts.imported, imported.form != .issues else { return nil }
      let place: [Finding.Place] = [
        .init(.claim, imported.statements.first?.location ?? document.source.location(line: 1))
      ]
      let verb = imported.form == .securityInsights ? "are" : "is"
      if let end = imported.expires, end < data.asOf {
        return rule.finding(
          .note, "\(imported.form.words) expired on \(end), by their own date", key: document.path, at: place,
          claim: .outdated)
      }
      guard let day = imported.date ?? document.date, day.days(to: data.asOf) > data.maxAge else { return nil }
      return rule.finding(
        .note, "\(imported.form.words) \(verb) from \(day), \(day.days(to: data.asOf)) days ago", key: document.path,
        at: place, claim: .outdated)
    }
  }
}
