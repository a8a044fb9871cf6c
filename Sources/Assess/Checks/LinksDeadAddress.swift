import Diagnostics
import Intake
import StructuredData

extension Rule {
  static let linksDeadAddress = Rule(
    id: "links/dead-address",
    summary: "a link to an address of the web that was not there when it was asked",
    why: "Evidence behind a dead link is no evidence.",
    howToFix: "link where it is now, or remove the link",
    examples: [
      Example(
        [
          "README.md": "# Example\n\nSee [the audit](↓https://audits.example.org/a#results).\n",
          "links.json": Samples.linkAnswers("dead", day: "2026-11-01"),
        ],
        finds: ["https://audits.example.org/a was not there on 2026-11-01"]),
      Example([
        "README.md": "# Example\n\nSee [the audit](https://audits.example.org/a).\n",
        "links.json": Samples.linkAnswers("unknown", day: "2026-11-01"),
      ]),
      Example([
        "README.md": "# Example\n\nSee [the audit](https://audits.example.org/a).\n",
        "links.json": Samples.linkAnswers("dead", day: "2020-01-01"),
      ]),
    ]
  ) { data, rule in
    // An answer is of its own day: a later one counts, one that is too old none.
    var dead: [String: CalendarDate] = [:]
    for entry in data.imports where entry.form == .links {
      guard let address = entry.statement.detail, let day = entry.date, day.days(to: data.asOf) <= data.maxAge else {
        continue
      }
      dead[address] = entry.statement.value == "dead" ? day : nil
    }
    guard !dead.isEmpty else { return [] }
    return data.links.compactMap { resolved in
      let address = LinkResolver.split(resolved.link.destination, at: "#").0
      guard let day = dead[address], resolved.document.facts.imported?.form != .links else { return nil }
      return rule.finding(
        data.isPending(resolved.document) ? .warning : .note, "\(address) was not there on \(day)", key: address,
        at: [.init(.claim, resolved.link.location)], confidence: .medium)
    }
  }
}
