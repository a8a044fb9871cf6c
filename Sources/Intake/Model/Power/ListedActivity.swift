public import StructuredData

/// Listed people held against what the given repositories show of them. It never compares one person with another.
public struct ListedActivity: Sendable, Hashable {
  /// One listed person.
  public struct Entry: Sendable, Hashable {
    /// The row.
    public let person: Person
    /// The last day on which a commit names them; nil when none does.
    public let last: CalendarDate?
  }

  /// Those listed, in the order of the list.
  public let entries: [Entry]
  /// The first day that all given histories reach back to.
  public let since: CalendarDate?

  /// Nil where a repository of the community has no whole history here: then nobody can be told to be inactive.
  init?(_ people: [Person], in community: Community, asOf: CalendarDate) {
    let repositories = community.repositories.filter { !$0.isAbsent }
    let activities = repositories.compactMap { $0.history?.activity }
    guard !repositories.isEmpty, activities.count == repositories.count,
      activities.count == community.repositories.count
    else { return nil }
    let groups = ActivityGroups(activities.flatMap(\.authors))
    entries = people.map { Entry(person: $0, last: groups.last(of: $0)) }
    since = activities.compactMap(\.first).max()
  }

  /// Listed people whom no commit names in a number of months before a day. Somebody whom no commit ever names is left
  /// out: their work may be elsewhere, or under a name that the list does not give.
  public func absent(for months: Int, before day: CalendarDate) -> [Entry] {
    entries.filter { entry in entry.last.map { $0.days(to: day) > months * 31 } ?? false }
  }

  /// Listed people whom no commit names at all.
  public var unseen: [Entry] { entries.filter { $0.last == nil } }
}

/// Names and addresses that are one person: they share an address, an account of the forge, or a full name.
private struct ActivityGroups {
  private var byAccount: [String: Set<Int>] = [:]
  private var byAddress: [String: Set<Int>] = [:]
  private var byName: [String: Set<Int>] = [:]
  private let authors: [AuthorActivity]

  init(_ authors: [AuthorActivity]) {
    self.authors = authors
    for (index, author) in authors.enumerated() {
      if let account = author.account { byAccount[NameFolding.handle(account), default: []].insert(index) }
      byAddress[author.address, default: []].insert(index)
      let name = NameFolding.name(author.name)
      // A single word ("Alex") is shared by many people.
      if name.utf8.contains(UInt8(ascii: " ")) {
        byName[name, default: []].insert(index)
      } else if !name.isEmpty {
        byAccount[NameFolding.handle(author.name), default: []].insert(index)
      }
    }
  }

  /// The last day on which anything that is surely the person's was done.
  func last(of person: Person) -> CalendarDate? {
    var found: Set<Int> = []
    if let handle = person.handle { found.formUnion(byAccount[NameFolding.handle(handle)] ?? []) }
    let name = NameFolding.name(person.name)
    if name.utf8.contains(UInt8(ascii: " ")) { found.formUnion(byName[name] ?? []) }
    for word in person.location.excerpt.split(whereSeparator: { " <>()|,;[]".contains($0) }) where word.contains("@") {
      found.formUnion(byAddress[word.lowercased()] ?? [])
    }
    // What shares an address with them is theirs, too, under another spelling of the name.
    for index in found where !authors[index].address.isEmpty {
      found.formUnion(byAddress[authors[index].address] ?? [])
    }
    return found.compactMap { authors[$0].last }.max()
  }
}
