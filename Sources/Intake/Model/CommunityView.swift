import Diagnostics
public import StructuredData

/// What a community's files and histories say together on a day: people, employers, releases, and how many there are of
/// what. Checks, reports and pages ask it, and join and count nothing themselves.
public struct CommunityView: Sendable, Hashable {
  /// Active maintainers by employer.
  public let employers: Employers
  /// Everybody whom an own document names, each once with all rows about them: those who act today first, then by name.
  public let people: [Identity]
  /// Releases by day, each once: of tags, of records and of schedules.
  public let releases: [CommunityRelease]
  /// Who can decide: rules of decision held against the lists of those who vote.
  public let power: CommunityPower
  /// Active maintainers held against what the repositories show of them; nil where a history is not known.
  public let listedActivity: ListedActivity?
  /// Maintainers whom the community's own rule counts as inactive; nil without such a rule, or without whole histories.
  public let inactive: InactiveMaintainers?
  /// Adopters by type as written.
  public let adopterTypes: [Tally]
  /// Adopters by the year they name, from the first year to the last.
  public let adopterYears: [Tally]
  private let employerIdentities: Set<String>
  private let names: OrganizationNames

  /// The view of a day; of later days history tells nothing.
  public init(_ community: Community, asOf: CalendarDate) {
    names = community.organizations
    employers = Employers(community.maintainers.compactMap(\.joined), names: names)
    employerIdentities = Set(employers.organizations.map { [names] in names.identity(of: $0.name) })
    people = Self.people(of: community)
    power = CommunityPower(community, asOf: asOf)
    listedActivity = ListedActivity(community.maintainers.compactMap(\.joined), in: community)
    inactive = InactiveMaintainers(power.maintainerInactivity, listedActivity, asOf: asOf)
    releases = community.releases(asOf: asOf)
    adopterTypes = Tally.of(community.adopters.map(\.type))
    adopterYears = Tally.years(community.adopters.compactMap(\.year))
  }

  /// Whether an organization employs an active maintainer: one of that name, or one whose product it is.
  ///
  /// `Acme's Rocket` is Acme's. `Blue Bank Vault` begins with a name of two words that is no common one, `Acme Rocket`
  /// with a word that may be anybody's: it is Acme's where its site, `url`, is. A site may also have the whole name,
  /// `acme.tech` that of AcmeTech.
  public func employsMaintainers(_ organization: String, at url: String? = nil) -> Bool {
    if employerIdentities.contains(names.identity(of: organization)) { return true }
    guard !employerIdentities.isEmpty else { return false }
    let labels = url.map(Self.labels) ?? []
    if labels.count > 1, employerIdentities.contains(labels.joined()) { return true }
    let words = organization.split(separator: " ")
    return words.indices.dropFirst().contains { end in
      let owner = words[..<end].joined(separator: " ")
      if let name = Self.withoutGenitive(owner) { return employerIdentities.contains(names.identity(of: name)) }
      let identity = names.identity(of: owner)
      return employerIdentities.contains(identity) && (end > 1 || labels.dropLast().contains(identity))
    }
  }

  /// `Acme` of `Acme's`; nil for any other text.
  private static func withoutGenitive(_ text: String) -> String? {
    for ending in ["'s", "\u{2019}s"] where text.hasSuffix(ending) { return String(text.dropLast(2)) }
    return nil
  }

  /// The labels of an address' host, `www` left out.
  private static func labels(of url: String) -> [String] {
    guard let scheme = url.firstRange(ofBytes: "://") else { return [] }
    let host = url[scheme.upperBound...].prefix { !"/?#:".contains($0) }
    return host.lowercased().split(separator: ".").map(String.init).filter { $0 != "www" }
  }

  /// Rows about people and leads of groups, joined into persons.
  private static func people(of community: Community) -> [Identity] {
    var graph = IdentityGraph(organizations: community.organizations)
    for document in community.ownDocuments {
      for person in document.facts.people + document.facts.groups.flatMap(\.leadRows)
      where !person.name.isEmpty || person.handle?.isEmpty == false {
        graph.add(person)
      }
    }
    let keyed = graph.identities.map { (isActive: $0.isActive, key: $0.name.lowercased(), identity: $0) }
    return keyed.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      if x.isActive != y.isActive { return x.isActive }
      return x.key == y.key ? a.offset < b.offset : x.key.precedes(y.key)
    }.map(\.element.identity)
  }
}

extension Identity {
  /// Whether a row gives the person a role today.
  public var isActive: Bool { listings.contains { $0.status == .active } }
}

extension Group {
  /// Leads of the group and of its subprojects as rows about people: the role says what they lead.
  fileprivate var leadRows: [Person] {
    func rows(_ leads: [Lead], _ place: String) -> [Person] {
      leads.map { lead in
        Person(
          name: lead.name, handle: lead.handle, organization: lead.organization,
          status: lead.role.hasPrefix("emeritus") ? .emeritus : .active, role: "\(lead.role), \(place)",
          location: lead.location)
      }
    }
    return rows(leads, name) + subprojects.flatMap { rows($0.leads, $0.name) }
  }
}

/// How many rows have one value.
public struct Tally: Sendable, Hashable {
  /// The value.
  public let name: String
  /// How many have it.
  public let count: Int

  /// How many rows have each value, most first, then by name; rows without one count under "not stated".
  public static func of(_ values: [String?]) -> [Tally] {
    var counts: [String: Int] = [:]
    for value in values { counts[value.flatMap { $0.isEmpty ? nil : $0 } ?? "not stated", default: 0] += 1 }
    return counts.map { Tally(name: $0.key, count: $0.value) }.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.name.precedes($1.name)
    }
  }

  /// How many there are of each year, years without any among them; none where they are too far apart to be years.
  static func years(_ years: [Int]) -> [Tally] {
    guard let first = years.min(), let last = years.max(), last - first < 60 else { return [] }
    return (first...last).map { year in Tally(name: String(year), count: years.count { $0 == year }) }
  }
}

extension Adopter {
  /// The first number of four digits in `since` that can be a year.
  public var year: Int? {
    since?.split { !$0.isASCII || !$0.isNumber }.lazy.compactMap { $0.utf8.count == 4 ? Int($0) : nil }
      .first { (1990...2100).contains($0) }
  }
}
