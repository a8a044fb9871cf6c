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
      Example(application: "The list has 2 adopters.", beside: ["ADOPTERS.md": Samples.adopters]),
    ]
  ) { data, rule in
    guard let first = data.adopters.first else { return [] }
    let list = data.document(first.location.path)
    return data.assertedClaims { $0.kind == "adopters" && $0.names.isEmpty }.compactMap { claim, document in
      guard let value = claim.value, let (rows, type) = data.adopters(like: claim) else { return nil }
      let comparison = CountComparison(claim, rows.count)
      guard comparison != .holds else { return nil }
      let text = claim.text.lowercased()
      // Users at large, "more than 100 companies use it", are not all in a list that they add themselves to.
      let isAtLarge =
        comparison == .overstated && claim.qualifier != .exact
        && !Lexicon.findings.adopterListWords.contains(where: text.holds)
      guard !isAtLarge, !claim.isOfThePast else { return nil }
      // Who agreed to an interview is a choice among the adopters.
      guard !Lexicon.findings.chosenAdopters.contains(where: text.holds) else { return nil }
      let past = data.outcome(of: claim, in: document, against: list, past: data.pastAdopters(claim))
      return rule.finding(
        on: claim, past, data.severity(of: past.status, comparison, in: document),
        "\(value) \(type)adopters claimed, \(rows.count) listed in \(first.location.path)",
        key: "adopters \(value)", fact: first.location, expected: String(value), actual: String(rows.count),
        fix: "write \(rows.count), as \(Rows.span(rows.map(\.location))) shows, or just link the list",
        solutions: claim.corrections(to: rows.count, in: document, data))
    }
  }
}

extension CommunityData {
  /// The rows that a claim counts and the word for their type, or all; nil where the list does not tell its type apart.
  func adopters(like claim: Claim) -> (rows: [Adopter], type: String)? {
    let words = claim.modifiers.map(Folding.letters).joined()
    guard let type = Lexicon.findings.adopterTypes.first(where: words.holds) else {
      // "New", "production", "independent" adopters are some of them.
      return claim.modifiers.contains(where: Lexicon.findings.partialAdopters.contains) ? nil : (adopters, "")
    }
    let rows = adopters.filter { $0.type.map { Folding.letters($0).hasPrefix(type) } ?? false }
    let word = claim.modifiers.first { Folding.letters($0).holds(type) } ?? claim.modifiers.joined(separator: " ")
    return rows.isEmpty ? nil : (rows, word + " ")
  }
}
