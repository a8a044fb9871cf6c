import Intake

extension Rule {
  static let documentRoadmapIssueClosed = Rule(
    id: "document/roadmap-issue-closed",
    summary: "a link to a roadmap that is a closed issue",
    why: "A closed issue says what was planned in the past; reviewers ask for the current roadmap.",
    howToFix: "link the current roadmap, or reopen the issue",
    examples: [
      Example(
        [
          "issues.json":
            "[{\"number\": 12, \"title\": \"Roadmap 2025\", \"state\": \"CLOSED\", \"url\": \"https://github.com/example/example/issues/12\"}]",
          "README.md": "# Example\n\nSee the [roadmap](↓https://github.com/example/example/issues/12).\n",
        ],
        finds: ["the roadmap link leads to a closed issue"]),
      Example([
        "issues.json":
          "[{\"number\": 12, \"title\": \"Roadmap 2027\", \"state\": \"OPEN\", \"url\": \"https://github.com/example/example/issues/12\"}]",
        "README.md": "# Example\n\nSee the [roadmap](https://github.com/example/example/issues/12).\n",
      ]),
    ]
  ) { data, rule in
    let closed = data.imports.filter {
      $0.form == .issues && $0.statement.kind == .issue && $0.statement.value == "closed"
    }
    guard !closed.isEmpty else { return [] }
    return data.links.compactMap { resolved in
      let isRoadmap = resolved.link.text.lowercased().holds("roadmap")
      guard isRoadmap, let entry = closed.first(where: { $0.statement.detail == resolved.link.destination }) else {
        return nil
      }
      let day = entry.date.map { ", closed on \($0)" } ?? ""
      return rule.finding(
        .note, "the roadmap link leads to a closed issue\(day)", key: resolved.link.destination,
        at: [.init(.claim, resolved.link.location), .init(.fact, entry.statement.location)], confidence: .medium,
        criterion: resolved.document.path == data.application?.path ? "ENG-ROAD" : nil)
    }
  }
}
