import Intake
import Words

extension Claim {
  /// Whether it counts what was added, not the whole ("maintainers from 2 new organizations").
  var isIncrement: Bool {
    if modifiers.contains(where: Lexicon.findings.increments.contains) { return true }
    return wordsBefore.suffix(6).contains(where: Lexicon.findings.adding.contains)
  }
}

extension CommunityData {
  /// Claims on the number of organizations that maintainers work for.
  func organizationCounts() -> [ComparedClaim] {
    guard hasMaintainerList else { return [] }
    return assertedClaims { $0.kind == "organizations" && $0.names.isEmpty && $0.value != nil }.filter { claim, _ in
      claim.isAboutMaintainers && !claim.isIncrement && !claim.isOfThePast
    }.map { ComparedClaim(claim: $0, document: $1, comparison: CountComparison($0, organizations.count)) }
  }
}

extension Rule {
  static let claimOrganizationCount = Rule(
    id: "claim/organization-count",
    summary: "a number of maintainer organizations that differs from the maintainers list",
    why: "Independence from a single employer is judged by the maintainers' organizations.",
    howToFix: "write the number of different organizations that the maintainers list shows",
    examples: [
      Example(
        application: "We have 2 maintainers from ↓5 organizations.", beside: ["MAINTAINERS.md": Samples.maintainers],
        finds: ["5 maintainer organizations claimed, 2 listed in MAINTAINERS.md"]),
      Example(
        application: "We have 3 maintainers from 3 organizations.",
        beside: [
          "MAINTAINERS.md": Samples.maintainers
            + "| Eve Example | [eve](https://github.com/eve) | Independent | docs |\n"
        ]),
      Example(
        application: "The project has added maintainers from 3 new organizations.",
        beside: ["MAINTAINERS.md": Samples.maintainers]),
      Example(
        application: "We have 2 maintainers from 2 organizations.", beside: ["MAINTAINERS.md": Samples.maintainers]),
    ]
  ) { data, rule in
    guard data.employersAreKnown, let first = data.maintainers.first?.location else { return [] }
    let list = data.document(first.path)
    let count = data.organizations.count
    return data.organizationCounts().compactMap { compared in
      let (claim, document, comparison) = (compared.claim, compared.document, compared.comparison)
      guard let value = claim.value else { return nil }
      // Some count people without an employer as one more organization.
      let isWithIndependents = !data.employers.independents.isEmpty && value == count + 1
      guard comparison != .holds, !isWithIndependents else { return nil }
      let past = data.outcome(of: claim, in: document, against: list, past: data.pastOrganizations(claim))
      return rule.finding(
        on: claim, past, data.severity(of: past.status, comparison, in: document),
        "\(value) maintainer organizations claimed, \(count) listed in \(first.path)",
        key: "organizations \(value)", fact: first, expected: String(value), actual: String(count))
    }
  }
}
