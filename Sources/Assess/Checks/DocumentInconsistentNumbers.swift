import Intake
import Words

extension Rule {
  static let documentInconsistentNumbers = Rule(
    id: "document/inconsistent-numbers",
    summary: "a number that disagrees with another number or a list of the same things in the same document",
    why: "One of the two is wrong, and the reader cannot tell which.",
    howToFix: "make the number and the list agree",
    examples: [
      Example(
        application: "There are ↓4 adopters.\n\nSignificant users include:\n\n* Umbrella\n* Stark\n* Hooli",
        finds: ["4 adopters stated, but 3 named"]),
      Example(
        application: "The contributor ladder has ↓5 levels.\n\nOur ladder has 3 levels, as the guide says.",
        finds: ["5 levels stated here, but 3 in line 21"]),
      Example(
        application:
          "The contributor ladder has 5 levels. The foundation has 3 levels of maturity.\n\nIn 2024 there were 4 "
          + "maintainers; as of 2026-10-01 there are 6 maintainers. The core module has 2 maintainers."),
      Example(
        application: "We have maintainers from 4 companies (Acme, Globex, Initech & another company soon)."),
      Example(
        application:
          "Maintainers work for companies including Acme, Globex, Initech and Hooli. Users from half a dozen companies "
          + "take part, including Umbrella."),
      Example(
        application:
          "Three adopters were interviewed.\n\n## Adoption\n\n### Umbrella\n\nIt runs.\n\n### Adopter 2\n\nIt runs.\n"
          + "\n### Adopter 3\n\nIt runs.\n"),
      Example(
        application: "↓Three adopters were interviewed.\n\n## Adoption\n\n### Adopter 1 - Umbrella\n\nIt runs.\n\n"
          + "### Adopter 2 - Stark\n\nIt runs.\n", finds: ["3 interviews stated, but 2 adopters have a heading"]),
      Example(
        application:
          "Two end users are speaking this year.\n\nSignificant users include:\n\n* Umbrella\n* Stark\n* Hooli"),
      Example(
        application: "There are 3 adopters.\n\nSignificant users include:\n\n* Umbrella\n* Stark\n* Hooli"),
    ]
  ) { data, rule in
    data.assertingDocuments.flatMap { document -> [Finding] in
      let claims = document.facts.claims
      let interviews = data.interviewCounts(document).filter {
        $0.comparison != .holds && $0.claim.modifiers.isEmpty
      }.map { compared in
        rule.finding(
          .note, "\(compared.words) stated, but \(compared.count.counted("adopter has", "adopters have")) a heading",
          key: "interviews \(compared.claim.number)",
          at: [.init(.claim, compared.claim.location)] + compared.rows.map { .init(.fact, $0) },
          confidence: .medium, claim: .contradicted, criterion: compared.claim.criterion,
          expected: compared.claim.number, actual: String(compared.count))
      }
      return interviews
        + pairs(claims).map { first, second in
          let noun = first.location.excerpt.lowercased().holds("levels") ? "levels" : first.kind
          return rule.finding(
            .note, "\(first.value ?? 0) \(noun) stated here, but \(second.value ?? 0) in line \(second.location.line)",
            key: "\(first.kind) \(first.value ?? 0) \(second.value ?? 0)",
            at: [.init(.claim, first.location), .init(.claim, second.location)], confidence: .medium,
            claim: .contradicted, criterion: first.criterion)
        }
        + claims.compactMap { claim -> Finding? in
          // "Two end users are speaking at …" counts some of them.
          guard claim.qualifier == .exact, claim.isTotal, let value = claim.value else { return nil }
          // Only one list of the kind can be the list meant.
          let lists = claims.filter { $0.kind == claim.kind && $0.names.count >= 3 }
          guard let list = lists.first, lists.count == 1, list.names.count != value else { return nil }
          // "And another company", "etc.": the list says that it is not all. Two counts of organizations far apart are
          // counts of different people.
          let isOpen = Lexicon.findings.openList.contains { list.text.lowercased().holds($0) }
          let isNear = abs(list.location.line - claim.location.line) <= 2
          guard !isOpen, claim.kind != "organizations" || isNear || claim.scope != nil && claim.scope == list.scope
          else {
            return nil
          }
          // A far smaller or larger number counts something else.
          guard abs(list.names.count - value) * 3 <= list.names.count else { return nil }
          // "From half a dozen companies, including …" names some of them.
          if claim.kind == "organizations", list.isAChoice, list.names.count < value { return nil }
          return rule.finding(
            data.isPending(document) && !list.isAChoice ? .error : .note,
            "\(value) \(claim.kind) stated, but \(list.names.count) named", key: "\(claim.kind) \(value)",
            at: [.init(.claim, claim.location), .init(.fact, list.location)],
            confidence: list.isAChoice ? .low : .medium,
            claim: .contradicted,
            criterion: claim.criterion, expected: String(value), actual: String(list.names.count))
        }
    }
  }
}

/// Numbers of one thing that a document states twice and differently: whole numbers, undated, of kinds that have one
/// number at a time. Levels, tiers, and roles must be those of the contributor ladder.
private func pairs(_ claims: [Claim]) -> [(Claim, Claim)] {
  let plain = claims.filter { claim in
    guard Lexicon.findings.stated.contains(claim.kind), claim.isTotal, claim.qualifier == .exact, claim.asOf == nil,
      claim.names.isEmpty, claim.modifiers.isEmpty, claim.value ?? 0 > 1
    else { return false }
    let text = claim.text.lowercased()
    return claim.kind != "roles" || Lexicon.findings.ladders.contains(where: text.holds)
  }
  return plain.map(\.kind).uniqued().compactMap { kind in
    let same = plain.filter { $0.kind == kind }
    guard let first = same.first, let other = same.first(where: { $0.value != first.value }) else { return nil }
    return (first, other)
  }
}

extension Claim {
  /// Whether the list says that it names only some ("such as", "including").
  fileprivate var isAChoice: Bool {
    let words = " " + text.lowercased()
    return Lexicon.findings.choice.contains { words.holds($0) }
  }
}
