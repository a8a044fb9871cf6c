import Assess
import Diagnostics
import Intake
import Markdown
import Templates

/// People, their organizations, and adopters, as templates see them.
struct PeopleValues: Sendable {
  private static let roleShape = RecordShape(keys: ["role", "status", "organization", "domain", "place"])
  private static let personShape = RecordShape(keys: ["name", "handle", "organization", "is_active", "roles"])
  private static let organizationShape = RecordShape(keys: ["name", "count", "share", "before", "people"])
  private static let memberShape = RecordShape(keys: ["name", "place"])
  private static let adopterShape = RecordShape(keys: [
    "name", "type", "since", "year", "level", "url", "use_case", "place",
  ])
  private static let countShape = RecordShape(keys: ["name", "count"])

  let places: PlaceValues

  /// Active maintainers by organization, most first: `name`, `count`, `share` in percent, `before` (percent of those
  /// listed before it, for a stacked bar), `people`.
  func organizations(_ maintainers: [Identity], of community: Community) -> Value {
    var groups: [(name: String, people: [Identity])] = []
    for person in maintainers {
      let name = person.organization ?? ""
      let identity = community.organizations.identity(of: name)
      if let at = groups.firstIndex(where: { community.organizations.identity(of: $0.name) == identity }) {
        groups[at].people.append(person)
      } else {
        groups.append((name, [person]))
      }
    }
    groups.sort { a, b in
      a.people.count != b.people.count
        ? a.people.count > b.people.count : a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
    }
    let total = max(1, maintainers.count)
    var before = 0
    return .list(
      groups.map { group in
        defer { before += group.people.count }
        let people = group.people.map { person in
          Value.record(
            Self.memberShape, [.string(person.name), person.listings.first.map { places.value($0.location) } ?? .none])
        }
        let share = (group.people.count * 200 + total) / (2 * total)
        return .record(
          Self.organizationShape,
          [
            .string(group.name), .int(group.people.count), .int(share), .double(Double(before * 100) / Double(total)),
            .list(people),
          ])
      })
  }

  /// Everybody named in any file, each once, with the roles and where they stand; active people first, then by name.
  func people(of community: Community) -> Value {
    struct Entry {
      var name: String
      var handle: String?
      var organization: String?
      var isActive = false
      var roles: [Value] = []
    }
    var entries: [Entry] = []
    var byKey: [String: Int] = [:]
    func add(
      _ name: String, _ handle: String?, _ organization: String?, role: String, status: String, domain: String?,
      _ location: Location
    ) {
      let keys = [handle.map { "@" + $0.lowercased() }, name.isEmpty ? nil : name.lowercased()].compactMap(\.self)
      guard !keys.isEmpty else { return }
      let at: Int
      if let known = keys.lazy.compactMap({ byKey[$0] }).first {
        at = known
      } else {
        at = entries.count
        entries.append(Entry(name: name, handle: handle))
      }
      for key in keys where byKey[key] == nil { byKey[key] = at }
      if entries[at].name.isEmpty { entries[at].name = name }
      if entries[at].handle == nil { entries[at].handle = handle }
      if entries[at].organization == nil {
        entries[at].organization = organization.map { community.organizations.name(for: $0) }
      }
      if status == "active" { entries[at].isActive = true }
      entries[at].roles.append(
        .record(
          Self.roleShape,
          [.string(role), .string(status), .optional(organization), .optional(domain), places.value(location)]))
    }
    for document in community.ownDocuments {
      for person in document.facts.people {
        add(
          person.name, person.handle, person.organization, role: person.role, status: person.status.rawValue,
          domain: person.domain, person.location)
      }
      for group in document.facts.groups {
        for (lead, place) in group.allLeads {
          let status = lead.role.hasPrefix("emeritus") ? "emeritus" : "active"
          add(
            lead.name, lead.handle, lead.organization, role: "\(lead.role), \(place)", status: status, domain: nil,
            lead.location)
        }
      }
    }
    let sorted = entries.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      if x.isActive != y.isActive { return x.isActive }
      let (p, q) = (Self.sortKey(x.name, x.handle), Self.sortKey(y.name, y.handle))
      return p == q ? a.offset < b.offset : p.utf8.lexicographicallyPrecedes(q.utf8)
    }
    return .list(
      sorted.map(\.element).map {
        .record(
          Self.personShape,
          [
            .string($0.name), .optional($0.handle), .optional($0.organization), .bool($0.isActive), .list($0.roles),
          ])
      })
  }

  private static func sortKey(_ name: String, _ handle: String?) -> String {
    (name.isEmpty ? handle ?? "" : name).lowercased()
  }

  func adopter(_ adopter: Adopter) -> Value {
    .record(
      Self.adopterShape,
      [
        .string(adopter.name), .optional(adopter.type), .optional(adopter.since),
        .optional(adopter.since.flatMap(Self.year)), .optional(adopter.level),
        .optional(adopter.url.flatMap(LinkTarget.safeAddress)),
        .optional(adopter.useCase), places.value(adopter.location),
      ])
  }

  /// How many rows have each value of a column, most first; rows without one count under "not said".
  static func counts(_ values: [String?]) -> Value {
    var counts: [(name: String, count: Int)] = []
    for value in values {
      let name = value.flatMap { $0.isEmpty ? nil : $0 } ?? "not said"
      if let at = counts.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
        counts[at].count += 1
      } else {
        counts.append((name, 1))
      }
    }
    counts.sort { $0.count != $1.count ? $0.count > $1.count : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    return .list(counts.map { .record(Self.countShape, [.string($0.name), .int($0.count)]) })
  }

  /// How many rows name each year, from the first to the last year named; years without a row count nothing.
  static func years(_ dates: [String?]) -> Value {
    let years = dates.compactMap { $0.flatMap(year) }
    guard let first = years.min(), let last = years.max(), last - first < 60 else { return .list([]) }
    return .list(
      (first...last).map { year in
        .record(countShape, [.string(String(year)), .int(years.reduce(0) { $1 == year ? $0 + 1 : $0 })])
      })
  }

  /// The first number of four digits that can be a year.
  private static func year(_ text: String) -> Int? {
    text.split { !$0.isASCII || !$0.isNumber }.lazy.compactMap { $0.utf8.count == 4 ? Int($0) : nil }
      .first { (1990...2100).contains($0) }
  }
}

extension Group {
  /// Leads of the group and of its subprojects, each with the name of what they lead.
  var allLeads: [(lead: Lead, place: String)] {
    leads.map { ($0, name) } + subprojects.flatMap { subproject in subproject.leads.map { ($0, subproject.name) } }
  }
}
