public import Criteria
public import Diagnostics
import Intake
import Words

/// A claim of the application that the data beside it bears out.
public struct ConfirmedClaim: Sendable, Hashable {
  /// What is claimed, in words: `15 maintainers`.
  public let text: String
  /// Where it is claimed.
  public let claim: Location
  /// The first row, line or heading that shows it.
  public let fact: Location
  /// The criterion in whose evidence it stands.
  public let criterion: CriterionID?
}

extension ConfirmedClaim {
  private init(_ text: String, _ claim: Claim, _ fact: Location) {
    self.init(text: text, claim: claim.location, fact: fact, criterion: claim.criterion)
  }

  /// The claims of the application that applies, by their place; each line's once.
  static func all(in data: CommunityData) -> [ConfirmedClaim] {
    guard let application = data.application else { return [] }
    let all =
      people(data) + organizations(data) + adopters(data) + interviews(in: application)
      + badges(of: application, data) + securityAddresses(of: application, data)
    return all.filter { $0.claim.path == application.path && $0.fact != $0.claim }
      .uniqued { "\($0.text) \($0.claim.line)" }.sorted { $0.claim < $1.claim }
  }

  /// A small number is soon that of something else: only one that is stated as the whole counts.
  private static func isMeant(_ compared: ComparedClaim) -> Bool {
    compared.comparison == .holds && (compared.claim.isTotal || compared.claim.value ?? 0 >= 5)
  }

  private static func people(_ data: CommunityData) -> [ConfirmedClaim] {
    guard let first = data.maintainers.first?.location else { return [] }
    return data.maintainerCounts().filter(isMeant).map { Self(Rows.words($0.claim), $0.claim, first) }
  }

  private static func organizations(_ data: CommunityData) -> [ConfirmedClaim] {
    guard let one = data.organizations.first, let first = data.row(naming: one) else { return [] }
    let counted = data.organizationCounts().filter { $0.comparison == .holds && $0.claim.value ?? 0 > 1 }
      .map { Self("maintainers from \($0.claim.number) organizations", $0.claim, first) }
    guard data.hasMaintainerList else { return counted }
    let named = data.assertedClaims {
      ["organizations", "maintainers"].contains($0.kind) && $0.names.count > 1 && $0.isAboutMaintainers
    }.filter { claim, _ in
      claim.names.allSatisfy { name in data.organizations.contains { data.areSame(name, $0.name) } }
    }
    return counted + named.map { Self("maintainers from \(Rows.list($0.claim.names))", $0.claim, first) }
  }

  private static func adopters(_ data: CommunityData) -> [ConfirmedClaim] {
    data.assertedClaims { $0.kind == "adopters" && !$0.isOfThePast }.compactMap { claim, _ in
      if claim.names.count > 1 {
        let rows = claim.names.map { name in data.adopters.first { data.isSameAdopter(name, $0.name) } }
        guard let first = rows.first??.location, rows.allSatisfy({ $0 != nil }) else { return nil }
        return Self("\(Rows.list(claim.names)) among the adopters", claim, first)
      }
      guard claim.names.isEmpty, claim.isTotal, let (rows, type) = data.adopters(like: claim), let first = rows.first,
        CountComparison(claim, rows.count) == .holds
      else { return nil }
      return Self("\(claim.number) \(type)adopters", claim, first.location)
    }
  }

  /// "Four adopters were interviewed", where the document tells of four.
  private static func interviews(in application: SourceDocument) -> [ConfirmedClaim] {
    let told = application.adopterHeadings
    return application.facts.claims.compactMap { claim in
      guard claim.kind == "interviews", claim.value == told.count, told.count > 1, claim.qualifier == .exact else {
        return nil
      }
      return Self("\(told.count) interviews", claim, application.source.location(line: told[0]))
    }
  }

  /// The entry of the badge that the application links, where a main page shows the same.
  private static func badges(of application: SourceDocument, _ data: CommunityData) -> [ConfirmedClaim] {
    let shown = data.links.compactMap { resolved -> (entry: String, place: Location)? in
      guard resolved.document.kind == .readme else { return nil }
      return badge(resolved.link.destination).map { ($0, resolved.link.location) }
    }
    return application.facts.links.compactMap { link in
      guard let entry = badge(link.destination), let fact = shown.first(where: { $0.entry == entry })?.place else {
        return nil
      }
      return ConfirmedClaim(
        text: "entry \(entry) of the best-practices badge", claim: link.location, fact: fact,
        criterion: application.criterion(at: link.location.line))
    }
  }

  /// The number of an entry that an address names.
  private static func badge(_ url: String) -> String? {
    guard url.holds("bestpractices."), let range = url.firstRange(of: "/projects/") else { return nil }
    let number = url[range.upperBound...].prefix { $0.isASCII && $0.isNumber }
    return number.isEmpty ? nil : String(number)
  }

  /// Addresses that the application gives for reports and a security policy gives, too.
  private static func securityAddresses(of application: SourceDocument, _ data: CommunityData) -> [ConfirmedClaim] {
    let known = data.securityPolicies.flatMap { policy in
      MailAddresses.all(in: policy.source).map { (address: $0.address, place: policy.source.location(line: $0.line)) }
    }
    guard !known.isEmpty else { return [] }
    return data.reportAddresses(in: application).compactMap { address, line, criterion in
      guard let fact = known.first(where: { $0.address == address })?.place else { return nil }
      return ConfirmedClaim(
        text: "reports to \(address)", claim: application.source.location(line: line), fact: fact, criterion: criterion)
    }
  }
}

extension CommunityData {
  /// The row that names an organization: that of the list of maintainers, or another by which it is completed.
  fileprivate func row(naming organization: Employers.Organization) -> Location? {
    let own = organization.people.first?.location
    let rows = community.ownDocuments.lazy.flatMap(\.facts.people).filter { person in
      person.status == .active && person.organization.map { areSame($0, organization.name) } ?? false
    }
    return rows.first { $0.location.path == own?.path }?.location ?? rows.first?.location ?? own
  }

  /// Addresses in the evidence of criteria on security policies, each at its first line there.
  func reportAddresses(in application: SourceDocument) -> [(address: String, line: Int, criterion: CriterionID)] {
    application.facts.items.flatMap { item -> [(address: String, line: Int, criterion: CriterionID)] in
      guard let id = item.criterion, let lines = item.evidenceLines,
        criterion(id)?.passages?.kinds.contains(DocumentKind.securityPolicy.rawValue) == true
      else { return [] }
      return lines.flatMap { line in
        MailAddresses.all(in: application.source.lineText(line)).map { (address: $0, line: line, criterion: id) }
      }
    }.uniqued(on: \.address)
  }
}

extension SourceDocument {
  /// Lines of the headings below which adopters tell their stories, `Adopter 1 - Acme`; none where they are not numbered
  /// from one on, as others may have headings without a number.
  var adopterHeadings: [Int] {
    let found = (markdown?.headings ?? []).compactMap { heading -> (number: Int, line: Int)? in
      let words = heading.text.lowercased().split { $0 == " " || $0 == ":" || $0 == "-" }
      guard words.count > 1, words[0] == "adopter", let number = Int(words[1]) else { return nil }
      return (number, heading.line)
    }
    return found.map(\.number) == Array(1...max(1, found.count)) ? found.map(\.line) : []
  }

  /// The criterion in whose evidence a line stands.
  fileprivate func criterion(at line: Int) -> CriterionID? {
    facts.items.last { $0.criterion != nil && $0.evidenceLines?.contains(line) == true }?.criterion
  }
}
