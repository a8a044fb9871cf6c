import Criteria
import Diagnostics
import Intake
import Words

/// A claim held against the data beside it. Whether the two agree is answered here alone: rules report the claims that
/// do not, and those that do are each a `ConfirmedClaim`.
struct ComparedClaim {
  let claim: Claim
  let document: SourceDocument
  /// What is counted: `maintainers`, `end-user adopters`.
  let noun: String
  /// What is claimed: `15 maintainers`, `maintainers from Acme and Globex`.
  let words: String
  /// Rows of the data that it counts, or the first one of those that it could name.
  let rows: [Location]
  /// How many there are; of names, how many of the claim's.
  let count: Int
  /// The first row, line or heading that shows them.
  let fact: Location
  /// Names that are not in the data.
  let missing: [String]
  /// From what number on it is no longer likely that it counts something else, though not stated as the whole.
  private let telling: Int

  /// A claim on how many there are; nil without a row.
  init?(
    _ claim: Claim, _ document: SourceDocument, _ noun: String, words: String? = nil, rows: [Location],
    count: Int? = nil, fact: Location? = nil, telling: Int = 5
  ) {
    guard let first = rows.first else { return nil }
    self.words = words ?? "\(claim.number) \(noun)"
    (self.claim, self.document, self.noun, self.rows, missing) = (claim, document, noun, rows, [])
    (self.count, self.fact, self.telling) = (count ?? rows.count, fact ?? first, telling)
  }

  /// A claim on who they are: `row` finds a name in the data, and `isOpen` are names that no data would have.
  init(
    _ claim: Claim, _ document: SourceDocument, words: String, first: Location, row: (String) -> Location?,
    isOpen: (String) -> Bool = { _ in false }
  ) {
    let found = claim.names.map { (name: $0, row: row($0)) }
    (self.claim, self.document, noun, self.words, rows) = (claim, document, claim.kind, words, [first])
    (count, telling) = (found.count { $0.row != nil }, 0)
    fact = found.first?.row ?? first
    missing = found.filter { $0.row == nil && !isOpen($0.name) }.map(\.name)
  }

  var comparison: CountComparison {
    claim.names.isEmpty ? CountComparison(claim, count) : count == claim.names.count ? .holds : .overstated
  }

  /// Whether the data bears it out today; not by one name, as that may be one of many.
  var agrees: Bool {
    let isTelling = claim.names.isEmpty ? claim.isTotal || claim.value ?? 0 >= telling : claim.names.count > 1
    return comparison == .holds && isTelling && !claim.isOfThePast
  }
}

/// A number in prose held against a count.
enum CountComparison {
  case holds, overstated, understated

  /// How `claim` compares with `count`; approximate claims hold within a fifth.
  init(_ claim: Claim, _ count: Int) {
    guard let value = claim.value else {
      self = .holds
      return
    }
    let slack = max(1, value / 5)
    switch claim.qualifier {
    case .exact: self = value == count ? .holds : value > count ? .overstated : .understated
    case .atLeast: self = count >= value ? .holds : .overstated
    case .moreThan: self = count > value ? .holds : .overstated
    case .about: self = abs(value - count) <= slack ? .holds : value > count ? .overstated : .understated
    case .atMost: self = count <= value ? .holds : .understated
    case .range:
      let upper = claim.upperValue ?? value
      self = (value...max(value, upper)).contains(count) ? .holds : value > count ? .overstated : .understated
    }
  }
}

extension CommunityData {
  /// All claims on lists of the community.
  func comparedClaims() -> [ComparedClaim] {
    maintainerCounts() + roleCounts() + organizationCounts() + organizationNames() + adopterCounts() + adopterNames()
      + assertingDocuments.flatMap(interviewCounts)
  }

  /// Claims on the number of all maintainers there are.
  func maintainerCounts() -> [ComparedClaim] {
    guard hasMaintainerList else { return [] }
    let (all, own) = (maintainers.map(\.location), maintainers.filter { $0.role == "maintainer" }.map(\.location))
    return counts { $0.kind == "maintainers" }.compactMap { claim, document in
      let isSome = claim.modifiers.contains {
        Lexicon.findings.partialMaintainers.contains($0) || Lexicon.claims.people.contains($0)
      }
      guard !isSome, !claim.isOfAPart(self) else { return nil }
      // "2 owners, 3 maintainers": of a list with several roles they may be those of one.
      return ComparedClaim(claim, document, "maintainers", rows: claim.value == own.count ? own : all)
    }
  }

