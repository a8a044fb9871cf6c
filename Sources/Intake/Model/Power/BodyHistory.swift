public import Power
public import StructuredData

/// Who voted in a body over time, as the versions of the file that lists them show it.
public struct BodyHistory: Sendable, Hashable {
  /// One version of the list.
  public struct Version: Sendable, Hashable {
    /// The commit that made it.
    public let commit: Commit
    /// Who voted then; nil where the file listed nobody, or could not be read.
    public let voters: BodyVoters?
  }

  /// A quarter of a year in which the list changed, and the list at its end.
  public struct Quarter: Sendable, Hashable {
    /// `2026 Q3`.
    public let name: String
    /// The last version of the quarter.
    public let version: Version
    /// How many people of each organization were added; the name is empty for people without a stated one.
    public let joined: [Electorate.Bloc]
    /// How many people of each organization were taken out.
    public let left: [Electorate.Bloc]

    /// The organization with most voters at the end of the quarter.
    public var top: Electorate.Bloc? { version.voters?.electorate.blocs.first }
    /// Everybody who voted at the end of the quarter.
    public var size: Int { version.voters?.electorate.size ?? 0 }
  }

  /// Versions, oldest first.
  let versions: [Version]
  /// Whether the first version is the one that made the list: nothing earlier is left out.
  public let isComplete: Bool

  /// The list as it was at the end of a day; nil before its first version.
  public func version(on day: CalendarDate) -> Version? { versions.last { $0.commit.date <= day } }

  /// Quarters in which somebody came or went or the shares changed, oldest first; the first is that of the first list.
  public var quarters: [Quarter] {
    var result: [Quarter] = []
    var before: Version?
    let listed = versions.filter { $0.voters != nil }
    for (index, version) in listed.enumerated() {
      let name = version.commit.date.quarter
      guard index + 1 == listed.count || listed[index + 1].commit.date.quarter != name else { continue }
      let (old, new) = (before?.voters, version.voters)
      let changes = (joined: Self.added(from: old, to: new), left: Self.added(from: new, to: old))
      guard before == nil || old?.electorate != new?.electorate || !changes.joined.isEmpty || !changes.left.isEmpty
      else {
        continue
      }
      result.append(
        Quarter(
          name: name, version: version, joined: before == nil ? [] : changes.joined,
          left: before == nil ? [] : changes.left))
      before = version
    }
    return result
  }

  /// People of one list who are not in another, by organization: the largest number first.
  private static func added(from old: BodyVoters?, to new: BodyVoters?) -> [Electorate.Bloc] {
    guard let new else { return [] }
    let known = (old?.people ?? []).map(PersonKey.init)
    func count(_ people: [Person]) -> Int { people.count { !known.contains(where: PersonKey($0).isSame) } }
    return Electorate(
      new.employers.organizations.map { Electorate.Bloc($0.name, count($0.people)) }
        + [Electorate.Bloc("", count(new.employers.independents + new.employers.unstated))]
    ).blocs
  }
}

extension CalendarDate {
  /// `2026 Q3`.
  var quarter: String { "\(year) Q\((month + 2) / 3)" }
}
