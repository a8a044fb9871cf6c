import Intake
import StructuredData
import Templates

/// Releases as templates see them.
struct ReleaseValues: Sendable {
  private static let shape = RecordShape(keys: [
    "name", "date", "state", "is_prerelease", "source", "repository", "place", "commit",
  ])

  let places: PlaceValues

  /// Releases of a community by day: `name`, `date`, `state` (done, planned, scheduled), `is_prerelease`, `source` (tag,
  /// record, plan), `repository`, `place`, and `commit` for a tag.
  func list(_ community: Community, asOf: CalendarDate) -> [Value] {
    community.releases(asOf: asOf).map { entry in
      let release = entry.release
      return .record(
        Self.shape,
        [
          .string(release.name), .string(release.date.description), .string(entry.state.rawValue),
          .bool(release.isPrerelease), .string(release.source.rawValue), .optional(entry.repository),
          places.value(release.location), .optional(release.location.commit),
        ])
    }
  }
}
