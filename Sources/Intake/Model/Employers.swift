import Words

/// People by employer. Somebody without an employer, or whose row names none, works for no organization, and is counted
/// apart.
public struct Employers: Sendable, Hashable {
  /// An organization with its people.
  public struct Organization: Sendable, Hashable {
    /// Its name, in the spelling of the community's table.
    public var name: String
    /// Its people, in the order of the list.
    public var people: [Person]
    /// Whether all spell it alike but for its legal form: `Acme` and `Acme Labs` are one here, and may be two.
    public var isCertain = true
  }

  /// Distinct organizations, the largest first, then in the order of the list.
  public let organizations: [Organization]
  /// People who say that they have no employer.
  public let independents: [Person]
  /// People whose employer is not given.
  public let unstated: [Person]

  /// Sorts people by employer.
  public init(_ people: [Person], names: OrganizationNames) {
    var order: [String] = []
    var members: [String: [Person]] = [:]
    var independents: [Person] = []
    var unstated: [Person] = []
    for person in people {
      switch Employment(person.organization ?? "") {
      case .independent: independents.append(person)
      case .notStated: unstated.append(person)
      case .organization(let name):
        let identity = names.identity(of: name)
        if members[identity] == nil { order.append(identity) }
        members[identity, default: []].append(person)
      }
    }
    organizations = order.map { identity in
      let people = members[identity] ?? []
      let spellings = Set(people.map { names.strictIdentity(of: $0.organization ?? "") })
      return Organization(
        name: names.name(for: people.first?.organization ?? identity), people: people, isCertain: spellings.count == 1)
    }.enumerated().sorted {
      ($1.element.people.count, $0.offset) < ($0.element.people.count, $1.offset)
    }.map(\.element)
    self.independents = independents
    self.unstated = unstated
  }
}

/// What a cell for the employer says.
public enum Employment: Sendable, Hashable {
  case organization(String)
  /// There is none.
  case independent
  /// The cell is empty, or as good as empty.
  case notStated

  /// Reads a cell.
  public init(_ cell: String) {
    let letters = NameFolding.project(cell)
    if letters.isEmpty || Lexicon.organizations.unstated.contains(letters) {
      self = .notStated
    } else if Lexicon.organizations.independentOpenings.contains(where: letters.hasPrefix)
      || Lexicon.organizations.independent.contains(letters)
    {
      self = .independent
    } else {
      self = .organization(cell)
    }
  }
}
