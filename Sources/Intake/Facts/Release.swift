public import Diagnostics
public import StructuredData

/// A release with its day, as one document or tag names it.
public struct Release: Sendable, Hashable {
  /// What names it.
  public enum Source: String, Sendable, Hashable, CaseIterable {
    /// A tag of the repository's history.
    case tag
    /// A changelog or a table of releases: an entry made when the release came out.
    case record
    /// A schedule: the day somebody meant to release.
    case plan
  }

  /// Its version as written (`v1.2.0-rc.1`).
  public var name: String
  /// Its day.
  public var date: CalendarDate
  /// What names it.
  public var source: Source
  /// Who releases, where a schedule says so.
  var by: String?
  /// Its line, or the tag.
  public var location: Location

  /// Whether its name says that it is a preview of another one (`v1.2.0-rc.1`).
  public var isPrerelease: Bool { VersionName(name, isNamed: true)?.isPrerelease ?? false }
}