  /// Claims on the number of people in a role, where the list tells roles apart.
  func roleCounts() -> [ComparedClaim] {
    guard let path = maintainers.first?.location.path, let list = document(path) else { return [] }
    let active = list.facts.people.filter { $0.status == .active }
    return counts { Lexicon.findings.listedRoles.contains($0.kind) }.compactMap { claim, document in
      let rows = active.filter { $0.role.runsOfLetters.contains(claim.kind.dropLast()) }.map(\.location)
      guard claim.qualifier == .exact, claim.modifiers.allSatisfy({ $0 == "active" }),
        !rows.isEmpty, rows.count < active.count
      else { return nil }
      return ComparedClaim(claim, document, claim.kind, rows: rows, telling: 2)
    }
  }

  /// Claims on the number of organizations that maintainers work for.
  func organizationCounts() -> [ComparedClaim] {
    guard hasMaintainerList else { return [] }
    return counts { $0.kind == "organizations" }.compactMap { claim, document in
      guard claim.isAboutMaintainers, !claim.isIncrement else { return nil }
      return ComparedClaim(
        claim, document, "maintainer organizations", words: "maintainers from \(claim.number) organizations",
        rows: [maintainers[0].location], count: organizations.count, fact: organizations.first.flatMap(row(naming:)),
        telling: 2)
    }
  }

  /// Claims on the organizations that maintainers work for.
  func organizationNames() -> [ComparedClaim] {
    guard hasMaintainerList else { return [] }
    return assertedClaims { claim in
      !claim.names.isEmpty && (claim.kind == "organizations" || claim.kind == "maintainers")
        && claim.isAboutMaintainers
    }.map { claim, document in
      ComparedClaim(
        claim, document, words: "maintainers from \(Rows.list(claim.names))", first: maintainers[0].location,
        row: { name in organizations.first { areSame(name, $0.name) }.flatMap(row) },
        isOpen: { Employment($0) == .independent })
    }
  }

  /// Claims on the number of adopters, or of those of a type that the list tells apart.
  func adopterCounts() -> [ComparedClaim] {
    counts { $0.kind == "adopters" }.compactMap { claim, document in
      let text = claim.text.lowercased()
      // Who agreed to an interview is a choice among the adopters.
      guard let (rows, noun) = adopters(like: claim), !Lexicon.findings.chosenAdopters.contains(where: text.holds)
      else {
        return nil
      }
      return ComparedClaim(claim, document, noun, rows: rows.map(\.location))
    }
  }

  /// Claims on who is an adopter.
  func adopterNames() -> [ComparedClaim] {
    guard let first = adopters.first?.location else { return [] }
    return assertedClaims { $0.kind == "adopters" && !$0.names.isEmpty }.map { claim, document in
      ComparedClaim(
        claim, document, words: "\(Rows.list(claim.names)) among the adopters", first: first,
        row: { name in adopters.first { isSameAdopter(name, $0.name) }?.location })
    }
  }

  /// Claims on the number of interviews ("four adopters were interviewed"), in a document that tells of each.
  func interviewCounts(_ document: SourceDocument) -> [ComparedClaim] {
    let told = document.adopterHeadings.map { document.source.location(line: $0) }
    return document.facts.claims.filter {
      $0.kind == "interviews" && $0.value != nil && $0.qualifier == .exact
    }.compactMap { ComparedClaim($0, document, "interviews", rows: told, telling: 2) }
  }

  /// Addresses that security policies give, in order.
  var policyAddresses: [(address: String, place: Location)] {
    securityPolicies.flatMap { policy in
      MailAddresses.all(in: policy.source).map { ($0.address, policy.source.location(line: $0.line)) }
    }
  }

