public import StructuredData

/// A commit of a repository's main line.
public struct Commit: Sendable, Hashable {
  /// Its id, hexadecimal.
  public var id: String
  /// The day it was committed, in UTC.
  public var date: CalendarDate
}

/// What a repository's past tells, up to the day of assessment: the main line (first parents) of the commit that is
/// checked out.
public struct RepositoryHistory: Sendable, Hashable {
  /// The newest commit.
  var head: Commit
  /// The commits that changed each document, newest first, by path relative to the source.
  var changes: [String: [Commit]] = [:]
  /// Tags that name versions, by day.
  var tags: [Release] = []
  /// The day each line of the applications was last changed, by path relative to the source and 1-based line.
  var lineDays: [String: [Int: CalendarDate]] = [:]
  /// Who wrote and reviewed what; nil when it could not be told.
  public var activity: RepositoryActivity?
  /// Whether every document that is tracked is in the working tree.
  public var isWhole = false
}

/// The versions of a community's list of maintainers, or of its lists of adopters, read by the readers that read them
/// today.
public struct ListHistory: Sendable, Hashable {
  /// One version.
  public struct Version: Sendable, Hashable {
    /// The commit that made it.
    public var commit: Commit
    /// Maintainers who acted then, each person once; places name the commit.
    public var maintainers: [Person] = []
    /// Adopters listed then.
    public var adopters: [Adopter] = []
  }

  /// Versions, oldest first.
  public var versions: [Version]
  /// Whether the first version is the one that made the list: nothing earlier is left out.
  public var isComplete: Bool = true

  /// The day of the version since which somebody is listed; nil where no earlier version is without them.
  func day(of person: Person) -> CalendarDate? {
    let (account, name) = (person.handle.map { NameFolding.handle($0) }, NameFolding.name(person.name))
    let isThere = versions.map { version in
      version.maintainers.contains { other in
        account != nil && other.handle.map { NameFolding.handle($0) } == account
          || !name.isEmpty && NameFolding.name(other.name) == name
      }
    }
    guard let before = isThere.lastIndex(of: false), before + 1 < versions.count else { return nil }
    return versions[before + 1].commit.date
  }
}

extension Community {
  /// The commits that changed a document, newest first; empty when no history tells.
  public func changes(of path: String) -> [Commit] { repository(of: path)?.history?.changes[path] ?? [] }

  /// The day a line of an application was last changed; nil when no history tells.
  public func day(ofLine line: Int, of path: String) -> CalendarDate? {
    repository(of: path)?.history?.lineDays[path]?[line]
  }

  /// Whether any of its repositories has a history.
  public var hasHistory: Bool { repositories.contains { $0.history != nil } }
}
