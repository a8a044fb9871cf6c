import Intake
import Templates

/// Releases as templates see them: `state` is done, planned or scheduled, `source` tag, record or plan; only a tag has a
/// `commit`.
enum ReleaseValues {
  static let release = Record<CommunityRelease, PlaceValues> {
    $0.text("name", \.release.name)
    $0.text("date", \.release.date.description)
    $0.text("state", \.state.rawValue)
    $0.flag("is_prerelease", \.release.isPrerelease)
    $0.text("source", \.release.source.rawValue)
    $0.text("repository", \.repository)
    $0.value("place") { $1.value($0.release.location) }
    $0.text("commit", \.release.location.commit)
  }
}
