public import Power
import StructuredData

/// The people who vote in a body, from the list that names them.
public struct BodyVoters: Sendable, Hashable {
  /// Those who vote, in the order of the list.
  public let people: [Person]
  /// Listed people of whom the list says that they have no vote.
  public let withoutVote: [Person]
  /// Listed people who do not count, as their terms have ended.
  public let ended: [Person]
  /// Their employers.
  public let employers: Employers
  /// The same as it is counted. Organizations with the largest number of voters come first.
  public let electorate: Electorate

  /// The voters among the people of a list; nil when it lists nobody who votes.
  ///
  /// Somebody who is listed for two terms votes once. Whose term has ended votes no more, as long as the list names
  /// anybody who still does.
  init?(_ listed: [Person], names: OrganizationNames, asOf: CalendarDate?) {
    var acting: [Person] = []
    let isOver = { (person: Person) in person.termEnd.flatMap { end in asOf.map { end < $0 } } == true }
    let current = listed.filter { !isOver($0) }
    for person in current.isEmpty ? listed : current
    where person.status != .emeritus && !acting.contains(where: { $0.isSame(as: person) }) {
      acting.append(person)
    }
    let withoutVote = acting.filter(\.isWithoutVote)
    let ended =
      current.isEmpty
      ? []
      : listed.filter { person in
        isOver(person) && person.status != .emeritus && !acting.contains { $0.isSame(as: person) }
      }
    self.init(
      voting: acting.filter { !withoutVote.contains($0) }, withoutVote: withoutVote, ended: ended, names: names)
  }

  private init?(
    voting people: [Person], withoutVote: [Person] = [], ended: [Person] = [], names: OrganizationNames
  ) {
    (self.people, self.withoutVote, self.ended) = (people, withoutVote, ended)
    guard !people.isEmpty else { return nil }
    employers = Employers(people, names: names)
    electorate = Electorate(
      employers.organizations.map { Electorate.Bloc($0.name, $0.people.count) },
      independents: employers.independents.count, unknown: employers.unstated.count)
  }

  /// Whether the list names an organization for anybody, without which nothing can be counted.
  public var namesOrganizations: Bool { !electorate.blocs.isEmpty || electorate.independents > 0 }

  /// How many voters an organization has.
  public func count(of organization: String) -> Int {
    electorate.blocs.first { $0.name == organization }?.people ?? 0
  }

  /// The people of an organization.
  public func people(of organization: String) -> [Person] {
    employers.organizations.first { $0.name == organization }?.people ?? []
  }

  /// The voters after something supposed; nil when nobody is left.
  func after(_ event: PowerEvent, names: OrganizationNames) -> BodyVoters? {
    switch event {
    case .leaves(let name):
      return BodyVoters(voting: people.filter { !names.areSame($0.organization ?? "", name) }, names: names)
    case .joins(let name, let owner):
      let owned = people.first { names.areSame($0.organization ?? "", owner) }?.organization ?? owner
      return BodyVoters(
        voting: people.map { person in
          guard names.areSame(person.organization ?? "", name) else { return person }
          var person = person
          person.organization = owned
          return person
        }, names: names)
    case .withoutInactive(let absent):
      return BodyVoters(
        voting: people.filter { person in !absent.contains { $0.isSame(as: person) } }, names: names)
    }
  }
}

/// Something supposed, after which power is counted again.
public enum PowerEvent: Sendable, Hashable {
  /// All people of an organization leave.
  case leaves(String)
  /// An organization becomes part of another.
  case joins(String, owner: String)
  /// These people no longer count.
  case withoutInactive([Person])
}

extension Person {
  /// Whether their row says that they do not vote: "(non voting)".
  fileprivate var isWithoutVote: Bool {
    let words = NameFolding.name("\(location.excerpt) \(role)")
    return DecisionLexicon.withoutVote.contains { words.holds($0) }
  }

  /// Whether two rows name one person: by their accounts, where both have one.
  fileprivate func isSame(as other: Person) -> Bool {
    if let a = handle, let b = other.handle { return NameFolding.handle(a) == NameFolding.handle(b) }
    return !name.isEmpty && NameFolding.name(name) == NameFolding.name(other.name)
  }
}
