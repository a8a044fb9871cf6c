/// One person of a community, whatever number of rows name them.
public struct Identity: Sendable, Hashable {
  /// Name as first written; the account when no row gives a name.
  public var name: String
  /// Account as first written, without `@`.
  public var handle: String?
  /// Organization, in the spelling of the community's table.
  public var organization: String?
  /// Domain of responsibility as first written.
  var domain: String?
  /// The rows that name them, the deciding one first.
  public var listings: [Person]

  /// The deciding row, completed by what the others say: one joined row a person.
  public var joined: Person? {
    guard var person = listings.first else { return nil }
    person.name = name
    person.handle = handle
    person.organization = organization
    person.domain = domain
    return person
  }

  /// The same person in any file: the account without regard to case, else the name without case and accents.
  public var id: String { handle.map { "@" + NameFolding.handle($0) } ?? NameFolding.name(name) }
}

/// Joins rows into persons: one account is one person; rows of one name are one person unless their accounts differ. An
/// account that is somebody's whole name, `AnnExample`, is theirs where neither row gives both.
struct IdentityGraph {
  private(set) var identities: [Identity] = []
  private var byHandle: [String: Int] = [:]
  private var byName: [String: Int] = [:]
  /// Persons of whom either the account or the name is known, by its letters.
  private var byLetters: [String: Int] = [:]
  private let organizations: OrganizationNames

  init(organizations: OrganizationNames) { self.organizations = organizations }

  /// Adds a row, to the person it names or as a new one.
  mutating func add(_ person: Person) {
    if let index = index(of: person) {
      identities[index].listings.append(person)
      fill(index, from: person)
    } else {
      identities.append(Identity(name: "", listings: [person]))
      fill(identities.count - 1, from: person)
    }
  }

  /// Takes what is still missing of the persons known from another file's row, and adds nobody.
  mutating func complete(from person: Person) {
    if let index = index(of: person) { fill(index, from: person) }
  }

  /// Whether a row names somebody known.
  func knows(_ person: Person) -> Bool { index(of: person) != nil }

  private func index(of person: Person) -> Int? {
    let handle = person.handle.map(NameFolding.handle)
    if let handle, let index = byHandle[handle] { return index }
    let name = NameFolding.name(person.name)
    guard !name.isEmpty, let index = byName[name] else { return half(of: person) }
    return handle == nil || identities[index].handle == nil ? index : nil
  }

  /// The person of whom only the account is known where a row has only the name that it is made of, or the other way
  /// round.
  private func half(of person: Person) -> Int? {
    guard let letters = Self.halfLetters(person.name, person.handle), let index = byLetters[letters] else { return nil }
    let known = identities[index]
    let isAccount = known.handle != nil && known.name == known.handle
    return person.handle == nil ? (isAccount ? index : nil) : known.handle == nil ? index : nil
  }

  /// The letters of an account or of a name of two words or more, where the other is not known.
  private static func halfLetters(_ name: String, _ handle: String?) -> String? {
    guard let handle else { return name.holds(" ") ? letters(name) : nil }
    return name.isEmpty || name == handle ? letters(handle) : nil
  }

  private static func letters(_ text: String) -> String { NameFolding.name(text).filter(\.isLetter) }

  private mutating func fill(_ index: Int, from person: Person) {
    var identity = identities[index]
    if identity.name.isEmpty || identity.name == identity.handle, !person.name.isEmpty { identity.name = person.name }
    if identity.handle == nil { identity.handle = person.handle }
    if identity.name.isEmpty { identity.name = identity.handle ?? "" }
    if identity.organization == nil, let organization = person.organization, !organization.isEmpty {
      identity.organization = organizations.name(for: organization)
    }
    if identity.domain == nil { identity.domain = person.domain }
    identities[index] = identity
    if let letters = Self.halfLetters(identity.name, identity.handle), byLetters[letters] == nil {
      byLetters[letters] = index
    }
    if let handle = identity.handle { byHandle[NameFolding.handle(handle)] = index }
    let name = NameFolding.name(identity.name)
    if !name.isEmpty, byName[name] == nil { byName[name] = index }
  }
}
