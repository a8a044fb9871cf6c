import Intake
import Words

extension Rule {
  static let documentInconsistentNumbers = Rule(
    id: "document/inconsistent-numbers",
    summary: "a number and a list of the same thing in one document that do not agree",
    why: "One of the two is wrong, and the reader cannot tell which.",
    howToFix: "make the number and the list agree",
    examples: [
      Example(
        [
          "application.md": Samples.application(
            "There are ↓4 adopters.\n\nSignificant users include:\n\n* Umbrella\n* Stark\n* Hooli")
        ],
        finds: ["4 adopters stated, 3 named"]),
      Example(
        [
          "application.md": Samples.application(
            "We have maintainers from 4 companies (Acme, Globex, Initech & another company soon).")
        ],
        finds: []),
      Example(
        [
          "application.md": Samples.application(
            "There are 3 adopters.\n\nSignificant users include:\n\n* Umbrella\n* Stark\n* Hooli")
        ],
        finds: []),
    ]
  ) { data, rule in
    data.assertingDocuments.flatMap { document -> [Finding] in
      let claims = document.facts.claims
      return claims.compactMap { claim -> Finding? in
        guard claim.qualifier == .exact, let value = claim.value else { return nil }
        // Only one list of the kind can be the list meant.
        let lists = claims.filter { $0.kind == claim.kind && $0.names.count >= 3 }
        guard let list = lists.first, lists.count == 1, list.names.count != value else { return nil }
        // "And another company", "etc.": the list says that it is not all. Two counts of organizations far apart are
        // counts of different people.
        let isOpen = data.lexicon.findings.openList.contains { list.text.lowercased().holds($0) }
        let isNear = abs(list.location.line - claim.location.line) <= 2
        guard !isOpen, claim.kind != "organizations" || isNear || claim.scope != nil && claim.scope == list.scope else {
          return nil
        }
        // A far smaller or larger number counts something else.
        guard abs(list.names.count - value) * 3 <= list.names.count else { return nil }
        return rule.finding(
          data.isPending(document) && !list.isAChoice(data.lexicon) ? .error : .note,
          "\(value) \(claim.kind) stated, \(list.names.count) named", key: "\(claim.kind) \(value)",
          at: [.init(.claim, claim.location), .init(.fact, list.location)],
          confidence: list.isAChoice(data.lexicon) ? .low : .medium,
          claim: .contradicted,
          criterion: claim.criterion, expected: String(value), actual: String(list.names.count))
      }
    }
  }
}

extension Claim {
  /// Whether the list says that it names only some ("such as", "including").
  fileprivate func isAChoice(_ lexicon: Lexicon) -> Bool {
    let words = " " + text.lowercased()
    return lexicon.findings.choice.contains { words.holds($0) }
  }
}
