import Intake
import Words

extension Rule {
  static let claimAdopterCount = Rule(
    id: "claim/adopter-count",
    summary: "a number of adopters that differs from the adopters list",
    why: "Adopters are the evidence that a project is used, and reviewers count them.",
    howToFix: "write the number that the adopters list shows, or just link the list",
    examples: [
      Example(
        application: "The list has ↓5 adopters.", beside: ["ADOPTERS.md": Samples.adopters],
        finds: ["5 adopters claimed, 2 listed in ADOPTERS.md"]),
      Example(
        application: "We gave a list of 7 adopters who agreed to be interviewed.",
        beside: ["ADOPTERS.md": Samples.adopters]),
      Example(
        application: "The list has 3 end-user adopters.", beside: ["ADOPTERS.md": Samples.adopters],
        finds: ["3 end-user adopters claimed, 1 listed in ADOPTERS.md"]),
      Example(
        application: "The list has 1 end-user adopter. We won 4 new adopters.",
        beside: ["ADOPTERS.md": Samples.adopters]),
      Example(
        application:
          "Two of the adopters have it in production. The use was verified by 3 of the 4 provided adopters.\n\n"
          + "We spoke with the four submitted adopters.", beside: ["ADOPTERS.md": Samples.adopters]),
      Example(application: "The list has 2 adopters.", beside: ["ADOPTERS.md": Samples.adopters]),
    ]
  ) { data, rule in
    data.adopterCounts().compactMap { compared in
      let (claim, rows) = (compared.claim, compared.rows)
      guard compared.comparison != .holds else { return nil }
      // Users at large, "more than 100 companies use it", are not all in a list that they add themselves to.
      let isAtLarge =
        compared.comparison == .overstated && claim.qualifier != .exact
        && !Lexicon.findings.adopterListWords.contains(where: claim.text.lowercased().holds)
      return isAtLarge
        ? nil
        : rule.finding(
          on: compared, in: data, past: data.pastAdopters(claim),
          fix: "write \(rows.count), as \(Rows.span(rows)) shows, or just link the list")
    }
  }
}
