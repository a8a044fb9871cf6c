import Intake
import Words

extension Rule {
  static let claimOrganizationList = Rule(
    id: "claim/organization-list",
    summary: "an organization named as an employer of maintainers that no active maintainer works for",
    why: "Independence from a single employer is judged by the maintainers' organizations.",
    howToFix: "name only organizations that active maintainers work for",
    examples: [
      Example(
        application: "We have maintainers from ↓Acme, Globex, and Initech.",
        beside: ["MAINTAINERS.md": Samples.maintainers],
        finds: [
          "Initech is named as an employer of maintainers, but no active maintainer in MAINTAINERS.md works there"
        ]),
      Example(
        application:
          "The code has maintainers (committers) from these organizations:\n\n↓- Acme\n- Globex\n- Initech\n\n"
          + "Contributors come from these organizations:\n\n- Umbrella\n- Stark\n",
        beside: ["MAINTAINERS.md": Samples.maintainers],
        finds: [
          "Initech is named as an employer of maintainers, but no active maintainer in MAINTAINERS.md works there"
        ]),
      Example(
        application: "We have maintainers from ACME and Globex Inc.", beside: ["MAINTAINERS.md": Samples.maintainers]),
    ]
  ) { data, rule in
    guard data.employersAreKnown else { return [] }
    let known = data.organizations.map(\.name)
    return data.organizationNames().flatMap { compared in
      let (claim, document, first) = (compared.claim, compared.document, compared.rows[0])
      return compared.missing.map { name in
        let past = data.outcome(
          of: claim, in: document, against: data.document(first.path), past: data.pastOrganization(named: name))
        let former = data.emeritus.first { $0.organization.map { data.areSame(name, $0) } ?? false }
        return rule.finding(
          on: claim, past, data.severity(of: past.status, compared.comparison, in: document),
          "\(name) is named as an employer of maintainers, but no active maintainer in \(first.path) works there"
            + (former == nil ? "" : " (a former one does)"),
          key: "organization \(name)", fact: former?.location ?? first, expected: name, actual: Rows.list(known),
          fix: "remove \(name); the active maintainers work for \(Rows.list(known))")
      }
    }
  }
}

extension CommunityData {
  /// Whether two names mean one organization, one of them perhaps with more words ("SUSE", "SUSE Software").
  func areSame(_ a: String, _ b: String) -> Bool {
    if community.organizations.areSame(a, b) { return true }
    let (x, y) = (Folding.letters(a), Folding.letters(b))
    guard x.utf8.count >= 3, y.utf8.count >= 3 else { return x == y }
    return x.hasPrefix(y) || y.hasPrefix(x)
  }
}

extension Claim {
  /// The words of its line before the number or list.
  var wordsBefore: [String] {
    String(String.UnicodeScalarView(location.excerpt.unicodeScalars.prefix(max(0, location.column - 1)))).wordsOfLetters
  }

  /// Whether the last people named before the number or list are maintainers ("7 maintainers from 4 organizations",
  /// not "contributors from 15 organizations"); for a list, those that the sentence above it speaks of.
  var isAboutMaintainers: Bool {
    let people = Lexicon.findings.people
    let last = wordsBefore.suffix(14).last { word in people.contains { word.hasPrefix($0) } }
    if last == nil, value == nil, names.count > 1 { return scope == "maintainers" }
    return last?.hasPrefix("maintainer") ?? false
  }
}
