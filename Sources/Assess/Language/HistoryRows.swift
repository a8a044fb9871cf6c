import Intake
import StructuredData
import Templates

/// Rows of the collections that rest on time: releases, changes of documents, changes among the maintainers.
enum HistoryRows {
  private static let releaseShape = RecordShape(
    keys: [
      "name", "date", "age", "state", "prerelease", "source", "repository", "gap", "commit", "path", "line",
    ])

  /// Releases by day. The gap is counted between final releases of one repository.
  static func releases(_ data: CommunityData) -> [Value] {
    var last: [String: CalendarDate] = [:]
    return data.view.releases.map { entry in
      let release = entry.release
      var gap = Value.none
      if entry.state == .done, !release.isPrerelease {
        let repository = entry.repository ?? ""
        if let before = last[repository] { gap = .int(before.days(to: release.date)) }
        last[repository] = release.date
      }
      return .record(
        releaseShape,
        [
          .string(release.name), .string(release.date.description), .int(release.date.days(to: data.asOf)),
          .string(entry.state.rawValue), .bool(release.isPrerelease), .string(release.source.rawValue),
          text(entry.repository), gap, text(release.location.commit), .string(release.location.path),
          .int(release.location.line),
        ])
    }
  }

  private static let changeShape = RecordShape(keys: ["kind", "date", "age", "commit", "path", "line"])

  /// Changes of all documents, newest first; of one day by path.
  static func changes(_ data: CommunityData) -> [Value] {
    let all = data.community.ownDocuments.flatMap { document in
      data.community.changes(of: document.path).map { (document: document, commit: $0) }
    }
    return all.enumerated().sorted { ($1.element.commit.date, $0.offset) < ($0.element.commit.date, $1.offset) }
      .map { _, change in
        .record(
          changeShape,
          [
            .string(change.document.kind.rawValue), .string(change.commit.date.description),
            .int(change.commit.date.days(to: data.asOf)), .string(change.commit.id), .string(change.document.path),
            .int(1),
          ])
      }
  }

  private static let maintainerShape = RecordShape(
    keys: ["change", "name", "handle", "organization", "date", "age", "commit", "path", "line"])

  /// Who came and who went, by day.
  static func maintainers(_ data: CommunityData) -> [Value] {
    data.maintainerChanges.map { change in
      .record(
        maintainerShape,
        [
          .string(change.kind.rawValue), text(change.person.name), text(change.person.handle),
          text(change.person.organization), .string(change.commit.date.description),
          .int(change.commit.date.days(to: data.asOf)), text(change.person.location.commit),
          .string(change.person.location.path), .int(change.person.location.line),
        ])
    }
  }

  private static func text(_ text: String?) -> Value {
    guard let text, !text.isEmpty else { return .none }
    return .string(text)
  }
}
