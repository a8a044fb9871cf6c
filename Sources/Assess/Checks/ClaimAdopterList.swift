import Diagnostics
import Intake

extension Rule {
  static let claimAdopterList = Rule(
    id: "claim/adopter-list",
    summary: "an organization named as an adopter that is not in the adopters list",
    why: "A reviewer who looks a name up and does not find it has to ask.",
    howToFix: "add the organization to the adopters list, or remove it here",
    examples: [
      Example(
        application: "Adopters include:\n\n* Umbrella\n↓* Hooli", beside: ["ADOPTERS.md": Samples.adopters],
        finds: ["Hooli is named as an adopter but is not in ADOPTERS.md"]),
      Example(
        application: "Adopters include:\n\n* Umbrella\n* Stark", beside: ["ADOPTERS.md": Samples.adopters]),
    ]
  ) { data, rule in
    data.adopterNames().flatMap { compared in
      let (claim, first) = (compared.claim, compared.rows[0])
      return compared.missing.map { name in
        let outcome = data.outcome(
          of: claim, in: compared.document, against: data.document(first.path), past: data.pastAdopter(named: name))
        return rule.finding(
          on: claim, outcome, .note, "\(name) is named as an adopter but is not in \(first.path)",
          key: "adopter \(name)", at: data.place(of: name, in: claim), fact: first, confidence: .medium, expected: name)
      }
    }
  }
}

extension CommunityData {
  /// The line of a claim's list that has a name; the claim's place where none does.
  fileprivate func place(of name: String, in claim: Claim) -> Location {
    let line = line(holding: name, within: 200, from: claim.location)
    return line?.line == claim.location.line ? claim.location : line ?? claim.location
  }

  /// Whether two names mean one adopter, one of them perhaps inside a longer name.
  func isSameAdopter(_ a: String, _ b: String) -> Bool {
    if areSame(a, b) { return true }
    let (x, y) = (Folding.letters(a), Folding.letters(b))
    return min(x.utf8.count, y.utf8.count) >= 4 && (x.holds(y) || y.holds(x))
  }
}
