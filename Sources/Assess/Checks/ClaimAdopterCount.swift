import Intake

extension Rule {
  static let claimAdopterCount = Rule(
    id: "claim/adopter-count",
    summary: "a number of adopters that differs from the list",
    why: "Adopters are the evidence that a project is used; their number is looked up.",
    howToFix: "write the number the adopters list shows, or better only link the list",
    examples: [
      Example(
        [
          "ADOPTERS.md": Samples.adopters,
          "application.md": Samples.application("The list has ↓5 adopters."),
        ],
        finds: ["5 adopters claimed, 2 listed"]),
      Example(
        [
          "ADOPTERS.md": Samples.adopters,
          "application.md": Samples.application("We gave a list of 7 adopters who agreed to be interviewed."),
        ],
        finds: []),
      Example(
        [
          "ADOPTERS.md": Samples.adopters,
          "application.md": Samples.application("The list has 2 adopters."),
        ],
        finds: []),
    ]
  ) { data, rule in
    guard let first = data.adopters.first else { return [] }
    let list = data.document(first.location.path)
    return data.assertingDocuments.flatMap { document in
      document.facts.claims.compactMap { claim -> Finding? in
        guard claim.kind == "adopters", claim.names.isEmpty, let value = claim.value else { return nil }
        let comparison = CountComparison(claim, data.adopters.count)
        guard comparison != .holds else { return nil }
        // Who agreed to an interview is a choice among the adopters.
        guard !["interview", "agreed to"].contains(where: { claim.text.lowercased().holds($0) }) else { return nil }
        let past = data.outcome(of: claim, in: document, against: list, past: data.pastAdopters(claim))
        return rule.finding(
          data.severity(of: past.status, comparison, in: document),
          "\(value) adopters claimed, \(data.adopters.count) listed\(past.note)", key: "adopters \(value)",
          at: [.init(.claim, claim.location), .init(.fact, first.location)] + past.places, claim: past.status,
          criterion: claim.criterion, expected: String(value), actual: String(data.adopters.count),
          fix:
            "write \(data.adopters.count), as \(Rows.span(data.adopters.map(\.location))) shows, or only link the list")
      }
    }
  }
}
