import Diagnostics
import Intake

extension Rule {
  static let claimIndependentCounted = Rule(
    id: "claim/independent-counted",
    summary: "people without an employer counted as an organization",
    why: "\"Independent\" is not an organization, so the number is one too high.",
    howToFix: "count the organizations only, and say how many maintainers are independent",
    examples: [
      Example(
        application: "We have maintainers from ↓3 organizations: Acme, Globex, and Independent.",
        finds: ["3 organizations stated, but one of them is “Independent”"]),
      Example(application: "We have maintainers from 3 organizations: Acme, Globex, and Initech."),
    ]
  ) { data, rule in
    data.assertingDocuments.flatMap { document -> [Finding] in
      let claims = document.facts.claims
      return claims.compactMap { claim -> Finding? in
        guard claim.kind == "organizations", let value = claim.value else { return nil }
        let named = claims.filter { $0.text == claim.text }.flatMap(\.names).uniqued(on: Folding.letters)
        guard named.count == value, let own = named.first(where: { Employment($0) == .independent }) else {
          return nil
        }
        return rule.finding(
          .note, "\(value) organizations stated, but one of them is “\(own)”", key: "organizations \(value)",
          at: [.init(.claim, claim.location)], confidence: .medium, claim: .differs, criterion: claim.criterion,
          expected: "\(value)", actual: "\(value - 1)")
      }
    }
  }
}
