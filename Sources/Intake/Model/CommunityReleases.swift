import StructuredData

/// A release of a community, told by all its documents and tags together.
public struct CommunityRelease: Sendable, Hashable {
  /// Whether it came out.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// A tag or a record of the day or before shows it.
    case done
    /// Its day is still to come.
    case planned
    /// A schedule's day has passed, and nothing here shows that it came out.
    case scheduled
  }

  /// The release as its best source names it: a tag, else a record, else a plan.
  public var release: Release
  /// Name of the repository it is in.
  public var repository: String?
  /// Whether it came out.
  public var state: State
}

extension Community {
  /// Releases by day, each once: those of the repositories' tags, of changelogs and tables of releases, of schedules.
  ///
  /// What a schedule says of other projects ("who: Upstream" beside "who: Example") is left out. One version named
  /// in several places within 45 days is one release.
  func releases(asOf: CalendarDate) -> [CommunityRelease] {
    let names = Set(([id, name] + repositories.map(\.name)).map(NameFolding.project)).subtracting([""])
    let written = ownDocuments.flatMap { Self.releases($0.facts.releases, of: names) }
    let tagged = repositories.flatMap { $0.history?.tags ?? [] }
    let all = (tagged + written).sorted {
      (Self.rank($0), $0.date, $0.location) < (Self.rank($1), $1.date, $1.location)
    }
    var found: [String: [CalendarDate]] = [:]
    var result: [CommunityRelease] = []
    for release in all {
      let key = VersionName(release.name, isNamed: true)?.key ?? release.name
      if found[key, default: []].contains(where: { abs($0.days(to: release.date)) <= 45 }) { continue }
      found[key, default: []].append(release.date)
      let state: CommunityRelease.State =
        release.date > asOf ? .planned : release.source == .plan ? .scheduled : .done
      result.append(
        CommunityRelease(release: release, repository: repository(of: release.location.path)?.name, state: state))
    }
    return result.sorted { ($0.release.date, $0.release.location) < ($1.release.date, $1.release.location) }
  }

  private static func rank(_ release: Release) -> Int { Release.Source.allCases.firstIndex(of: release.source) ?? 0 }

  /// Releases of one document without those of others: where some are by the community, the rest is not.
  private static func releases(_ releases: [Release], of names: Set<String>) -> [Release] {
    func isOwn(_ release: Release) -> Bool {
      release.by.map { by in names.contains { NameFolding.project(by).hasPrefix($0) } } ?? true
    }
    return releases.contains { $0.by != nil && isOwn($0) } ? releases.filter(isOwn) : releases
  }
}
