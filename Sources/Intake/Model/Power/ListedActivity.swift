import Diagnostics
public import StructuredData

/// Listed people held against what the given repositories show of them. It never compares one person with another.
public struct ListedActivity: Sendable, Hashable {
  /// One listed person.
  public struct Entry: Sendable, Hashable {
    /// The row.
    public let person: Person
    /// The last day on which a commit names them; nil when none does.
    public let last: CalendarDate?
    /// Reviews and merges of the year up to the day of assessment that name them: for sums of organizations alone.
    let recentReviews: Int
  }

  /// Those listed, in the order of the list.
  public let entries: [Entry]
  /// The day of the last commit that is here: nobody can be seen behind it.
  private let until: CalendarDate?
  /// Reviews and merges of the year up to the day of assessment that commits show, by whomever.
  public let recentReviews: Int
  private let history: ListHistory?

  /// Nil where a repository of the community has no whole history here, or where none but those of its rules and lists
  /// is: then nobody can be told to be inactive. Work on code shows only where code is.
  init?(_ people: [Person], in community: Community) {
    let repositories = community.repositories.filter { !$0.isAbsent }
    let activities = repositories.compactMap { $0.history?.activity }
    guard !repositories.isEmpty, activities.count == repositories.count,
      activities.count == community.repositories.count, !repositories.allSatisfy(community.isAboutGovernance)
    else { return nil }
    let groups = ActivityGroups(activities.flatMap(\.authors))
    entries = people.map { person in
      let own = groups.activities(of: person)
      return Entry(
        person: person, last: own.compactMap(\.last).max(), recentReviews: own.reduce(0) { $0 + $1.recentReviews })
    }
    history = community.maintainerHistory
    recentReviews = groups.authors.reduce(0) { $0 + $1.recentReviews }
    until = repositories.compactMap { $0.history?.head.date }.max()
  }

  /// Listed people whom no commit names in a number of months before a day, or before the last commit that is here.
  /// Somebody whom no commit ever names is left out: their work may be elsewhere, or under a name that the list does not
  /// give. So is who was taken into the list in that time: those who did it knew what the commits do not show.
  public func absent(for months: Int, before day: CalendarDate) -> [Entry] {
    let end = until.map { min($0, day) } ?? day
    func isLongAgo(_ day: CalendarDate) -> Bool { day.days(to: end) > months * 31 }
    return entries.filter { entry in
      entry.last.map(isLongAgo) ?? false && history?.day(of: entry.person).map(isLongAgo) ?? true
    }
  }

  /// Reviews and merges of the year up to the day of assessment by people of an organization who are listed.
  public func recentReviews(of people: [Person]) -> Int {
    entries.filter { people.contains($0.person) }.reduce(0) { $0 + $1.recentReviews }
  }
}

/// The community's own rule on inactivity held against the commits of its repositories.
public struct InactiveMaintainers: Sendable, Hashable {
  /// The rule; of several the one that allows most.
  public let rule: InactivityRule
  /// After how many months somebody counts as inactive by it.
  public let months: Int
  /// Maintainers for whom that holds, in the order of the list.
  public let people: [ListedActivity.Entry]

  init?(_ rule: InactivityRule?, _ activity: ListedActivity?, asOf: CalendarDate) {
    guard let rule, let months = rule.months, let activity else { return nil }
    self.rule = rule
    self.months = months
    people = activity.absent(for: months, before: asOf)
  }
}

/// Names and addresses that are one person: they share an address, an account of the forge, or a full name.
private struct ActivityGroups {
  private var byAccount: [String: Set<Int>] = [:]
  private var byAddress: [String: Set<Int>] = [:]
  private var byName: [[Substring]: Set<Int>] = [:]
  let authors: [AuthorActivity]

  init(_ authors: [AuthorActivity]) {
    self.authors = authors
    for (index, author) in authors.enumerated() {
      if let account = author.account { byAccount[NameFolding.handle(account), default: []].insert(index) }
      byAddress[author.address, default: []].insert(index)
      // A single word ("Alex") is shared by many people.
      if let name = Self.fullName(author.name) {
        byName[name, default: []].insert(index)
      } else if !author.name.isEmpty {
        byAccount[NameFolding.handle(author.name), default: []].insert(index)
      }
    }
  }

  /// The words of a name in one order, as files put the family name first or last; nil for a single word.
  private static func fullName(_ text: String) -> [Substring]? {
    let words = NameFolding.name(text).split(separator: " ")
    return words.count > 1 ? words.sorted { $0.precedes($1) } : nil
  }

  /// All that is surely the person's.
  func activities(of person: Person) -> [AuthorActivity] {
    var found: Set<Int> = []
    if let handle = person.handle { found.formUnion(byAccount[NameFolding.handle(handle)] ?? []) }
    if let name = Self.fullName(person.name) { found.formUnion(byName[name] ?? []) }
    for word in person.location.excerpt.split(whereSeparator: { " <>()|,;[]".contains($0) }) where word.holds("@") {
      found.formUnion(byAddress[word.lowercased()] ?? [])
    }
    // What shares an address with them is theirs, too, under another spelling of the name.
    for index in found where !authors[index].address.isEmpty {
      found.formUnion(byAddress[authors[index].address] ?? [])
    }
    return found.sorted().map { authors[$0] }
  }
}
