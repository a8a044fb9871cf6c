import Diagnostics
import Intake
import Words

extension Rule {
  static let claimBreakdownSum = Rule(
    id: "claim/breakdown-sum",
    summary: "a total and its parts in one sentence that do not add up",
    why: "Reviewers add the parts up.",
    howToFix: "correct the total or the parts",
    examples: [
      Example(
        application: "We have ↓9 maintainers: Acme 4; Globex 3; Initech 1.",
        finds: ["9 maintainers stated, but the parts add up to 8"]),
      Example(application: "We have 8 maintainers: Acme 4; Globex 3; Initech 1."),
      Example(
        application:
          "There are 8 maintainers, 4 from Acme, 2 from Globex, 1 from Initech, and another who is independent."),
    ]
  ) { data, rule in
    data.assertingDocuments.flatMap { document -> [Finding] in
      let claims = document.facts.claims
      return claims.compactMap { total -> Finding? in
        guard total.qualifier == .exact, let value = total.value, total.names.count != 1 else { return nil }
        let parts = claims.filter { part in
          part.kind == total.kind && part.names.count == 1 && part.value != nil && part.text == total.text
            && total.location < part.location
        }
        let totals = claims.filter { $0.kind == total.kind && $0.names.count != 1 && $0.text == total.text }
        let sum = parts.compactMap(\.value).reduce(0, +)
        // Parts may leave the small ones out ("1 each" has no names); more than the whole, or all but one, is an error.
        let isOpen = Lexicon.findings.openBreakdown.contains {
          total.text.lowercased().holds($0)
        }
        guard parts.count >= 3, totals.count == 1, sum != value, sum > value || !isOpen, let last = parts.last else {
          return nil
        }
        return rule.finding(
          .note, "\(value) \(total.kind) stated, but the parts add up to \(sum)", key: "\(total.kind) \(value)",
          at: [.init(.claim, total.location), .init(.claim, last.location)], confidence: .medium, claim: .contradicted,
          criterion: total.criterion, expected: "\(value)", actual: "\(sum)")
      }
    }
  }
}