  /// Addresses in the evidence of criteria on security policies, each at its first line there, and where a policy gives it.
  func reportAddresses(
    in application: SourceDocument
  ) -> [(address: String, claim: Location, criterion: CriterionID, fact: Location?)] {
    let known = policyAddresses
    return application.facts.items.flatMap { item -> [(address: String, line: Int, criterion: CriterionID)] in
      guard let id = item.criterion, let lines = item.evidenceLines,
        criterion(id)?.passages?.kinds.contains(DocumentKind.securityPolicy.rawValue) == true
      else { return [] }
      return lines.flatMap { line in
        MailAddresses.all(in: application.source.lineText(line)).map { ($0, line, id) }
      }
    }.uniqued(on: \.address).map { address, line, criterion in
      let fact = known.first { $0.address == address }?.place
      return (address, application.source.location(line: line), criterion, fact)
    }
  }

  /// Claims of those documents that assert.
  func assertedClaims(where isMeant: (Claim) -> Bool) -> [(claim: Claim, document: SourceDocument)] {
    assertingDocuments.flatMap { document in document.facts.claims.filter(isMeant).map { ($0, document) } }
  }

  /// Claims on how many there are today.
  private func counts(where isMeant: (Claim) -> Bool) -> [(claim: Claim, document: SourceDocument)] {
    assertedClaims { isMeant($0) && $0.names.isEmpty && $0.value != nil && !$0.isOfThePast && !$0.isOfSome }
  }

  /// The row that names an organization: that of the list of maintainers, or another by which it is completed.
  private func row(naming organization: Employers.Organization) -> Location? {
    let own = organization.people.first?.location
    let rows = community.ownDocuments.lazy.flatMap(\.facts.people).filter { person in
      person.status == .active && person.organization.map { areSame($0, organization.name) } ?? false
    }
    return rows.first { $0.location.path == own?.path }?.location ?? rows.first?.location ?? own
  }

  /// The rows that a claim counts and what they are, by their type or all; nil where the list does not tell its type
  /// apart.
  private func adopters(like claim: Claim) -> (rows: [Adopter], noun: String)? {
    let words = claim.modifiers.map(Folding.letters).joined()
    guard let type = Lexicon.findings.adopterTypes.first(where: words.holds) else {
      // "New", "production", "independent" adopters are some of them.
      return claim.modifiers.contains(where: Lexicon.findings.partialAdopters.contains) ? nil : (adopters, "adopters")
    }
    let rows = adopters.filter { $0.type.map { Folding.letters($0).hasPrefix(type) } ?? false }
    let word = claim.modifiers.first { Folding.letters($0).holds(type) } ?? claim.modifiers.joined(separator: " ")
    return (rows, word + " adopters")
  }
}

extension Claim {
  /// Whether it counts those of one organization or of a part of the project ("2 Acme maintainers", "3 maintainers of
  /// the operator").
  fileprivate func isOfAPart(_ data: CommunityData) -> Bool {
    if modifiers.contains(where: { word in
      data.organizations.contains { data.community.organizations.areSame(word, $0.name) }
    }) {
      return true
    }
    let lower = text.lowercased()
    guard let range = lower.firstRange(ofBytes: "maintainers of ") else { return false }
    let whole = Lexicon.findings.wholeProject + [data.community.name.lowercased()]
    return !whole.contains { lower[range.upperBound...].hasPrefix($0) }
  }

  /// Whether it counts some of those whom it names ("two of the adopters", "three of the four provided adopters").
  fileprivate var isOfSome: Bool { modifiers.first == "of" }

  /// Whether it counts what was added, not the whole ("maintainers from 2 new organizations").
  fileprivate var isIncrement: Bool {
    if modifiers.contains(where: Lexicon.findings.increments.contains) { return true }
    return wordsBefore.suffix(6).contains(where: Lexicon.findings.adding.contains)
  }
}

extension SourceDocument {
  /// Lines of the headings below which adopters tell their stories, `Adopter 1 - Acme`; none where they are not numbered
  /// from one on, as others may have headings without a number.
  fileprivate var adopterHeadings: [Int] {
    let found = (markdown?.headings ?? []).compactMap { heading -> (number: Int, line: Int)? in
      let words = heading.text.lowercased().split { $0 == " " || $0 == ":" || $0 == "-" }
      guard words.count > 1, words[0] == "adopter", let number = Int(words[1]) else { return nil }
      return (number, heading.line)
    }
    return found.map(\.number) == Array(1...max(1, found.count)) ? found.map(\.line) : []
  }
}
