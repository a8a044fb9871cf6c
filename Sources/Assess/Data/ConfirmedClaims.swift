public import Criteria
public import Diagnostics
import Intake

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
  /// The claims of the application that applies, by their place; each line's once.
  static func all(in data: CommunityData) -> [ConfirmedClaim] {
    guard let application = data.application else { return [] }
    let lists = data.comparedClaims().filter(\.agrees).map {
      Self(text: $0.words, claim: $0.claim.location, fact: $0.fact, criterion: $0.claim.criterion)
    }
    let addresses = data.reportAddresses(in: application).compactMap { said in
      said.fact.map {
        Self(text: "reports to \(said.address)", claim: said.claim, fact: $0, criterion: said.criterion)
      }
    }
    let all = lists + committees(data) + badges(of: application, data) + addresses
    return all.filter { $0.claim.path == application.path && $0.fact != $0.claim }
      .uniqued { "\($0.text) \($0.claim.line)" }.sorted { $0.claim < $1.claim }
  }

  /// People named with their organizations, as one list has all of them.
  private static func committees(_ data: CommunityData) -> [ConfirmedClaim] {
    data.namedGroups.compactMap { group in
      let isSame = group.people.allSatisfy { named in
        named.row?.organization.map { data.areSame($0, named.organization) } ?? false
      }
      guard isSame else { return nil }
      let criterion = data.application?.criterion(at: group.location.line)
      return Self(
        text: "\(Rows.list(group.people.map(\.name))) with their organizations", claim: group.location,
        fact: group.first, criterion: criterion)
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
    guard url.holds("bestpractices."), let range = url.firstRange(ofBytes: "/projects/") else { return nil }
    let number = url[range.upperBound...].prefix { $0.isASCII && $0.isNumber }
    return number.isEmpty ? nil : String(number)
  }
}

extension SourceDocument {
  /// The criterion in whose evidence a line stands.
  fileprivate func criterion(at line: Int) -> CriterionID? {
    facts.items.last { $0.criterion != nil && $0.evidenceLines?.contains(line) == true }?.criterion
  }
}
